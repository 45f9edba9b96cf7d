import type { RawBuilder } from 'kysely';
import type { Instant } from '../../kernel/time.ts';
import type { Words } from '../../kernel/words.ts';
import type { TelephoneRules } from '../../telephone/rules.ts';

/** What is counted: each has one table that its rows come from (`sources.ts`). */
export type Source = 'ticket' | 'commitment' | 'return_visit' | 'contact' | 'call' | 'telephone_state';

/**
 * By which of its moments a thing falls into a period. `standing`: what stood at the period's last moment, or stands now where the
 * period still runs.
 */
export const BASES = ['opened', 'closed', 'due', 'happened', 'standing'] as const;
export type Basis = (typeof BASES)[number];

/** `time_share`: of so much time so much, both summed in seconds; what is counted is the stretches it is worked out of. */
export const UNITS = ['count', 'share', 'average', 'working_time', 'time_share'] as const;
export type Unit = (typeof UNITS)[number];

/** What a measure needs to know of the house and the hour. */
export type Known = {
  /** Keys of the kinds that count as complaints. */
  complaints: readonly string[];
  /** The moment at which what stands is looked at. */
  standing: RawBuilder<unknown>;
  now: Instant;
  /** What the telephone is held to. */
  telephone: TelephoneRules;
};

/**
 * One figure: what it is in words, and what it counts in SQL. `t` is the ticket; `c` the commitment, contact, call or stretch at
 * the telephone, `v` the return visit, as the source says.
 */
export type Measure = {
  key: string;
  name: Words;
  /** How it is worked out, in one sentence, with its exceptions. */
  formula: Words;
  numerator: Words;
  /** Null of a plain count. */
  denominator: Words | null;
  source: Source;
  basis: Basis;
  unit: Unit;
  /** Which way is the better one; null: neither. */
  better: 'more' | 'less' | null;
  /** The column of the moment that `basis` names; none of what stands. */
  at: RawBuilder<unknown> | null;
  /** What is counted at all: the denominator. */
  counted(known: Known): RawBuilder<unknown>;
  /** Of a share: what is in the numerator. */
  hit?: (known: Known) => RawBuilder<unknown>;
  /** Of an average: the number it is the average of. Of a share of time: the seconds in the numerator. */
  value?: RawBuilder<unknown>;
  /** Of a share of time: the seconds in the denominator. */
  span?: RawBuilder<unknown>;
};
