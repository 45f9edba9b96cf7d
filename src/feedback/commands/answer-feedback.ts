import type { z } from 'zod';
import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { NotFound, orRefuse } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { OWED_ON, whyNotAnswer } from '../feedback.ts';
import type { answerFeedbackInput } from '../inputs.ts';

/** The department says what it does about complaints, or its head that he knows an opinion; whoever gave it hears. */
export async function answerFeedback(
  context: Context,
  id: Id<'feedback'>,
  { reply }: z.output<typeof answerFeedbackInput>,
): Promise<void> {
  const { tx, now } = context;
  const found = await tx.selectFrom('feedback').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
  if (!found) throw new NotFound('feedback.unknown');
  const { addressee_id: addressee, department_id: department, centre_id: centreId } = found;
  orForbid(can(context.actor, 'rectification.answer', { people: [addressee], departments: [department], centreId }));
  orRefuse(whyNotAnswer(found, reply));
  await tx
    .updateTable('feedback')
    .set({ answered_at: now, answered_by_id: actingPerson(context), reply: reply === '' ? null : reply })
    .where('id', '=', id)
    .execute();
  await keepCommitments(context, { subjectId: id, kinds: [OWED_ON[found.sort]] });
  await record(context, {
    subject: { type: 'feedback', id },
    type: 'feedback.answered',
    data: { sort: found.sort, department, giver: found.by_id },
  });
}
