import { z } from 'zod';
import { ladderShape, limitShape, toWhom } from '../commitment/rule.ts';
import { articleReviewDays } from '../knowledge/review-days.ts';
import { charterShape } from './charter.ts';
import { cannedShape, MOST_CANNED } from './canned.ts';
import { milestoneShape } from './milestones.ts';
import { MOST_PHRASES, phraseShape } from './phrases.ts';
import { telephoneRules } from '../telephone/rules.ts';
import { errorSortShape, MOST_SCORECARDS, scorecardShape } from './scorecards.ts';
import { reportPlanShape } from '../summary/plan.ts';
import { settingsOfHouse } from './settings-of-house.ts';
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
      dailyRecord: limitShape
        .optional()
        .describe('To hand over the daily record of problems, once its day is over; absent: as a ticket offered'),
      weeklySummary: limitShape.describe("To submit the summary of a week's complaints"),
      acceptShift: limitShape.optional().describe('To accept a shift handed over; absent: as a ticket offered'),
      confirmDuties: limitShape.optional().describe('To confirm the duties of a post; absent: as a ticket offered'),
      confirmStandard: limitShape
        .optional()
        .describe('For a department to confirm a standard that binds it; absent: as the duties of a post'),
      reviewDeclined: limitShape.optional().describe('To review a request that was declined; absent: two working days'),
      reviewDocument: limitShape
        .optional()
        .describe(
          'For the post it was passed to, to decide on a document; absent: as the answer to a notice looked at',
        ),
      restoreOrder: limitShape
        .optional()
        .describe('To restore order after a disturbance; absent: as an urging answered'),
      takeDispatch: limitShape
        .optional()
        .describe('To say that one has an order given in an emergency; absent: as an urging answered'),
      monthlyReport: limitShape
        .optional()
        .describe("To submit the report of a month's special situations; absent: as the weekly summary"),
      answerMessage: limitShape.optional().describe('To answer what a customer wrote; absent: as a ticket offered'),
      answerChat: limitShape
        .optional()
        .describe('To say the next word in a chat while somebody is there; absent: five minutes of reception hours'),
      answerSuggestion: limitShape
        .optional()
        .describe('For a department to say what becomes of a suggestion; absent: as the reply to a notice'),
      receiveVisitor: limitShape
        .optional()
        .describe('To receive whoever waits at the counter; absent: ten minutes of reception hours'),
      callBack: limitShape.optional().describe('To call back whoever was not answered; absent: as an urging answered'),
      careCall: limitShape
        .optional()
        .describe('To call a customer whom we want to keep up with; absent: as the slip of a visit signed'),
      decideLeave: limitShape.optional().describe('To approve or refuse leave; absent: as a ticket offered'),
      reviewAttendance: limitShape
        .optional()
        .describe("To review a month's attendance, once it is over; absent: as a ticket offered"),
      makeWages: limitShape
        .optional()
        .describe('To close the wage table of a month, once it is reviewed; absent: as a ticket offered'),
      bringBack: limitShape
        .optional()
        .describe('To bring back what was drawn, where nothing else is said; absent: a working day'),
      settleCount: limitShape
        .optional()
        .describe('To settle the differences that a count found; absent: as the reply to a notice'),
      writeUpCall: limitShape
        .optional()
        .describe('To write down what a call was about, once it has ended; absent: as a ticket offered'),
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
  neverPromised: z
    .array(z.string().trim().min(1).max(60))
    .max(200)
    .optional()
    .describe('What exaggerates or promises liability: not said to a customer before facts are established (PRIN-06)'),
  exaggerations: z
    .array(z.string().trim().min(1).max(60))
    .max(200)
    .optional()
    .describe('What exaggerates what goods or services do: whoever writes it is warned, and says that he means it'),
  keepLooksDays: z
    .number()
    .int()
    .min(180)
    .max(3650)
    .optional()
    .describe('Days for which it is kept who looked at whose data, 180 at least; left out: 180'),
  canned: z
    .array(cannedShape)
    .max(MOST_CANNED)
    .optional()
    .describe('The requests that come most often, each on a key of the front desk; absent in settings older than this'),
  phrases: z
    .array(phraseShape)
    .max(MOST_PHRASES)
    .optional()
    .describe('What is said again and again, offered while an answer is written; absent in settings older than this'),
  reports: z
    .array(reportPlanShape)
    .max(40)
    .optional()
    .describe('Reports that posts owe to posts above them; absent in settings older than this'),
  scorecards: z
    .array(scorecardShape)
    .max(MOST_SCORECARDS)
    .optional()
    .describe('Checklists by which somebody’s work is scored; absent in settings older than this'),
  milestones: z
    .array(milestoneShape)
    .max(6)
    .optional()
    .describe('What a customer is written by itself at each milestone of his matter; absent: nothing'),
  charter: charterShape.optional().describe('What the house stands for; absent: nobody has worded it'),
  errorSorts: z
    .array(errorSortShape)
    .max(40)
    .optional()
    .describe('Under what errors of staff are logged; absent in settings older than this'),
  repetition: z
    .strictObject({
      times: z.number().int().min(2).max(50).describe('Never fewer than this, however unusual'),
      within: duration.describe('Within how long before now, ISO 8601: P30D'),
    })
    .optional()
    .describe('When something occurs repeatedly, so that an action is proposed (ESCL-05); absent: 3 times in 30 days'),
  telephone: telephoneRules
    .optional()
    .describe('What the telephone is held to; absent: three rings of five seconds, and 80 % within 20 seconds'),
  articleReviewDays: articleReviewDays
    .optional()
    .describe('After how many days each sort of article is looked at again; absent: half a year, products 90 days'),
  ...settingsOfHouse,
  undoSeconds: z.number().int().min(0).max(60).describe('Seconds in which an outward effect can still be taken back'),
});

export type Settings = z.infer<typeof settingsShape>;
export type Severity = Settings['severities'][number];
