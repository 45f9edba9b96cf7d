import { Temporal } from '../../kernel/temporal.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Language, Words } from '../../kernel/words.ts';
import type { Context } from '../../platform/context.ts';
import type { Cell } from '../../platform/documents/paper.ts';
import { zoneOf } from '../days.ts';
import type { Unit } from '../measures/measure.ts';
import type { PAPER } from './paper-words.ts';
import { paperWords } from './paper-words.ts';

type Key = keyof typeof PAPER;

/** How somebody writes a paper: in one language, by the clock of the centre. */
export type Writing = {
  language: Language;
  say(key: Key, gaps?: Record<string, string | number>): string;
  name(words: Words | null): string;
  /** `2026-11-21 16:20` where the centre stands. */
  moment(at: string): string;
  /** What the paper is of, and when it was taken out. */
  heads(span: { from: string; until: string }, compared?: { from: string; until: string } | null): [string, string][];
};

export async function writingIn(context: Context, language: Language): Promise<Writing> {
  const zone = await zoneOf(context);
  const say: Writing['say'] = (key, gaps) => paperWords(language, key, gaps);
  const moment = (at: string): string => {
    const there = Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDateTime();
    return there.toString({ smallestUnit: 'minute' }).replace('T', ' ');
  };
  const span = ({ from, until }: { from: string; until: string }): string =>
    say('until', { from: moment(from), until: moment(until) });
  return {
    language,
    say,
    moment,
    name: (words) => (words ? words[language] : say('none')),
    heads: (of, compared) => [
      [say('centre'), context.organisation.name],
      [say('period'), span(of)],
      ...(compared ? [[say('compared'), span(compared)] as [string, string]] : []),
      [say('made'), moment(context.now as Instant)],
    ],
  };
}

/** A figure as a cell: a count, a share, an average, or hours of work. */
export function valueCell(unit: Unit, value: number | null): Cell {
  if (value === null) return null;
  if (unit === 'share' || unit === 'time_share') return { n: value, as: 'percent' };
  if (unit === 'average') return { n: value, as: 'decimal' };
  return unit === 'working_time' ? { n: value, as: 'hours' } : value;
}

/** Of a working time and an average the numerator says nothing that the figure does not. */
export function numeratorCell(unit: Unit, n: number): Cell {
  return unit === 'share' || unit === 'count' ? n : null;
}
