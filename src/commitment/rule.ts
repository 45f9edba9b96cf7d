import { z } from 'zod';
import { whyNotDuration } from '../kernel/duration.ts';

const basis = z.enum(['clock', 'working']);
const duration = z.string().refine((text) => whyNotDuration(text) === null, 'not an ISO 8601 duration');

/**
 * How much time a promise allows: an ISO 8601 duration (`PT4H`, `P3D`, `P1W`), `same-day` or `end-of-working-day`
 * (src/kernel/duration.ts says what each comes to). Counted on the clock or in the working time of a calendar.
 */
export const allowanceShape = z.strictObject({ text: duration, basis });
export type Allowance = z.infer<typeof allowanceShape>;

/** Whom a rung tells. Resolved when it is climbed, by posts and deputies, so that somebody is always there. */
export const toWhom = z.enum([
  'owner',
  'front_desk',
  'department_head',
  'supervisor',
  'centre_manager',
  'deputy_general_manager',
  'company_leader',
]);
export type ToWhom = z.infer<typeof toWhom>;

/**
 * One rung: when (a share of the allowance, or an offset after the deadline) and what it does.
 * `warn` sends a notification; `notice` issues a rectification notice to the department that is late; `rule` asks the
 * one named for a ruling. A rung with `acknowledge` climbs again after that time (counted as the rung's own moment is)
 * while nobody has acknowledged it and no higher rung was climbed: once more to the one named, then to the centre
 * manager. Only the last may `repeat`; one that repeats does so in any case, acknowledged or not.
 */
export const rungShape = z.strictObject({
  at: z.union([z.strictObject({ share: z.number().min(0).max(1) }), z.strictObject({ after: duration, basis })]),
  do: z.enum(['warn', 'notice', 'rule']),
  to: toWhom,
  acknowledge: duration.optional(),
  repeat: z.strictObject({ every: duration, basis, most: z.number().int().positive() }).optional(),
});
export type Rung = z.infer<typeof rungShape>;

export const ladderShape = z
  .array(rungShape)
  .min(1)
  .refine((rungs) => rungs.slice(0, -1).every((rung) => !rung.repeat), 'only the last rung may repeat');
export type Ladder = z.infer<typeof ladderShape>;

/** Which calendar counts: the reception's, the responsible department's, or the one that never closes. */
export const calendarChoice = z.enum(['reception', 'department', 'always']);
export type CalendarChoice = z.infer<typeof calendarChoice>;

/** A limit: how long, by which calendar, and who is told on the way. */
export const limitShape = z.strictObject({
  allowance: allowanceShape,
  calendar: calendarChoice,
  ladder: ladderShape,
});
export type Limit = z.infer<typeof limitShape>;
