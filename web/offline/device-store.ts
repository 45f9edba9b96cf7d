/** What a device keeps of one sort, in IndexedDB: photos do not fit into local storage. */
export type DeviceStore<Value> = {
  /** In the order of their keys. Nothing where storage is forbidden (private windows). */
  all(): Promise<Value[]>;
  get(key: string): Promise<Value | null>;
  /** False where the device would not keep it: full, or forbidden. */
  put(value: Value): Promise<boolean>;
  drop(key: string): Promise<void>;
  clear(): Promise<void>;
};

type Place = { open: () => Promise<IDBDatabase>; storeName: string };

export function deviceStore<Value>(name: string, storeName: string): DeviceStore<Value> {
  let opened: Promise<IDBDatabase> | null = null;
  const open = () =>
    (opened ??= openDatabase(name, storeName).catch((problem: unknown) => {
      opened = null;
      throw problem;
    }));
  const place = { open, storeName };
  const nothing = () => {};
  return {
    all: () => run<Value[]>(place, 'readonly', (store) => store.getAll()).catch(() => []),
    get: (key) =>
      run<Value | undefined>(place, 'readonly', (store) => store.get(key)).then(
        (value) => value ?? null,
        () => null,
      ),
    put: (value) =>
      run(place, 'readwrite', (store) => store.put(value)).then(
        () => true,
        () => false,
      ),
    drop: (key) => run<void>(place, 'readwrite', (store) => store.delete(key)).catch(nothing),
    clear: () => run<void>(place, 'readwrite', (store) => store.clear()).catch(nothing),
  };
}

function openDatabase(name: string, storeName: string): Promise<IDBDatabase> {
  return new Promise((done, fail) => {
    const request = indexedDB.open(name, 1);
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore(storeName, { keyPath: 'key' }));
    request.addEventListener('success', () => done(request.result));
    request.addEventListener('error', () => fail(request.error ?? new Error('the device keeps nothing')));
  });
}

async function run<Result>(
  { open, storeName }: Place,
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest,
): Promise<Result> {
  const transaction = (await open()).transaction(storeName, mode);
  const request = act(transaction.objectStore(storeName));
  return new Promise((done, fail) => {
    const failed = () => fail(transaction.error ?? new Error('the device kept nothing'));
    transaction.addEventListener('complete', () => done(request.result as Result));
    transaction.addEventListener('error', failed);
    // a full device says so as it commits
    transaction.addEventListener('abort', failed);
  });
}
