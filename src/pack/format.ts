import { z } from 'zod';
import { ladderShape, limitShape } from '../commitment/rule.ts';
import { LANGUAGES } from '../kernel/words.ts';
import { RIGHTS, SCOPES } from '../organisation/rights.ts';

const key = z.string().regex(/^[a-z][a-z0-9_]*$/);
export const wordsShape = z.strictObject(
  Object.fromEntries(LANGUAGES.map((language) => [language, z.string().min(1)])) as Record<
    (typeof LANGUAGES)[number],
    z.ZodString
  >,
);

export const STAGE_CLASSES = [
  'new',
  'active',
  'waiting_customer',
  'waiting_other',
  'resolved',
  'closed',
  'cancelled',
] as const;

const stage = z.strictObject({
  key,
  name: wordsShape,
  class: z.enum(STAGE_CLASSES),
  /** Where one may go from here; every open stage has a way out. */
  next: z.array(key),
});

const field = z.strictObject({
  key,
  name: wordsShape,
  hint: wordsShape.optional(),
  type: z.enum(['text', 'long_text', 'choice', 'yes_no', 'number', 'date']),
  choices: z.array(z.strictObject({ key, name: wordsShape })).optional(),
  /** Asked for at intake, or later on the ticket. */
  at: z.enum(['intake', 'ticket']),
  /** May not be empty when the ticket is opened, resolved or closed. */
  requiredFor: z.enum(['open', 'resolve', 'close']).optional(),
  indexed: z.boolean().optional(),
});

/** The moments in a ticket's life that start or keep its commitments: the core's closed vocabulary. */
export const MOMENTS = [
  'opened',
  'answered',
  'apologised',
  'investigated',
  'dispatched',
  'resolved',
  'told',
  'closed',
  'major',
  'grave',
] as const;
export type Moment = (typeof MOMENTS)[number];

const commitmentRule = z.strictObject({
  kind: key,
  from: z.enum(MOMENTS),
  keptBy: z.enum(MOMENTS),
  limit: limitShape,
  /** Another limit for what is urgent, or comes in on a line with a limit of its own. */
  when: z
    .array(
      z.strictObject({
        urgency: z.enum(['urgent', 'emergency']).optional(),
        channel: z.string().optional(),
        limit: limitShape,
      }),
    )
    .optional(),
});

const visitRule = z.strictObject({
  key,
  name: wordsShape,
  /** Only for customers or tickets of this sort; the first rule that fits counts. */
  when: z.enum(['always', 'vip', 'safety_place']),
  limit: limitShape,
  mostAttempts: z.number().int().positive(),
  /** May the customer decline it, or is there no exception (VISIT-08)? */
  mayDecline: z.boolean(),
});

/** What must be true before resolving or closing; each is a rule of the core with a refusal of its own. */
export const GUARDS = [
  'no_open_work_order',
  'customer_told',
  'visits_ended',
  'outcome_given',
  'apology_made',
  'explanation_given',
  'answer_given',
  'real_cause_known',
  'customer_view_known',
  'ruling_given',
] as const;

const kind = z.strictObject({
  key,
  name: wordsShape,
  /** Shown to the front desk when it chooses. */
  about: wordsShape,
  /** What figures and reports count it as. */
  type: z.enum(['consultation', 'complaint', 'suggestion', 'request', 'repair', 'help', 'task']),
  /** Its key at the front desk, 1-9 and 0; none for kinds nobody calls about. */
  digit: z.string().regex(/^\d$/).optional(),
  icon: z.string(),
  urgency: z.enum(['normal', 'urgent', 'emergency']),
  /** Which department it goes to when nobody says otherwise. */
  department: key,
  needsPlace: z.boolean(),
  needsCustomer: z.boolean(),
  stages: z.array(stage).min(3),
  fields: z.array(field),
  steps: z.array(z.strictObject({ key, name: wordsShape, doneBy: z.enum([...MOMENTS, 'visited']) })),
  guards: z.strictObject({ resolve: z.array(z.enum(GUARDS)), close: z.array(z.enum(GUARDS)) }),
  commitments: z.array(commitmentRule),
  workOrder: z.strictObject({ accept: limitShape, arrive: limitShape, complete: limitShape }).optional(),
  visits: z.array(visitRule),
});

const span = z.strictObject({ from: z.string(), to: z.string() });
const calendar = z.strictObject({
  key,
  name: wordsShape,
  weekly: z.record(z.enum(['1', '2', '3', '4', '5', '6', '7']), z.array(span)),
  /** Whose public holidays close it; none for one that never closes. */
  holidays: z.enum(['china', 'none']),
});

const department = z.strictObject({ key, name: wordsShape, calendar: key, outsideFirm: z.boolean().optional() });

const post = z.strictObject({
  key,
  name: wordsShape,
  department: key.optional(),
  role: z.string(),
  superior: key.optional(),
  neverEmpty: z.boolean().optional(),
  rights: z.partialRecord(z.enum(RIGHTS), z.enum(SCOPES)),
});

/** An industry as data. The core never names one. */
export const packShape = z.strictObject({
  key,
  name: wordsShape,
  zone: z.string(),
  calendars: z.array(calendar).min(1),
  receptionCalendar: key,
  departments: z.array(department).min(1),
  posts: z.array(post).min(1),
  kinds: z.array(kind).min(1),
  /** Limits that belong to no kind. */
  limits: z.strictObject({
    acceptHandover: limitShape,
    giveRuling: limitShape,
    acceptNotice: limitShape,
    replyNotice: limitShape,
    verifyNotice: limitShape,
    noticeAfterVisit: limitShape,
    signVisit: limitShape,
    answerUrging: limitShape,
    weeklySummary: limitShape,
  }),
  /** Who is told about a promise made to a customer by hand (the time is what was promised). */
  promiseLadder: ladderShape,
  /** Who hears at once of a complaint that is major, or gravely harms image or interests (COMP-06, COMP-07). */
  severities: z.array(
    z.strictObject({ key: z.enum(['ordinary', 'major', 'grave']), name: wordsShape, tell: z.array(z.string()) }),
  ),
  /** Longest pauses by declared reason. */
  pauses: z.array(z.strictObject({ key, name: wordsShape, longest: z.string(), endedByCustomer: z.boolean() })),
  /** Hours in which messages to people wait; the clock never does. */
  quietHours: z
    .strictObject({ from: z.string(), to: z.string(), except: z.array(z.enum(['emergency', 'urgent'])) })
    .nullable(),
  /** Seconds in which an outward effect can still be taken back. */
  undoSeconds: z.number().int().min(0).max(60),
});

export type Pack = z.infer<typeof packShape>;
export type Kind = Pack['kinds'][number];
export type Stage = Kind['stages'][number];
export type StageClass = (typeof STAGE_CLASSES)[number];
export type Field = Kind['fields'][number];
export type Guard = (typeof GUARDS)[number];
export type VisitRule = Kind['visits'][number];
export type CommitmentRule = Kind['commitments'][number];
