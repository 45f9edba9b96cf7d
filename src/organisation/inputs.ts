import { z } from 'zod';
import type { OnVersion } from '../platform/http/shapes.ts';
import { id, line, moment, versionRequired } from '../platform/http/shapes.ts';
import { LANGUAGES } from '../kernel/words.ts';
import { RIGHTS, SCOPES } from './rights.ts';
import { ROLES } from './role.ts';

/** What somebody signs in with: short, lower case, the same on every keyboard. */
const username = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{1,39}$/)
  .describe('2 to 40 of a-z, 0-9, dot, underscore, hyphen');
const phone = z
  .string()
  .trim()
  .regex(/^\+?[0-9][0-9 ()-]{2,30}$/)
  .describe('A telephone number as it is dialled');
const oneLine = line.describe('In this language; one line');
const words = z
  .strictObject({ en: oneLine, 'zh-hans': oneLine, 'zh-hant': oneLine })
  .describe('What it is called, in each language');
const why = line.describe('Why it is changed; kept with the version');
/** As the server itself may make the change: an import says why once, for all of it. */
type WithoutWhy<Change extends { why: string }> = Omit<Change, 'why'> & { why?: string | undefined };
const skills = z.array(line).max(50).describe('What this person can do: trades, languages');

const personalData = {
  name: line.describe('As colleagues and customers are told it'),
  phone: phone.nullable().optional().describe('Where colleagues reach this person; null: none'),
  email: z.email().max(200).nullable().optional().describe('An address for mail; null: none'),
  language: z.enum(LANGUAGES).optional().describe('In which language the screens speak to this person'),
};

export const createOrganisationInput = z.strictObject({
  centre: z.strictObject({
    name: line,
    phone: phone.optional(),
    complaintLine: phone.optional(),
    address: line.optional(),
  }),
  administrator: z.strictObject({ id: id('person').optional(), username, ...personalData }),
});
export type CreateOrganisation = z.infer<typeof createOrganisationInput>;

const postGiven = z.strictObject({
  postId: id('post'),
  deputyRank: z
    .number()
    .int()
    .min(1)
    .max(9)
    .nullable()
    .default(null)
    .describe('1, 2, ... for a deputy; null: holds it'),
});

export const addPersonInput = z.strictObject({
  id: id('person').describe("The client's own new id; the same id again adds nothing twice"),
  username,
  ...personalData,
  skills: skills.default([]),
  posts: z.array(postGiven).max(20).default([]).describe('Posts to begin in'),
});
export type AddPerson = z.infer<typeof addPersonInput>;

export const changePersonInput = z.strictObject({
  username: username.optional(),
  ...personalData,
  name: personalData.name.optional(),
  skills: skills.optional(),
  seen: versionRequired,
});
export type ChangePerson = OnVersion<z.infer<typeof changePersonInput>, 'seen'>;

export const givePostInput = postGiven;
export type GivePost = z.infer<typeof givePostInput>;

export const setDutyInput = z.strictObject({
  on: z.boolean().describe('true: at work from now on; false: not any more'),
  coverId: id('person').optional().describe('Who covers the post that is never left empty'),
});
export type SetDuty = z.infer<typeof setDutyInput>;

export const reportAbsenceInput = z.strictObject({
  id: id('absence').describe("The client's own new id; the same id again reports nothing twice"),
  from: moment.describe('When he goes'),
  until: moment.optional().describe('When he is back; left out: not known'),
  reason: line.describe('Why; shown to him and to whoever keeps the people'),
  successorId: id('person').optional().describe('Who takes over what is open, and covers a post never left empty'),
});
export type ReportAbsence = z.infer<typeof reportAbsenceInput>;

export const leaveInput = z.strictObject({
  successorId: id('person').optional().describe('Who takes over everything open; needed where anything is'),
  reason: z
    .enum(['resigned', 'transferred', 'retired', 'dismissed', 'other'])
    .describe('Why he leaves; kept in the journal'),
});
export type Leave = z.infer<typeof leaveInput>;

