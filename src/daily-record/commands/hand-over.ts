import type { z } from 'zod';
import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { NotFound, orRefuse } from '../../kernel/refusal.ts';
import { calendarFor } from '../../organisation/calendar-choice.ts';
import { can, orForbid } from '../../organisation/can.ts';
import { headOfDepartment } from '../../organisation/queries.ts';
import { settingsOf } from '../../pack/settings.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { OWED_AS, whyNotAcknowledge, whyNotHandOver } from '../daily-record.ts';
import type { DailyRecord } from '../facts.ts';
import { drawUp, lockRecord, whyNotKeep } from '../facts.ts';
import type { acknowledgeInput, handOverInput } from '../inputs.ts';
import { beginRecordsAfter } from './begin-records.ts';

/**
 * Hands the day's record over to every department it holds something for, directly (COMP-20): its lines are kept as they stand
 * now, and each department owes it to say that it has them.
 */
export async function handOver(
  context: Context,
  id: Id<'daily_record'>,
  { remark }: z.output<typeof handOverInput>,
): Promise<void> {
  const found = await lockRecord(context, id);
  orForbid(whyNotKeep(context, found));
  orRefuse(whyNotHandOver(found, context.now));
  const lines = (await drawUp(context, found)).map((line) => ({
    id: newId<'daily_line'>(context.now),
    record_id: id,
    department_id: line.departmentId,
    sort: line.sort,
    ticket_id: line.ticketId,
    at: context.now,
  }));
  if (lines.length > 0) await context.tx.insertInto('daily_line').values(lines).execute();
  await context.tx
    .updateTable('daily_record')
    .set({ remark, handed_at: context.now, handed_by_id: actingPerson(context) })
    .where('id', '=', id)
    .execute();
  await keepCommitments(context, { subjectId: id, kinds: [OWED_AS.record] });
  const addressees = await handToDepartments(context, found);
  // the clock has begun it by now, unless this came in before the clock woke
  await beginRecordsAfter(context, [id]);
  await record(context, {
    subject: { type: 'daily_record', id },
    type: 'daily_record.handed_over',
    data: { begins: found.begins, lines: lines.length, addressees },
  });
}

async function handToDepartments(context: Context, found: DailyRecord): Promise<Id<'person'>[]> {
  const concerned = await context.tx
    .selectFrom('daily_line')
    .select('department_id')
    .distinct()
    .where('record_id', '=', found.id)
    .orderBy('department_id')
    .execute();
  const parts = [];
  for (const { department_id: department } of concerned)
    parts.push({ department, addressee: await headOfDepartment(context, department) });
  if (parts.length === 0) return [];
  await context.tx
    .insertInto('daily_handover')
    .values(
      parts.map((part) => ({ record_id: found.id, department_id: part.department, addressee_id: part.addressee })),
    )
    .execute();
  const limit = (await settingsOf(context)).limits.acceptNotice;
  const owed = [];
  for (const { department, addressee } of parts) {
    const where = { centreId: found.centre_id, departmentId: department };
    owed.push({
      kind: OWED_AS.handover,
      subject: { type: 'daily_record' as const, id: found.id },
      ticketId: null,
      ownerId: addressee,
      ...where,
      calendarId: await calendarFor(context.tx, limit.calendar, where),
      limit,
      startedAt: context.now,
    });
  }
  await startCommitments(context, owed);
  return [...new Set(parts.flatMap(({ addressee }) => addressee ?? []))];
}

/** The department says that it has its part. */
export async function acknowledge(
  context: Context,
  id: Id<'daily_record'>,
  { departmentId }: z.output<typeof acknowledgeInput>,
): Promise<void> {
  const found = await lockRecord(context, id);
  const part = await context.tx
    .selectFrom('daily_handover')
    .selectAll()
    .where('record_id', '=', id)
    .where('department_id', '=', departmentId)
    .executeTakeFirst();
  if (!part) throw new NotFound('daily_record.no_part');
  const thing = { people: [part.addressee_id], departments: [departmentId], centreId: found.centre_id };
  orForbid(can(context.actor, 'rectification.answer', thing));
  orRefuse(whyNotAcknowledge(part));
  await context.tx
    .updateTable('daily_handover')
    .set({ acknowledged_at: context.now, acknowledged_by_id: actingPerson(context) })
    .where('record_id', '=', id)
    .where('department_id', '=', departmentId)
    .execute();
  await keepCommitments(context, { subjectId: id, departmentId, kinds: [OWED_AS.handover] });
  await record(context, {
    subject: { type: 'daily_record', id },
    type: 'daily_record.acknowledged',
    data: { department: departmentId },
  });
}
