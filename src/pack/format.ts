import { z } from 'zod';
import { CHANNELS } from '../kernel/channels.ts';
import { limitShape } from '../commitment/rule.ts';
import { calendarShape, departmentShape, postShape } from './organisation-shape.ts';
import { settingsShape } from './settings-shape.ts';
import { key, wordsShape } from './shapes.ts';

export const STAGE_CLASSES = [
  'new',
  'active',
  'waiting_customer',
  'waiting_other',
  'resolved',
  'closed',
  'cancelled',
] as const;

/** The first stage of a kind is where its tickets begin. */
const stage = z.strictObject({
  key,
  name: wordsShape,
  class: z.enum(STAGE_CLASSES),
  /** Where one may go from here; every open stage has a way out. From a closed one: where reopening leads. */
  next: z.array(key),
  /** Entering it declares this pause, leaving it ends the pause: a waiting stage says what is waited for. */
  pause: key.optional(),
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

const urgency = z.enum(['normal', 'urgent', 'emergency']);

/**
 * The moments in a ticket's life that start or keep its commitments: the core's closed vocabulary. `accepted` is when the
 * accountable person takes it on, that is when it first leaves the class `new`; `dispatched` when the first work order is
 * issued, `arranged` when those it was sent to accept it.
 */
export const MOMENTS = [
  'opened',
  'accepted',
  'answered',
  'apologised',
  'investigated',
  'dispatched',
  'arranged',
  'resolved',
  'told',
  'closed',
  'major',
  'grave',
] as const;
export type Moment = (typeof MOMENTS)[number];

const commitmentRule = z.strictObject({
  kind: key,
  /** What is owed, in the words of the clock strip. */
  name: wordsShape,
  from: z.enum(MOMENTS),
  /** The first of these to happen keeps it: what was solved at the desk need not be dispatched any more. */
  keptBy: z.array(z.enum(MOMENTS)).min(1),
  limit: limitShape,
  /** Another limit for what is urgent, or comes in on a line with a limit of its own; the first that fits counts. */
  when: z
    .array(z.strictObject({ urgency: urgency.optional(), channel: z.enum(CHANNELS).optional(), limit: limitShape }))
    .optional(),
  /** A date promised when it was opened stands instead of the allowance; calendar and ladder stay (WORK-04, ASGN-05). */
  orPromised: z.literal(true).optional(),
  /** Begins only where a date was promised; without one nothing is owed. */
  onlyPromised: z.literal(true).optional(),
  /** Whether a pause of the ticket holds this clock. A first answer waits for nobody; completion may. */
  pausable: z.boolean(),
});

const visitRule = z.strictObject({
  key,
  name: wordsShape,
  /** All of these must hold; none means always. The first rule that fits counts. */
  when: z.array(z.enum(['vip', 'safety_place'])),
  limit: limitShape,
  mostAttempts: z.number().int().positive(),
  /** May the customer decline it, or is there no exception (VISIT-08)? */
  mayDecline: z.boolean(),
});

const workOrderLimits = { accept: limitShape, arrive: limitShape, complete: limitShape };

/** The limits of a work order under this kind, and others for what is more urgent than the kind usually is. */
const workOrder = z.strictObject({
  ...workOrderLimits,
  when: z.array(z.strictObject({ urgency, ...workOrderLimits })).optional(),
});

/**
 * What must be true before resolving or closing; each is a rule of the core with a refusal of its own.
 * `customer_view_known` is also met where he would not say, or was tried as often as the visit rule asks.
 * `ruling_given` holds while a ruling was asked for and not given; where none was asked there is nothing to wait for.
 */
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

export const kindShape = z.strictObject({
  key,
  name: wordsShape,
  /** Shown to the front desk when it chooses. */
  about: wordsShape,
  /** What figures and reports count it as. */
  type: z.enum(['consultation', 'complaint', 'suggestion', 'request', 'repair', 'help', 'task']),
  /** Its key at the front desk, 1-9 and 0; none for kinds nobody calls about. */
  digit: z.string().regex(/^\d$/).optional(),
  icon: z.string(),
  urgency,
  /** Which department it goes to when nobody says otherwise. */
  department: key,
  needsPlace: z.boolean(),
  needsCustomer: z.boolean(),
  stages: z.array(stage).min(3),
  fields: z.array(field),
  steps: z.array(z.strictObject({ key, name: wordsShape, doneBy: z.enum([...MOMENTS, 'visited']) })),
  guards: z.strictObject({ resolve: z.array(z.enum(GUARDS)), close: z.array(z.enum(GUARDS)) }),
  commitments: z.array(commitmentRule),
  workOrder: workOrder.optional(),
  visits: z.array(visitRule),
});

/** An industry as data. The core never names one. */
export const packShape = z.strictObject({
  key,
  name: wordsShape,
  about: wordsShape,
  zone: z.string(),
  calendars: z.array(calendarShape).min(1),
  receptionCalendar: key,
  departments: z.array(departmentShape).min(1),
  posts: z.array(postShape).min(1),
  /** The post of whoever sets the organisation up. */
  administratorPost: key,
  kinds: z.array(kindShape).min(1),
  ...settingsShape.shape,
});

export type Pack = z.infer<typeof packShape>;
export type Kind = Pack['kinds'][number];
export type Stage = Kind['stages'][number];
export type Urgency = z.infer<typeof urgency>;
export type StageClass = (typeof STAGE_CLASSES)[number];
export type Field = Kind['fields'][number];
export type Guard = (typeof GUARDS)[number];
export type VisitRule = Kind['visits'][number];
export type CommitmentRule = Kind['commitments'][number];