export const departmentInput = z.strictObject({
  name: words,
  calendarId: id('calendar').describe('By whose hours it works'),
  phone: phone.nullable().describe('Where to reach it; null: none'),
  outsideFirm: z.boolean().describe('Not a department of ours but a firm we send'),
});

const closed = z.boolean().optional().describe('true: give it up, kept for what refers to it; false: take it up again');
export const addDepartmentInput = departmentInput.extend({ id: id('department'), key: key(), centreId: id('centre') });
export type AddDepartment = z.infer<typeof addDepartmentInput>;

export const previewDepartmentInput = departmentInput.partial().extend({
  closed,
  workTo: id('department')
    .optional()
    .describe('Given up while in use: the department that its open work, and what names it, goes to'),
});
export type PreviewDepartment = z.infer<typeof previewDepartmentInput>;
export const changeDepartmentInput = previewDepartmentInput.extend({ seen: versionRequired, why });
export type ChangeDepartment = WithoutWhy<z.infer<typeof changeDepartmentInput>>;

export const postInput = z.strictObject({
  name: words,
  departmentId: id('department').nullable().describe('Where it belongs; null: to no department'),
  role: z.enum(ROLES).describe('What ladders and screens call it, whatever its name in the trade'),
  superiorPostId: id('post').nullable().describe('Who hears of lateness next; null: nobody above'),
  neverEmpty: z.boolean().describe('Never left empty: the last one on duty names who covers'),
  mostDeputies: z.number().int().min(0).max(9).describe('How many deputies may be named for it'),
  rights: z
    .partialRecord(z.enum(RIGHTS), z.enum(SCOPES))
    .describe('Right to scope: own, department, centre, organisation; what is left out is not given'),
});

export const addPostInput = postInput.extend({ id: id('post'), key: key(), centreId: id('centre') });
export type AddPost = z.infer<typeof addPostInput>;
export const changePostInput = postInput.partial().extend({ closed, seen: versionRequired, why });
export type ChangePost = WithoutWhy<z.infer<typeof changePostInput>>;

const timeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/)
  .describe('Time of day where the centre stands: 08:30; 24:00 is the end of the day');
const spans = z
  .array(z.strictObject({ from: timeOfDay, to: timeOfDay }))
  .max(12)
  .describe('Hours that count on such a day; none: it is closed');
export const calendarRulesShape = z.strictObject({
  zone: line.describe('IANA time zone, e.g. Asia/Shanghai'),
  weekly: z
    .strictObject({ 1: spans, 2: spans, 3: spans, 4: spans, 5: spans, 6: spans, 7: spans })
    .describe('The ordinary week; 1 is Monday'),
  exceptions: z
    .array(
      z.strictObject({
        date: z.iso.date().describe('Which day, YYYY-MM-DD'),
        name: line.describe('Why it differs: National Day, make-up day'),
        spans,
      }),
    )
    .max(2_000)
    .describe('Holidays (no spans) and make-up working days'),
});

export const changeCalendarInput = z.strictObject({
  rules: calendarRulesShape.describe('The whole new hours'),
  why,
  seen: versionRequired,
});
export type ChangeCalendar = z.infer<typeof changeCalendarInput>;
export const addCalendarInput = z.strictObject({
  id: id('calendar').describe("The client's own new id; the same id again adds nothing twice"),
  key: key(),
  name: words,
  rules: calendarRulesShape.describe('Its hours'),
});
export type AddCalendar = z.infer<typeof addCalendarInput>;

export const changeCentreInput = z.strictObject({
  name: line.optional().describe('As customers are told it'),
  phone: phone.nullable().optional().describe('Where customers call; null: none'),
  complaintLine: phone.nullable().optional().describe('Where to complain, at any hour; null: none'),
  address: line.nullable().optional().describe('Where customers come; null: none'),
  receptionCalendarId: id('calendar').optional().describe('By whose hours somebody is at the desk'),
  seen: versionRequired,
});
export type ChangeCentre = z.infer<typeof changeCentreInput>;

function key() {
  return z
    .string()
    .regex(/^[a-z][a-z0-9_]{1,59}$/)
    .describe('A stable name of lower-case letters, digits and underscores');
}
