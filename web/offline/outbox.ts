import { newKey, onReach } from '../server/api.ts';
import { sendOne, withoutFile } from './outbox-sending.ts';
import type { Waiting } from './outbox-store.ts';
import { outboxStore } from './outbox-store.ts';
import { shownSince } from './kept-reads.ts';
import { refresh, refreshKept } from '../server/queries.ts';
import { instantOf, nowMs } from '../ui/time.ts';
import { createStore, useStore } from '../ui/store.ts';
import { say } from '../ui/toast.ts';
import { t } from '../words/words.ts';

export type { Waiting } from './outbox-store.ts';

/** What will be sent of the one signed in, oldest first; the screen shows it as "will be sent". */
export const waiting = createStore<readonly Waiting[]>([]);

/** What was sent, and the screen has not read yet what it changed: what it shows is older than these. */
export const unread = createStore<readonly Waiting[]>([]);

/** What was done here and is not in what the screen shows: sent or not, oldest first. */
export function useDone(): readonly Waiting[] {
  return [...useStore(unread), ...useStore(waiting)];
}

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
  waiting.set(own.filter(({ refused, sent }) => !refused && !sent));
  unread.set(own.filter(({ sent }) => sent));
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
  unread.set([]);
  setAside.set([]);
}

function listen(): void {
  if (listening) return;
  listening = true;
  let away = false;
  onReach((reached) => {
    if (reached && (away || waiting.get().length > 0)) void flush();
    away = !reached;
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
  await readWhatChanged();
  for (let next = nextOne(); next; next = nextOne()) {
    const { one, gone } = next;
    const outcome = await sendOne(one, gone.signal);
    // somebody else sits here by now, with a queue of his own
    if (gone.signal.aborted) continue;
    if (outcome === 'unreached') return;
    if (outcome === 'later') return tryLater();
    if (outcome === 'done') await noteSent(one);
    else await putAside({ ...one, refused: outcome });
    await readWhatChanged();
  }
}

async function noteSent(one: Waiting): Promise<void> {
  const sent = { ...one, sent: true as const };
  // where this is not kept it is sent once more under its key, and has its effect once
  await outboxStore.put(sent);
  unkept.delete(one.key);
  unread.set((all) => [...all, sent]);
  waiting.set((all) => all.filter(({ key }) => key !== one.key));
}

/**
 * Has the screen read what was sent, and only then lets go of it: else the former state would stand there again, for a
 * moment, or for as long as the connection that was lost meanwhile.
 */
async function readWhatChanged(): Promise<void> {
  const sent = unread.get();
  if (sent.length === 0) return;
  let silent = false;
  const stop = onReach((reached) => {
    silent ||= !reached;
  });
  const changed = sent.flatMap(({ changes }) => changes);
  await Promise.all([refresh(changed), refreshKept(changed)]);
  stop();
  if (silent || shownSince.get() !== null) return tryLater();
  for (const { key } of sent) await forget(key);
  unread.set((all) => all.filter((one) => !sent.includes(one)));
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
  const changed = new Map<string, Waiting>();
  for (const other of waiting.get()) {
    const without = withoutFile(other, one);
    if (other.key === one.key || without === other) continue;
    changed.set(other.key, without);
    await keep(without);
  }
  await refresh(one.changes);
  waiting.set((all) => all.filter(({ key }) => key !== one.key).map((other) => changed.get(other.key) ?? other));
  setAside.set((all) => [...all, one]);
}
