import { z } from 'zod';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { refusal } from '../../kernel/refusal.ts';
import { whyNotAgainst } from '../../pack/check-names.ts';
import { whyNotLadder } from '../../pack/check-ladder.ts';
import type { Context } from '../../platform/context.ts';
import { changePlan } from '../../round/commands/write-plan.ts';
import type { PackRound } from '../../round/plan.ts';
import { packRoundShape, whyNotRoundPlan } from '../../round/plan.ts';
import { listPlans } from '../../round/plans-view.ts';
import { changeSpotCheckPlan } from '../../spot-check/commands/write-plan.ts';
import { currentPlans } from '../../spot-check/plan-versions.ts';
import { spotCheckPlanShape, whyNotSpotCheckPlan } from '../../spot-check/plan.ts';
import { at, namesWith } from '../known.ts';
import { isSame, part } from '../part.ts';

const spotChecksShape = z.record(z.string(), spotCheckPlanShape);

/** Spot-check plans by key: who checks how many of what. What was drawn stays. */
export const spotChecks = part({
  key: 'spotChecks',
  shape: spotChecksShape,
  read: async (context) => Object.fromEntries((await currentPlans(context)).map(({ key, plan }) => [key, plan])),
  check: async (context, content, all) => {
    const [posts, kinds] = [await namesWith(context, 'post', all), await namesWith(context, 'kind', all)];
    return Object.entries(content).flatMap(([key, plan]) => [
      ...(plan.key === key ? [] : [refusal('spot_check.other_key', { path: `spotChecks.${key}.key` })]),
      ...whyNotSpotCheckPlan(plan, { posts, kinds }).map((why) =>
        refusal(why.code, { ...why.params, path: at('spotChecks', key, String(why.params?.['path'] ?? '')) }),
      ),
    ]);
  },
  apply: async (context, content, why) => {
    const now = new Map((await currentPlans(context)).map((one) => [one.key, one]));
    for (const [key, plan] of Object.entries(content)) {
      const known = now.get(key);
      if (!known || !isSame(known.plan, plan))
        await changeSpotCheckPlan(context, { plan, seen: known?.version ?? 0, why });
    }
  },
  shipped: (pack) => Object.fromEntries((pack.spotChecks ?? []).map((plan) => [plan.key, plan])),
});

const roundsShape = z.record(
  z.string(),
  packRoundShape.omit({ key: true }).extend({ closed: z.boolean().default(false).describe('Given up') }),
);
type Rounds = z.output<typeof roundsShape>;

/** Posts by their keys, as a file names them. */
async function postIds({ tx }: Context): Promise<{ keyOf: Map<string, string>; idOf: Map<string, Id<'post'>> }> {
  const posts = await tx.selectFrom('post').select(['id', 'key']).orderBy('id').execute();
  return {
    keyOf: new Map(posts.map(({ id, key }) => [id, key])),
    idOf: new Map(posts.toReversed().map(({ id, key }) => [key, id])),
  };
}

async function readRounds(context: Context): Promise<Rounds> {
  const { keyOf } = await postIds(context);
  const { items } = await listPlans(context);
  return roundsShape.parse(
    Object.fromEntries(
      items.map(({ key, content, post, followUpPost, closed }) => [
        key,
        {
          ...content,
          post: keyOf.get(post.id)!,
          ...(followUpPost ? { followUpPost: keyOf.get(followUpPost.id)! } : {}),
          closed,
        },
      ]),
    ),
  );
}

/** Checklists by key: what is walked by which post, how often. What is being walked keeps to its version. */
export const rounds = part({
  key: 'rounds',
  shape: roundsShape,
  read: readRounds,
  check: async (context, content, all) => {
    const [posts, kinds] = [await namesWith(context, 'post', all), await namesWith(context, 'kind', all)];
    return Object.entries(content).flatMap(([key, plan]) => {
      const path = `rounds.${key}`;
      const wrong = whyNotRoundPlan(plan, kinds);
      return [
        ...whyNotAgainst(posts, plan.post, `${path}.post`),
        ...whyNotAgainst(posts, plan.followUpPost, `${path}.followUpPost`),
        ...whyNotLadder(plan.ladder, path),
        ...(wrong ? [refusal(wrong.code, { ...wrong.params, path: at(path, String(wrong.params?.['path'])) })] : []),
      ];
    });
  },
  apply: async (context, content, why) => {
    const now = await readRounds(context);
    const { items } = await listPlans(context);
    const { idOf } = await postIds(context);
    for (const [key, plan] of Object.entries(content)) {
      if (isSame(now[key], plan)) continue;
      const known = items.find((one) => one.key === key);
      const { post, followUpPost, closed, ...walked } = plan;
      await changePlan(context, (known?.id ?? newId<'round_plan'>(context.now)) as Id<'round_plan'>, {
        key,
        content: walked,
        postId: idOf.get(post)!,
        followUpPostId: followUpPost === undefined ? null : idOf.get(followUpPost)!,
        closed,
        seen: known?.version ?? 0,
        why,
      });
    }
  },
  shipped: (pack) => Object.fromEntries((pack.rounds ?? []).map(roundOf)),
});

const roundOf = ({ key, ...plan }: PackRound) => [key, { ...plan, closed: false }] as const;
