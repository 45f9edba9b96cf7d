import type { Language, Words } from '../kernel/words.ts';
import type { Epoch, Instant } from '../kernel/time.ts';
import { epochOf, instantOf } from '../kernel/time.ts';
import type { ZoneClock } from '../kernel/working-time/zone.ts';
import { wallAt, zoneClock } from '../kernel/working-time/zone.ts';
import type { Cell } from '../platform/sheets/cell.ts';

/** How a list says things to whoever takes it out: in his language, by the clock on his wall. */
export type Say = {
  language: Language;
  words(words: Words | null | undefined): string | null;
  /** A code out of a table of words; one that is not there stands as it is. */
  code(table: Readonly<Record<string, Words>>, code: string | null | undefined): string | null;
  at(moment: string | null | undefined): Cell;
  day(day: string | null | undefined): Cell;
  yes(value: boolean | null | undefined): string | null;
  list(parts: readonly (string | null | undefined)[]): string;
};

const YES: Words = { en: 'Yes', 'zh-hans': '是', 'zh-hant': '是' };
const NO: Words = { en: 'No', 'zh-hans': '否', 'zh-hant': '否' };

/** Years in which anything here may happen. */
const YEARS = [1990, 2100] as const;
const clocks = new Map<string, ZoneClock>();

function clockOf(zone: string): ZoneClock {
  const known = clocks.get(zone) ?? zoneClock(zone, ...YEARS);
  clocks.set(zone, known);
  return known;
}

export function sayIn(language: Language, zone: string): Say {
  const clock = clockOf(zone);
  const wall = (at: Epoch) => instantOf(wallAt(clock, at)).slice(0, 19);
  return {
    language,
    words: (words) => words?.[language] ?? null,
    code: (table, code) => (code ? (table[code]?.[language] ?? code) : null),
    at: (moment) => (moment ? { wall: wall(epochOf(moment as Instant)) } : null),
    day: (day) => (day ? { day: day.slice(0, 10) } : null),
    yes: (value) => (value === null || value === undefined ? null : (value ? YES : NO)[language]),
    list: (parts) => parts.filter(Boolean).join(language === 'en' ? ', ' : '、'),
  };
}
