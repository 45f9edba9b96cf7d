import type { z } from 'zod';
import type { Words } from '../kernel/words.ts';
import type { Right } from '../organisation/rights.ts';
import type { Context } from '../platform/context.ts';
import type { Cell, SheetColumn } from '../platform/sheets/cell.ts';
import type { Say } from './say.ts';

export type Column<Item> = {
  /** Its name in the API, the same in every language. */
  key: string;
  name: Words;
  value(item: Item, say: Say): Cell;
  width?: number;
  time?: SheetColumn['time'];
};

/** A list that can be taken out as a table. */
export type ListOut = {
  key: string;
  name: Words;
  /** Who may read it may take it out. */
  admits: Right;
  /** What the screen narrows it by: the list's own query. */
  query: z.ZodType;
  /** A page of what the screen shows, in its order and its scope, masked as there. */
  read(context: Context, query: never): Promise<{ items: readonly unknown[]; next: string | null }>;
  columns: readonly Column<never>[];
  /** Columns that what it is narrowed by brings along. */
  more?(context: Context, query: never): Promise<readonly Column<never>[]>;
};

type Page<Item> = { items: readonly Item[]; next: string | null };

/** Declares one: its columns are typed by what its own reading answers. */
export function listOut<Query extends z.ZodType, Item>(
  declared: Omit<ListOut, 'query' | 'read' | 'columns' | 'more'> & {
    query: Query;
    read(context: Context, query: z.output<Query>): Promise<Page<Item>>;
    more?(context: Context, query: z.output<Query>): Promise<readonly Column<NoInfer<Item>>[]>;
    columns: readonly Column<NoInfer<Item>>[] | ((of: Of<NoInfer<Item>>) => readonly Column<NoInfer<Item>>[]);
  },
): ListOut {
  const { columns, ...list } = declared;
  return { ...list, columns: typeof columns === 'function' ? columns(usual()) : columns } as unknown as ListOut;
}

/** A name in the three languages: English, simplified, traditional. */
export function words(en: string, hans: string, hant: string): Words {
  return { en, 'zh-hans': hans, 'zh-hant': hant };
}

type Said = string | number | null | undefined;

/** How the usual columns of a list are said. */
export type Of<Item> = {
  /** What a row says as it is. */
  text(key: string, name: Words, value: (row: Item) => Said, width?: number): Column<Item>;
  /** A moment, by the clock on the wall of the centre. */
  moment(key: string, name: Words, value: (row: Item) => string | null): Column<Item>;
  /** A day, as it is written. */
  day(key: string, name: Words, value: (row: Item) => string | null): Column<Item>;
  /** A code, in words. */
  code(
    key: string,
    name: Words,
    table: Readonly<Record<string, Words>>,
    value: (row: Item) => string | null,
  ): Column<Item>;
  /** What has its names in three languages. */
  named(key: string, name: Words, value: (row: Item) => Words | null | undefined): Column<Item>;
};

function usual<Item>(): Of<Item> {
  return {
    text: (key, name, value, width) => ({ key, name, ...(width ? { width } : {}), value: (row) => value(row) ?? null }),
    moment: (key, name, value) => ({ key, name, time: 'moment', value: (row, say) => say.at(value(row)) }),
    day: (key, name, value) => ({ key, name, time: 'day', value: (row, say) => say.day(value(row)) }),
    code: (key, name, table, value) => ({ key, name, value: (row, say) => say.code(table, value(row)) }),
    named: (key, name, value) => ({ key, name, value: (row, say) => say.words(value(row)) }),
  };
}
