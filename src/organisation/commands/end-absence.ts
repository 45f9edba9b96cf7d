import type { Id } from '../../kernel/id.ts';
import { NotFound, orRefuse, refusal } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { recall, record } from '../../platform/journal.ts';
import { orMayNotReport } from './report-absence.ts';

/** Back earlier than reported, or not going after all. What the successor took over stays with him. */
export async function endAbsence(context: Context, absenceId: Id<'absence'>): Promise<void> {
  const absence = await context.tx
    .selectFrom('absence')
    .selectAll()
    .where('id', '=', absenceId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!absence) throw new NotFound('absence.unknown');
  await orMayNotReport(context, absence.person_id);
  orRefuse(absence.ended_at === null ? null : refusal('absence.is_over'));
  await context.tx.updateTable('absence').set({ ended_at: context.now }).where('id', '=', absenceId).execute();
  await recall(context, absenceId);
  await record(context, {
    subject: { type: 'person', id: absence.person_id },
    type: 'absence.ended',
    data: { absenceId, begun: absence.begun_at !== null },
  });
}
