import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { orRefuse } from '../../kernel/refusal.ts';
import type { Instant } from '../../kernel/time.ts';
import { DAY, epochOf, MINUTE } from '../../kernel/time.ts';
import { wallAt, zoneClock } from '../../kernel/working-time/zone.ts';
import { centres } from '../../organisation/house.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { happened, record } from '../../platform/journal.ts';
import { lettersIn, lockRound, planOfRound, resultsOf, standingResults } from '../facts.ts';
import type { Round } from '../facts.ts';
import type { PlanContent } from '../plan.ts';
import { OWED_AS, whyNotComplete, whyNotNow, whyNotWalk, whyNotYours } from '../round.ts';
import { beginRoundsAfter } from './begin-rounds.ts';

/**
 * The round is done: every line has a result, every letter is dealt with. Kept or missed by when that was on the spot, not by when the
 * phone found a connection.
 */
export async function completeRound(
  context: Context,
  id: Id<'round'>,
  input: { happenedAt?: Instant | undefined },
): Promise<void> {
  const { tx } = context;
  const round = await lockRound(tx, id);
  orRefuse(whyNotYours(context.actor, round));
  const at = happened(context, input.happenedAt, round.from_at);
  orRefuse(whyNotWalk(round, context.now));
  const { content } = await planOfRound(tx, round);
  await orSameTime(context, round, content, at);
  const known = standingResults(await resultsOf(tx, id));
  const { n } = await tx
    .selectFrom('round_letter')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('round_id', '=', id)
    .executeTakeFirstOrThrow();
  orRefuse(whyNotComplete(content, new Set(known.keys()), lettersIn(content, known, Number(n))));
  await tx
    .updateTable('round')
    .set({ done_at: at, recorded_at: context.now, done_by_id: actingPerson(context) })
    .where('id', '=', id)
    .execute();
  await keepCommitments(context, { subjectId: id, kinds: [OWED_AS], happenedAt: at });
  // the clock has begun it by now, unless this was done before the reception opened
  await beginRoundsAfter(context, [id]);
  await record(context, {
    subject: { type: 'round', id },
    type: 'round.completed',
    happenedAt: at,
    data: { faults: round.faults },
  });
}

/** By the clock on the wall of its centre, against the last time that this checklist was walked. */
async function orSameTime(context: Context, round: Round, content: PlanContent, at: Instant): Promise<void> {
  if (content.varies === undefined) return;
  const last = await context.tx
    .selectFrom('round')
    .select('done_at')
    .where('plan_id', '=', round.plan_id)
    .where('done_at', 'is not', null)
    .orderBy('done_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  const { zone } = (await centres(context)).get(round.centre_id)!;
  orRefuse(whyNotNow(content, last?.done_at ? minuteOfDay(zone, last.done_at) : null, minuteOfDay(zone, at)));
}

function minuteOfDay(zone: string, moment: Instant): number {
  const year = Number(moment.slice(0, 4));
  const wall = wallAt(zoneClock(zone, year, year), epochOf(moment));
  return Math.floor((wall % DAY) / MINUTE);
}
