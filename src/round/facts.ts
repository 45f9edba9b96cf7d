import type { Selectable } from 'kysely';
import type { Id } from '../kernel/id.ts';
import { NotFound } from '../kernel/refusal.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { Thing } from '../organisation/can.ts';
import type { Tx } from '../platform/tx.ts';
import { whyNotLadder } from '../pack/check-ladder.ts';
import { currentKinds } from '../pack/kinds.ts';
import type { Context } from '../platform/context.ts';
import type { PlanContent } from './plan.ts';
import { whyNotRoundPlan } from './plan.ts';
import type { Letters } from './round.ts';
import type { RoundPlanTable, RoundPlanVersionTable, RoundResultTable, RoundTable } from './table.ts';

export type Round = Selectable<RoundTable>;
export type RoundResult = Selectable<RoundResultTable>;
/** A plan in the version that holds now. */
export type Plan = Selectable<RoundPlanTable> &
  Pick<Selectable<RoundPlanVersionTable>, 'post_id' | 'follow_up_post_id'> & {
    content: PlanContent;
  };

function plans(tx: Tx) {
  return tx
    .selectFrom('round_plan')
    .innerJoin('round_plan_version', (join) =>
      join
        .onRef('round_plan_version.plan_id', '=', 'round_plan.id')
        .onRef('round_plan_version.version', '=', 'round_plan.version'),
    )
    .selectAll('round_plan')
    .select(['round_plan_version.content', 'round_plan_version.post_id', 'round_plan_version.follow_up_post_id']);
}

/** Who by name answers for a plan now, as long as he works here. */
export async function keeperOf(tx: Tx, planId: Id<'round_plan'>): Promise<Id<'person'> | null> {
  const row = await tx
    .selectFrom('round_keeper')
    .leftJoin('person', 'person.id', 'round_keeper.person_id')
    .select(['person_id', 'left_at'])
    .where('plan_id', '=', planId)
    .orderBy('no', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && row.left_at === null ? row.person_id : null;
}

/** The plans by which rounds are begun, a handful. */
export async function openPlans(tx: Tx): Promise<Plan[]> {
  const rows = await plans(tx).where('closed_at', 'is', null).orderBy('id').execute();
  return rows as Plan[];
}

/** A plan, locked; none: it is a new one. */
export async function findPlan(tx: Tx, id: Id<'round_plan'>): Promise<Plan | undefined> {
  const row = await plans(tx).where('id', '=', id).forNoKeyUpdate('round_plan').executeTakeFirst();
  return row as Plan | undefined;
}

export async function lockPlan(tx: Tx, id: Id<'round_plan'>): Promise<Plan> {
  const plan = await findPlan(tx, id);
  if (!plan) throw new NotFound('round_plan.unknown');
  return plan;
}

type Wanted = { content: PlanContent; postId: Id<'post'>; followUpPostId?: Id<'post'> | null | undefined };

/** Everything wrong with a plan here: itself, the kinds its faults open, and posts that are not there or given up. */
export async function faultsOfPlan(context: Context, { content, postId, followUpPostId }: Wanted): Promise<Refusal[]> {
  const kinds = new Set((await currentKinds(context)).map(({ key }) => key));
  const wanted = { postId, ...(followUpPostId ? { followUpPostId } : {}) };
  const posts = await context.tx
    .selectFrom('post')
    .select('id')
    .where('id', 'in', Object.values(wanted))
    .where('closed_at', 'is', null)
    .execute();
  const wrong = whyNotRoundPlan(content, kinds);
  return [
    ...(wrong ? [wrong] : []),
    ...whyNotLadder(content.ladder, 'ladder'),
    ...Object.entries(wanted)
      .filter(([, id]) => !posts.some((post) => post.id === id))
      .map(([path]) => refusal('post.unknown', { path })),
  ];
}

export async function lockRound(tx: Tx, id: Id<'round'>): Promise<Round> {
  const row = await tx.selectFrom('round').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
  if (!row) throw new NotFound('round.unknown');
  return row;
}

/** The plan as it was when the round was begun. */
export async function planOfRound(tx: Tx, round: Pick<Round, 'plan_id' | 'version'>) {
  const row = await tx
    .selectFrom('round_plan_version')
    .select(['content', 'follow_up_post_id'])
    .where('plan_id', '=', round.plan_id)
    .where('version', '=', round.version)
    .executeTakeFirstOrThrow();
  return { content: row.content as PlanContent, followUpPostId: row.follow_up_post_id };
}

/** Every result of a round, former ones too, in the order in which they were written down. */
export async function resultsOf(tx: Tx, roundId: Id<'round'>): Promise<RoundResult[]> {
  return tx
    .selectFrom('round_result')
    .selectAll()
    .where('round_id', '=', roundId)
    .orderBy('line')
    .orderBy('no')
    .execute();
}

/** The result that stands at each line. */
export function standingResults(results: readonly RoundResult[]): Map<string, RoundResult> {
  return new Map(results.map((one) => [one.line, one]));
}

export function lettersIn(content: PlanContent, known: ReadonlyMap<string, RoundResult>, dealtWith: number): Letters {
  const boxes = content.lines.filter((line) => line.record === 'letters');
  return { found: boxes.reduce((sum, { key }) => sum + (known.get(key)?.count ?? 0), 0), dealtWith };
}

/** Whom a round concerns. */
export function thingOf(round: Pick<Round, 'department_id' | 'centre_id'>): Thing {
  return { departments: [round.department_id], centreId: round.centre_id };
}
