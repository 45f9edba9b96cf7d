import { z } from 'zod';
import { limitShape } from '../commitment/rule.ts';
import { doubled } from '../kernel/doubled.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import { whyNotLimit } from '../pack/check-ladder.ts';
import { whyNotAgainst } from '../pack/check-names.ts';
import { key, wordsShape } from '../pack/shapes.ts';

export const ASSESSED_PERIODS = ['month', 'quarter'] as const;

/** How somebody's work is assessed, by his post (PERF-02, PERF-03): weighted indicators, how often, and by whom. */
export const assessmentShape = z
  .strictObject({
    key,
    name: wordsShape,
    posts: z.array(key).min(1).max(40).describe('Keys of the posts whose holders are assessed by it'),
    by: key.describe('Key of the post that assesses; where its holder is the one assessed, the post above it does'),
    period: z.enum(ASSESSED_PERIODS).describe('Of which stretch, and so how often'),
    best: z.number().int().min(1).max(100).describe('The best mark of an indicator; the worst is 0'),
    indicators: z
      .array(
        z.strictObject({
          key,
          name: wordsShape.describe('What is looked at'),
          weight: z.number().int().min(1).max(100).describe('How much of the whole it is, in per cent'),
        }),
      )
      .min(1)
      .max(20)
      .describe('What the score is made of; their weights come to 100'),
    limit: limitShape.describe('By when, from the end of the period on'),
  })
  .meta({ id: 'AssessmentScheme', description: 'How somebody’s work is assessed, by his post' });
export type AssessmentScheme = z.infer<typeof assessmentShape>;

const choice = z.strictObject({ key, name: wordsShape });

/** What else the files of staff go by. */
export const personnelShape = z.strictObject({
  sources: z.array(choice).min(1).max(20).describe('Where what was found of somebody comes from'),
  sanctions: z.array(choice).min(1).max(20).describe('What may follow a breach of discipline'),
  decides: key.describe('Key of the post that owes a decision on a promotion or demotion proposed'),
  decision: limitShape.describe('By when it is decided'),
});
export type Personnel = z.infer<typeof personnelShape>;

/** Everything wrong with the schemes of a house that has these posts; paths are within the settings. */
export function whyNotAssessments(
  schemes: readonly AssessmentScheme[],
  posts: { has(key: string): boolean },
): Refusal[] {
  const taken = doubled(schemes.flatMap((scheme) => scheme.posts));
  return [
    ...(taken === undefined ? [] : [refusal('assessment.post_twice', { path: 'assessments', name: taken })]),
    ...schemes.flatMap((scheme) => {
      const path = `assessments.${scheme.key}`;
      const twice = doubled(scheme.indicators.map((one) => one.key));
      const whole = scheme.indicators.reduce((sum, { weight }) => sum + weight, 0);
      return [
        ...whyNotLimit(scheme.limit, path),
        ...[...scheme.posts, scheme.by].flatMap((post) => whyNotAgainst(posts, post, `${path}.posts`)),
        ...(scheme.posts.includes(scheme.by) ? [refusal('assessment.of_itself', { path: `${path}.by` })] : []),
        ...(twice === undefined
          ? []
          : [refusal('pack.key_twice', { path: `${path}.indicators.${twice}`, name: twice })]),
        ...(whole === 100 ? [] : [refusal('assessment.weights', { path: `${path}.indicators`, whole })]),
      ];
    }),
  ];
}

export function whyNotPersonnel(personnel: Personnel, posts: { has(key: string): boolean }): Refusal[] {
  const lists = ['sources', 'sanctions'] as const;
  return [
    ...whyNotLimit(personnel.decision, 'personnel.decision'),
    ...whyNotAgainst(posts, personnel.decides, 'personnel.decides'),
    ...lists.flatMap((list) => {
      const twice = doubled(personnel[list].map((one) => one.key));
      return twice === undefined
        ? []
        : [refusal('pack.key_twice', { path: `personnel.${list}.${twice}`, name: twice })];
    }),
  ];
}
