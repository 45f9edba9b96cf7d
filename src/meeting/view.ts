import { z } from 'zod';
import { departmentNameOut, formerOut, personOut } from '../organisation/shapes.ts';
import { canOut, idOut, momentOrNotYet, momentOut, pageOf, versionOut, wordsOut } from '../platform/http/shapes.ts';
import { DUE_STATES, MEETING_ITEM_SORTS, MEETING_STATES } from './meeting.ts';
import { MEETING_INTERVALS } from './sort.ts';

const departmentOut = departmentNameOut.nullable().describe('Whose meeting; null: the whole centre’s');

const sortOut = z
  .object({ key: z.string().describe('Key of the sort'), name: wordsOut.describe('As it was called then') })
  .describe('What sort of meeting');

export const meetingLineOut = z.object({
  id: idOut('meeting'),
  sort: sortOut,
  regular: z.boolean().describe('The one owed for its period; false: called for an occasion'),
  department: departmentOut,
  title: z.string().describe('What it is about'),
  startsAt: momentOut.describe('When it begins'),
  room: z.string().describe('Where'),
  state: z.enum(MEETING_STATES).describe('called, held (the record is being written), closed (signed) or cancelled'),
  notHeld: z.boolean().describe('Its time has passed, and nobody said that it was held'),
  chair: personOut.describe('Who chairs it'),
  invited: z.number().describe('How many were invited'),
  came: z.number().describe('How many came'),
  items: z.number().describe('How many problems and ideas it left to be done'),
  openItems: z.number().describe('How many of them are open'),
});
export type MeetingLine = z.output<typeof meetingLineOut>;
export const meetingsOut = pageOf(meetingLineOut).extend({ can: canOut.describe('call') });

export const meetingItemOut = z.object({
  id: idOut('work_item'),
  sort: z.enum(MEETING_ITEM_SORTS).describe('A problem, or an idea for improvement'),
  title: z.string().describe('What it is, and what is to be done'),
  person: personOut.describe('Who sees to it'),
  dueAt: momentOut.describe('By when'),
  doneAt: momentOrNotYet,
  late: z.boolean().describe('Done late, or not done though it was due'),
  outcome: z.string().nullable().describe('What came of it; null: nothing yet'),
  meeting: z
    .object({ id: idOut('meeting'), title: z.string().describe('What it was about'), startsAt: momentOut })
    .describe('Which meeting it was carried from'),
});
export type MeetingItemView = z.output<typeof meetingItemOut>;
export const meetingItemsOut = pageOf(meetingItemOut);

export const meetingOut = meetingLineOut.extend({
  version: versionOut,
  calledBy: personOut.describe('Who called it'),
  calledAt: momentOut,
  recorder: personOut.describe('Who writes the record'),
  heldAt: momentOrNotYet.describe('When it began in fact'),
  signBy: momentOrNotYet.describe('By when the chair is to sign the record'),
  closedAt: momentOrNotYet.describe('When the chair signed the record'),
  cancelledBecause: z.string().nullable().describe('Why it did not take place'),
  members: z
    .array(
      z.object({
        no: z.number().describe('His number here'),
        person: personOut.nullable().describe('One of ours; null: of an outside firm'),
        firm: z.string().describe('The outside firm; empty: one of ours'),
        name: z.string().describe('His name'),
        answer: z.enum(['comes', 'declined']).nullable().describe('null: he has not answered'),
        answerWords: z.string().describe('Why he cannot'),
        came: z.boolean().nullable().describe('null: nobody has said yet'),
      }),
    )
    .describe('Who was invited'),
  points: z
    .array(
      z.object({
        no: z.number().describe('Its number here'),
        title: z.string().describe('What the point is'),
        minutes: z.string().describe('What was said'),
        decision: z.string().describe('What was decided'),
        item: meetingItemOut.nullable().describe('What an earlier meeting left open; null: a point of its own'),
      }),
    )
    .describe('The agenda, and what was said and decided on it'),
  left: z.array(meetingItemOut).describe('What it left to be done'),
  former: formerOut,
  can: canOut.describe('arrange, cancel, answer, record, add_item, close'),
});
export type MeetingView = z.output<typeof meetingOut>;

export const dueOut = z.object({
  id: idOut('meeting_due'),
  sort: sortOut,
  department: departmentOut,
  post: z.object({ id: idOut('post'), name: wordsOut }).describe('Which post owes it'),
  every: z.enum(MEETING_INTERVALS).describe('How often one is owed'),
  begins: z.string().describe('First day of the period, YYYY-MM-DD'),
  from: momentOut.describe('When the period begins'),
  until: momentOut.describe('When the period is over'),
  state: z
    .enum(DUE_STATES)
    .describe('to_come, open (it can still be held), held, held_late (after its period) or missed'),
  meeting: z
    .object({ id: idOut('meeting'), title: z.string().describe('What it was about'), heldAt: momentOut })
    .nullable()
    .describe('The one held for it; null: none'),
});
export type MeetingDue = z.output<typeof dueOut>;
export const duesOut = pageOf(dueOut).extend({
  kept: z.number().describe('How many of the periods asked for that are over had theirs in time'),
  of: z.number().describe('How many of them are over'),
});

export const meetingSortsOut = z.object({
  items: z
    .array(
      z.object({
        key: z.string().describe('Stable, for programs: what a change or a filter names it by'),
        name: wordsOut,
        every: z.enum(MEETING_INTERVALS).nullable().describe('How often one is owed; null: as occasion arises'),
        outsiders: z.boolean().describe('People of outside firms are invited'),
        can: canOut.describe('call'),
      }),
    )
    .describe('Every sort of meeting of the house'),
});
