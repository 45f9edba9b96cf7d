import type { CommitmentRule } from '../../src/pack/format.ts';
import { desk, schedule } from './ladders.ts';

export type Limit = CommitmentRule['limit'];
type Ladder = Limit['ladder'];

/** Counted in reception hours (RECP-01). */
export function reception(text: string, ladder: Ladder = desk): Limit {
  return { allowance: { text, basis: 'working' }, calendar: 'reception', ladder };
}

/** Counted in the working hours of the department that owes it. */
export function shift(text: string, ladder: Ladder = schedule): Limit {
  return { allowance: { text, basis: 'working' }, calendar: 'department', ladder };
}

/** Counted on the clock, day and night. */
export function clock(text: string, ladder: Ladder = schedule): Limit {
  return { allowance: { text, basis: 'clock' }, calendar: 'always', ladder };
}

const hurried = { accept: shift('PT30M'), arrive: shift('PT4H'), complete: shift('PT8H') };

/** Work under a matter that must be settled within a day, where hands are sent in the department's hours. */
export const hurriedWork = [
  { urgency: 'emergency' as const, ...hurried },
  { urgency: 'urgent' as const, ...hurried },
];

/** The complaint and supervision line is open 24 hours and replies within 72 (CHAN-11). */
export const complaintLine: Limit = clock('PT72H');
