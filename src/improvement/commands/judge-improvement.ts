import type { z } from 'zod';
import { cancelCommitments } from '../../commitment/commands/cancel-commitments.ts';
import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { orRefuse } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { lockImprovement, thingOfImprovement } from '../facts.ts';
import { IMPROVEMENT_CLOCKS, whyNotJudge, whyNotPlan, whyNotWithdraw } from '../improvement.ts';
import type { judgeInput, PlanRound, withdrawImprovementInput } from '../inputs.ts';
import { beginRound } from './begin-round.ts';
import { requireMeasures, setMeasures } from './set-measures.ts';

/** Whether it worked, by the person named: it did, and is over; or it did not, and another round of measures is owed. */
export async function judgeImprovement(
  context: Context,
  id: Id<'improvement'>,
  input: z.output<typeof judgeInput>,
): Promise<void> {
  const { tx, now } = context;
  const one = await lockImprovement(context, id);
  orForbid(can(context.actor, 'rectification.see', thingOfImprovement(one)));
  orRefuse(whyNotJudge(one, context.actor));
  const by = actingPerson(context);
  const verdict = input.worked ? ('worked' as const) : ('did_not' as const);
  await tx
    .insertInto('improvement_verdict')
    .values({ improvement_id: id, round: one.round, verdict, text: input.text, by_id: by, at: now })
    .execute();
  await keepCommitments(context, { subjectId: id, kinds: ['check_improvement'] });
  if (input.worked) await tx.updateTable('improvement').set({ closed_at: now }).where('id', '=', id).execute();
  else await beginRound(context, one);
  await record(context, {
    subject: { type: 'improvement', id },
    type: input.worked ? 'improvement.worked' : 'improvement.did_not_work',
    data: { number: one.number, addressee: one.addressee_id, opener: one.opened_by_id },
  });
}

/** The measures of another round, by who answers for the department or who opened it. */
export async function planRound(context: Context, id: Id<'improvement'>, input: PlanRound): Promise<void> {
  const one = await lockImprovement(context, id);
  orForbid(whyNotSetRound(context, one));
  orRefuse(whyNotPlan(one));
  await requireMeasures(context, one.check_by_id, input);
  await setMeasures(context, one, input);
  await keepCommitments(context, { subjectId: id, kinds: ['plan_measures'] });
  await record(context, {
    subject: { type: 'improvement', id },
    type: 'improvement.planned',
    data: { number: one.number, round: one.round, doers: input.measures.map((measure) => measure.personId) },
  });
}

/** Also what the page asks. */
export function whyNotSetRound(context: Context, one: Parameters<typeof thingOfImprovement>[0]) {
  const { addressee_id: addressee, opened_by_id: opener, department_id: department, centre_id: centreId } = one;
  const answers = can(context.actor, 'rectification.answer', {
    people: [addressee],
    departments: [department],
    centreId,
  });
  if (answers === null) return null;
  const opened = can(context.actor, 'rectification.issue', { people: [opener], departments: [department], centreId });
  return opened === null ? null : answers;
}

/** Opened in error: nothing is owed on it any more. Its number, and why, stay. */
export async function withdrawImprovement(
  context: Context,
  id: Id<'improvement'>,
  { reason }: z.output<typeof withdrawImprovementInput>,
): Promise<void> {
  const one = await lockImprovement(context, id);
  const { opened_by_id: opener, department_id: department, centre_id: centreId } = one;
  orForbid(can(context.actor, 'rectification.issue', { people: [opener], departments: [department], centreId }));
  orRefuse(whyNotWithdraw(one));
  await context.tx
    .updateTable('improvement')
    .set({ withdrawn_at: context.now, withdrawn_by_id: actingPerson(context), withdrawn_reason: reason })
    .where('id', '=', id)
    .execute();
  await cancelCommitments(context, { subjectId: id, kinds: IMPROVEMENT_CLOCKS, reason: 'improvement_withdrawn' });
  await record(context, {
    subject: { type: 'improvement', id },
    type: 'improvement.withdrawn',
    data: { number: one.number, addressee: one.addressee_id },
  });
}
