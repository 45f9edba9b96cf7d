import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { Invalid, NotFound } from '../../kernel/refusal.ts';
import { settingsOf } from '../../pack/settings.ts';
import type { Context } from '../../platform/context.ts';
import { clockOn } from '../clocks.ts';
import type { Improvement } from '../facts.ts';
import { whyNotMeasures } from '../improvement.ts';
import type { MeasureInput, PlanRound } from '../inputs.ts';
import { versionOfRule } from '../rules.ts';

/** Asked before anything is written, so that no number is used up: days, who checks, and whether everybody named works here. */
export async function requireMeasures(context: Context, checkById: Id<'person'>, input: PlanRound): Promise<void> {
  const wrong = whyNotMeasures(input.measures, { byId: checkById, at: input.checkAt }, context.now);
  if (wrong) throw new Invalid(wrong.code, wrong.params);
  const ids = [...new Set([checkById, ...input.measures.map((measure) => measure.personId)])];
  const found = await context.tx
    .selectFrom('person')
    .select('id')
    .where('id', 'in', ids)
    .where('left_at', 'is', null)
    .execute();
  if (found.length < ids.length) throw new NotFound('person.unknown');
}

/** The measures of a round, each a promise of its person, and the day on which it is looked at whether they worked. */
export async function setMeasures(context: Context, one: Improvement, input: PlanRound): Promise<void> {
  const { limits } = await settingsOf(context);
  const rows = [];
  const clocks = [];
  for (const [at, measure] of input.measures.entries()) {
    const commitmentId = newId<'commitment'>(context.now);
    rows.push(await rowOf(context, one, { measure, no: at + 1, commitmentId }));
    const { personId: ownerId, dueAt, text: words } = measure;
    clocks.push(
      await clockOn(context, one, {
        id: commitmentId,
        kind: 'measure',
        ownerId,
        limit: limits.replyNotice,
        dueAt,
        words,
      }),
    );
  }
  const check = { kind: 'check_improvement' as const, ownerId: one.check_by_id, limit: limits.verifyNotice };
  clocks.push(await clockOn(context, one, { ...check, dueAt: input.checkAt }));
  await startCommitments(context, clocks);
  await context.tx.insertInto('improvement_measure').values(rows).execute();
  await context.tx
    .updateTable('improvement')
    .set({ planned_at: context.now, check_at: input.checkAt, carried_out_at: null })
    .where('id', '=', one.id)
    .execute();
}

type Numbered = { measure: MeasureInput; no: number; commitmentId: Id<'commitment'> };

async function rowOf(context: Context, one: Improvement, { measure, no, commitmentId }: Numbered) {
  const { rule } = measure;
  return {
    id: newId<'improvement_measure'>(context.now),
    improvement_id: one.id,
    round: one.round,
    no,
    text: measure.text,
    person_id: measure.personId,
    due_at: measure.dueAt,
    commitment_id: commitmentId,
    rule_type: rule?.type ?? null,
    rule_key: rule?.key ?? null,
    rule_before: rule ? await versionOfRule(context, rule.type, rule.key ?? null) : null,
  };
}
