import type { Language } from '../../kernel/words.ts';

/** A number with what it means; a bare one is a count. `hours` is working time, `percent` a share from 0 to 1. */
export type Measured = { n: number; as: 'percent' | 'decimal' | 'hours' };
export type Cell = string | number | Measured | null;
export type Column = { label: string; number?: boolean };

export type Sheet = {
  title: string;
  /** What is to be known of it: how it is counted, that there is more. */
  note?: string | undefined;
  columns: readonly Column[];
  rows: readonly (readonly Cell[])[];
};

/** Something to be taken out, whichever its format: what it is about, what was written, and tables. Plain data. */
export type Paper = {
  title: string;
  language: Language;
  facts: readonly (readonly [label: string, value: string])[];
  texts: readonly { title: string; text: string }[];
  sheets: readonly Sheet[];
};

export const FORMATS = ['xlsx', 'pdf'] as const;
export type Format = (typeof FORMATS)[number];

export const TYPES: Record<Format, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
};
