import { z } from 'zod';
import { momentOut, wordsOut } from '../../platform/http/shapes.ts';
import { figureQuery } from './shapes.ts';

export const CAUSES_BY = ['choice', 'department', 'kind', 'building'] as const;

export const causesQuery = figureQuery.omit({ by: true, type: true, function: true }).extend({
  by: z
    .enum(CAUSES_BY)
    .default('choice')
    .describe('What is a cause: a choice made in a field of the complaint, or whose or what it is'),
});
export type CausesQuery = z.output<typeof causesQuery>;

const rate = (of: string) =>
  z
    .object({
      n: z.number().describe('Complaints'),
      of: z.number().describe(of),
      value: z.number().nullable().describe('Complaints per 100 of them; null: there are none'),
    })
    .describe(`Complaints per 100 of: ${of.toLowerCase()}`);

export const causesOut = z.object({
  compared: z
    .object({ from: momentOut, until: momentOut })
    .nullable()
    .describe('The period it is compared with; null: none was asked for'),
  field: z.string().nullable().describe('Of `choice`: the field whose choices are counted; null: none has any'),
  fields: z
    .array(z.object({ key: z.string().describe('Key of a field'), name: wordsOut.describe('What it asks') }))
    .describe("Fields of the complaints' kinds that have choices"),
  total: z.number().describe('Complaints opened in the period, duplicates not counted'),
  before: z.number().nullable().describe('The same in the period it is compared with; null: with none'),
  perTickets: rate('Tickets opened in the period, duplicates not counted'),
  perHouseholds: rate('Households on file now: units that somebody lives in or owns, in the centres in sight'),
  most: z.number().describe('How much of the whole the vital few come to: 0.8'),
  rows: z
    .array(
      z.object({
        key: z.string().nullable().describe('Choice, id, or key; null: of what has none'),
        name: wordsOut.nullable().describe('What it is called; null: of what has none'),
        n: z.number().describe('Complaints of it'),
        share: z.number().describe('Of all complaints, from 0 to 1'),
        cumulated: z.number().describe('The shares down to and with this row together'),
        vital: z
          .boolean()
          .describe('One of the vital few: those that it takes, the most frequent first, to come to 80 % of all'),
        before: z.number().nullable().describe('The same in the period it is compared with; null: with none'),
        perTickets: rate('Tickets of the same department, kind or building opened in the period')
          .nullable()
          .describe('Of its own tickets; null of a choice, which only complaints make'),
        records: z.string().describe('Address of the complaints it counts, this API'),
      }),
    )
    .describe('The most first; what has none last'),
});
export type Causes = z.input<typeof causesOut>;
