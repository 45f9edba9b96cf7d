import { cancelCommitments } from '../../commitment/commands/cancel-commitments.ts';
import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { DAY, plus } from '../../kernel/time.ts';
import { calendarFor } from '../../organisation/calendar-choice.ts';
import type { Context } from '../../platform/context.ts';
import { OWED_AS } from '../customer-archive.ts';
import type { Archive } from '../facts.ts';
import { archiveRulesOf } from '../facts.ts';

/** Its keeper owes to look after an archive within the time of the house, from now on (CUST-09). */
export async function oweTending(context: Context, archives: readonly Archive[]): Promise<void> {
  const { tend } = await archiveRulesOf(context);
  const owed = [];
  for (const one of archives) {
    const where = { centreId: one.centre_id, departmentId: one.department_id };
    owed.push({
      kind: OWED_AS,
      subject: { type: 'customer_archive' as const, id: one.id },
      ticketId: null,
      ownerId: one.keeper_id,
      ...where,
      calendarId: await calendarFor(context.tx, tend.calendar, where),
      limit: tend,
      startedAt: context.now,
    });
  }
  await startCommitments(context, owed);
}

/** Something was filed, taken out or put in order: it was looked after, and is to be again. What is done within a day is one act. */
export async function touch(context: Context, archive: Archive): Promise<void> {
  const { tx, now } = context;
  await tx.updateTable('customer_archive').set({ touched_at: now }).where('id', '=', archive.id).execute();
  if (archive.touched_at > plus(now, -DAY)) return;
  await keepCommitments(context, { subjectId: archive.id, kinds: [OWED_AS] });
  await oweTending(context, [archive]);
}

/** The customer was erased: what was filed of him goes, and nobody looks after it any more. */
export async function emptyArchiveOf(context: Context, customerId: Id<'customer'>): Promise<void> {
  const { tx } = context;
  const archive = await tx
    .selectFrom('customer_archive')
    .select('id')
    .where('customer_id', '=', customerId)
    .executeTakeFirst();
  if (!archive) return;
  await cancelCommitments(context, { subjectId: archive.id, reason: 'customer_erased' });
  await tx.deleteFrom('customer_archive_entry').where('archive_id', '=', archive.id).execute();
  await tx.deleteFrom('customer_archive_look').where('archive_id', '=', archive.id).execute();
  await tx.deleteFrom('customer_archive_change').where('archive_id', '=', archive.id).execute();
  await tx.deleteFrom('customer_archive').where('id', '=', archive.id).execute();
}
