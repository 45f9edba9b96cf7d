import { ApiError, api, newKey, onReach } from './api.ts';
import { refresh } from './queries.ts';
import { problemWords } from './refusals.ts';
import { createStore } from './ui/store.ts';
import { say } from './ui/toast.ts';
import { t } from './words/words.ts';
import { allWaiting, dropWaiting, keepWaiting } from './outbox-store.ts';

/** A write that waits for a connection: it is sent once, in order, under the key it was made with. */
export type Waiting = {
  key: string;
  /** Who did it: a telephone passes from hand to hand, and nothing is sent in another's name. */
  by: string;
  method: 'post' | 'put' | 'patch';
  path: string;
  body: unknown;
  /** Photos and the like, sent as form parts beside `body`. */
  files?: readonly { name: string; blob: Blob }[];
  /** What it does, in words: "Arrived at 3-1202". */
  label: string;
  /** Reads to make again once it is through, in the terms of `About`. */
  changes: readonly string[];
};

/** What will be sent of the one signed in, oldest first; the screen shows it as "will be sent". */
export const waiting = createStore<readonly Waiting[]>([]);

let sender: string | null = null;
let sending: Promise<void> | null = null;
let listening = false;

/** Takes up what an earlier visit of this person left, and goes on whenever the server is reached again. */
export async function startOutbox(person: string): Promise<void> {
  sender = person;
  const kept = await allWaiting();
  if (sender !== person) return;
  waiting.set(kept.filter(({ by }) => by === person));
  listen();
  await flush();
}

/** Somebody signed out: what he did waits on this device until he signs in again. */
export function stopOutbox(): void {
  sender = null;
  waiting.set([]);
}

function listen(): void {
  if (listening) return;
  listening = true;
  onReach((reached) => {
    if (reached) void flush();
  });
  window.addEventListener('online', () => void flush());
}

/**
 * Sends now if that is possible, else as soon as it is. For what is done where there is no signal: the caller puts
 * `happenedAt` into the body, so that a late report counts from when it happened.
 */
export async function sendWhenPossible(write: Omit<Waiting, 'key' | 'by'>): Promise<void> {
  if (sender === null) throw new Error('nobody is signed in to send this');
  const one = { ...write, key: newKey(), by: sender };
  await keepWaiting(one);
  waiting.set((all) => [...all, one]);
  await flush();
}

function flush(): Promise<void> {
  sending ??= sendAll().finally(() => {
    sending = null;
  });
  return sending;
}

async function sendAll(): Promise<void> {
  for (let one = waiting.get()[0]; one; one = waiting.get()[0]) {
    if (!(await sendOne(one))) return;
    const { key } = one;
    await dropWaiting(key);
    // Shown as waiting until the screen has read what it changed: else the former state would flash up in between.
    await refresh(one.changes);
    waiting.set((all) => all.filter((other) => other.key !== key));
  }
}

/** Whether the server has given its final answer, be it a refusal, which is said. */
async function sendOne(one: Waiting): Promise<boolean> {
  try {
    await api[one.method](one.path, payload(one), { key: one.key });
    return true;
  } catch (problem) {
    if (!(problem instanceof ApiError) || problem.status === 0 || problem.status === 401 || problem.status >= 500)
      return false;
    say(t('outbox.refused', { label: one.label, why: problemWords(problem) }), 'problem');
    return true;
  }
}

function payload({ body, files }: Waiting): unknown {
  if (!files?.length) return body;
  const form = new FormData();
  form.set('body', JSON.stringify(body));
  for (const file of files) form.append('files', file.blob, file.name);
  return form;
}
