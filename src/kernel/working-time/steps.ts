import type { Allowance } from '../duration.ts';
import type { Epoch } from '../time.ts';
import type { Closed } from './closed.ts';

/**
 * Time that counts, all of it: `counted` is `to - from`. `name` where that date is a make-up day or has special hours.
 */
export type Counted = {
  readonly kind: 'counted';
  readonly from: Epoch;
  readonly to: Epoch;
  readonly counted: number;
  readonly name?: string;
};

/**
 * So many whole working days on end, with the nights, breaks and weekends between them, but no holiday and no pause.
 */
export type WholeDays = {
  readonly kind: 'days';
  readonly from: Epoch;
  readonly to: Epoch;
  readonly counted: number;
  readonly days: number;
};

export type OutsideHours = { readonly kind: 'outside-hours' } & Closed;

/**
 * `withheld`: how much of the basis would have counted. Both null while the pause is open and nobody said until when
 * to reckon.
 */
export type Paused = {
  readonly kind: 'paused';
  readonly from: Epoch;
  readonly to: Epoch | null;
  readonly reason: string | null;
  readonly withheld: number | null;
};

/**
 * One line of the reckoning. `start` says what the allowance comes to (`counts`, milliseconds of its basis); from
 * there the steps follow one another without a gap, `counted` of `counted` and `days` adds up to `counts`, and the
 * last one ends where `due` stands. With an open pause there is no `due`: `left` says what the pause holds back.
 */
export type Step =
  | { readonly kind: 'start'; readonly at: Epoch; readonly allowance: Allowance; readonly counts: number }
  | Counted
  | WholeDays
  | OutsideHours
  | Paused
  | { readonly kind: 'due'; readonly at: Epoch }
  | { readonly kind: 'left'; readonly left: number };
