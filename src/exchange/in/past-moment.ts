import type { Instant } from '../../kernel/time.ts';
import type { Cells } from './cells.ts';

type Not = {
  now: Instant;
  /** It cannot have been before this. */
  before?: Instant | null;
  /** What is said where it was. */
  code?: string;
};

/** A moment that has been by now; null where none is said, and where it cannot have been so. */
export function pastMoment(
  cells: Cells,
  field: string,
  { now, before, code = 'import.ended_before' }: Not,
): Instant | null {
  const at = cells.moment(field);
  if (at === null) return null;
  if (at > now) return cells.refuse(field, 'happened.in_future');
  return before && at < before ? cells.refuse(field, code) : at;
}
