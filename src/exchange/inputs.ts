import { z } from 'zod';
import { id, idOut, momentOrNotYet, momentOut, pageOf, pageQuery, wordsOut } from '../platform/http/shapes.ts';
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
  list: z.string().describe('Key of the list'),
  name: wordsOut.describe('What people call it'),
  format,
  person: personOut.describe('Who took it out'),
  startedAt: momentOut,
  endedAt: momentOrNotYet,
  rows: z.number().describe('How many rows have gone so far, or went in all'),
  state: z.string().describe('running, done, or stopped: broken off by whoever took it, or by a stop of the server'),
});

export const takenOutPageOut = takenOut;
export const takenOutsQuery = z.strictObject({ ...pageQuery });
export const takenOutsOut = pageOf(takenOut);
