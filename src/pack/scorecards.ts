import { z } from 'zod';
import { doubled } from '../kernel/doubled.ts';
import { refusal } from '../kernel/refusal.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { key, wordsShape } from './shapes.ts';

export const MOST_SCORECARDS = 60;

/** What a scorecard looks at: one contact, how a complaint was handled, somebody as he stands before us, or his work of a period. */
export const SCORED = ['contact', 'complaint', 'person', 'period'] as const;
export type Scored = (typeof SCORED)[number];

/** A conduct checklist as data: what a reviewer looks at in somebody's work, and on which scale (QUAL-03 to -09, -15). */
export const scorecardShape = z
  .strictObject({
    key,
    name: wordsShape,
    about: wordsShape.describe('When it is used, and what it is for'),
    of: z.enum(SCORED).describe('What is looked at'),
    best: z.number().int().min(1).max(10).describe('The best mark; the worst is 0, so 1 says in order or not'),
    passes: z.number().int().min(1).max(10).describe('The mark from which a line is in order'),
    lines: z
      .array(z.strictObject({ key, name: wordsShape.describe('What is looked at') }))
      .min(1)
      .max(30)
      .describe('What is looked at, line by line'),
    article: key.optional().describe('Key of the article that teaches it; left out: none'),
    on: z.boolean().describe('It is offered; false: kept, not offered now'),
  })
  .meta({ id: 'Scorecard', description: 'What a reviewer looks at in somebody’s work' });
export type Scorecard = z.infer<typeof scorecardShape>;

/** Two with one key, two lines with one key, or a scale on which nothing passes: nobody could work with these. */
export function whyNotScorecards(cards: readonly Scorecard[]): Refusal | null {
  const twice = doubled(cards.map((card) => card.key));
  if (twice !== undefined) return refusal('scorecard.twice', { path: 'scorecards', key: twice });
  for (const card of cards) {
    const line = doubled(card.lines.map((one) => one.key));
    if (line !== undefined) return refusal('scorecard.line_twice', { path: `scorecards.${card.key}`, key: line });
    if (card.passes > card.best) return refusal('scorecard.nothing_passes', { path: `scorecards.${card.key}` });
  }
  return null;
}

/** A sort of error that staff make, under which it is logged (QUAL-14). */
export const errorSortShape = z.strictObject({ key, name: wordsShape });
