import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { NotFound, orRefuse, Refused } from '../../kernel/refusal.ts';
import { periodOf } from '../../kernel/working-time/period.ts';
import { currentCalendar } from '../../organisation/calendars.ts';
import { centres } from '../../organisation/house.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { lockPlan } from '../facts.ts';
import type { BeginPatrol } from '../inputs.ts';
import { patrolPostOf, whyNotBegin } from '../round.ts';
import { startRound } from './start-round.ts';

/**
 * Somebody goes and looks, whenever he sees fit (PTRL-01): a round of his own, owed by him until the day is over. The same id again
 * begins nothing twice.
 */
export async function beginPatrol(context: Context, input: BeginPatrol): Promise<Id<'round'>> {
  const id = input.id ?? newId<'round'>(context.now);
  if (await context.tx.selectFrom('round').select('id').where('id', '=', id).executeTakeFirst()) return id;
  const plan = await lockPlan(context.tx, input.planId);
  if (plan.content.every !== 'unplanned') throw new NotFound('round_plan.unknown');
  if (plan.closed_at !== null) throw new Refused('round.plan_given_up');
  orRefuse(whyNotBegin(context.actor, plan));
  const me = actingPerson(context);
  const { zone, reception_calendar_id: calendarId } = (await centres(context)).get(plan.centre_id)!;
  const today = periodOf('day', zone, context.now);
  const calendar = await currentCalendar(context.tx, calendarId);
  await startRound(context, plan, {
    id,
    found: { begins: today.begins, from: context.now, startsAt: context.now, dueAt: today.until },
    place_id: null,
    customer_id: null,
    postId: patrolPostOf(context.actor, plan)!,
    keeperId: me,
    begunById: me,
    ladder: plan.content.ladder,
    calendarId: calendar.id,
  });
  return id;
}
