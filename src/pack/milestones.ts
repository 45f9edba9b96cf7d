import { z } from 'zod';
import { doubled } from '../kernel/doubled.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import { LANGUAGES } from '../kernel/words.ts';
import { unknownPlace } from './places.ts';
import { wordsShape } from './shapes.ts';

/** Points in the course of a matter of which its customer hears without anybody writing to him. */
export const MILESTONES = ['taken_in', 'assigned', 'on_the_way', 'done', 'closed', 'delayed'] as const;
export type MilestoneKey = (typeof MILESTONES)[number];

/** What is known at every milestone, and so may stand in its text: `{number}`. */
export const MILESTONE_PLACES = ['organisation', 'customer', 'number', 'title', 'person', 'phone'] as const;
export type MilestonePlace = (typeof MILESTONE_PLACES)[number];

/** What a customer is written at a milestone, in each language. */
export const milestoneShape = z
  .strictObject({
    key: z.enum(MILESTONES).describe('Which milestone'),
    on: z.boolean().describe('It is sent'),
    subject: wordsShape.describe('Where the channel has a subject: what stands there'),
    text: wordsShape.describe(`What he reads, with places: ${MILESTONE_PLACES.map((one) => `{${one}}`).join(', ')}`),
  })
  .meta({ id: 'Milestone', description: 'What a customer is written at a point in the course of his matter' });
export type Milestone = z.infer<typeof milestoneShape>;

/** One milestone twice, or a place that is not known when it is sent. */
export function whyNotMilestones(milestones: readonly Milestone[]): Refusal | null {
  const twice = doubled(milestones.map(({ key }) => key));
  if (twice !== undefined) return refusal('milestone.twice', { path: 'milestones', key: twice });
  for (const { key, subject, text } of milestones)
    for (const language of LANGUAGES) {
      const place = unknownPlace(`${subject[language]} ${text[language]}`, MILESTONE_PLACES);
      if (place !== null) return refusal('milestone.place_unknown', { path: `milestones.${key}.${language}`, place });
    }
  return null;
}
