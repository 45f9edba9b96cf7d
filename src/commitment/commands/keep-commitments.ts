import type { Instant } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import type { NewEvent } from '../../platform/journal.ts';
import { record } from '../../platform/journal.ts';
import type { Commitment, Verdict } from '../commitment.ts';
import { verdict } from '../commitment.ts';
import { goingOn } from '../pausing.ts';
import type { Which } from '../rows.ts';
import { lockOpen } from '../rows.ts';
import { saveCommitments } from '../saving.ts';
import { ENDED } from '../settling.ts';
import { rungsBefore, toldInError } from '../told-in-error.ts';

export type Settled = {
  commitment: Commitment;
  verdict: Verdict;
  /** Its deadline rung had been climbed though the thing was done in time: what it said was withdrawn. */
  toldInError: boolean;
};

/**
 * The thing was done: settles every open promise of these kinds about that subject. Kept or late is decided by when it
 * *happened*, not by when it was reported, nor by what the ladder did meanwhile. A late report of something done in time makes a
 * climbed deadline kept and journals `commitment.told_in_error`, on which the reaction withdraws what was sent.
 * Answers with the verdicts; none where nothing was open, so telling it twice does no harm.
 */
export async function keepCommitments(
  context: Context,
  { happenedAt = context.now, ...which }: Which & { happenedAt?: Instant | undefined },
): Promise<Settled[]> {
  const open = await lockOpen(context.tx, which);
  if (open.length === 0) return [];
  const settled = (await goingOn(context, open, happenedAt)).map((row) => settle(row, happenedAt));
  await saveCommitments(
    context,
    settled.map(({ commitment }) => commitment),
  );
  await record(context, ...settled.flatMap(({ events }) => events));
  return settled.map(({ events: _, ...rest }) => rest);
}

function settle(row: Commitment, happenedAt: Instant): Settled & { events: NewEvent[] } {
  const answer = verdict(row.due_at, happenedAt);
  const errors =
    answer === 'kept' ? toldInError(row, rungsBefore(row.due_at, row.ladder), row.climbed, 'kept_in_time') : [];
  const commitment: Commitment = { ...row, ...ENDED, state: answer, outcome: answer, settled_at: happenedAt };
  const event: NewEvent = {
    subject: { type: 'commitment', id: row.id },
    type: answer === 'kept' ? 'commitment.kept' : 'commitment.late',
    ticketId: row.ticket_id,
    happenedAt,
    data: { kind: row.kind, dueAt: row.due_at },
  };
  return { commitment, verdict: answer, toldInError: errors.length > 0, events: [event, ...errors] };
}
