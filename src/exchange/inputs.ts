import { z } from 'zod';
import { id, idOut, moment, momentOrNotYet, momentOut, pageOf, pageQuery, wordsOut } from '../platform/http/shapes.ts';
import { personOut } from '../organisation/shapes.ts';

const format = z.enum(['csv', 'xlsx']).describe('csv: UTF-8 with byte order mark, RFC 4180; xlsx: a workbook');

export const takeOutInput = z.strictObject({
  id: id('list_taken_out').describe("The client's own new id; how far it has come is asked under it"),
  format,
  query: z
    .record(z.string().max(40), z.string().max(400))
    .default({})
    .describe("What the list is narrowed and sorted by: the parameters of the list's own operation"),
});

export const listsOut = z.object({
  items: z
    .array(
      z.object({
        key: z.string().describe('Its name in the address'),
        name: wordsOut.describe('What people call it'),
        columns: z
          .array(
            z.object({
              key: z.string().describe('Stays the same in every language'),
              name: wordsOut.describe('What stands above it'),
            }),
          )
          .describe('In the order in which they stand'),
      }),
    )
    .describe('Those the caller may read, and so take out'),
});

const takenOut = z.object({
  id: idOut('list_taken_out'),
  list: z.string().describe('Key of the list, or of what else it was: figures, summary, configuration, backup, ...'),
  name: wordsOut.describe('What people call it'),
  format: z.string().describe('csv, xlsx, pdf or json; ics and webhook go on leaving from then on; backup'),
  person: personOut.nullable().describe('Who took it out; null: a command on the machine itself'),
  startedAt: momentOut,
  endedAt: momentOrNotYet,
  rows: z.number().nullable().describe('How many rows have gone so far, or went in all; null: not counted in rows'),
  state: z.string().describe('running, done, or stopped: broken off by whoever took it, or by a stop of the server'),
});

export const takenOutPageOut = takenOut;
export const takenOutsQuery = z.strictObject({
  person: id('person').optional().describe('Only what this person took out'),
  list: z.string().max(60).optional().describe('Only this list, or whatever else it was, by its key'),
  from: moment.optional().describe('From this moment on'),
  until: moment.optional().describe('Before this moment'),
  ...pageQuery,
});
export type TakenOutsQuery = z.output<typeof takenOutsQuery>;

const filter = z.object({
  key: z.string().describe('The parameter of its query'),
  value: z
    .union([z.string(), wordsOut])
    .describe('What it was set to; the name of a person, a place, a department, where it was one'),
});
export const takenOutsOut = pageOf(
  takenOut.extend({
    narrowed: z.array(filter).describe('What it was narrowed by; texts that were typed are not kept'),
  }),
).extend({
  lists: z
    .array(
      z.object({
        key: z.string().describe('What `list` asks for it by'),
        name: wordsOut.describe('What people call it'),
      }),
    )
    .describe('Whatever can be taken out: what `list` may ask for'),
});
