import type { Selectable } from 'kysely';
import type { Id } from '../kernel/id.ts';
import { NotFound } from '../kernel/refusal.ts';
import type { Thing } from '../organisation/can.ts';
import { can, orForbid } from '../organisation/can.ts';
import type { Context } from '../platform/context.ts';
import { record } from '../platform/journal.ts';
import type { Tx } from '../platform/tx.ts';
import type { Questionnaire } from './questionnaire.ts';
import type { SurveyState } from './survey.ts';
import { stateOf } from './survey.ts';
import type { SurveyPlanTable, SurveyReceiverTable, SurveyRoundTable } from './table.ts';

export type Plan = Selectable<SurveyPlanTable>;
export type Receiver = Selectable<SurveyReceiverTable>;
export type Round = Omit<Selectable<SurveyRoundTable>, 'questionnaire'> & {
  questionnaire: Questionnaire;
  /** The newest version of its plan; null: none is written. */
  plan: Plan | null;
  state: SurveyState;
};

export async function planOf(tx: Tx, id: Id<'survey_round'>): Promise<Plan | null> {
  const plans = tx.selectFrom('survey_plan').selectAll().where('round_id', '=', id);
  return (await plans.orderBy('version', 'desc').limit(1).executeTakeFirst()) ?? null;
}

/** Whom a round concerns: those whom its plan names, and the department that owes it. */
export function thingOfRound(round: Pick<Round, 'centre_id' | 'department_id' | 'plan'>): Required<Thing> {
  const { plan } = round;
  return {
    people: plan === null ? [] : [plan.statistician_id, plan.distributor_id, plan.collector_id],
    departments: [round.department_id],
    centreId: round.centre_id,
  };
}

function asRound(row: Selectable<SurveyRoundTable>, plan: Plan | null): Round {
  const waits = plan !== null && plan.verdict === null;
  return { ...row, questionnaire: row.questionnaire as Questionnaire, plan, state: stateOf({ ...row, waits }) };
}

/** A round, locked for a change. */
export async function lockRound({ tx }: Context, id: Id<'survey_round'>): Promise<Round> {
  const row = await tx
    .selectFrom('survey_round')
    .selectAll()
    .where('id', '=', id)
    .where('dropped_at', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!row) throw new NotFound('survey.unknown');
  return asRound(row, await planOf(tx, id));
}

/** A round that the actor may see. */
export async function roundSeen(context: Context, id: Id<'survey_round'>): Promise<Round> {
  const rows = context.tx.selectFrom('survey_round').selectAll().where('id', '=', id).where('dropped_at', 'is', null);
  const row = await rows.executeTakeFirst();
  if (!row) throw new NotFound('survey.unknown');
  const round = asRound(row, await planOf(context.tx, id));
  orForbid(can(context.actor, 'survey.see', thingOfRound(round)));
  return round;
}

/** What happens on a round stands in its own journal. */
export async function note(
  context: Context,
  id: Id<'survey_round'>,
  type: string,
  data: Record<string, unknown> = {},
): Promise<void> {
  await record(context, { subject: { type: 'survey_round', id }, type: `survey.${type}`, data });
}
