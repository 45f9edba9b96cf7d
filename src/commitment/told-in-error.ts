import type { NewEvent } from '../platform/journal.ts';
import type { Commitment } from './commitment.ts';
import type { PlacedRung } from './ladder.ts';

/** Why what a rung said turned out to be wrong. */
export type ErrorCause = 'kept_in_time' | 'verdict_corrected' | 'paused_before' | 'limit_changed' | 'calendar_changed';

/**
 * Says that rungs `from + 1` to `to` told somebody what was not so. Reactions withdraw what they issued for them (a notice sent
 * in error is withdrawn, never deleted); the rungs will be climbed again if their moment comes after all.
 */
export function toldInError(row: Commitment, from: number, to: number, because: ErrorCause): NewEvent[] {
  if (to <= from) return [];
  const rungs = row.ladder.slice(from, to).map(({ do: act, to: whom }, index) => ({
    number: from + index + 1,
    do: act,
    to: whom,
  }));
  return [
    {
      subject: { type: 'commitment', id: row.id },
      type: 'commitment.told_in_error',
      ticketId: row.ticket_id,
      data: { kind: row.kind, because, rungs },
    },
  ];
}

/** How many rungs stand before the deadline: what they said, a warning, was right even where the thing was then kept. */
export function rungsBefore(dueAt: string, ladder: readonly PlacedRung[]): number {
  const first = ladder.findIndex((rung) => rung.at >= dueAt);
  return first < 0 ? ladder.length : first;
}
