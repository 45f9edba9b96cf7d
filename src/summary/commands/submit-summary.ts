import type { Selectable } from 'kysely';
import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { json } from '../../kernel/json.ts';
import { NotFound, orRefuse } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import { holdersOf, whoIsTold } from '../../organisation/queries.ts';
import { readStaff } from '../../organisation/staff.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { Owing } from '../../commitment/queries.ts';
import { owedOn } from '../../commitment/queries.ts';
import type { SubmitSummary } from '../inputs.ts';
import { figuresOf } from '../figures.ts';
import type { Service } from '../summary.ts';
import { OWED_AS, whyNotSign, whyNotSubmit } from '../summary.ts';
import type { SummaryTable } from '../table.ts';
import { beginSummariesAfter } from './begin-summaries.ts';

/**
 * The summary goes to the centre manager (COMP-12, REPT-06), a service report, signed, to whoever stands above him: its figures are kept as they stand now, with the words of whoever
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
  const figures = await figuresOf(context, summary);
  if (summary.about === 'service') orRefuse(whyNotSign(input, (figures as Service).late, actor.name));
  const addressee = await addresseeOf(context, summary, owed);
  await tx
    .updateTable('summary')
    .set({
      statistics: json(figures),
      text: input.text,
      measures: input.measures,
      late_because: input.lateBecause,
      signed_as: summary.about === 'service' ? actor.name : null,
      submitted_at: now,
      submitted_by_id: by,
      addressee_id: addressee,
    })
    .where('id', '=', id)
    .execute();
  await keepCommitments(context, { subjectId: id, kinds: [OWED_AS[summary.about][summary.period]] });
  // the clock has begun it by now, unless this came in before the clock woke
  await beginSummariesAfter(context, [id]);
  await record(context, {
    subject: { type: 'summary', id },
    type: 'summary.submitted',
    data: { about: summary.about, period: summary.period, begins: summary.begins, addressee },
  });
}

/** A service report goes to whoever stands above the post that owes it; where nobody does, to the leader of the company. */
async function addresseeOf(
  context: Context,
  summary: Selectable<SummaryTable>,
  { postId }: Owing,
): Promise<Id<'person'> | null> {
  const centreId = summary.centre_id;
  if (summary.about === 'matters') return (await whoIsTold(context, { to: 'centre_manager', centreId }))[0] ?? null;
  const above = postId === null ? null : ((await readStaff(context)).posts.get(postId)?.superiorId ?? null);
  const holders = above === null ? [] : await holdersOf(context, { postId: above });
  return holders[0] ?? (await whoIsTold(context, { to: 'company_leader', centreId }))[0] ?? null;
}
