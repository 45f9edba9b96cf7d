import { cancelCommitments } from '../../commitment/commands/cancel-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { OWED_AS } from '../assessment.ts';

/** Of somebody who was entered by mistake: what nobody has assessed yet is owed no more, as if it had not begun. */
export async function takeBackAssessments(context: Context, personId: Id<'person'>): Promise<void> {
  const { tx } = context;
  const begun = await tx
    .selectFrom('staff_assessment')
    .select('id')
    .where('person_id', '=', personId)
    .where('submitted_at', 'is', null)
    .execute();
  for (const { id } of begun) {
    await cancelCommitments(context, { subjectId: id, kinds: [OWED_AS], reason: 'not_wanted' });
    await tx.deleteFrom('staff_assessment').where('id', '=', id).execute();
  }
}
