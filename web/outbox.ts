import { newKey, onReach } from './api.ts';
import { sendOne, withoutFile } from './outbox-sending.ts';
import type { Waiting } from './outbox-store.ts';
import { outboxStore } from './outbox-store.ts';
import { refresh } from './queries.ts';
import { instantOf, nowMs } from './ui/time.ts';
import { createStore } from './ui/store.ts';
import { say } from './ui/toast.ts';
import { t } from './words/words.ts';

export type { Waiting } from './outbox-store.ts';

/** What will be sent of the one signed in, oldest first; the screen shows it as "will be sent". */
export const waiting = createStore<readonly Waiting[]>([]);

/** What the server would not have; it stays on the device until somebody has dealt with it. */
export const setAside = createStore<readonly Waiting[]>([]);

/** Where the server answers, but does not do it: tried again after so long. */
const AGAIN_MS = 15_000;

let sender: { person: string; gone: AbortController } | null = null;
let sending: Promise<void> | null = null;
let again: number | null = null;
let listening = false;
/** What only this page holds, because the device would not keep it. */
const unkept = new Set<string>();

/** Takes up what an earlier visit of this person left, and goes on whenever the server is reached again. */
export async function startOutbox(person: string): Promise<void> {
  const mine = { person, gone: new AbortController() };
  sender = mine;
  const kept = await outboxStore.all();
  if (sender !== mine) return;
  const own = kept.filter(({ by }) => by === person);
  waiting.set(own.filter(({ refused }) => !refused));
  setAside.set(own.filter(({ refused }) => refused));
  listen();
  await flush();
}

/**
 * Somebody signed out: what he did waits on this device until he signs in again. What is just on its way is called back, for
 * tried once more it would go out in the name of whoever signs in next.
 */
export function stopOutbox(): void {
  sender?.gone.abort();
  sender = null;
  waiting.set([]);
  setAside.set([]);
}

function listen(): void {
  if (listening) return;
  listening = true;
  onReach((reached) => {
    if (reached) void flush();
  });
  window.addEventListener('online', () => void flush());
  window.addEventListener('beforeunload', (event) => {
    if (unkept.size > 0) event.preventDefault();
  });
}

/**
 * Sends now if that is possible, else as soon as it is. For what is done where there is no signal: the caller puts
 * `happenedAt` into the body, so that a late report counts from when it happened.
 */
export async function sendWhenPossible(write: Omit<Waiting, 'key' | 'by' | 'at' | 'refused'>): Promise<void> {
  if (sender === null) throw new Error('nobody is signed in to send this');
  const one = { ...write, key: newKey(), by: sender.person, at: instantOf(nowMs()) };
  await keep(one);
  waiting.set((all) => [...all, one]);
  await flush();
}

async function keep(one: Waiting): Promise<void> {
  if (await outboxStore.put(one)) return;
  unkept.add(one.key);
  say(t('outbox.not_kept', { label: one.label }), 'problem');
}

async function forget(key: string): Promise<void> {
  unkept.delete(key);
  await outboxStore.drop(key);
}

/** Sends again what had been refused: an order may have been opened again meanwhile. */
export async function sendAgain({ refused: _, ...one }: Waiting): Promise<void> {
  await keep(one);
  setAside.set((all) => all.filter(({ key }) => key !== one.key));
  waiting.set((all) => [...all, one]);
  await flush();
}

/** What was refused is given up by whoever did it. */
export async function giveUp(one: Waiting): Promise<void> {
  await forget(one.key);
  setAside.set((all) => all.filter(({ key }) => key !== one.key));
}

/** Sends what waits, unless it is just being sent. */
export function flush(): Promise<void> {
  sending ??= sendAll().finally(() => {
    sending = null;
  });
  return sending;
}

function nextOne(): { one: Waiting; gone: AbortController } | null {
  const one = waiting.get()[0];
  return one && sender ? { one, gone: sender.gone } : null;
}

async function sendAll(): Promise<void> {
  for (let next = nextOne(); next; next = nextOne()) {
    const { one, gone } = next;
    const outcome = await sendOne(one, gone.signal);
    // somebody else sits here by now, with a queue of his own
    if (gone.signal.aborted) continue;
    if (outcome === 'unreached') return;
    if (outcome === 'later') return tryLater();
    if (outcome === 'done') await forget(one.key);
    else await putAside({ ...one, refused: outcome });
    const { key } = one;
    // Shown as waiting until the screen has read what it changed: else the former state would flash up in between.
    await refresh(one.changes);
    waiting.set((all) => all.filter((other) => other.key !== key));
  }
}

function tryLater(): void {
  again ??= window.setTimeout(() => {
    again = null;
    void flush();
  }, AGAIN_MS);
}

/** A report goes out all the same without a photo that was refused, and the photo stays here. */
async function putAside(one: Waiting): Promise<void> {
  await keep(one);
  const others = waiting.get().map((other) => withoutFile(other, one));
  for (const [at, other] of waiting.get().entries()) if (others[at] !== other) await keep(others[at]!);
  waiting.set(others);
  setAside.set((all) => [...all, one]);
}
