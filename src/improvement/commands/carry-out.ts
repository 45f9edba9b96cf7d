import type { z } from 'zod';
import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { NotFound, orRefuse, Refused } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { Improvement } from '../facts.ts';
import { lockImprovement, thingOfImprovement } from '../facts.ts';
import { stateOf, whyNotAcknowledge } from '../improvement.ts';
import type { reportMeasureInput } from '../inputs.ts';
import { versionOfRule } from '../rules.ts';

/** The department's head says that he has it. */
export async function acknowledgeImprovement(context: Context, id: Id<'improvement'>): Promise<void> {
  const one = await lockImprovement(context, id);
  const { addressee_id: addressee, department_id: department, centre_id: centreId } = one;
  orForbid(can(context.actor, 'rectification.answer', { people: [addressee], departments: [department], centreId }));
  orRefuse(whyNotAcknowledge(one));
  await context.tx
    .updateTable('improvement')
    .set({ acknowledged_by_id: actingPerson(context), acknowledged_at: context.now })
    .where('id', '=', id)
    .execute();
  await keepCommitments(context, { subjectId: id, kinds: ['acknowledge_improvement'] });
  await record(context, {
    subject: { type: 'improvement', id },
    type: 'improvement.acknowledged',
    data: { number: one.number },
  });
}

/**
 * A measure is carried out: reported by who owes it, or who answers for the department. One that changes a rule is carried out
 * when a later version of that rule is in force (PRIN-14). With the last of a round, it is waited for whether they worked.
 */
export async function reportMeasure(
  context: Context,
  id: Id<'improvement_measure'>,
  input: z.output<typeof reportMeasureInput>,
): Promise<void> {
  const { tx, now } = context;
  const found = await tx.selectFrom('improvement_measure').selectAll().where('id', '=', id).executeTakeFirst();
  if (!found) throw new NotFound('improvement.measure_unknown');
  const one = await lockImprovement(context, found.improvement_id);
  const measure = await tx.selectFrom('improvement_measure').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  orForbid(whyNotReport(context, one, measure.person_id));
  if (stateOf(one) !== 'running' || measure.round !== one.round || measure.done_at !== null)
    throw new Refused('improvement.measure_done');
  const after = measure.rule_type === null ? null : await versionOfRule(context, measure.rule_type, measure.rule_key);
  if (after !== null && after <= measure.rule_before!)
    throw new Refused('improvement.rule_unchanged', { version: measure.rule_before! });
  await tx
    .updateTable('improvement_measure')
    .set({ done_at: now, done_by_id: actingPerson(context), done_text: input.text, rule_after: after })
    .where('id', '=', id)
    .execute();
  await keepCommitments(context, { ids: [measure.commitment_id] });
  await record(context, {
    subject: { type: 'improvement', id: one.id },
    type: 'improvement.measure_done',
    data: { number: one.number, measure: id, no: measure.no },
  });
  await endRound(context, one);
}

/** Also what the page asks, for each measure. */
export function whyNotReport(context: Context, one: Improvement, personId: Id<'person'>) {
  if (personId === context.actor.personId) return null;
  const { people: _, ...thing } = thingOfImprovement(one);
  return can(context.actor, 'rectification.answer', { ...thing, people: [one.addressee_id] });
}

async function endRound(context: Context, one: Improvement): Promise<void> {
  const left = await context.tx
    .selectFrom('improvement_measure')
    .select('id')
    .where('improvement_id', '=', one.id)
    .where('round', '=', one.round)
    .where('done_at', 'is', null)
    .executeTakeFirst();
  if (left) return;
  await context.tx.updateTable('improvement').set({ carried_out_at: context.now }).where('id', '=', one.id).execute();
  await record(context, {
    subject: { type: 'improvement', id: one.id },
    type: 'improvement.carried_out',
    data: { number: one.number, checker: one.check_by_id },
  });
}
