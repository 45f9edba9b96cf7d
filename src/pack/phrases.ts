import { z } from 'zod';
import { placesIn } from './places.ts';
import { key, wordsShape } from './shapes.ts';

export const MOST_PHRASES = 200;

/** Moments of a talk that a phrase is for; what is offered first follows from where the matter stands. */
export const SITUATIONS = [
  'greeting',
  'unclear',
  'answer_later',
  'excessive',
  'courtesy',
  'praise',
  'problem',
  'apology',
  'dispute',
  'return_visit',
  'price',
  'payment',
  'goods',
  'order',
  'rating',
  'care',
] as const;
export type Situation = (typeof SITUATIONS)[number];

/** What stands for something known when it is written: `{customer}`. */
export const PLACEHOLDERS = ['organisation', 'person', 'customer', 'phone', 'number', 'time', 'carrier'] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

/** The first placeholder in a text that nobody filled, or null: such a text is not sent. */
export function unfilledIn(text: string): Placeholder | null {
  const named = placesIn(text);
  return named.find((name): name is Placeholder => PLACEHOLDERS.some((one) => one === name)) ?? null;
}

/** Something said again and again: offered while an answer is written, and changed before it goes. */
export const phraseShape = z
  .strictObject({
    key,
    situation: z.enum(SITUATIONS).describe('When it is said'),
    name: wordsShape.describe('What people find it by: when it is said'),
    text: wordsShape.describe(`What is said, with places to fill: ${PLACEHOLDERS.map((one) => `{${one}}`).join(', ')}`),
    on: z.boolean().describe('It is offered; false: kept for later, not offered now'),
  })
  .meta({ id: 'Phrase', description: 'Something said again and again' });
export type Phrase = z.infer<typeof phraseShape>;
