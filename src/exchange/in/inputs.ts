import { z } from 'zod';
import { personOut } from '../../organisation/shapes.ts';
import {
  canOut,
  id,
  idOut,
  moment,
  momentOrNotYet,
  momentOut,
  pageOf,
  pageQuery,
  wordsOut,
} from '../../platform/http/shapes.ts';
import { LIST_KEYS } from './keys.ts';

export const listKey = z.enum(LIST_KEYS).describe('Key of a list that can be sent in, out of GET /lists/in');

export const listsInOut = z.object({
  items: z
    .array(
      z.object({
        key: z.string().describe('Its name in the address'),
        name: wordsOut.describe('What people call it'),
        about: wordsOut.nullable().describe('What whoever brings it in has to know before; null: nothing'),
        fields: z
          .array(
            z.object({
              key: z.string().describe('Stays the same in every language'),
              name: wordsOut.describe('What stands above its column in the example'),
              required: z.boolean().describe('A row without it is refused'),
            }),
          )
          .describe('What a column can hold'),
      }),
    )
    .describe('Those the caller may edit, and so send in'),
});

export const sendInQuery = z.strictObject({
  id: id('import').describe("The client's own new id; the same id again sends nothing twice"),
  name: z.string().trim().min(1).max(200).describe('What the file is called'),
});

const column = z.number().int().min(0).max(99).describe('Which column of the file, from 0');
export const previewInput = z.strictObject({
  mapping: z.record(z.string().max(40), column).describe('Field to column; kept for the next file with these headers'),
});

const counts = z
  .object({
    new: z.number().describe('Rows that add something'),
    changed: z.number().describe('Rows that change what is there'),
    same: z.number().describe('Rows that say what is known already'),
    refused: z.number().describe('Rows that cannot be taken; each says why'),
    undone: z.number().describe('Rows taken back again'),
    kept: z.number().describe('Rows that could not be taken back; each says why'),
  })
  .describe('Rows by what comes, or came, of them');

export const importOut = z.object({
  id: idOut('import'),
  list: z.string().describe('Key of the list'),
  name: wordsOut.describe('What people call the list'),
  fileName: z.string().describe('What the file is called'),
  person: personOut.describe('Who sent it in'),
  state: z
    .string()
    .describe('ready, previewing, previewed, running, done, stopped, undoing or undone: how far it has come'),
  rows: z.number().describe('How many rows it has, the header and empty ones not counted'),
  done: z.number().describe('How many of them the look, the taking or the taking back has come to'),
  counts,
  madeAt: momentOut.describe('When it was sent in'),
  endedAt: momentOrNotYet,
});

export const importPageOut = importOut.extend({
  headers: z.array(z.string().describe('Of one column')).describe('The first row of the file'),
  mapping: z.record(z.string(), z.number()).describe('Field to column, from 0: guessed, or chosen by hand'),
  sample: z
    .array(z.array(z.string().describe('One cell')).describe('One row'))
    .describe('The first rows, for whoever chooses the columns'),
  forgotten: z.boolean().describe('Its rows were deleted after thirty days, and with them the way back'),
  can: canOut,
});

export const importsQuery = z.strictObject({
  list: listKey.optional(),
  person: id('person').optional().describe('Only files this person sent in'),
  from: moment.optional().describe('Sent in from this moment on'),
  until: moment.optional().describe('Sent in before this moment'),
  ...pageQuery,
});
export type ImportsQuery = z.output<typeof importsQuery>;
export const importsOut = pageOf(importOut).extend({
  all: z.boolean().describe('true: of everybody; false: only your own, for you do not manage what goes in and out'),
});

export const importRowsQuery = z.strictObject({
  ...pageQuery,
  result: z
    .enum(['new', 'changed', 'same', 'refused', 'kept'])
    .optional()
    .describe('Only rows of which this comes; kept: those that could not be taken back'),
});
export type ImportRowsQuery = z.output<typeof importRowsQuery>;

const why = z.object({
  field: z.string().nullable().describe('At which field; null: the row as a whole'),
  code: z.string().describe('Stable; docs/errors.md says what each means'),
  params: z.record(z.string(), z.union([z.string(), z.number()])).describe('What the code speaks of'),
});

export const importRowsOut = pageOf(
  z.object({
    line: z.number().describe('Which row of the file, as a spreadsheet counts them'),
    cells: z.array(z.string().describe('One cell')).describe('As the file says; empty once its customer is erased'),
    result: z.string().nullable().describe('new, changed, same or refused; null: not looked at yet'),
    why: z.array(why).describe('Why it is refused, or could not be taken back; none: neither'),
    former: z.record(z.string(), z.string()).describe('Of the fields it changes: what they say, or said before'),
    subjectId: z.string().nullable().describe('What it became or changed; null before it is taken'),
    undone: z.string().nullable().describe('undone: taken back; kept: could not be'),
  }),
);
