import { z } from 'zod';
import { IMPROVEMENT_STATES } from '../improvement/improvement.ts';
import { departmentNameOut, personOut } from '../organisation/shapes.ts';
import { idOut, momentOrNotYet, momentOut, wordsOut } from '../platform/http/shapes.ts';
import { BECAME, PROPOSAL_STATES } from '../proposal/proposal.ts';
import { tallyOut } from '../report/measures/shapes.ts';
import { numberOut, titleOut } from '../ticket/shapes.ts';
import { materialsOut, workOut } from './upward-view-house.ts';
import { TECHNIQUES } from './summary.ts';

const records = z.string().describe('Address of the records it counts, this API');
const counted = tallyOut.omit({ before: true }).extend({ records });
const department = departmentNameOut.nullable().describe('Where it belongs; null: nowhere');

const promises = z
  .array(tallyOut.extend({ promise: z.string().describe('Key of what was promised'), name: wordsOut, records }))
  .describe('Limits kept, by what was promised: the most broken first');

const staff = z
  .array(
    z.object({
      person: personOut.describe('Who'),
      opened: counted.describe('Tickets opened in the period for which he answers'),
      closed: counted.describe('Of his, closed in the period'),
      kept: counted.describe('Promises of his that fell due in the period, and those kept in time'),
      daysAway: z.number().describe('Days of the period for which he was reported away, to a tenth'),
    }),
  )
  .describe('Everybody who stood there, and whoever had something in the period: who had the most first');

const causes = z
  .object({
    field: z.string().nullable().describe('Key of the field whose choices are the causes; null: complaints have none'),
    name: wordsOut.nullable().describe('What the field asks; null: complaints have none'),
    rows: z
      .array(
        z.object({
          key: z.string().nullable().describe('Key of what was chosen; null: nothing'),
          name: wordsOut.nullable().describe('What it is called; null: nothing was chosen'),
          n: z.number().describe('Complaints of it'),
          before: z.number().describe('The same in the period before'),
          share: z.number().describe('Of all complaints, from 0 to 1'),
          cumulated: z.number().describe('The shares down to and with this row together'),
          vital: z.boolean().describe('One of the vital few, which come to 80 % of all'),
          records,
        }),
      )
      .describe('The most first; what has none last'),
  })
  .describe('Causes of complaints, ranked');

const controlChart = z
  .object({
    perDay: z.number().describe('Complaints a day, on the average of the period so far'),
    points: z
      .array(
        z.object({
          begins: z.string().describe('First day of the part, YYYY-MM-DD'),
          from: momentOut,
          until: momentOut,
          n: z.number().describe('Complaints opened in it'),
          usual: z.number().describe('How many are usual in a part as long'),
          lower: z.number().describe('Lower control limit: usual − 3 √usual, 0 at least'),
          upper: z.number().describe('Upper control limit: usual + 3 √usual'),
          out: z.boolean().describe('Outside the limits'),
          records,
        }),
      )
      .describe('Part by part, in the order of time; what has not begun is left out'),
  })
  .describe('Complaints over time against their control limits (u-chart)');

const techniques = z
  .array(
    z.object({
      technique: z
        .enum(TECHNIQUES)
        .describe(
          'sampling: samples drawn and looked at; pareto: causes ranked in a report that was sent; control_limit: what occurred beyond its limit and was decided on, and charts sent; cause_analysis: causes looked for by where they lie',
        ),
      used: z
        .array(
          z.object({
            type: z.enum(['spot_check', 'summary', 'improvement', 'repetition']).describe('What it was used on'),
            id: idOut('record'),
            at: momentOut.describe('When it was used, where somebody decided, sent or looked'),
            title: z.string().nullable().describe('As somebody wrote it; null: it has a name'),
            name: wordsOut.nullable().describe('The house’s own word for it; null: it has a title'),
            begins: z.string().nullable().describe('First day of its period; null: it has none'),
            number: z.number().nullable().describe('What people call it by; null: nothing'),
          }),
        )
        .describe('The records it was used on, the earliest first'),
    }),
  )
  .describe('Which statistical techniques were used, and on what');

const improvements = z
  .array(
    z.object({
      id: idOut('improvement'),
      number: z.number().describe('What people call it by'),
      title: z.string().describe('What occurs, in a line'),
      department,
      causeSort: z.string().describe('Where the cause lies'),
      openedAt: momentOut,
      state: z.enum(IMPROVEMENT_STATES).describe('How far it was'),
      measures: z.number().describe('Measures of its round'),
      done: z.number().describe('Of these, carried out'),
      recurred: z.number().describe('How often the same happened again'),
    }),
  )
  .describe('Corrective and preventive actions opened in the period or open in it, the newest first');

const proposals = z
  .array(
    z.object({
      id: idOut('ticket'),
      number: numberOut,
      title: titleOut,
      department,
      openedAt: momentOut,
      state: z.enum(PROPOSAL_STATES).describe('Where it stood'),
      became: z.enum(BECAME).nullable().describe('What the department said becomes of it; null: nothing yet'),
      result: z.string().nullable().describe('What came of it, in words, as it stands now; null: nothing yet'),
      realisedAt: momentOrNotYet,
    }),
  )
  .describe('Proposals made in the period and what became of them, the newest first');

const beside = z.object({
  n: z.number().describe('In this period, or at its end'),
  before: z.number().describe('The same in the period before'),
});
const kind = {
  kind: z.string().describe('Key of the kind'),
  name: wordsOut,
  records: z.string().describe('Address of the entries of the period, this API'),
};

const keys = z
  .array(
    z.object({
      ...kind,
      received: beside.describe('Received in the period'),
      inCustody: beside.describe('In custody at its end: with the house, or drawn and to come back'),
      handedOut: beside.describe('Handed out for good in the period'),
      drawn: beside.describe('Of those in custody, drawn at its end'),
      overdue: beside.describe('Of these, due back and not back at its end'),
      lost: beside.describe('Lost in the period'),
    }),
  )
  .describe('Keys by kind');

const permits = z
  .array(
    z.object({
      ...kind,
      issued: beside.describe('Issued in the period'),
      renewed: beside.describe('Renewed in the period'),
      withdrawn: beside.describe('Recovered in the period'),
      lost: beside.describe('Lost in the period'),
      valid: beside.describe('Valid at its end'),
    }),
  )
  .describe('Passes and certificates by kind');

/** What a report upward holds besides its figures; null is what its plan does not ask for. */
export const upwardOut = z.object({
  promises: promises.nullable().describe('Null: not asked for'),
  staff: staff.nullable().describe('Null: not asked for'),
  causes: causes.nullable().describe('Null: not asked for'),
  controlChart: controlChart.nullable().describe('Null: not asked for'),
  techniques: techniques.nullable().describe('Null: not asked for'),
  improvements: improvements.nullable().describe('Null: not asked for'),
  proposals: proposals.nullable().describe('Null: not asked for'),
  keys: keys.nullable().describe('Null: not asked for'),
  permits: permits.nullable().describe('Null: not asked for'),
  materials: materialsOut.nullable().describe('Null: not asked for'),
  work: workOut.nullable().describe('Null: not asked for'),
});
export type UpwardView = z.input<typeof upwardOut>;
