import { z } from 'zod';
import type { OnVersion } from '../platform/http/shapes.ts';
import { id, line, moment, pageQuery, versionRequired } from '../platform/http/shapes.ts';
import { DUE_STATES, MEETING_ITEM_SORTS, MEETING_STATES } from './meeting.ts';

const long = z.string().trim().max(10_000);

const arranged = {
  title: line.describe('What it is about, in one line'),
  startsAt: moment.describe('When it begins'),
  room: line.describe('Where'),
  chairId: id('person').optional().describe('Who chairs it and signs the record; left out: whoever calls it'),
  recorderId: id('person').optional().describe('Who writes the record; left out: whoever calls it'),
  personIds: z.array(id('person')).min(1).max(100).describe('Which of ours are invited; each is told'),
  outsiders: z
    .array(
      z.strictObject({
        firm: line.describe('The outside firm'),
        name: line.describe('Who of it is invited'),
      }),
    )
    .max(50)
    .default([])
    .describe('Who of outside firms is invited'),
  agenda: z.array(line).min(1).max(40).describe('Point by point; what earlier meetings left open is added by itself'),
};

export const callInput = z.strictObject({
  id: id('meeting').optional().describe("The client's own new id; the same id again calls nothing twice"),
  sort: z.string().max(60).describe('Key of the sort of meeting'),
  regular: z
    .boolean()
    .default(true)
    .describe('It is the one owed for its period; false: called for an occasion, and the period stays owed'),
  ...arranged,
});
export type Call = z.output<typeof callInput>;

export const changeInput = z.strictObject({ seen: versionRequired, ...arranged });
export type ChangeMeeting = OnVersion<z.output<typeof changeInput>, 'seen'>;

export const answerInput = z.strictObject({
  comes: z.boolean().describe('false: he cannot, and says why'),
  words: z.string().trim().max(200).default('').describe('Why not; needed where he does not come'),
});
export type AnswerInvitation = z.output<typeof answerInput>;

export const cancelInput = z.strictObject({
  why: line.describe('Why it does not take place; everybody invited is told'),
});

export const minutesInput = z.strictObject({
  seen: versionRequired,
  heldAt: moment.optional().describe('When it began in fact; left out: as it was called'),
  came: z.array(z.number().int().positive()).max(150).describe('Who came, by the number of each member'),
  points: z
    .array(
      z.strictObject({
        no: z.number().int().positive().optional().describe('Which point of the agenda; left out: a new one'),
        title: line.describe('What the point is'),
        minutes: long.default('').describe('What was said'),
        decision: long.default('').describe('What was decided; empty: nothing'),
      }),
    )
    .min(1)
    .max(60)
    .describe('Every point, those without a word yet too'),
});
export type Minutes = OnVersion<z.output<typeof minutesInput>, 'seen'>;

export const itemInput = z.strictObject({
  id: id('work_item').optional().describe("The client's own new id; the same id again gives nothing twice"),
  sort: z.enum(MEETING_ITEM_SORTS).describe('A problem, or an idea for improvement'),
  title: line.describe('What it is, and what is to be done'),
  personId: id('person').describe('Who sees to it'),
  dueAt: moment.describe('By when'),
});
export type AddItem = z.output<typeof itemInput>;

const span = {
  from: moment.optional().describe('At or after'),
  until: moment.optional().describe('Before'),
};

export const meetingsQuery = z.strictObject({
  ...pageQuery,
  sort: z.string().max(60).optional().describe('Only of this sort'),
  state: z.enum(MEETING_STATES).optional().describe('Only those that stand so'),
  member: id('person').optional().describe('Only those to which this person was invited'),
  chair: id('person').optional().describe('Only those this person chairs'),
  ...span,
});
export type MeetingsQuery = z.output<typeof meetingsQuery>;

export const duesQuery = z.strictObject({
  ...pageQuery,
  sort: z.string().max(60).optional().describe('Only of this sort'),
  state: z.enum(DUE_STATES).optional().describe('Only those that stand so'),
  from: moment.optional().describe('Of periods that end at or after'),
  until: moment.optional().describe('Of periods that end before'),
});
export type DuesQuery = z.output<typeof duesQuery>;

export const meetingItemsQuery = z.strictObject({
  ...pageQuery,
  sort: z.enum(MEETING_ITEM_SORTS).optional().describe('Only problems, or only ideas'),
  meetingSort: z.string().max(60).optional().describe('Only of meetings of this sort'),
  person: id('person').optional().describe('Only those this person sees to'),
  open: z.stringbool().optional().describe('true: only those that are open; false: only those that are done'),
  ...span,
});
export type MeetingItemsQuery = z.output<typeof meetingItemsQuery>;
