/** One cell of a table that goes out: a moment as a clock on the wall shows it, a day, or what it says. */
export type Cell = string | number | boolean | null | { wall: string } | { day: string };

export type SheetColumn = {
  header: string;
  /** In characters. */
  width: number;
  /** Its cells are moments or days, and shown as such. */
  time?: 'moment' | 'day' | undefined;
};

/** Rows a batch at a time; the next is asked for when the one before has gone. */
export type Batches = AsyncIterable<readonly (readonly Cell[])[]>;
