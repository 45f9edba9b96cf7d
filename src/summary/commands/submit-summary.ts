import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { json } from '../../kernel/json.ts';
import { NotFound, orRefuse } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import { whoIsTold } from '../../organisation/queries.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { owedOn } from '../facts.ts';
import type { SubmitSummary } from '../inputs.ts';
import { statisticsOf } from '../statistics.ts';
import { whyNotSubmit } from '../summary.ts';
import { beginWeeksAfter } from './begin-week.ts';

/**
 * The summary goes to the centre manager (COMP-12): its figures are kept as they stand now, with the words of whoever
 * answers for them, and are never changed.
 */
export async function submitSummary(context: Context, id: Id<'summary'>, input: SubmitSummary): Promise<void> {
  const { tx, now, actor } = context;
  const summary = await tx
    .selectFrom('weekly_summary')
    .selectAll()
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!summary) throw new NotFound('summary.unknown');
  const owed = await owedOn(tx, id);
  const centreId = summary.centre_id;
  orForbid(can(actor, 'report.see', { people: [owed.ownerId], departments: [summary.department_id], centreId }));
  orRefuse(whyNotSubmit(summary, owed, actor, now));
  const by = actingPerson(context);
  const [addressee = null] = await whoIsTold(context, { to: 'centre_manager', centreId });
  await tx
    .updateTable('weekly_summary')
    .set({
      statistics: json(await statisticsOf(context, summary)),
      text: input.text,
      measures: input.measures,
      submitted_at: now,
      submitted_by_id: by,
      addressee_id: addressee,
    })
    .where('id', '=', id)
    .execute();
  await keepCommitments(context, { subjectId: id, kinds: ['weekly_summary'] });
  // the clock has begun it by now, unless this came in before the clock woke
  await beginWeeksAfter(context, [id]);
  await record(context, {
    subject: { type: 'summary', id },
    type: 'summary.submitted',
    data: { week: summary.week, addressee },
  });
}
