/** What was opened, to be closed in the opposite order, each whether or not the one before it could be. */
export type Closers = {
  /** Once closing has begun, whatever still comes is closed at once, and who brought it is told to give up: this throws. */
  add(close: () => Promise<unknown>): void;
  /** Closes everything once; asked again, waits for the same closing and for what came late. */
  close(): Promise<void>;
};

export function closers(): Closers {
  const opened: (() => Promise<unknown>)[] = [];
  const late: Promise<unknown>[] = [];
  const faults: unknown[] = [];
  let closing: Promise<void> | null = null;

  async function closeAll(): Promise<void> {
    for (let close = opened.pop(); close; close = opened.pop()) await close().catch((fault) => faults.push(fault));
  }

  return {
    add(close) {
      if (!closing) return void opened.push(close);
      late.push(close().catch((fault) => faults.push(fault)));
      throw new Error('stopping');
    },
    async close() {
      await (closing ??= closeAll());
      await Promise.all(late);
      if (faults.length > 0) throw faults[0];
    },
  };
}
