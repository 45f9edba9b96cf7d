import { z } from 'zod';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';

export const questionShape = z
  .strictObject({
    text: z.string().trim().min(1).max(500).describe('What is asked'),
    choices: z.array(z.string().trim().min(1).max(300)).min(2).max(6).describe('What may be answered'),
    right: z.number().int().min(0).max(5).describe('Which of them is right, counted from 0'),
  })
  .refine(({ right, choices }) => right < choices.length, { path: ['right'], message: 'one of the choices' });
export type Question = z.infer<typeof questionShape>;

/** How many were answered rightly; the test is passed with all of them (KNOW-06). */
export function marked(
  questions: readonly Question[],
  answers: readonly number[],
): { correct: number; passed: boolean } {
  const correct = questions.filter(({ right }, at) => answers[at] === right).length;
  return { correct, passed: correct === questions.length };
}

export function whyNotTake(questions: readonly Question[], answers: readonly number[]): Refusal | null {
  return answers.length === questions.length ? null : refusal('article.test_unanswered', { path: 'answers' });
}
