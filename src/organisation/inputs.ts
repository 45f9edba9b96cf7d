import { z } from 'zod';
import type { OnVersion } from '../platform/http/shapes.ts';
import { id, line, moment, seenVersion } from '../platform/http/shapes.ts';
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
const words = z.strictObject({ en: line, 'zh-hans': line, 'zh-hant': line });
const why = line.describe('Why it is changed; kept with the version');
const skills = z.array(line).max(50).describe('What this person can do: trades, languages');

const personalData = {
  name: line,
  phone: phone.nullable().optional(),
  email: z.email().max(200).nullable().optional(),
  language: z.enum(LANGUAGES).optional(),
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
  id: id('person'),
  username,
  ...personalData,
  skills: skills.default([]),
  posts: z.array(postGiven).max(20).default([]),
});
export type AddPerson = z.infer<typeof addPersonInput>;

export const changePersonInput = z.strictObject({
  username: username.optional(),
  ...personalData,
  name: line.optional(),
  skills: skills.optional(),
  seen: seenVersion,
});
export type ChangePerson = OnVersion<z.infer<typeof changePersonInput>, 'seen'>;

export const givePostInput = postGiven;
export type GivePost = z.infer<typeof givePostInput>;

export const setDutyInput = z.strictObject({
  on: z.boolean(),
  coverId: id('person').optional().describe('Who covers the post that is never left empty'),
});
export type SetDuty = z.infer<typeof setDutyInput>;

export const reportAbsenceInput = z.strictObject({
  id: id('absence'),
  from: moment,
  until: moment.optional(),
  reason: line,
  successorId: id('person').optional().describe('Who takes over what is open, and covers a post never left empty'),
});
export type ReportAbsence = z.infer<typeof reportAbsenceInput>;

export const leaveInput = z.strictObject({
  successorId: id('person').optional().describe('Who takes over everything open; needed where anything is'),
  reason: z.enum(['resigned', 'transferred', 'retired', 'dismissed', 'other']),
});
export type Leave = z.infer<typeof leaveInput>;

export const departmentInput = z.strictObject({
  name: words,
  calendarId: id('calendar'),
  phone: phone.nullable(),
  outsideFirm: z.boolean(),
});
export const addDepartmentInput = departmentInput.extend({ id: id('department'), key: key(), centreId: id('centre') });
export type AddDepartment = z.infer<typeof addDepartmentInput>;

export const changeDepartmentInput = departmentInput
  .partial()
  .extend({ closed: z.boolean().optional(), seen: seenVersion });
export type ChangeDepartment = z.infer<typeof changeDepartmentInput>;

export const postInput = z.strictObject({
  name: words,
  departmentId: id('department').nullable(),
  role: z.enum(ROLES),
  superiorPostId: id('post').nullable(),
  neverEmpty: z.boolean(),
  mostDeputies: z.number().int().min(0).max(9),
  rights: z.partialRecord(z.enum(RIGHTS), z.enum(SCOPES)),
});
export const addPostInput = postInput.extend({ id: id('post'), key: key(), centreId: id('centre') });
export type AddPost = z.infer<typeof addPostInput>;
export const changePostInput = postInput.partial().extend({ closed: z.boolean().optional(), seen: seenVersion });
export type ChangePost = z.infer<typeof changePostInput>;

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);
const spans = z.array(z.strictObject({ from: timeOfDay, to: timeOfDay })).max(12);
export const calendarRulesShape = z.strictObject({
  zone: line.describe('IANA time zone, e.g. Asia/Shanghai'),
  weekly: z.strictObject({ 1: spans, 2: spans, 3: spans, 4: spans, 5: spans, 6: spans, 7: spans }),
  exceptions: z
    .array(z.strictObject({ date: z.iso.date(), name: line, spans }))
    .max(2_000)
    .describe('Holidays (no spans) and make-up working days'),
});
export const changeCalendarInput = z.strictObject({ rules: calendarRulesShape, why, seen: seenVersion });
export type ChangeCalendar = z.infer<typeof changeCalendarInput>;
export const addCalendarInput = z.strictObject({
  id: id('calendar'),
  key: key(),
  name: words,
  rules: calendarRulesShape,
});
export type AddCalendar = z.infer<typeof addCalendarInput>;

export const changeCentreInput = z.strictObject({
  name: line.optional(),
  phone: phone.nullable().optional(),
  complaintLine: phone.nullable().optional(),
  address: line.nullable().optional(),
  receptionCalendarId: id('calendar').optional(),
  seen: seenVersion,
});
export type ChangeCentre = z.infer<typeof changeCentreInput>;

function key() {
  return z
    .string()
    .regex(/^[a-z][a-z0-9_]{1,59}$/)
    .describe('A stable name of lower-case letters, digits and underscores');
}
