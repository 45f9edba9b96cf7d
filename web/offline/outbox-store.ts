import type { Params } from '../../src/kernel/refusal.ts';
import { deviceStore } from './device-store.ts';

/** A write that waits for a connection: it is sent once, in order, under the key it was made with. */
export type Waiting = {
  key: string;
  /** Who did it: a telephone passes from hand to hand, and nothing is sent in another's name. */
  by: string;
  method: 'post' | 'put' | 'patch';
  path: string;
  body: unknown;
  /** What it does, in words: "Arrived at 3-1202". */
  label: string;
  /** When it was done, in the server's time. */
  at: string;
  /** Reads to make again once it is through, in the terms of `About`. */
  changes: readonly string[];
  /** The server has it; it stays until the screen has read what it changed. */
  sent?: true;
  /** Why the server would not have it. It is not sent again by itself, and kept until somebody has dealt with it. */
  refused?: { status: number; code: string; params: Params };
};

/** Keys are UUIDv7, so their order is the order of making. */
export const outboxStore = deviceStore<Waiting>('huiyin-outbox', 'waiting');
