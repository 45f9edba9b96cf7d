import { z } from 'zod';
import type { OnVersion } from '../platform/http/shapes.ts';
import { dayIn, id, line, moment, pageQuery, versionRequired } from '../platform/http/shapes.ts';
import { DOCUMENT_STATES } from './document.ts';
import { DOCUMENT_WAYS } from './document.ts';

const keyOf = (words: string) => z.string().max(60).describe(words);
const newId = id('document').optional().describe("The client's own new id; the same id again writes nothing twice");
const fileIds = z.array(id('file')).max(20).default([]).describe('Files that belong to it, uploaded before');
const text = z.string().trim().max(100_000).default('');
const day = dayIn;

const worded = {
  kind: keyOf('Key of the kind of document'),
  class: keyOf('Key of the class of the archives in which it is kept'),
  subject: line.describe('What it is about, in one line'),
};

const drafted = { ...worded, text: text.describe('Its text; a file may take its place'), fileIds };

export const draftInput = z.strictObject({
  id: newId,
  ...drafted,
  supersedesId: id('document').optional().describe('Which approved one it takes the place of, once approved itself'),
});
export type NewDraft = z.output<typeof draftInput>;

export const changeDraftInput = z.strictObject({ seen: versionRequired, ...drafted });
export type ChangeDraft = OnVersion<z.output<typeof changeDraftInput>, 'seen'>;

export const reviewInput = z.strictObject({ postId: id('post').describe('The post that reviews it') });

export const decideInput = z.strictObject({
  approved: z.boolean().describe('true: final, with number and date; false: sent back'),
  remark: z.string().trim().max(2_000).default('').describe('With which remark; needed where it is sent back'),
});
export type Decide = z.output<typeof decideInput>;

export const letterInput = z.strictObject({
  id: newId,
  ...worded,
  way: z.enum(['in', 'out']).describe('in: it came to us; out: we sent it'),
  counterpart: line.describe('Which department or body it came from or went to'),
  bodyId: id('liaison_body').optional().describe('The body outside, where it is one we keep'),
  personId: id('person').describe('Who of ours answers for it'),
  dated: day.describe('The day on it, YYYY-MM-DD'),
  answerBy: moment.optional().describe('By when it needs an answer, from us or from them; left out: it needs none'),
  answersId: id('document').optional().describe('The letter that it answers'),
  text: text.describe('What it says, in short'),
  liesAt: z.string().trim().max(200).default('').describe('Where the paper lies meanwhile'),
  fileIds,
});
export type NewLetter = z.output<typeof letterInput>;

export const paperInput = z.strictObject({
  id: newId,
  ...worded,
  personId: id('person').describe('Who of ours it is from, or whom it is about'),
  dated: day.describe('The day on it, YYYY-MM-DD'),
  counterpart: z.string().trim().max(200).default('').describe('Which department it came from'),
  liesAt: line.describe('Where the paper lies'),
  fileIds,
});
export type NewPaper = z.output<typeof paperInput>;

export const fileInput = z.strictObject({ liesAt: line.describe('Where the paper lies') });

export const lendInput = z.strictObject({
  toId: id('person').describe('Who has it'),
  why: line.describe('What for'),
  dueAt: moment.describe('By when it is back'),
});
export type Lend = z.output<typeof lendInput>;

export const destroyInput = z.strictObject({ why: line.describe('Why, and how') });

export const documentsQuery = z.strictObject({
  ...pageQuery,
  way: z.enum(DOCUMENT_WAYS).optional().describe('Only what came about so'),
  kind: keyOf('Only of this kind').optional(),
  class: keyOf('Only of this class').optional(),
  state: z.enum(DOCUMENT_STATES).optional().describe('Only those that stand so'),
  year: z.coerce.number().int().min(1900).max(2199).optional().describe('Only those numbered in this year'),
  counterpart: z.string().trim().max(200).optional().describe('Only letters in whose counterpart this stands'),
  body: id('liaison_body').optional().describe('Only letters from or to this body'),
  person: id('person').optional().describe('Only those this person answers for'),
  text: z.string().trim().max(100).optional().describe('Only those in whose number or subject this stands'),
  lent: z.stringbool().optional().describe('true: only those that are lent'),
  over: z.stringbool().optional().describe('true: only those kept as long as their class says'),
  from: moment.optional().describe('Registered at or after'),
  until: moment.optional().describe('Registered before'),
});
export type DocumentsQuery = z.output<typeof documentsQuery>;
