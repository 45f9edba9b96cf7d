import type { Mailbox } from '../src/platform/mail/imap.ts';
import type { Instant } from '../src/kernel/time.ts';

/** A mailbox in memory that behaves as a server does, and breaks where a test wants it to. */
export type FakeMailbox = {
  lying: { uid: number; raw: Buffer; arrived: Instant; seen: boolean }[];
  uidValidity: number;
  /** Calls before it breaks; null: it does not. */
  breaksIn: number | null;
  /** How many connections were made to it. */
  opened: number;
  put(raw: Buffer, arrived: Instant): number;
  open(): Mailbox;
};

export function fakeMailbox(): FakeMailbox {
  const box: FakeMailbox = {
    lying: [],
    uidValidity: 1,
    breaksIn: null,
    opened: 0,
    put(raw, arrived) {
      const uid = 1 + Math.max(0, ...box.lying.map((one) => one.uid));
      box.lying.push({ uid, raw, arrived, seen: false });
      return uid;
    },
    open: () => connection(box),
  };
  return box;
}

function connection(box: FakeMailbox): Mailbox {
  box.opened += 1;
  const step = (): void => {
    if (box.breaksIn === null) return;
    box.breaksIn -= 1;
    if (box.breaksIn < 0) throw new Error('The mail server ended the connection.');
  };
  return {
    uidValidity: box.uidValidity,
    async listAfter(uid, since) {
      step();
      return box.lying
        .filter((one) => one.uid > uid && (since === null || one.arrived.slice(0, 10) >= since.slice(0, 10)))
        .map((one) => ({ uid: one.uid, size: one.raw.length, arrived: one.arrived }));
    },
    async *fetch(uids, most) {
      for (const uid of uids) {
        step();
        const found = box.lying.find((one) => one.uid === uid);
        if (found) yield { uid, raw: found.raw.subarray(0, most) };
      }
    },
    async markSeen(uids) {
      step();
      for (const one of box.lying) if (uids.includes(one.uid)) one.seen = true;
    },
    async wait(_milliseconds, signal) {
      step();
      const before = box.lying.length;
      while (!signal.aborted && box.lying.length === before && box.breaksIn === null)
        await new Promise((go) => setTimeout(go, 5));
    },
    async close() {},
  };
}
