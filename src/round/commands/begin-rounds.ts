import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import { FOOT } from '../../commitment/rule.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { epochOf } from '../../kernel/time.ts';
import { periodAfter, periodOf } from '../../kernel/working-time/period.ts';
import type { Calendar } from '../../organisation/calendars.ts';
import { currentCalendar } from '../../organisation/calendars.ts';
import { centres } from '../../organisation/house.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { Plan } from '../facts.ts';
import { keeperOf, openPlans } from '../facts.ts';
import { OWED_AS } from '../round.ts';
import type { Occurrence, RoundPeriod } from '../schedule.ts';
import { occurrenceIn } from '../schedule.ts';

/** A reception that opens on none of so many days, weeks or months will not open for a round. */
const MOST_PERIODS = 400;

type Where = { zone: string; calendar: Calendar };

/** What is walked next of every plan; begun already, it stays as it is, however many nodes start. */
export async function beginCurrentRounds(context: Context): Promise<void> {
  for (const plan of await openPlans(context.tx)) await beginRound(context, plan);
}

/** The rounds after these. After an outage each one begun in the past begins the next, so that none is skipped. */
export async function beginRoundsAfter(context: Context, rounds: readonly Id<'round'>[]): Promise<void> {
  if (rounds.length === 0) return;
  const rows = await context.tx.selectFrom('round').select('plan_id').where('id', 'in', rounds).distinct().execute();
  const plans = await openPlans(context.tx);
  for (const { plan_id: id } of rows) {
    const plan = plans.find((one) => one.id === id);
    if (plan) await beginRound(context, plan);
  }
}

/**
 * Begins the one after the last, unless that lies ahead still: always the present one and the next are there, never more. A plan
 * that has none yet, or is taken up again (`anew`), begins with the first that can still be done in time.
 */
export async function beginRound(context: Context, plan: Plan, anew = false): Promise<void> {
  const where = await whereOf(context, plan);
  const { every } = plan.content;
  const last = anew ? undefined : await lastOf(context, plan);
  if (last && last.from_at > context.now) return;
  let period: RoundPeriod = periodOf(every, where.zone, last?.from_at ?? context.now);
  if (last) period = periodAfter(period, where.zone);
  for (let tried = 0; tried < MOST_PERIODS; tried += 1, period = periodAfter(period, where.zone)) {
    const found = where.calendar.counting([epochOf(period.from), epochOf(period.until)], (compiled) =>
      occurrenceIn(plan.content, period, compiled),
    );
    if (found && (last || found.dueAt > context.now)) return insert(context, plan, found, where.calendar);
  }
}

async function lastOf({ tx }: Context, plan: Plan) {
  return tx
    .selectFrom('round')
    .select(['begins', 'from_at', 'due_at'])
    .where('plan_id', '=', plan.id)
    .where('dropped_at', 'is', null)
    .orderBy('due_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}

async function whereOf(context: Context, plan: Plan): Promise<Where> {
  const { zone, reception_calendar_id: calendarId } = (await centres(context)).get(plan.centre_id)!;
  return { zone, calendar: await currentCalendar(context.tx, calendarId) };
}

async function insert(context: Context, plan: Plan, found: Occurrence, calendar: Calendar): Promise<void> {
  const { department_id: departmentId } = await context.tx
    .selectFrom('post')
    .select('department_id')
    .where('id', '=', plan.post_id)
    .executeTakeFirstOrThrow();
  const id = newId<'round'>(context.now);
  const keeperId = await keeperOf(context.tx, plan.id);
  const of = { plan_id: plan.id, version: plan.version, centre_id: plan.centre_id, post_id: plan.post_id };
  const when = { begins: found.begins, from_at: found.from, due_at: found.dueAt };
  const fresh = await context.tx
    .insertInto('round')
    .values({ id, ...of, ...when, department_id: departmentId, keeper_id: keeperId })
    .onConflict((conflict) => conflict.columns(['plan_id', 'begins']).where('dropped_at', 'is', null).doNothing())
    .executeTakeFirst();
  if (Number(fresh.numInsertedOrUpdatedRows) === 0) return;
  const limit = { dueAt: found.dueAt, ladder: [FOOT, ...plan.content.ladder] };
  await startCommitments(context, [
    {
      kind: OWED_AS,
      subject: { type: 'round', id },
      ticketId: null,
      ownerId: keeperId,
      postId: plan.post_id,
      departmentId,
      centreId: plan.centre_id,
      calendarId: calendar.id,
      limit,
      startedAt: found.startsAt,
    },
  ]);
  await record(context, {
    subject: { type: 'round', id },
    type: 'round.begun',
    data: { plan: plan.id, version: plan.version, begins: found.begins, dueAt: found.dueAt },
  });
}
