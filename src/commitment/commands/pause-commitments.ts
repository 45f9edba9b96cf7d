import { sql } from 'kysely';
import type { Refusal } from '../../kernel/refusal.ts';
import { Invalid } from '../../kernel/refusal.ts';
import type { Instant } from '../../kernel/time.ts';
import { later } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import type { NewEvent } from '../../platform/journal.ts';
import { record } from '../../platform/journal.ts';
import type { Commitment } from '../commitment.ts';
import { whyNotPause } from '../commitment.ts';
import { climbedBy } from '../ladder.ts';
import type { Which } from '../rows.ts';
import { lockOpen } from '../rows.ts';
import { saveCommitments } from '../saving.ts';
import { toldInError } from '../told-in-error.ts';

export type Pausing = Which & {
  /** One of the pack's declared reasons; whoever calls has looked up how long it may last. */
  reason: string;
  /** Nothing sleeps for ever: at this moment the clock goes on by itself. */
  limitAt: Instant;
  happenedAt?: Instant | undefined;
};

export type PauseAnswer = {
  paused: Commitment[];
  /** Those whose clock was not stopped, and why: late already, stopped already, promised for a moment. */
  refused: { commitment: Commitment; why: Refusal }[];
};

/**
 * Stops the clocks meant, each from `happenedAt` or its own start. Those that may not be stopped run on and are named. A wait that is
 * reported late takes back what was climbed since it began (`commitment.told_in_error`).
 */
export async function pauseCommitments(context: Context, pausing: Pausing): Promise<PauseAnswer> {
  const { reason, limitAt, happenedAt = context.now, ...which } = pausing;
  if (limitAt <= happenedAt) throw new Invalid('commitment.pause_without_length', { path: 'limitAt' });
  const open = await lockOpen(context.tx, which);
  const answer: PauseAnswer = { paused: [], refused: [] };
  const events: NewEvent[] = [];
  for (const row of open) {
    const why = whyNotPause(row, later(happenedAt, row.started_at));
    if (why) answer.refused.push({ commitment: row, why });
    else answer.paused.push(paused(row, later(happenedAt, row.started_at), limitAt, reason, events));
  }
  await savePauses(context, answer.paused, { reason, happenedAt, limitAt });
  await saveCommitments(context, answer.paused);
  await record(context, ...events);
  return answer;
}

function paused(row: Commitment, from: Instant, limitAt: Instant, reason: string, events: NewEvent[]): Commitment {
  const climbed = climbedBy(row.ladder, row.climbed, from);
  events.push({
    subject: { type: 'commitment', id: row.id },
    type: 'commitment.paused',
    ticketId: row.ticket_id,
    happenedAt: from,
    data: { kind: row.kind, reason, limitAt },
  });
  events.push(...toldInError(row, climbed, row.climbed, 'paused_before'));
  const top = climbed === row.climbed ? {} : { climbed, again: 0, again_at: null, acknowledged_at: null };
  return { ...row, ...top, state: 'paused', next_fire_at: limitAt, set_aside_at: null, set_aside_because: null };
}

type Span = { reason: string; happenedAt: Instant; limitAt: Instant };

async function savePauses(context: Context, rows: readonly Commitment[], span: Span): Promise<void> {
  if (rows.length === 0) return;
  const ids = rows.map((row) => row.id);
  await sql`
    insert into commitment_pause (commitment_id, no, reason, by_id, from_at, limit_at)
    select c.id, 1 + coalesce((select max(no) from commitment_pause p where p.commitment_id = c.id), 0),
      ${span.reason}, ${context.actor.personId}::uuid, greatest(c.started_at, ${span.happenedAt}::timestamptz), ${span.limitAt}::timestamptz
    from commitment c where c.id = any(${ids}::uuid[])`.execute(context.tx);
}
