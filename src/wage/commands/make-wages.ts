import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { json } from '../../kernel/json.ts';
import { NotFound, orRefuse } from '../../kernel/refusal.ts';
import { oweKeeper } from '../../attendance/commands/months.ts';
import { rulesOf } from '../../attendance/facts.ts';
import { orForbid } from '../../organisation/can.ts';
import { centreOf } from '../../organisation/queries.ts';
import { readStaff } from '../../organisation/staff.ts';
import { settingsOf } from '../../pack/settings.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { lockTable, wageLines, whyNotSeeWages } from '../facts.ts';
import type { Adjust, SetBase } from '../inputs.ts';
import { USUAL_WAGES } from '../rules.ts';
import { OWED_AS, whyNotChange, whyNotClose } from '../wage.ts';

/** A reviewed month owes its wage table (WFRC-02); begun already, it stays. */
export async function beginWages(context: Context, monthId: Id<'attendance_month'>): Promise<void> {
  const { tx, now } = context;
  const month = await tx
    .selectFrom('attendance_month')
    .select(['id', 'centre_id', 'begins'])
    .where('id', '=', monthId)
    .executeTakeFirstOrThrow();
  const { wages = USUAL_WAGES } = await rulesOf(context);
  const id = newId<'wage_table'>(now);
  const fresh = await tx
    .insertInto('wage_table')
    .values({
      id,
      month_id: month.id,
      centre_id: month.centre_id,
      begins: month.begins,
      currency: wages.currency,
      begun_at: now,
      closed_at: null,
      closed_by_id: null,
      lines: null,
    })
    .onConflict((conflict) => conflict.column('month_id').doNothing())
    .executeTakeFirst();
  if (Number(fresh.numInsertedOrUpdatedRows) === 0) return;
  const { limits } = await settingsOf(context);
  const limit = limits.makeWages ?? limits.acceptHandover;
  const owed = { centreId: month.centre_id, limit, startedAt: now };
  await oweKeeper(context, { type: 'wage_table', id }, OWED_AS, owed);
  await record(context, {
    subject: { type: 'wage_table', id },
    type: 'wage_table.begun',
    data: { begins: month.begins },
  });
}

/** What somebody earns from a month on: an entry with its reason; what held before stays. The journal holds no amount. */
export async function setBase(context: Context, input: SetBase): Promise<void> {
  const { tx, now } = context;
  orForbid(whyNotSeeWages(context, await centreOf(context)));
  if (!(await readStaff(context)).people.has(input.personId)) throw new NotFound('person.unknown');
  const { id, personId, amount, from, why } = input;
  const fresh = await tx
    .insertInto('wage_base')
    .values({
      id,
      person_id: personId,
      amount,
      from_month: `${from}-01`,
      by_id: actingPerson(context),
      at: now,
      why,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  if (Number(fresh.numInsertedOrUpdatedRows) === 0) return;
  await record(context, { subject: { type: 'wage_base', id }, type: 'wage_base.set', data: { personId, from } });
}

/** Something is added or taken off by hand, with its reason, while the table is open. */
export async function adjustWage(context: Context, tableId: Id<'wage_table'>, input: Adjust): Promise<void> {
  const { tx, now } = context;
  const table = await lockTable(context, tableId);
  orForbid(whyNotSeeWages(context, table.centre_id));
  orRefuse(whyNotChange(table));
  const { id, personId, amount, why } = input;
  const lines = await wageLines(context, table);
  if (!lines.some((line) => line.personId === personId)) throw new NotFound('person.unknown');
  const fresh = await tx
    .insertInto('wage_adjustment')
    .values({ id, table_id: tableId, person_id: personId, amount, by_id: actingPerson(context), at: now, why })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  if (Number(fresh.numInsertedOrUpdatedRows) === 0) return;
  await record(context, {
    subject: { type: 'wage_table', id: tableId },
    type: 'wage_table.adjusted',
    data: { personId, adjustmentId: id },
  });
}

/** Closed, dated, by the post that keeps it: its lines stand as they are, and each sees his own. */
export async function closeWages(context: Context, id: Id<'wage_table'>): Promise<void> {
  const { tx, now } = context;
  const table = await lockTable(context, id);
  orForbid(whyNotSeeWages(context, table.centre_id));
  const month = await tx
    .selectFrom('attendance_month')
    .select('reviewed_at')
    .where('id', '=', table.month_id)
    .forShare()
    .executeTakeFirstOrThrow();
  const lines = await wageLines(context, table);
  orRefuse(whyNotClose(table, month.reviewed_at !== null, lines));
  await tx
    .updateTable('wage_table')
    .set({ closed_at: now, closed_by_id: actingPerson(context), lines: json(lines) })
    .where('id', '=', id)
    .execute();
  await keepCommitments(context, { subjectId: id, kinds: [OWED_AS] });
  await record(context, {
    subject: { type: 'wage_table', id },
    type: 'wage_table.closed',
    data: { begins: table.begins, people: lines.length },
  });
}
