import type { Language, Words } from '../../kernel/words.ts';
import type { Context, SubjectType } from '../../platform/context.ts';
import type { ListKey } from './keys.ts';
import type { Cells } from './cells.ts';

/** Why a rule of the house was changed, where the file says nothing of it. */
export const BROUGHT_IN: Words = {
  en: 'Brought in from a file',
  'zh-hans': '由文件导入',
  'zh-hant': '由檔案匯入',
};

export type FieldIn = {
  key: string;
  name: Words;
  /** What it is called in other people's files, besides. */
  also?: readonly string[];
  required?: true;
  /** What two rows of the example say. */
  examples: readonly [string, string];
};

/** A thing that was changed on the way, and its version before and after. */
export type Moved = { id: string; from: number; to: number };

/** What became of a row that was taken. */
export type Taken = {
  result: 'new' | 'changed' | 'same';
  id: string;
  /** Of one that was there: its version before. */
  versionBefore?: number;
  /** What else was changed for it. */
  moved?: readonly Moved[];
  /** What its fields said before, as people read it. */
  former?: Record<string, string>;
  /** What taking it back needs. */
  before?: unknown;
};

export type TakenBefore = { id: string; result: 'new' | 'changed'; before: unknown };

/** A row read that adds somebody; what it says is the list's own. */
export type Plain = { read: unknown };

/** A list that can be sent in as a table, a row at a time, through the ordinary commands. */
export type ListIn = {
  key: ListKey;
  name: Words;
  /** What whoever brings it in has to know before. */
  about?: Words;
  subject: SubjectType;
  fields: readonly FieldIn[];
  /** What the example says in fields where it depends on the house. */
  examples?(context: Context, language: Language): Promise<Readonly<Record<string, readonly [string, string]>>>;
  /** Once before the first row of each transaction. */
  prepare?(context: Context): Promise<void>;
  take(context: Context, cells: Cells): Promise<Taken>;
  /**
   * Of rows that follow each other: which of them add somebody whom nothing resembles, here or among these; they may be added as
   * a set, in which nothing depends on the order. null: to be taken by itself.
   */
  plain?(context: Context, rows: readonly Cells[]): Promise<(Plain | null)[]>;
  addAll?(context: Context, rows: readonly Plain[]): Promise<string[]>;
  /** Refuses where something hangs on it by now that no version shows. Answers what else it changed. */
  takeBack(context: Context, row: TakenBefore): Promise<readonly Moved[]>;
};
