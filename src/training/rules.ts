import { z } from 'zod';
import { ladderShape } from '../commitment/rule.ts';
import { doubled } from '../kernel/doubled.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import { whyNotLadder } from '../pack/check-ladder.ts';
import { whyNotAgainst } from '../pack/check-names.ts';
import { key, wordsShape } from '../pack/shapes.ts';

const posts = z.array(key).max(60).describe('Keys of the posts it is for');
const days = z.number().int().min(1).max(3_650);

export const formShape = z.strictObject({
  key,
  name: wordsShape,
  coached: z.boolean().describe('One of ours trains one person after another: a coach is named (TRNG-08)'),
});

export const courseShape = z.strictObject({
  key,
  name: wordsShape,
  about: wordsShape.describe('What is learnt, and to which end'),
  form: key.describe('Key of the form it is trained in'),
  posts: posts.describe('Keys of the posts whose holders need it; empty: nobody must'),
  withinDays: days.describe('So many days after taking the post its holder has passed it'),
  validDays: days.nullable().describe('For how long a result holds; null: for good'),
  passes: z
    .number()
    .int()
    .min(0)
    .max(100)
    .nullable()
    .describe('It ends with a test, passed from this score of 100 on; null: without one, being there is enough'),
});
export type Course = z.infer<typeof courseShape>;

export const pathShape = z.strictObject({
  key,
  name: wordsShape,
  post: key.describe('Key of the post whose new holder walks it'),
  withinDays: days.describe('So many days after taking the post it is complete'),
  steps: z
    .array(
      z.strictObject({
        key,
        name: wordsShape.describe('What is shown, practised and checked'),
        course: key.optional().describe('A course he has passed before the coach signs; left out: none'),
      }),
    )
    .min(1)
    .max(30)
    .describe('In this order'),
});
export type PathRule = z.infer<typeof pathShape>;

export const skillShape = z.strictObject({
  key,
  name: wordsShape,
  sort: z.enum(['communication', 'product']).describe('A skill of communication, or knowledge of products (TRNG-09)'),
  levels: z.array(wordsShape).min(2).max(6).describe('From the lowest to the highest; the first is level 1'),
  needed: z.number().int().min(1).max(6).describe('The level that holders of these posts have'),
  posts,
  course: key.describe('The course that closes a gap'),
});
export type Skill = z.infer<typeof skillShape>;

/** The training rules of a house (员工培训制度): forms, courses, pre-job paths and skills, with who is told of what is late (TRNG-04). */
export const trainingRulesShape = z
  .strictObject({
    name: wordsShape.describe('What the rules are called'),
    ladder: ladderShape,
    soonDays: days.describe('So many days before a result runs out it is listed'),
    planWithinDays: days.describe('Within so many days a gap in a skill leads to a planned session'),
    forms: z.array(formShape).min(1).max(20).describe('In which ways there is training'),
    courses: z.array(courseShape).max(80).describe('What is taught, and who must have passed it'),
    paths: z.array(pathShape).max(40).describe('What somebody new in a post goes through before he works alone'),
    skills: z.array(skillShape).max(40).describe('What holders of posts must be able to do, and how well'),
  })
  .meta({ id: 'TrainingRules', description: 'What training there is, who needs it, and for how long a result holds' });
export type TrainingRules = z.infer<typeof trainingRulesShape>;

export const NO_RULES: Pick<TrainingRules, 'forms' | 'courses' | 'paths' | 'skills'> = {
  forms: [],
  courses: [],
  paths: [],
  skills: [],
};

/** What is wrong with the rules in a house that has these posts, each with its path within the settings. */
export function whyNotTrainingRules(rules: TrainingRules | undefined, known: ReadonlyMap<string, unknown>): Refusal[] {
  if (!rules) return [];
  const forms = new Set(rules.forms.map((one) => one.key));
  const courses = new Set(rules.courses.map((one) => one.key));
  const against = (names: { has(name: string): boolean }, wanted: readonly string[], path: string) =>
    wanted.flatMap((name) => whyNotAgainst(names, name, path));
  return [
    ...whyNotLadder(rules.ladder, 'training'),
    ...(['forms', 'courses', 'paths', 'skills'] as const).flatMap((list) => twice(rules[list], `training.${list}`)),
    ...rules.courses.flatMap((one) => [
      ...against(forms, [one.form], `training.courses.${one.key}.form`),
      ...against(known, one.posts, `training.courses.${one.key}.posts`),
    ]),
    ...rules.paths.flatMap((one) => [
      ...against(known, [one.post], `training.paths.${one.key}.post`),
      ...twice(one.steps, `training.paths.${one.key}.steps`),
      ...one.steps.flatMap((step) =>
        step.course ? against(courses, [step.course], `training.paths.${one.key}.steps.${step.key}`) : [],
      ),
    ]),
    ...rules.skills.flatMap((one) => [
      ...against(known, one.posts, `training.skills.${one.key}.posts`),
      ...against(courses, [one.course], `training.skills.${one.key}.course`),
      ...(one.needed > one.levels.length
        ? [refusal('training.level_beyond', { path: `training.skills.${one.key}.needed`, most: one.levels.length })]
        : []),
    ]),
  ];
}

function twice(things: readonly { key: string }[], path: string): Refusal[] {
  const name = doubled(things.map((one) => one.key));
  return name === undefined ? [] : [refusal('pack.key_twice', { path: `${path}.${name}`, name })];
}
