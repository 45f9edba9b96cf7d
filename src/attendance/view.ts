import { z } from 'zod';
import { departmentNameOut, personOut } from '../organisation/shapes.ts';
import { canOut, idOut, momentOrNotYet, momentOut, pageOf, wordsOut } from '../platform/http/shapes.ts';
import { LEAVE_STATES, MARKS, PRESENCES, SHIFT_STATES } from './attendance.ts';

const day = z.string().describe('YYYY-MM-DD, where the centre stands');
const department = departmentNameOut.nullable().describe('Whose; null: of none');

export const shiftOut = z.object({
  id: idOut('shift'),
  person: personOut.describe('Who works'),
  department,
  day,
  from: momentOut.describe('When it begins'),
  until: momentOut.describe('When it ends'),
  presence: z.enum(PRESENCES).describe('online: he is to be on duty at his screen'),
  thereBy: momentOut.nullable().describe('By when he is to be there; null: he is away'),
  published: z.boolean().describe('false: a draft that only those see who plan'),
  state: z
    .enum(SHIFT_STATES)
    .describe(
      'ahead; not_here: he should be; here; done: came and went; no_out: came, no going recorded; missing: never there; away: on leave',
    ),
  inAt: momentOut.nullable().describe('When he came; null: not recorded'),
  outAt: momentOut.nullable().describe('When he went; null: not recorded'),
  lateMinutes: z.number().describe('Minutes late, begun ones too; 0: on time'),
  earlyMinutes: z.number().describe('Minutes before its end that he left; 0: he did not'),
  overMinutes: z.number().describe('Minutes he stayed beyond its end'),
  away: wordsOut.nullable().describe('Kind of leave that takes all or part of it; null: none'),
  awayMinutes: z.number().describe('Minutes of it that leave takes'),
  onlineSince: momentOut
    .nullable()
    .describe('Of a shift online: since when he was on duty in it; null: not, or on site'),
  offlineMinutes: z.number().describe('Of a shift online: minutes after that in which he was off duty'),
});
export type ShiftView = z.input<typeof shiftOut>;

export const attendanceOut = pageOf(shiftOut);

export const shiftPageOut = shiftOut.extend({
  madeBy: personOut.describe('Who planned it'),
  madeAt: momentOut,
  publishedAt: momentOrNotYet,
  marks: z
    .array(
      z.object({
        sort: z.enum(MARKS).describe('in: coming; out: going'),
        at: momentOut.nullable().describe('What it says; null: struck out'),
        former: momentOut.nullable().describe('What held before; null: nothing'),
        by: personOut.describe('Who recorded it'),
        recordedAt: momentOut,
        why: z.string().nullable().describe('Why; null: he said so himself at that moment'),
      }),
    )
    .describe('Each coming and going, and each correction, in their order'),
  can: canOut.describe('keep (record or correct), take_out'),
});

export const rotaWeekOut = z.object({
  begins: day.describe('The Monday'),
  days: z.array(day).describe('Monday to Sunday'),
  today: day,
  people: z
    .array(
      z.object({
        person: personOut,
        department,
        shifts: z.array(shiftOut).describe('In their order'),
        plan: z.boolean().describe('The caller plans this person'),
      }),
    )
    .describe('Those whom the caller sees; drafts only of those whom he plans'),
  drafts: z.number().describe('Shifts of the week that are not published yet'),
  can: canOut.describe('plan'),
});

export const mineOut = z.object({
  now: momentOut.describe('The server’s time'),
  current: shiftOut.nullable().describe('The shift of which the key speaks; null: none near'),
  shifts: z.array(shiftOut).describe('From a fortnight ago to a fortnight ahead, in their order'),
  kinds: z
    .array(z.object({ key: z.string().describe('Stable name of the kind'), name: wordsOut }))
    .describe('Kinds of leave that can be asked for'),
  can: canOut.describe('clock_in, clock_out'),
});

export const leaveOut = z.object({
  id: idOut('leave_request'),
  person: personOut,
  department,
  kind: z.string().describe('Key of its kind'),
  name: wordsOut.describe('What the kind is called'),
  from: momentOut,
  until: momentOut,
  reason: z.string().describe('Why it was asked for'),
  askedAt: momentOut,
  state: z.enum(LEAVE_STATES).describe('asked: nobody has decided yet; withdrawn: whoever asked took it back'),
  decidedAt: momentOrNotYet,
  decidedBy: personOut.nullable().describe('Who approved or refused it; null: nobody yet'),
  remark: z.string().describe('What was said with the decision; empty: nothing'),
  can: canOut.describe('decide, withdraw'),
});
export const leavesOut = pageOf(leaveOut);

export const monthLineOut = z.object({
  person: personOut,
  department,
  shifts: z.number().describe('Shifts that were due by now, leave and all'),
  dueMinutes: z.number().describe('Minutes due, leave taken off'),
  attended: z.number().describe('Shifts he came to'),
  late: z.number().describe('How often late'),
  lateMinutes: z.number().describe('Minutes he came late, all together'),
  early: z.number().describe('How often he left early'),
  earlyMinutes: z.number().describe('Minutes he left too early, all together'),
  missing: z.number().describe('Shifts never come to, without leave'),
  noOut: z.number().describe('Shifts with no going recorded'),
  overtimeMinutes: z.number().describe('Minutes beyond his shifts, of those that count as overtime'),
  away: z
    .array(
      z.object({
        kind: z.string().describe('Key of the kind of leave'),
        name: wordsOut,
        hundredths: z.number().describe('How much of it, in hundredths of a shift'),
      }),
    )
    .describe('By kind of leave, in hundredths of a shift'),
  records: z.string().describe('Address of the shifts it counts, this API'),
});

export const monthOut = z.object({
  id: idOut('attendance_month').nullable().describe('null: nobody was planned in it yet'),
  month: z.string().describe('YYYY-MM'),
  begins: day,
  ends: day.describe('First day of the month after'),
  reviewedAt: momentOrNotYet,
  reviewedBy: personOut.nullable().describe('Who reviewed it'),
  remark: z.string().describe('What was found at the review; empty: nothing was said'),
  reopened: z
    .array(
      z.object({
        by: personOut,
        at: momentOut,
        why: z.string().describe('Why it was looked at again'),
        reviewedAt: momentOut,
        reviewedBy: personOut,
      }),
    )
    .describe('Each time it was opened again'),
  items: z.array(monthLineOut).describe('A line a person, of those whom the caller sees'),
  next: z.null().describe('Always null: there is one page'),
  can: canOut.describe('review, reopen'),
});
