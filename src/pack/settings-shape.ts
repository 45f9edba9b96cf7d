import { z } from 'zod';
import { ladderShape, limitShape, toWhom } from '../commitment/rule.ts';
import { duration, key, timeOfDay, wordsShape } from './shapes.ts';

/** What an organisation may change that belongs to no kind, calendar or post; kept versioned in `settings_version`. */
export const settingsShape = z.strictObject({
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
    /** Absent in settings older than this: as for the weekly summary. */
    monthlyReport: limitShape.optional(),
  }),
  /** Who is told about a promise made to a customer by hand (the time is what was promised). */
  promiseLadder: ladderShape,
  /** Who hears at once of a complaint that is major, or gravely harms image or interests (COMP-06, COMP-07). */
  severities: z.array(
    z.strictObject({ key: z.enum(['ordinary', 'major', 'grave']), name: wordsShape, tell: z.array(toWhom) }),
  ),
  /** Longest pauses by declared reason, on the clock. */
  pauses: z.array(z.strictObject({ key, name: wordsShape, longest: duration, endedByCustomer: z.boolean() })),
  /** Hours in which messages to people wait; the clock never does. */
  quietHours: z
    .strictObject({ from: timeOfDay, to: timeOfDay, except: z.array(z.enum(['emergency', 'urgent'])) })
    .nullable(),
  /** What is never said to a customer in any channel (PRIN-02); absent in settings older than this. */
  neverSaid: z.array(z.string().trim().min(1).max(60)).max(200).optional(),
  /** Seconds in which an outward effect can still be taken back. */
  undoSeconds: z.number().int().min(0).max(60),
});

export type Settings = z.infer<typeof settingsShape>;
export type Severity = Settings['severities'][number];
export type PauseRule = Settings['pauses'][number];
