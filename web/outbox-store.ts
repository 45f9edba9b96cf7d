import type { Waiting } from './outbox.ts';

const storeName = 'waiting';
let opened: Promise<IDBDatabase> | null = null;

/** In IndexedDB, because photos do not fit into local storage. Keys are UUIDv7, so their order is the order of making. */
function database(): Promise<IDBDatabase> {
  opened ??= new Promise((done, fail) => {
    const request = indexedDB.open('huiyin-outbox', 1);
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore(storeName, { keyPath: 'key' }));
    request.addEventListener('success', () => done(request.result));
    request.addEventListener('error', () => fail(request.error ?? new Error('the device keeps nothing')));
  });
  return opened;
}

async function run<Result>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  const transaction = (await database()).transaction(storeName, mode);
  const request = act(transaction.objectStore(storeName));
  return new Promise((done, fail) => {
    transaction.addEventListener('complete', () => done(request.result));
    transaction.addEventListener('error', () => fail(transaction.error ?? new Error('the device kept nothing')));
  });
}

/** Where storage is forbidden (private windows), what waits lives as long as the page. */
export async function allWaiting(): Promise<Waiting[]> {
  return run('readonly', (store) => store.getAll() as IDBRequest<Waiting[]>).catch(() => []);
}

export async function keepWaiting(one: Waiting): Promise<void> {
  await run('readwrite', (store) => store.put(one)).catch(() => {});
}

export async function dropWaiting(key: string): Promise<void> {
  await run('readwrite', (store) => store.delete(key)).catch(() => {});
}
