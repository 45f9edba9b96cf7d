import { z } from 'zod';
import { limitShape } from '../commitment/rule.ts';
import { RELATIONS } from '../customer/customer.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import { whyNotAgainst } from '../pack/check-names.ts';
import { whyNotLimit } from '../pack/check-ladder.ts';
import { key, wordsShape } from '../pack/shapes.ts';
import { QUESTION_SORTS } from './questionnaire-sorts.ts';

export const SURVEY_PERIODS = ['month', 'quarter', 'half_year'] as const;

export const MOST_QUESTIONNAIRES = 12;

const question = z.strictObject({
  key,
  sort: z
    .enum(QUESTION_SORTS)
    .describe('scale: from 1, very dissatisfied, to 5, very satisfied; choice: one of several; text: own words'),
  text: wordsShape.describe('What is asked'),
  department: key.optional().describe('Key of the department it judges; left out: the house as a whole'),
  choices: z
    .array(
      z.strictObject({
        key,
        name: wordsShape,
        problem: z.literal(true).optional().describe('Whoever chooses it names a problem: it counts as a cause'),
      }),
    )
    .max(12)
    .optional()
    .describe('Of a choice: what there is to choose'),
});
export type Question = z.infer<typeof question>;

/** What customers are asked, how often, of whom, and who sees to it (SURV-01, -02, -12, -13). */
export const questionnaireShape = z
  .strictObject({
    key,
    name: wordsShape,
    aim: wordsShape.describe('What it is to find out; stands in the plan until somebody words it otherwise'),
    intro: wordsShape.describe('What whoever is asked reads first'),
    period: z.enum(SURVEY_PERIODS).describe('How often a round is owed'),
    issueAfterDays: z
      .number()
      .int()
      .min(0)
      .max(180)
      .describe('On which day of the period it is usually handed out, counted from 0'),
    receivers: z
      .strictObject({
        relations: z.array(z.enum(RELATIONS)).min(1).describe('What they are to a unit that is theirs now'),
        leastPercent: z.number().int().min(1).max(100).describe('No fewer than so many of a hundred, rounded up'),
      })
      .describe('Of whom they are drawn, and how many at least (SURV-03)'),
    questions: z.array(question).min(1).max(30).describe('In this order'),
    posts: z
      .strictObject({
        statistician: key.describe('Plans, counts and submits'),
        distributor: key.describe('Hands out'),
        collector: key.describe('Collects'),
        confirms: key.describe('Confirms the plan, or sends it back'),
        calls: key.optional().describe('Calls the group that evaluates; left out: none need be called'),
        to: key.describe('To whom it is submitted'),
      })
      .describe('Keys of the posts; who does it in a round, its plan names'),
    limits: z
      .strictObject({
        plan: limitShape.describe('To write the plan, from the first day of the period'),
        confirm: limitShape.describe('To confirm it'),
        recover: limitShape.describe('To collect what was handed out, from the day it was'),
        summary: limitShape.describe('To submit the round, from the end of the period'),
        originals: limitShape.describe('For the originals to come back, from when they were submitted'),
        measure: limitShape.describe('Of a measure against a cause only the ladder counts: its day is set by hand'),
      })
      .describe('By when each is done, and who hears of it'),
    closed: z.boolean().describe('Given up: no round begins any more, what was asked stays'),
  })
  .meta({ id: 'Questionnaire', description: 'What customers are asked, how often, of whom, and who sees to it' });
export type Questionnaire = z.infer<typeof questionnaireShape>;

type Names = { has(key: string): boolean };

/** Everything wrong with the questionnaires of a house that has these posts; paths are within the settings. */
export function whyNotQuestionnaires(all: readonly Questionnaire[], posts: Names): Refusal[] {
  return all.flatMap((one) => {
    const path = `questionnaires.${one.key}`;
    return [
      ...Object.entries(one.limits).flatMap(([name, limit]) => whyNotLimit(limit, `${path}.limits.${name}`)),
      ...Object.entries(one.posts).flatMap(([name, post]) =>
        post === undefined ? [] : whyNotAgainst(posts, post, `${path}.posts.${name}`),
      ),
      ...(one.posts.confirms === one.posts.statistician
        ? [refusal('survey.confirms_own', { path: `${path}.posts.confirms` })]
        : []),
      ...(one.posts.to === one.posts.statistician ? [refusal('report.to_itself', { path: `${path}.posts.to` })] : []),
      ...twice(one.questions, `${path}.questions`),
      ...one.questions.flatMap((asked) => whyNotQuestion(asked, `${path}.questions.${asked.key}`)),
    ];
  });
}

function whyNotQuestion({ sort, choices = [] }: Question, path: string): Refusal[] {
  if (sort === 'choice' && choices.length < 2) return [refusal('survey.choices_missing', { path })];
  if (sort !== 'choice' && choices.length > 0) return [refusal('survey.choices_misplaced', { path })];
  return twice(choices, path);
}

function twice(things: readonly { key: string }[], path: string): Refusal[] {
  const keys = things.map((thing) => thing.key);
  return keys
    .filter((name, at) => keys.indexOf(name) !== at)
    .map((name) => refusal('pack.key_twice', { path: `${path}.${name}`, name }));
}
