import { z } from 'zod';

/**
 * How much time a promise allows: an ISO 8601 duration (`PT4H`, `P3D`, `P1W`), or `same-day`, which ends with the
 * calendar day it began on. Counted on the clock or in the working time of a calendar.
 */
export const allowanceShape = z.strictObject({
  text: z.string().regex(/^(same-day|P(?!$)(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?)$/),
  basis: z.enum(['clock', 'working']),
});
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
 * one named for a ruling. A rung with `acknowledge` climbs again after that time while nobody has acknowledged it.
 * Only the last may `repeat`.
 */
export const rungShape = z.strictObject({
  at: z.union([
    z.strictObject({ share: z.number().min(0).max(1) }),
    z.strictObject({ after: z.string(), basis: z.enum(['clock', 'working']) }),
  ]),
  do: z.enum(['warn', 'notice', 'rule']),
  to: toWhom,
  acknowledge: z.string().optional(),
  repeat: z
    .strictObject({ every: z.string(), basis: z.enum(['clock', 'working']), most: z.number().int().positive() })
    .optional(),
});
export type Rung = z.infer<typeof rungShape>;

export const ladderShape = z.array(rungShape).min(1);
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
