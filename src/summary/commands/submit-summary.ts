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
import { figuresOf } from '../figures.ts';
import { OWED_AS, whyNotSubmit } from '../summary.ts';
import { beginSummariesAfter } from './begin-summaries.ts';

/**
 * The summary goes to the centre manager (COMP-12, REPT-06): its figures are kept as they stand now, with the words of whoever
 * answers for them, and are never changed.
 */
export async function submitSummary(context: Context, id: Id<'summary'>, input: SubmitSummary): Promise<void> {
  const { tx, now, actor } = context;
  const summary = await tx.selectFrom('summary').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
  if (!summary) throw new NotFound('summary.unknown');
  const owed = await owedOn(tx, id);
  const centreId = summary.centre_id;
  orForbid(can(actor, 'report.see', { people: [owed.ownerId], departments: [summary.department_id], centreId }));
  orRefuse(whyNotSubmit(summary, owed, actor, now));
  const by = actingPerson(context);
  const [addressee = null] = await whoIsTold(context, { to: 'centre_manager', centreId });
  await tx
    .updateTable('summary')
    .set({
      statistics: json(await figuresOf(context, summary)),
      text: input.text,
      measures: input.measures,
      submitted_at: now,
      submitted_by_id: by,
      addressee_id: addressee,
    })
    .where('id', '=', id)
    .execute();
  await keepCommitments(context, { subjectId: id, kinds: [OWED_AS[summary.period]] });
  // the clock has begun it by now, unless this came in before the clock woke
  await beginSummariesAfter(context, [id]);
  await record(context, {
    subject: { type: 'summary', id },
    type: 'summary.submitted',
    data: { period: summary.period, begins: summary.begins, addressee },
  });
}
