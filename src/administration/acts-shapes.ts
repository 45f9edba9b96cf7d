import { z } from 'zod';
import { personOut } from '../organisation/shapes.ts';
import { id, moment, momentOut, pageOf, pageQuery, wordsOut } from '../platform/http/shapes.ts';

/** Sorts of administrative acts, and the types of events that each holds. */
export const SORTS = {
  kind: ['kind.changed', 'kind.move_begun', 'kind.move_stopped', 'kind.move_ended'],
  settings: ['settings.changed', 'centre.changed', 'words.changed', 'configuration.imported'],
  plan: ['spot_check_plan.changed', 'round_plan.changed'],
  pack: ['pack.taken', 'pack.declined'],
  calendar: ['calendar.added', 'calendar.changed'],
  post: ['post.added', 'post.changed', 'post.given', 'post.taken', 'post.duties_stated'],
  department: ['department.added', 'department.changed'],
  person: ['person.added', 'person.changed', 'person.left', 'person.password_code_made', 'person.password_changed'],
  token: ['person.token_made', 'person.token_ended'],
} as const;
export type Sort = keyof typeof SORTS;
const sorts = Object.keys(SORTS) as [Sort, ...Sort[]];

export const actsFilter = {
  sort: z.enum(sorts).optional().describe('Only acts of this sort'),
  person: id('person').optional().describe('Only what this person did'),
  from: moment.optional().describe('From this moment on'),
  until: moment.optional().describe('Before this moment'),
};
export const actsQuery = z.strictObject({ ...actsFilter, ...pageQuery });
export type ActsQuery = z.output<typeof actsQuery>;

const value = z.union([z.string(), z.number(), z.boolean()]).nullable();

export const actOut = z.object({
  key: z.string().describe('Tells it apart in the list'),
  at: momentOut,
  by: personOut.nullable().describe('Who did it; null: the system'),
  sort: z.enum(sorts).describe('What it was about'),
  type: z.string().describe('What was done: kind.changed, post.given, ...'),
  what: z
    .union([z.string(), wordsOut])
    .describe(
      'Which thing: the key of a kind, the name of a person; of a post, department, calendar, checklist or plan in each language',
    ),
  version: z.number().nullable().describe('The version it made; null: none'),
  why: z.string().nullable().describe('The reason given; null: none was asked'),
  changes: z
    .array(
      z.object({
        path: z.string().describe('What differs'),
        before: value.describe('null: it was added; several values at once as JSON'),
        after: value.describe('null: it was taken away'),
      }),
    )
    .describe('What stood there before and what stands there since; 200 at most'),
});

export const actsOut = pageOf(actOut);
