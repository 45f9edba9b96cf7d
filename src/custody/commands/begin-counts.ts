import { sql } from 'kysely';
import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import { FOOT } from '../../commitment/rule.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { Invalid, NotFound, orRefuse, refusal } from '../../kernel/refusal.ts';
import type { Period } from '../../kernel/working-time/period.ts';
import { periodAfter, periodOf } from '../../kernel/working-time/period.ts';
import { calendarFor } from '../../organisation/calendar-choice.ts';
import { orForbid } from '../../organisation/can.ts';
import { centres } from '../../organisation/house.ts';
import { centreOf } from '../../organisation/queries.ts';
import { readStaff } from '../../organisation/staff.ts';
import type { CustodyCountPlan } from '../../pack/custody.ts';
import { settingsOf } from '../../pack/settings.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { COUNT } from '../custody.ts';
import { dueBy } from '../due.ts';
import { kindOf, whyNotKeep } from '../facts.ts';
import type { BeginCount } from '../inputs.ts';
import { entered } from './count-lines.ts';

/**
 * The counts of the periods that run now, as the house declares them; begun already, each stays as it is (ASST-03). A plan that has
 * none yet begins with the first that can still be made in time.
 */
export async function beginCurrentCounts(context: Context): Promise<void> {
  for (const plan of (await settingsOf(context)).custodyCounts ?? []) {
    const owing = await owingOf(context, plan);
    if (!owing || (await isThere(context, plan))) continue;
    const period = periodOf(plan.every, owing.zone, context.now);
    const due = await dueBy(context, plan.limit, owing, period.from);
    await oweCount(context, plan, owing, due > context.now ? period : periodAfter(period, owing.zone));
  }
}

/** The counts after these. After an outage each one begun in the past begins the next, so that none is skipped. */
export async function beginCountsAfter(context: Context, counts: readonly Id<'custody_count'>[]): Promise<void> {
  if (counts.length === 0) return;
  const rows = await context.tx.selectFrom('custody_count').selectAll().where('id', 'in', counts).execute();
  const { custodyCounts = [] } = await settingsOf(context);
  for (const { plan_key: key, until_at: until } of rows) {
    const plan = custodyCounts.find((one) => one.key === key);
    const owing = plan && (await owingOf(context, plan));
    if (owing && until) await oweCount(context, plan, owing, periodOf(plan.every, owing.zone, until));
  }
}

type Owing = Awaited<ReturnType<typeof owingOf>>;

/** The post that counts, and where; null where the house has it no more. */
async function owingOf(context: Context, { owes }: CustodyCountPlan) {
  const post = [...(await readStaff(context)).posts.values()].find(({ key }) => key === owes);
  if (!post) return null;
  const { id: postId, centreId, departmentId } = post;
  return { postId, centreId, departmentId, zone: (await centres(context)).get(centreId)!.zone };
}

async function isThere({ tx }: Context, { key }: CustodyCountPlan): Promise<boolean> {
  return (
    (await tx.selectFrom('custody_count').select('id').where('plan_key', '=', key).executeTakeFirst()) !== undefined
  );
}

/** Owed from the first day of its period. */
async function oweCount(
  context: Context,
  plan: CustodyCountPlan,
  { centreId, departmentId, postId }: NonNullable<Owing>,
  period: Period,
): Promise<void> {
  const id = newId<'custody_count'>(context.now);
  const of = { centre_id: centreId, sort: plan.sort, kind: plan.kind ?? null, plan_key: plan.key };
  const fresh = await context.tx
    .insertInto('custody_count')
    .values({ ...BLANK, ...of, id, begins: period.begins, from_at: period.from, until_at: period.until })
    .onConflict((conflict) =>
      conflict.columns(['centre_id', 'plan_key', 'begins']).where('plan_key', 'is not', null).doNothing(),
    )
    .executeTakeFirst();
  if (Number(fresh.numInsertedOrUpdatedRows) === 0) return;
  const { limit } = plan;
  await startCommitments(context, [
    {
      kind: COUNT,
      subject: { type: 'custody_count', id },
      ticketId: null,
      ownerId: null,
      postId,
      departmentId,
      centreId,
      calendarId: await calendarFor(context.tx, limit.calendar, { centreId, departmentId }),
      limit: { allowance: limit.allowance, ladder: [FOOT, ...limit.ladder] },
      startedAt: period.from,
    },
  ]);
  const data = { plan: plan.key, begins: period.begins };
  await record(context, { subject: { type: 'custody_count', id }, type: 'custody_count.owed', data });
}

const BLANK = { begun_at: null, begun_by_id: null, done_at: null, done_by_id: null, settled_at: null };

/** A count besides those that are owed. The same id again begins nothing twice. */
export async function beginCount(context: Context, input: BeginCount): Promise<Id<'custody_count'>> {
  const { tx, now } = context;
  const id = input.id ?? newId<'custody_count'>(now);
  if (await tx.selectFrom('custody_count').select('id').where('id', '=', id).executeTakeFirst()) return id;
  const centreId = await centreOf(context);
  orForbid(whyNotKeep(context.actor, centreId));
  if (input.kind !== undefined && (await kindOf(context, input.kind)).sort !== input.sort)
    throw new Invalid('custody.kind_unknown', { path: 'kind' });
  const of = { centre_id: centreId, sort: input.sort, kind: input.kind ?? null };
  const when = { plan_key: null, begins: null, from_at: now, until_at: null };
  await tx
    .insertInto('custody_count')
    .values({ ...BLANK, id, ...of, ...when })
    .execute();
  await goCounting(context, id);
  return id;
}

/** Somebody begins to count: what is to be found is written down as the book has it now, line by line. */
export async function goCounting(context: Context, id: Id<'custody_count'>): Promise<void> {
  const { tx, now } = context;
  const count = await tx.selectFrom('custody_count').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!count) throw new NotFound('custody.count_unknown');
  orForbid(whyNotKeep(context.actor, count.centre_id));
  if (count.begun_at !== null) return;
  const me = actingPerson(context);
  const { rows } = await sql<{ id: Id<'custody_item'>; seq: number }>`
    select i.id, i.seq from custody_item i join custody_entry e on e.item_id = i.id and e.seq = i.seq
    where i.centre_id = ${count.centre_id} and i.sort = ${count.sort} and (${count.kind}::text is null or i.kind = ${count.kind})
      and e.to_kind <> 'nobody' order by i.number, i.id`.execute(tx);
  orRefuse(rows.length === 0 ? refusal('custody.nothing_to_count') : null);
  await tx.updateTable('custody_count').set({ begun_at: now, begun_by_id: me }).where('id', '=', id).execute();
  await tx
    .insertInto('custody_count_line')
    .values(rows.map((row) => entered(context, { count_id: id, item_id: row.id, expected_seq: row.seq })))
    .execute();
  const data = { lines: rows.length };
  await record(context, { subject: { type: 'custody_count', id }, type: 'custody_count.begun', data });
}
