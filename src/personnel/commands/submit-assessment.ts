import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { Forbidden, Invalid, NotFound, orRefuse } from '../../kernel/refusal.ts';
import { readStaff } from '../../organisation/staff.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { OWED_AS, whyNotConfirm, whyNotMarks, whyNotSubmit } from '../assessment.ts';
import type { SubmitAssessment } from '../inputs.ts';
import { whyNotAssess } from '../may.ts';
import { beginAssessmentsAfter } from './begin-assessments.ts';

/**
 * Somebody's work of a period, scored indicator by indicator (PERF-01, PERF-03), by whoever stands in the post that owes it or over
 * the member. Once, when the period is over; he is told, and reads and confirms it himself.
 */
export async function submitAssessment(
  context: Context,
  id: Id<'staff_assessment'>,
  input: SubmitAssessment,
): Promise<void> {
  const { tx, now, actor } = context;
  const row = await lockAssessment(context, id);
  const why = whyNotAssess(await readStaff(context), actor, row);
  // whom it does not concern learns nothing, not even that there is one
  if (why)
    throw row.person_id === actor.personId ? new Forbidden(why.code, why.params) : new NotFound('assessment.unknown');
  orRefuse(whyNotSubmit(row, now));
  const wrong = whyNotMarks(row.definition, input.marks);
  if (wrong) throw new Invalid(wrong.code, wrong.params);
  await tx
    .updateTable('staff_assessment')
    .set({ remark: input.remark, submitted_at: now, submitted_by_id: actingPerson(context) })
    .where('id', '=', id)
    .execute();
  const marks = row.definition.indicators.map(({ key: indicator }, no) => {
    const { mark, remark } = input.marks.find((one) => one.indicator === indicator)!;
    return { assessment_id: id, no, indicator, mark, remark };
  });
  await tx.insertInto('staff_assessment_mark').values(marks).execute();
  await keepCommitments(context, { subjectId: id, kinds: [OWED_AS] });
  // the clock has begun the next by now, unless this came in before the clock woke
  await beginAssessmentsAfter(context, [id]);
  const data = { personId: row.person_id };
  await record(context, { subject: { type: 'staff_assessment', id }, type: 'staff_assessment.submitted', data });
}

/** "I have read it", said by the member alone, with what he says to it. */
export async function confirmAssessment(
  context: Context,
  id: Id<'staff_assessment'>,
  { comment }: { comment: string },
): Promise<void> {
  const row = await lockAssessment(context, id);
  const own = row.person_id === context.actor.personId;
  if (!own && whyNotAssess(await readStaff(context), context.actor, row)) throw new NotFound('assessment.unknown');
  orRefuse(whyNotConfirm(row, own));
  await context.tx
    .updateTable('staff_assessment')
    .set({ comment, confirmed_at: context.now })
    .where('id', '=', id)
    .execute();
  const data = { by: row.submitted_by_id };
  await record(context, { subject: { type: 'staff_assessment', id }, type: 'staff_assessment.confirmed', data });
}

async function lockAssessment({ tx }: Context, id: Id<'staff_assessment'>) {
  const row = await tx
    .selectFrom('staff_assessment')
    .selectAll()
    .where('id', '=', id)
    .where('dropped_at', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!row) throw new NotFound('assessment.unknown');
  return row;
}
