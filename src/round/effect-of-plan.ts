import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import { NotFound } from '../kernel/refusal.ts';
import { epochOf } from '../kernel/time.ts';
import { periodAfter, periodOf } from '../kernel/working-time/period.ts';
import { currentCalendar } from '../organisation/calendars.ts';
import { can, orForbid } from '../organisation/can.ts';
import { centres } from '../organisation/house.ts';
import { centreOf } from '../organisation/queries.ts';
import { changesShown } from '../pack/definitions-view.ts';
import { effectOfChange } from '../pack/effect-of-change.ts';
import type { Context } from '../platform/context.ts';
import { faultsOfPlan } from './facts.ts';
import type { PreviewPlan } from './inputs.ts';
import type { PlanContent } from './plan.ts';
import { readPlan } from './plans-view.ts';
import type { Occurrence, RoundPeriod } from './schedule.ts';
import { occurrenceIn, scheduleOf } from './schedule.ts';
import type { planEffectOut } from './view.ts';

type Effect = z.input<typeof planEffectOut>;

const SHOWN = 3;
/** A reception that opens in none of so many periods will not open for a round. */
const MOST_PERIODS = 60;

/** What a checklist, or another version of it, would mean: when it is walked next, and what becomes of what was begun. Changes nothing. */
export async function effectOfPlan(context: Context, id: Id<'round_plan'>, wanted: PreviewPlan): Promise<Effect> {
  const faults = await faultsOfPlan(context, wanted);
  if (faults.some(({ code }) => code === 'post.unknown')) throw new NotFound('post.unknown');
  const known = await context.tx.selectFrom('round_plan').select('centre_id').where('id', '=', id).executeTakeFirst();
  const centreId = known?.centre_id ?? (await centreOf(context));
  orForbid(can(context.actor, 'limit.edit', { centreId }));
  const before = known ? await readPlan(context, id) : null;
  const { content, postId, followUpPostId = null, closed } = wanted;
  const now = before
    ? { ...before.content, post: before.post.id, followUpPost: before.followUpPost?.id ?? null, closed: before.closed }
    : undefined;
  return {
    changes: changesShown(effectOfChange(now, { ...content, post: postId, followUpPost: followUpPostId, closed })),
    faults,
    next: faults.length > 0 || closed ? [] : await nextOf(context, centreId, content),
    ...(await begunOf(context, id, content, closed)),
  };
}

async function nextOf(context: Context, centreId: Id<'centre'>, content: PlanContent): Promise<Effect['next']> {
  const schedule = scheduleOf(content);
  if (schedule === null) return [];
  const { zone, reception_calendar_id: calendarId } = (await centres(context)).get(centreId)!;
  const calendar = await currentCalendar(context.tx, calendarId);
  const next: Occurrence[] = [];
  let period: RoundPeriod = periodOf(schedule.every, zone, context.now);
  for (let tried = 0; tried < MOST_PERIODS && next.length < SHOWN; tried += 1, period = periodAfter(period, zone)) {
    const found = calendar.counting([epochOf(period.from), epochOf(period.until)], (compiled) =>
      occurrenceIn(schedule, period, compiled),
    );
    if (found && found.from > context.now) next.push(found);
  }
  return next.map(({ begins, dueAt }) => ({ begins, dueAt }));
}

type Begun = Pick<Effect, 'dropped' | 'kept' | 'followUps'>;

/** By `round_open`, and the follow-ups of the plan's own lines by `round_result_follow_up`. */
async function begunOf(
  { tx, now }: Context,
  id: Id<'round_plan'>,
  { lines }: PlanContent,
  closed: boolean,
): Promise<Begun> {
  const { rows } = await sql<Begun>`
    with begun as (select r.from_at, exists (select from round_result s where s.round_id = r.id) as walked
      from round r where r.plan_id = ${id} and r.done_at is null and r.dropped_at is null)
    select
      (select count(*)::int from begun where not walked and (${closed} or from_at > ${now}::timestamptz)) as dropped,
      (select count(*)::int from begun where walked or (not ${closed} and from_at <= ${now}::timestamptz)) as kept,
      (select count(distinct t.id)::int from round_result s join ticket t on t.id = s.ticket_id and t.closed_at is null
        where s.plan_id = ${id} and s.ticket_id is not null
          and (${closed} or s.line <> all(${lines.map(({ key }) => key)}::text[]))) as "followUps"`.execute(tx);
  return rows[0]!;
}
