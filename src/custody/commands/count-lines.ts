import type { Selectable } from 'kysely';
import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { Invalid, NotFound, orRefuse } from '../../kernel/refusal.ts';
import { calendarFor } from '../../organisation/calendar-choice.ts';
import { orForbid } from '../../organisation/can.ts';
import { whoIsTold } from '../../organisation/queries.ts';
import { settingsOf } from '../../pack/settings.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { whyNotComplete, whyNotCount, whyNotFound } from '../count.ts';
import { COUNT, SETTLE } from '../custody.ts';
import { entryOf, whyNotKeep } from '../facts.ts';
import type { CountLine, Surplus } from '../inputs.ts';
import type { CustodyCountLineTable, CustodyCountTable } from '../table.ts';

export type Count = Selectable<CustodyCountTable>;
type Line = Selectable<CustodyCountLineTable>;

/** The count, locked, for whoever keeps things where it is made. */
export async function lockCount({ tx }: Context, id: Id<'custody_count'>): Promise<Count> {
  const count = await tx.selectFrom('custody_count').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!count) throw new NotFound('custody.count_unknown');
  return count;
}

export function standingOf({ begun_at, done_at }: Count): { begun: boolean; done: boolean } {
  return { begun: begun_at !== null, done: done_at !== null };
}

/** A line that nobody has looked at. */
export function entered(context: Context, line: Pick<Line, 'count_id'> & Partial<Line>): Line {
  return {
    id: newId<'custody_count_line'>(context.now),
    item_id: null,
    label: '',
    expected_seq: null,
    found: null,
    remark: '',
    found_at: null,
    found_by_id: null,
    settled_as: null,
    reason: '',
    settled_at: null,
    settled_by_id: null,
    ...line,
  };
}

async function counting(context: Context, id: Id<'custody_count'>): Promise<Count> {
  const count = await lockCount(context, id);
  orForbid(whyNotKeep(context.actor, count.centre_id));
  orRefuse(whyNotCount(standingOf(count)));
  return count;
}

/** What was found of a thing; said again while the count goes on, the last word counts. */
export async function countLine(
  context: Context,
  id: Id<'custody_count'>,
  lineId: Id<'custody_count_line'>,
  { found, remark }: CountLine,
): Promise<void> {
  await counting(context, id);
  const line = await context.tx
    .selectFrom('custody_count_line')
    .select(['item_id', 'expected_seq'])
    .where('id', '=', lineId)
    .where('count_id', '=', id)
    .executeTakeFirst();
  if (!line || line.item_id === null) throw new NotFound('custody.line_unknown');
  const wrong = whyNotFound((await entryOf(context, line.item_id, line.expected_seq!)).state, found);
  if (wrong) throw new Invalid(wrong.code, wrong.params);
  const who = { found_at: context.now, found_by_id: actingPerson(context) };
  await context.tx
    .updateTable('custody_count_line')
    .set({ found, remark, ...who })
    .where('id', '=', lineId)
    .execute();
  await record(context, {
    subject: { type: 'custody_count', id },
    type: 'custody_count.line_counted',
    data: { line: lineId, found },
  });
}

/** Something was found that is in no book. */
export async function addSurplus(context: Context, id: Id<'custody_count'>, input: Surplus): Promise<void> {
  await counting(context, id);
  const line = entered(context, {
    count_id: id,
    label: input.label,
    found: 'surplus',
    remark: input.remark,
    found_at: context.now,
    found_by_id: actingPerson(context),
    ...(input.id ? { id: input.id } : {}),
  });
  const fresh = await context.tx
    .insertInto('custody_count_line')
    .values(line)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  if (Number(fresh.numInsertedOrUpdatedRows) === 0) return;
  const data = { line: line.id, found: 'surplus' };
  await record(context, { subject: { type: 'custody_count', id }, type: 'custody_count.line_counted', data });
}

/** Every line was looked at. Differences are owed to be settled from now on, by whoever stands above the desk. */
export async function completeCount(context: Context, id: Id<'custody_count'>): Promise<void> {
  const count = await lockCount(context, id);
  orForbid(whyNotKeep(context.actor, count.centre_id));
  const lines = await context.tx.selectFrom('custody_count_line').select('found').where('count_id', '=', id).execute();
  orRefuse(
    whyNotComplete(
      standingOf(count),
      lines.map(({ found }) => ({ found, settled: false })),
    ),
  );
  const differences = lines.filter(({ found }) => found !== 'as_booked').length;
  const done = { done_at: context.now, done_by_id: actingPerson(context) };
  await context.tx
    .updateTable('custody_count')
    .set({ ...done, settled_at: differences === 0 ? context.now : null })
    .where('id', '=', id)
    .execute();
  await keepCommitments(context, { subjectId: id, kinds: [COUNT] });
  if (differences > 0) await oweSettling(context, count);
  const data = { lines: lines.length, differences };
  await record(context, { subject: { type: 'custody_count', id }, type: 'custody_count.completed', data });
}

async function oweSettling(context: Context, { id, centre_id: centreId }: Count): Promise<void> {
  const { limits } = await settingsOf(context);
  const limit = limits.settleCount ?? limits.replyNotice;
  const where = { centreId, departmentId: null };
  const [ownerId] = await whoIsTold(context, { to: 'supervisor', centreId });
  await startCommitments(context, [
    {
      kind: SETTLE,
      subject: { type: 'custody_count', id },
      ticketId: null,
      ownerId: ownerId ?? null,
      ...where,
      calendarId: await calendarFor(context.tx, limit.calendar, where),
      limit,
      startedAt: context.now,
    },
  ]);
}
