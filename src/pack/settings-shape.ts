import { z } from 'zod';
import { ladderShape, limitShape, toWhom } from '../commitment/rule.ts';
import { duration, key, timeOfDay, wordsShape } from './shapes.ts';

/** What an organisation may change that belongs to no kind, calendar or post; kept versioned in `settings_version`. */
export const settingsShape = z.strictObject({
  limits: z
    .strictObject({
      acceptHandover: limitShape.describe('To accept or refuse a ticket offered'),
      giveRuling: limitShape.describe('To answer a question put above'),
      acceptNotice: limitShape.describe('To sign for a rectification notice'),
      replyNotice: limitShape.describe('To reply to a rectification notice'),
      verifyNotice: limitShape.describe('To look at what was replied to a notice'),
      noticeAfterVisit: limitShape.describe('To issue the notice about a fault found at a return visit'),
      signVisit: limitShape.describe('For the head to sign the slip of a return visit'),
      answerUrging: limitShape.describe('To say something to somebody who urged'),
      weeklySummary: limitShape.describe("To submit the summary of a week's complaints"),
      monthlyReport: limitShape
        .optional()
        .describe("To submit the report of a month's special situations; absent: as the weekly summary"),
      answerSuggestion: limitShape
        .optional()
        .describe('For a department to say what becomes of a suggestion; absent: as the reply to a notice'),
    })
    .describe('Limits that belong to no kind'),
  promiseLadder: ladderShape.describe('Who is told about a reply promised by hand; the time is what was promised'),
  severities: z
    .array(
      z.strictObject({
        key: z.enum(['ordinary', 'major', 'grave']).describe('What is stored and sent'),
        name: wordsShape,
        tell: z.array(toWhom).describe('Who hears at once'),
      }),
    )
    .describe('Of complaints (COMP-06, COMP-07)'),
  pauses: z
    .array(
      z.strictObject({
        key,
        name: wordsShape,
        longest: duration.describe('How long it may last on the clock, ISO 8601: P3D'),
        endedByCustomer: z
          .boolean()
          .describe('It waits for the customer; what ends it is leaving the stage that declares it'),
      }),
    )
    .describe('Declared reasons for which the clocks of a ticket stand still'),
  quietHours: z
    .strictObject({
      from: timeOfDay,
      to: timeOfDay,
      except: z.array(z.enum(['emergency', 'urgent'])).describe('Urgencies of which is told all the same'),
    })
    .nullable()
    .describe('Hours in which messages to people wait, clocks never; null: none'),
  neverSaid: z
    .array(z.string().trim().min(1).max(60))
    .max(200)
    .optional()
    .describe('What is never said to a customer in any channel (PRIN-02); absent in settings older than this'),
  undoSeconds: z.number().int().min(0).max(60).describe('Seconds in which an outward effect can still be taken back'),
});

export type Settings = z.infer<typeof settingsShape>;
export type Severity = Settings['severities'][number];
