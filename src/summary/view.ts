import { z } from 'zod';
import { canOut, idOut, momentOrNotYet, momentOut, pageOf, wordsOut } from '../platform/http/shapes.ts';
import { measureOut, tallyOut } from '../report/measures/shapes.ts';
import { SUMMARY_PERIODS } from './periods.ts';
import { ABOUT, SPECIAL_SORTS } from './summary.ts';
import { personOut } from '../organisation/shapes.ts';
import { upwardOut } from './upward-view.ts';
import { numberOut, outcomeOut, satisfactionOut, severityOut, titleOut } from '../ticket/shapes.ts';

const person = personOut.nullable();
const counted = {
  n: z.number().describe('In this period'),
  before: z.number().describe('The same in the period before'),
};

const share = { n: z.number().describe('Numerator'), of: z.number().describe('Denominator') };

const line = {
  id: idOut('summary'),
  about: z
    .enum(ABOUT)
    .describe(
      "matters: a week's complaints, or a month's special customer situations; service: the centre in figures; upward: a report that the house declares",
    ),
  report: z
    .object({ key: z.string().describe('Key of its plan'), name: wordsOut.describe('What it is called') })
    .nullable()
    .describe('Of a report upward: which; null: of another'),
  period: z.enum(SUMMARY_PERIODS).describe('What it is about'),
  begins: z.string().describe('Its first day, YYYY-MM-DD: a Monday, or the first of a month, quarter or year'),
  from: momentOut.describe('When it begins, where the centre stands'),
  until: momentOut.describe('When the next one begins'),
  owner: person.describe('Who owes it'),
  dueAt: momentOut.nullable().describe('By when it is owed; null: nobody owes it'),
  submittedAt: momentOrNotYet,
  submittedBy: person.describe('Who submitted it; null: nobody yet'),
  addressee: person.describe('Whom it was submitted to'),
  addresseePost: z
    .object({ id: idOut('post'), name: wordsOut.describe('What it is called') })
    .nullable()
    .describe('Of a report upward: the post it was submitted to; null: of another, or not yet'),
  readAt: momentOut.nullable().describe('When it was first said to have been received'),
};

export const summaryLineOut = z.object(line);
export const summariesOut = pageOf(summaryLineOut);

const complaint = z.object({
  id: idOut('ticket'),
  number: numberOut,
  title: titleOut,
  severity: severityOut,
  departmentId: idOut('department').nullable().describe('Where it belongs; null: nowhere'),
  openedAt: momentOut,
  closedAt: momentOrNotYet,
  satisfaction: satisfactionOut,
  realCause: z.string().describe('What lay behind it, as found; empty: not noted'),
  outcome: outcomeOut,
});

const situation = z.object({
  sort: z
    .enum(SPECIAL_SORTS)
    .describe(
      'situation: something a customer stated; major, grave: a complaint so severe; declined: a request; vip: a visit',
    ),
  at: momentOut,
  ticketId: idOut('ticket'),
  number: numberOut,
  title: titleOut,
  words: z.string().nullable().describe('What was written down, why it was declined, or how it ended'),
});

const special = z.object({
  figures: z
    .object({
      situation: z.object(counted).describe('Statements of a situation taken down'),
      major: z.object(counted).describe('Complaints that were major'),
      grave: z.object(counted).describe('Complaints that gravely harmed image or interests'),
      declined: z.object(counted).describe('Requests that were declined'),
      vip: z.object(counted).describe('VIP'),
    })
    .describe('How many of each sort; a matter may count under several'),
  situations: z.array(situation).describe('Those behind the figures'),
});

const weekStatistics = z.object({
  opened: z.object(counted).describe('Complaints opened'),
  closed: z.object(counted).describe('Complaints closed'),
  stillOpen: z.number().describe('Of those opened in the week'),
  bySeverity: z
    .array(z.object({ severity: z.string().describe('ordinary, major or grave'), name: wordsOut, ...counted }))
    .describe('Complaints opened, by severity; the most first'),
  byDepartment: z
    .array(z.object({ departmentId: idOut('department'), name: wordsOut, ...counted }))
    .describe('Complaints opened, by department; the most first'),
  byChoice: z
    .array(
      z.object({
        field: z.string().describe("Key of a field of the complaints' kinds"),
        name: wordsOut,
        counts: z
          .array(z.object({ choice: z.string().describe('Key of what was chosen'), name: wordsOut, ...counted }))
          .describe('The most first'),
      }),
    )
    .describe('Complaints opened, by every field that has choices: what they were about'),
  kept: z
    .object({ ...share, before: z.object(share).describe('The same in the week before') })
    .describe('Of the promises about complaints that fell due in the week, how many were kept in time'),
  satisfaction: z
    .object({
      average: z.number().nullable().describe('null: nobody answered'),
      answers: z.number().describe('How many answered'),
      before: z.number().nullable().describe('The average of the week before; null: nobody answered'),
    })
    .describe('1 to 5, of the complaints closed in the week'),
});

const late = z.object({
  id: idOut('commitment'),
  owed: wordsOut.describe('What was promised'),
  dueAt: momentOut.describe('By when'),
  settledAt: momentOut.nullable().describe('When it was kept after all; null: still owed'),
  ticketId: idOut('ticket').nullable().describe('The matter; null: it belongs to none'),
  number: numberOut.nullable().describe('Its number; null: it belongs to none'),
  title: z.string().nullable().describe('In a line; null: it belongs to none'),
  departmentId: idOut('department').nullable().describe('Who owed it; null: no department'),
  owner: z.string().nullable().describe('Who owed it, by name; null: nobody'),
  because: z
    .string()
    .nullable()
    .describe('What the department replied to the notice about it, or why its verdict was changed; null: nothing yet'),
});

const service = z.object({
  figures: z
    .array(
      measureOut.extend(tallyOut.shape).extend({ records: z.string().describe('Address of the records it counts') }),
    )
    .describe('Every figure of the register, beside the period before; as they stood when it was sent, if it was'),
  open: z
    .array(
      z.object({
        departmentId: idOut('department').nullable().describe('Null: what belongs to none'),
        name: wordsOut.nullable().describe('What it is called; null: of what belongs to none'),
        ...counted,
      }),
    )
    .describe('Tickets open at the end of the period, by department; the most first'),
  lateCount: z.number().describe('Promises that fell due in the period and were not kept in time'),
  late: z.array(late).describe('These promises, the earliest first, as they stand now'),
});

export const summaryPageOut = z.object({
  ...line,
  statistics: weekStatistics.nullable().describe('Of a week'),
  special: special.nullable().describe('Of a month'),
  service: service.nullable().describe('Of a service report or a report upward'),
  upward: upwardOut.nullable().describe('Of a report upward: what else its plan says that it holds'),
  complaints: z.array(complaint).describe('Those behind the figures of a week: opened in it, or closed in it'),
  more: z.boolean().describe('There are more matters than are shown'),
  text: z.string().nullable().describe('What the period came to, in words; null until it was submitted'),
  measures: z
    .string()
    .nullable()
    .describe('What will be done about it; of a report upward, what is proposed; null until submitted'),
  lateBecause: z.string().nullable().describe('Of a report in figures: why promises were late; null until submitted'),
  signedAs: z.string().nullable().describe('Of a report in figures: the name it was signed with; null until then'),
  brought: z
    .array(
      z.object({
        person: personOut.describe('Whom'),
        toldAt: momentOut.describe('When it was brought to him'),
        receivedAt: momentOrNotYet,
      }),
    )
    .describe('To whom it was brought, and when each said that he has it'),
  can: canOut.describe('submit, receive'),
});
