/** What was opened, to be closed in the opposite order, each whether or not the one before it could be. */
export type Closers = {
  add(close: () => Promise<unknown>): void;
  /** Closes everything once; asked again, waits for the same closing. */
  close(): Promise<void>;
};

export function closers(): Closers {
  const opened: (() => Promise<unknown>)[] = [];
  let closing: Promise<void> | null = null;

  async function closeAll(): Promise<void> {
    const faults: unknown[] = [];
    for (let close = opened.pop(); close; close = opened.pop()) await close().catch((fault) => faults.push(fault));
    if (faults.length > 0) throw faults[0];
  }

  return {
    add: (close) => void opened.push(close),
    close: () => (closing ??= closeAll()),
  };
}
