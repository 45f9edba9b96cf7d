import { z } from 'zod';
import { formerOut, personOut } from '../organisation/shapes.ts';
import { canOut, idOut, momentOrNotYet, momentOut, pageOf, versionOut, wordsOut } from '../platform/http/shapes.ts';
import { CHECK_INTERVALS, CHECK_STATES, FAULT_STATES, FOLLOW_UP_VERDICTS, POINT_VERDICTS } from './contractor.ts';

const serviceName = z
  .object({ key: z.string().describe('Stable, for programs: what a filter names it by'), name: wordsOut })
  .describe('Which service');
const contractorName = z
  .object({ id: idOut('contractor'), name: z.string().describe('What it is called') })
  .describe('Which contractor');
const verdict = z.enum(POINT_VERDICTS).describe('pass or fail');

export const contractorServicesOut = z.object({
  items: z
    .array(
      z.object({
        key: z.string().describe('Stable, for programs: what a check or a filter names it by'),
        name: wordsOut,
        every: z.enum(CHECK_INTERVALS).describe('How often it is checked, unless a contractor has his own'),
        points: z
          .array(z.object({ key: z.string().describe('What a check names it by'), name: wordsOut }))
          .describe('What a check looks at'),
      }),
    )
    .describe('Every service of the house that contractors do'),
});

export const contractorLineOut = z.object({
  id: idOut('contractor'),
  name: z.string().describe('What it is called'),
  services: z.array(serviceName).describe('What it does here'),
  contact: z.string().describe('Whom one speaks with there; empty: nobody was named'),
  phone: z.string().describe('His telephone'),
  agreement: z.string().describe('Number of the agreement'),
  agreedUntil: z.string().nullable().describe('Last day of the agreement, YYYY-MM-DD; null: none was agreed'),
  person: personOut.describe('Who of ours looks after it'),
  every: z.enum(CHECK_INTERVALS).nullable().describe('How often it is checked; null: as each service says'),
  lastCheck: z
    .object({ at: momentOut.describe('When it was'), verdict })
    .nullable()
    .describe('The last check; null: none yet'),
  checkBy: momentOrNotYet.describe('By when it is to be checked next; null: nothing is owed'),
  openFaults: z.number().describe('How many improvements asked are not mended'),
  endedAt: momentOrNotYet,
});
export type ContractorLine = z.output<typeof contractorLineOut>;
export const contractorsOut = pageOf(contractorLineOut).extend({ can: canOut.describe('judge') });

const pointOut = z.object({
  key: z.string().describe('Which point'),
  name: wordsOut,
  verdict,
});

export const checkOut = z.object({
  id: idOut('contractor_check'),
  contractor: contractorName,
  service: serviceName,
  checkedAt: momentOut.describe('When it was'),
  verdict: verdict.describe('pass: every point was in order'),
  points: z.array(pointOut).describe('Each point with its verdict'),
  remark: z.string().describe('What else was said'),
  faults: z.number().describe('How many improvements it asked'),
  by: personOut.describe('Who checked'),
  recordedAt: momentOut,
});
export type CheckView = z.output<typeof checkOut>;
export const checksOut = pageOf(checkOut);

export const contractorDueOut = z.object({
  id: idOut('contractor_due'),
  contractor: contractorName,
  service: serviceName,
  every: z.enum(CHECK_INTERVALS).describe('How long its period is'),
  begins: z.string().describe('First day of its period, YYYY-MM-DD'),
  from: momentOut.describe('When its period begins'),
  until: momentOut.describe('Before which it is to be checked'),
  state: z.enum(CHECK_STATES).describe('kept_late: a later check made up for it; it counts as missed'),
  checkedAt: momentOrNotYet.describe('When it was checked'),
  person: personOut.describe('Who owes it'),
});
export type ContractorDue = z.output<typeof contractorDueOut>;
export const contractorDuesOut = pageOf(contractorDueOut);

export const faultOut = z.object({
  id: idOut('contractor_fault'),
  checkId: idOut('contractor_check').describe('The check that found it'),
  contractor: contractorName,
  service: serviceName,
  point: wordsOut.describe('At which point'),
  notConform: z.string().describe('What is not conform'),
  improvement: z.string().describe('What improvement was asked'),
  askedAt: momentOut.describe('When it was asked'),
  dueAt: momentOut.describe('By when it is to be mended, as it stands now'),
  state: z.enum(FAULT_STATES).describe('mended_late: after the day set first'),
  mendedAt: momentOrNotYet.describe('When it was seen mended'),
  followUps: z
    .array(
      z.object({
        verdict: z.enum(FOLLOW_UP_VERDICTS).describe('mended, or another day was set'),
        result: z.string().describe('What was found'),
        seenAt: momentOut.describe('When somebody looked'),
        dueAt: momentOut.describe('By when it was to be mended'),
        nextDueAt: momentOrNotYet.describe('By when now; null: it was mended'),
        by: personOut.describe('Who looked'),
        recordedAt: momentOut,
      }),
    )
    .describe('Each time somebody looked again, the first first'),
  can: canOut.describe('follow_up'),
});
export type FaultView = z.output<typeof faultOut>;
export const faultsOut = pageOf(faultOut);

export const contractorOut = contractorLineOut.extend({
  version: versionOut,
  about: z.string().describe('What is worth knowing of it'),
  former: formerOut,
  can: canOut.describe('change, check'),
});
export type ContractorView = z.output<typeof contractorOut>;

const n = (words: string) => z.number().describe(words);
export const contractorFiguresOut = z.object({
  items: z
    .array(
      z.object({
        contractor: contractorName,
        owed: n('Checks whose period ended in this one'),
        kept: n('Of these, checked in their period'),
        checks: n('Checks made in the period'),
        passed: n('Of these, passed'),
        points: n('Points looked at in these'),
        pointsPassed: n('Of these, in order'),
        asked: n('Improvements asked in the period'),
        mended: n('Of these, mended by their day'),
        mendedLate: n('Of these, mended after it'),
        open: n('Of these, not due yet'),
        late: n('Of these, due and not mended'),
      }),
    )
    .describe('Each contractor of whom anything was owed, checked or asked, by name'),
});
export type ContractorFigures = z.output<typeof contractorFiguresOut>;
