import { cancelCommitments } from '../../commitment/commands/cancel-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { json } from '../../kernel/json.ts';
import { Invalid, NotFound, Stale } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import { centreOf } from '../../organisation/queries.ts';
import { currentKinds } from '../../pack/kinds.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { lockPlan } from '../facts.ts';
import type { ChangePlan, NewPlan } from '../inputs.ts';
import type { PlanContent } from '../plan.ts';
import { whyNotRoundPlan } from '../plan.ts';
import { beginRound } from './begin-rounds.ts';

type Version = { content: PlanContent; postId: Id<'post'>; followUpPostId: Id<'post'> | null; why: string };

/** A checklist of the house's own. The same id again adds nothing twice. */
export async function addPlan(context: Context, input: NewPlan): Promise<Id<'round_plan'>> {
  const id = input.id ?? newId<'round_plan'>(context.now);
  const known = await context.tx.selectFrom('round_plan').select('id').where('id', '=', id).executeTakeFirst();
  if (known) return id;
  const centreId = await centreOf(context);
  orForbid(can(context.actor, 'limit.edit', { centreId }));
  await context.tx
    .insertInto('round_plan')
    .values({ id, key: null, centre_id: centreId, version: 1, closed_at: null })
    .execute();
  await writeVersion(context, id, 1, { ...input, followUpPostId: input.followUpPostId ?? null });
  await record(context, { subject: { type: 'round_plan', id }, type: 'round_plan.added', data: { version: 1 } });
  await beginRound(context, await lockPlan(context.tx, id));
  return id;
}

/**
 * A new version, with who and why. What is being walked today keeps to the one it was begun on; what was begun ahead is dropped and
 * begun again by the new one. Given up, nothing more is begun, and what has no result yet is not owed any more.
 */
export async function changePlan(context: Context, id: Id<'round_plan'>, input: ChangePlan): Promise<void> {
  const plan = await lockPlan(context.tx, id);
  orForbid(can(context.actor, 'limit.edit', { centreId: plan.centre_id }));
  if (plan.version !== input.seen) throw new Stale('stale', { seen: input.seen, version: plan.version });
  const version = plan.version + 1;
  await context.tx
    .updateTable('round_plan')
    .set({ version, closed_at: input.closed ? context.now : null })
    .where('id', '=', id)
    .execute();
  await writeVersion(context, id, version, { ...input, followUpPostId: input.followUpPostId ?? null });
  await record(context, {
    subject: { type: 'round_plan', id },
    type: input.closed ? 'round_plan.closed' : 'round_plan.changed',
    data: { version },
  });
  await drop(context, id, input.closed);
  if (!input.closed) await beginRound(context, await lockPlan(context.tx, id));
}

/** Writes what holds from now on; refuses what could not be worked with. */
export async function writeVersion(
  context: Context,
  id: Id<'round_plan'>,
  version: number,
  { content, postId, followUpPostId, why }: Omit<Version, 'why'> & { why: string | null },
): Promise<void> {
  const kinds = new Set((await currentKinds(context)).map(({ key }) => key));
  const wrong = whyNotRoundPlan(content, kinds);
  if (wrong) throw new Invalid(wrong.code, wrong.params);
  const wanted = [postId, ...(followUpPostId ? [followUpPostId] : [])];
  const posts = await context.tx
    .selectFrom('post')
    .select('id')
    .where('id', 'in', wanted)
    .where('closed_at', 'is', null)
    .execute();
  if (wanted.some((one) => !posts.some((post) => post.id === one))) throw new NotFound('post.unknown');
  await context.tx
    .insertInto('round_plan_version')
    .values({
      plan_id: id,
      version,
      content: json(content),
      post_id: postId,
      follow_up_post_id: followUpPostId,
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
  for (const round of await open.execute()) {
    await context.tx.updateTable('round').set({ dropped_at: context.now }).where('id', '=', round.id).execute();
    await cancelCommitments(context, { subjectId: round.id, reason: 'plan_changed' });
    await record(context, { subject: { type: 'round', id: round.id }, type: 'round.dropped', data: { plan: id } });
  }
}
