import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { NotFound, orRefuse } from '../../kernel/refusal.ts';
import { orForbid } from '../../organisation/can.ts';
import { departments } from '../../organisation/house.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { whyNotWrite } from '../daily-record.ts';
import { lockRecord, whyNotKeep } from '../facts.ts';
import type { AddLine } from '../inputs.ts';

/** Completes the record by hand with what stands in no ticket (COMP-20). The same id again adds nothing twice. */
export async function addLine(
  context: Context,
  recordId: Id<'daily_record'>,
  input: AddLine,
): Promise<Id<'daily_line'>> {
  const found = await lockRecord(context, recordId);
  orForbid(whyNotKeep(context, found));
  orRefuse(whyNotWrite(found));
  const department = (await departments(context)).get(input.departmentId);
  if (!department || department.closed_at !== null || department.centre_id !== found.centre_id)
    throw new NotFound('department.unknown');
  const id = input.id ?? newId<'daily_line'>(context.now);
  const fresh = await context.tx
    .insertInto('daily_line')
    .values({
      id,
      record_id: recordId,
      department_id: input.departmentId,
      sort: input.sort,
      text: input.text,
      by_id: actingPerson(context),
      at: context.now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  if (Number(fresh.numInsertedOrUpdatedRows) > 0) await note(context, recordId, 'line_added', id);
  return id;
}

/** Takes a line out that was written by mistake, while the record is not handed over. */
export async function removeLine(context: Context, recordId: Id<'daily_record'>, id: Id<'daily_line'>): Promise<void> {
  const found = await lockRecord(context, recordId);
  orForbid(whyNotKeep(context, found));
  orRefuse(whyNotWrite(found));
  const gone = await context.tx
    .deleteFrom('daily_line')
    .where('id', '=', id)
    .where('record_id', '=', recordId)
    .executeTakeFirst();
  if (Number(gone.numDeletedRows) === 0) throw new NotFound('daily_record.line_unknown');
  await note(context, recordId, 'line_removed', id);
}

function note(context: Context, id: Id<'daily_record'>, what: string, line: Id<'daily_line'>): Promise<void> {
  return record(context, { subject: { type: 'daily_record', id }, type: `daily_record.${what}`, data: { line } });
}
