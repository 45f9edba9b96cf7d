import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { currentKinds } from '../../pack/kinds.ts';
import { packs } from '../../pack/registry.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { PackRound } from '../plan.ts';
import { beginCurrentRounds } from './begin-rounds.ts';
import { writeVersion } from './write-plan.ts';

/**
 * The checklists that the organisation's pack ships, for every centre that has the post that walks them; and the rounds that are
 * owed now. A plan that is there already, changed or given up, stays as it is. Called as the organisation is founded: what a newer pack brings comes only when
 * somebody takes it.
 */
export async function installPlans(context: Context): Promise<void> {
  const shipped = (await packs()).get(context.organisation.pack)?.rounds ?? [];
  const posts = await context.tx
    .selectFrom('post')
    .select(['id', 'key', 'centre_id'])
    .where('closed_at', 'is', null)
    .orderBy('id')
    .execute();
  const there = await context.tx.selectFrom('round_plan').select(['key', 'centre_id']).execute();
  for (const plan of shipped) {
    for (const post of posts.filter((one) => one.key === plan.post)) {
      if (there.some((one) => one.key === plan.key && one.centre_id === post.centre_id)) continue;
      const followUp = posts.find((one) => one.key === plan.followUpPost && one.centre_id === post.centre_id);
      await install(context, plan, post, followUp?.id ?? null);
    }
  }
  await beginCurrentRounds(context);
}

async function install(
  context: Context,
  { key, post: _, followUpPost: __, ...content }: PackRound,
  post: { id: Id<'post'>; centre_id: Id<'centre'> },
  followUpPostId: Id<'post'> | null,
): Promise<void> {
  const id = newId<'round_plan'>(context.now);
  const added = await context.tx
    .insertInto('round_plan')
    .values({ id, key, centre_id: post.centre_id, version: 1, closed_at: null })
    .onConflict((conflict) => conflict.columns(['centre_id', 'key']).doNothing())
    .executeTakeFirst();
  if (Number(added.numInsertedOrUpdatedRows) === 0) return;
  const kinds = new Set((await currentKinds(context)).map((one) => one.key));
  // an organisation founded before the pack had this kind goes on with tasks
  const lines = content.lines.map((line) => (kinds.has(line.followUp) ? line : { ...line, followUp: 'task' }));
  await writeVersion(context, id, 1, {
    content: { ...content, lines },
    postId: post.id,
    followUpPostId,
    closed: false,
    why: null,
  });
  const subject = { type: 'organisation' as const, id: context.organisation.id };
  await record(context, { subject, type: 'round_plan.changed', data: { plan: key, version: 1, closed: false } });
}
