import { FOOT } from '../../commitment/rule.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/time.ts';
import { epochOf } from '../../kernel/time.ts';
import { periodAfter, periodOf } from '../../kernel/working-time/period.ts';
import type { Calendar } from '../../organisation/calendars.ts';
import { currentCalendar } from '../../organisation/calendars.ts';
import { centres } from '../../organisation/house.ts';
import type { Context } from '../../platform/context.ts';
import type { Plan } from '../facts.ts';
import { keeperOf, openPlans } from '../facts.ts';
import type { Occurrence, RoundPeriod, Schedule } from '../schedule.ts';
import { occurrenceIn, scheduleOf } from '../schedule.ts';
import { roundsOfGone, subjectsToBegin } from '../subjects.ts';
import { dropRounds } from './drop-rounds.ts';
import { startRound } from './start-round.ts';

/** A reception that opens on none of so many days, weeks or months will not open for a round. */
const MOST_PERIODS = 400;

type Where = { zone: string; calendar: Calendar };

/** What is walked next of every plan; begun already, it stays as it is, however many nodes start. */
export async function beginCurrentRounds(context: Context): Promise<void> {
  for (const plan of await openPlans(context.tx)) await beginRound(context, plan);
}

/**
 * The rounds after these. After an outage each one begun in the past begins the next, so that none is skipped. What is walked unit by
 * unit is looked at as well: somebody's tenancy may have begun overnight.
 */
export async function beginRoundsAfter(context: Context, rounds: readonly Id<'round'>[]): Promise<void> {
  if (rounds.length === 0) return;
  const rows = await context.tx.selectFrom('round').select('plan_id').where('id', 'in', rounds).distinct().execute();
  const walked = new Set(rows.map(({ plan_id: id }) => id));
  for (const plan of await openPlans(context.tx))
    if (walked.has(plan.id) || plan.content.over !== undefined) await beginRound(context, plan);
}

/** What is walked unit by unit, after units or their tenants changed: begun for whom it is owed now, dropped for whom it is not. */
export async function followUnits(context: Context): Promise<void> {
  for (const plan of await openPlans(context.tx)) if (plan.content.over !== undefined) await beginRound(context, plan);
}

/** `anew`: as if none had been begun; `changed`: after the last, but none that would be over by now. */
type How = 'next' | 'changed' | 'anew';

/**
 * Begins the one after the last, unless that lies ahead still: always the present one and the next are there, never more. A plan
 * that has none yet, or is taken up again, begins with the first that can still be done in time; so does one that is walked more often
 * from now on. Of a plan that is walked for each unit, the same for each.
 */
export async function beginRound(context: Context, plan: Plan, how: How = 'next'): Promise<void> {
  const schedule = scheduleOf(plan.content);
  if (schedule === null) return;
  await dropRounds(context, plan.id, await roundsOfGone(context, plan));
  const subjects = await subjectsToBegin(context, plan, how === 'anew');
  if (subjects.length === 0) return;
  const where = await whereOf(context, plan);
  const keeperId = await keeperOf(context.tx, plan.id);
  for (const { last, ...subject } of subjects) {
    const found = occurrenceAfter(context, schedule, where, { last, mayBeOver: how === 'next' && last !== null });
    if (found)
      await startRound(context, plan, {
        ...subject,
        id: newId<'round'>(context.now),
        found,
        postId: plan.post_id,
        keeperId,
        begunById: null,
        ladder: [FOOT, ...plan.content.ladder],
        calendarId: where.calendar.id,
      });
  }
}

type After = { last: Instant | null; mayBeOver: boolean };

/** The first one after the last; none yet: from now on. */
function occurrenceAfter(
  context: Context,
  schedule: Schedule,
  { zone, calendar }: Where,
  { last, mayBeOver }: After,
): Occurrence | null {
  let period: RoundPeriod = periodOf(schedule.every, zone, last ?? context.now);
  if (last) period = periodAfter(period, zone);
  for (let tried = 0; tried < MOST_PERIODS; tried += 1, period = periodAfter(period, zone)) {
    const found = calendar.counting([epochOf(period.from), epochOf(period.until)], (compiled) =>
      occurrenceIn(schedule, period, compiled),
    );
    if (found && (mayBeOver || found.dueAt > context.now)) return found;
  }
  return null;
}

async function whereOf(context: Context, plan: Plan): Promise<Where> {
  const { zone, reception_calendar_id: calendarId } = (await centres(context)).get(plan.centre_id)!;
  return { zone, calendar: await currentCalendar(context.tx, calendarId) };
}
