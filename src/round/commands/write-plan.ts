import type { Id } from '../../kernel/id.ts';
import { json } from '../../kernel/json.ts';
import { Invalid, NotFound, Stale } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import { centreOf } from '../../organisation/queries.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { faultsOfPlan, findPlan, lockPlan } from '../facts.ts';
import type { ChangePlan } from '../inputs.ts';
import type { PlanContent } from '../plan.ts';
import { beginRound } from './begin-rounds.ts';
import { dropRounds } from './drop-rounds.ts';

type Version = { content: PlanContent; postId: Id<'post'>; followUpPostId: Id<'post'> | null; closed: boolean };

/**
 * A new version of a checklist, or a new checklist, with who and why. What is being walked today keeps to the one it was begun on; what
 * was begun ahead is dropped and begun again by the new one. Given up, nothing more is begun, and what has no result yet is not owed
 * any more. Answers with the new version.
 */
export async function changePlan(context: Context, id: Id<'round_plan'>, input: ChangePlan): Promise<number> {
  const there = await findPlan(context.tx, id);
  const centreId = there?.centre_id ?? (await centreOf(context));
  orForbid(can(context.actor, 'limit.edit', { centreId }));
  const seen = there?.version ?? 0;
  if (seen !== input.seen) throw new Stale('stale', { seen: input.seen, version: seen });
  const version = seen + 1;
  const key = there?.key ?? input.key ?? `plan_${id.slice(-12)}`;
  const closedAt = input.closed ? context.now : null;
  if (there)
    await context.tx.updateTable('round_plan').set({ version, closed_at: closedAt }).where('id', '=', id).execute();
  else await insertPlan(context, { id, key, centreId, closedAt });
  await writeVersion(context, id, version, { ...input, followUpPostId: input.followUpPostId ?? null });
  await record(context, {
    subject: { type: 'organisation', id: context.organisation.id },
    type: 'round_plan.changed',
    data: { plan: key, version, closed: input.closed },
  });
  await drop(context, id, input.closed);
  if (input.closed) return version;
  await beginRound(context, await lockPlan(context.tx, id), there?.closed_at === null ? 'changed' : 'anew');
  return version;
}

type New = { id: Id<'round_plan'>; key: string; centreId: Id<'centre'>; closedAt: Context['now'] | null };

/** Its first row; a stable name that another checklist has is refused. */
async function insertPlan(context: Context, { id, key, centreId, closedAt }: New): Promise<void> {
  const added = await context.tx
    .insertInto('round_plan')
    .values({ id, key, centre_id: centreId, version: 1, closed_at: closedAt })
    .onConflict((conflict) => conflict.columns(['centre_id', 'key']).doNothing())
    .executeTakeFirst();
  if (Number(added.numInsertedOrUpdatedRows) === 0) throw new Invalid('pack.key_twice', { path: 'key', name: key });
}

/** Writes what holds from now on; refuses what could not be worked with. */
export async function writeVersion(
  context: Context,
  id: Id<'round_plan'>,
  version: number,
  { content, postId, followUpPostId, closed, why }: Version & { why: string | null },
): Promise<void> {
  const [wrong] = await faultsOfPlan(context, { content, postId, followUpPostId });
  if (wrong?.code === 'post.unknown') throw new NotFound(wrong.code);
  if (wrong) throw new Invalid(wrong.code, wrong.params);
  await context.tx
    .insertInto('round_plan_version')
    .values({
      plan_id: id,
      version,
      content: json(content),
      post_id: postId,
      follow_up_post_id: followUpPostId,
      closed,
      by_id: context.actor.personId,
      why,
      at: context.now,
    })
    .execute();
}

async function drop(context: Context, id: Id<'round_plan'>, all: boolean): Promise<void> {
  let open = context.tx
    .selectFrom('round')
    .select('id')
    .where('plan_id', '=', id)
    .where('done_at', 'is', null)
    .where('dropped_at', 'is', null)
    .where((e) => e.not(e.exists(e.selectFrom('round_result').whereRef('round_id', '=', 'round.id').select('line'))));
  if (!all) open = open.where('from_at', '>', context.now);
  const ids = (await open.execute()).map((round) => round.id);
  await dropRounds(context, id, ids);
}
