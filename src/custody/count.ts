import type { CustodyState } from './sorts.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';

/** What somebody found of a thing: as the book says, in the house though the book has it elsewhere, broken, not at all; or in no book. */
export const FOUND = ['as_booked', 'in_house', 'damaged', 'missing', 'surplus'] as const;
export type Found = (typeof FOUND)[number];

/** How a difference is settled: by an entry of the ledger, or with nothing entered. */
export const SETTLED_AS = ['lost', 'written_off', 'found', 'damaged', 'entered', 'explained'] as const;
export type SettledAs = (typeof SETTLED_AS)[number];

/** What each difference may become. What was explained stands in the book as it is. */
export const WAYS: Record<Exclude<Found, 'as_booked'>, readonly SettledAs[]> = {
  in_house: ['found', 'explained'],
  damaged: ['damaged', 'explained'],
  missing: ['lost', 'written_off', 'explained'],
  surplus: ['entered', 'explained'],
};

type Count = { begun: boolean; done: boolean };
type Line = { found: Found | null; settled: boolean };

export function whyNotCount({ begun, done }: Count): Refusal | null {
  if (done) return refusal('custody.count_done');
  return begun ? null : refusal('custody.count_not_begun');
}

/** What is booked in the house cannot be found there against the book. */
export function whyNotFound(expected: CustodyState, found: Found): Refusal | null {
  return found === 'in_house' && expected === 'in_house' ? refusal('custody.is_booked_there', { path: 'found' }) : null;
}

/** A count is done once each line was looked at. */
export function whyNotComplete(count: Count, lines: readonly Line[]): Refusal | null {
  const left = lines.filter((line) => line.found === null).length;
  return whyNotCount(count) ?? (left > 0 ? refusal('custody.count_lines_left', { count: left }) : null);
}

/** A difference is settled once, after the count, by somebody else than found it, in one of its ways. */
export function whyNotSettle(count: Count, line: Line, foundByMe: boolean): Refusal | null {
  if (!count.done) return refusal('custody.count_goes_on');
  if (line.found === null || line.found === 'as_booked') return refusal('custody.no_difference');
  if (line.settled) return refusal('custody.difference_settled');
  return foundByMe ? refusal('custody.own_difference') : null;
}

export function isWay(found: Found | null, way: SettledAs): boolean {
  return found !== null && found !== 'as_booked' && WAYS[found].includes(way);
}
