import { z } from 'zod';
import { whyNotDuration } from '../kernel/duration.ts';

const basis = z.enum(['clock', 'working']).describe("clock: all time counts; working: only the calendar's hours do");
const duration = z
  .string()
  .refine((text) => whyNotDuration(text) === null, 'not an ISO 8601 duration')
  .describe('ISO 8601 duration (PT4H, P3D, P1W), `same-day` or `end-of-working-day`');

/**
 * How much time a promise allows: an ISO 8601 duration (`PT4H`, `P3D`, `P1W`), `same-day` or `end-of-working-day`
 * (src/kernel/duration.ts says what each comes to). Counted on the clock or in the working time of a calendar.
 */
export const allowanceShape = z.strictObject({ text: duration, basis }).describe('How much time there is');
export type Allowance = z.infer<typeof allowanceShape>;

/** Whom a rung tells. Resolved when it is climbed, by posts and deputies, so that somebody is always there. */
export const toWhom = z
  .enum([
    'owner',
    'front_desk',
    'department_head',
    'supervisor',
    'centre_manager',
    'deputy_general_manager',
    'company_leader',
  ])
  .describe('Whose business it is; posts and deputies decide who that is at the time');
export type ToWhom = z.infer<typeof toWhom>;

/**
 * One rung: when (a share of the allowance, or an offset after the deadline) and what it does.
 * `warn` sends a notification; `notice` issues a rectification notice to the department that is late; `rule` asks the
 * one named for a ruling. A rung with `acknowledge` climbs again after that time (counted as the rung's own moment is)
 * while nobody has acknowledged it and no higher rung was climbed: once more to the one named, then to the centre
 * manager. Only the last may `repeat`; one that repeats does so in any case, acknowledged or not.
 */
export const rungShape = z.strictObject({
  at: z
    .union([
      z.strictObject({ share: z.number().min(0).max(1).describe('Of the allowance; 1 is the deadline itself') }),
      z.strictObject({ after: duration.describe('So long after the deadline'), basis }),
    ])
    .describe('When it speaks'),
  do: z
    .enum(['warn', 'notice', 'rule'])
    .describe('warn: notify; notice: a rectification notice to the late department; rule: ask for a ruling'),
  to: toWhom,
  acknowledge: duration.optional().describe('Speaks again after this while nobody said "I have it"; left out: once'),
  repeat: z
    .strictObject({
      every: duration.describe('Time between'),
      basis,
      most: z.number().int().positive().describe('How often at most'),
    })
    .optional()
    .describe('Of the last rung: speaks again, acknowledged or not; left out: it does not'),
});
export type Rung = z.infer<typeof rungShape>;

/**
 * The foot of a ladder of what recurs: its time has come, whether anybody works then or not. Whoever climbs it begins the next
 * one (src/reactions/at-the-foot.ts).
 */
export const FOOT: Rung = { at: { share: 0 }, do: 'warn', to: 'owner' };

export const ladderShape = z
  .array(rungShape)
  .min(1)
  .refine((rungs) => rungs.slice(0, -1).every((rung) => !rung.repeat), 'only the last rung may repeat')
  .describe('Who is told on the way to the deadline and after it, in this order');
export type Ladder = z.infer<typeof ladderShape>;

/** Which calendar counts: the reception's, the responsible department's, or the one that never closes. */
export const calendarChoice = z
  .enum(['reception', 'department', 'always'])
  .describe("Whose hours count: the reception's, the responsible department's, or all of them");
export type CalendarChoice = z.infer<typeof calendarChoice>;

/** A limit: how long, by which calendar, and who is told on the way. */
export const limitShape = z
  .strictObject({
    allowance: allowanceShape,
    calendar: calendarChoice,
    ladder: ladderShape,
  })
  .meta({ id: 'Limit', description: 'How long, by which calendar, and who is told on the way' });
export type Limit = z.infer<typeof limitShape>;
