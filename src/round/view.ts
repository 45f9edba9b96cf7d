import { z } from 'zod';
import { closedOut, keptVersion, personOut } from '../organisation/shapes.ts';
import {
  canOut,
  idOut,
  momentOrNotYet,
  momentOut,
  pageOf,
  refusedOut,
  versionOut,
  wordsOut,
} from '../platform/http/shapes.ts';
import { changesOut } from '../pack/effect-shapes.ts';
import { customerNameOut, numberOut, placeNameOut, stageOut, ticketNameOut, titleOut } from '../ticket/shapes.ts';
import { planShape, RECORDS, WAYS } from './plan.ts';

export const planName = z.object({ id: idOut('round_plan'), name: wordsOut.describe('What the checklist is called') });
const postName = z.object({ id: idOut('post'), name: wordsOut.describe('What the post is called') });
export const keyOfLine = z.string().describe('Key of the line in its plan');

const round = {
  id: idOut('round'),
  plan: planName.describe('The checklist it follows, by the name it had when it was begun'),
  every: z
    .enum(['day', 'week', 'month', 'quarter', 'unplanned'])
    .describe('Of which it is one; unplanned: begun by hand'),
  begins: z.string().describe('First day of its day, week, month or quarter, YYYY-MM-DD'),
  dueAt: momentOut,
  post: postName.describe('Who walks it'),
  place: placeNameOut.nullable().describe('The unit it is of, vacant or rented; null: of none'),
  customer: customerNameOut
    .nullable()
    .describe('The tenant who is visited, his name empty for whoever may not see customers; null: nobody'),
  keeper: personOut.nullable().describe('Who by name answers for it; null: whoever is at its post'),
  state: z
    .enum(['ahead', 'open', 'late', 'kept', 'missed'])
    .describe('ahead: its day has not come; late: owed and overdue; kept, missed: done, in time or after it was due'),
  doneAt: momentOrNotYet,
  doneBy: personOut.nullable().describe('Who completed it; null: nobody yet'),
  lines: z.number().describe('How many lines it has'),
  known: z.number().describe('How many of them have a result'),
  faults: z.number().describe('How many of them are not in order'),
};

export const roundLineOut = z.object(round);
export const roundsOut = pageOf(roundLineOut);

export const doneOut = {
  way: z.enum(WAYS).nullable().describe('What was done about a fault; null: its line does not ask, or it is in order'),
  measures: z.string().describe('What was done on the spot, or is suggested; empty: neither'),
  reportedTo: personOut.nullable().describe('To whom it was reported upward; null: to nobody'),
};

const result = z.object({
  result: z.enum(['ok', 'fault']).describe('What was found'),
  count: z.number().nullable().describe('How many; null: nothing to count'),
  note: z.string().describe('What is missing or wrong, or what was to be written down; empty: nothing'),
  photoIds: z.array(idOut('file')).describe('Photos taken at it'),
  ...doneOut,
  by: personOut,
  at: momentOut.describe('When it was found on the spot'),
  recordedAt: momentOut.describe('When it reached us'),
});

const followUp = z.object({
  id: idOut('ticket'),
  number: numberOut,
  title: titleOut,
  stage: stageOut.pick({ name: true, class: true }).describe('Where it stands'),
  owner: personOut.describe('Who answers for it'),
});

const roundPart = z.object({
  key: keyOfLine,
  area: wordsOut.nullable().describe('Where; null: the checklist speaks of one place'),
  name: wordsOut.describe('What is looked at'),
  record: z.enum(RECORDS).describe('What is written down besides ok or not'),
  photo: z.boolean().describe('Whether a photo may be added'),
  ways: z
    .array(z.enum(WAYS))
    .describe('What may be done about a fault, one of which is recorded; empty: a follow-up is opened'),
  result: result.nullable().describe('What stands; null: not looked at yet'),
  followUp: followUp.nullable().describe('What a fault led to; null: no fault'),
  openSince: followUp.nullable().describe('A follow-up of an earlier round that is still open; null: none'),
  former: z.array(result).describe('What was written down before, the first first'),
});

export const roundPageOut = z.object({
  ...round,
  from: momentOut.describe('From when it may be walked'),
  above: z.array(personOut).describe('To whom the caller may report upward, by names; empty where no line asks'),
  parts: z.array(roundPart).describe('Its lines in the order of the walk'),
  letters: z
    .array(
      z.object({
        id: idOut('round_letter'),
        line: keyOfLine,
        ticket: ticketNameOut.nullable().describe('The case it became; null: none'),
        reason: z.string().nullable().describe('Why it needs none; null: it became a case'),
        by: personOut,
        at: momentOut,
      }),
    )
    .describe('Letters of its boxes that are dealt with, the first first'),
  can: canOut.describe('report, complete, letter'),
});

const counted = {
  due: z.number().describe('How many fell due: the denominator'),
  kept: z.number().describe('Done in time: the numerator'),
  late: z.number().describe('Done after they were due'),
  notDone: z.number().describe('Not done though they were due'),
};

export const sharesOut = z.object({
  from: momentOut.describe('The period begins'),
  until: momentOut.describe('The period ends'),
  items: z
    .array(
      z.object({
        plan: planName.describe('The checklist, by the name it has now'),
        ...counted,
        lines: z.number().describe('Results written down in those rounds'),
        faults: z.number().describe('How many of them were not in order'),
      }),
    )
    .describe('Of each checklist, of the rounds that fell due in the period; one that lies ahead is not counted'),
});

const plan = {
  content: planShape,
  post: postName.describe('Who walks it'),
  followUpPost: postName.nullable().describe('Who is offered what failed; null: whoever found it keeps it'),
  closed: closedOut,
};

export const planOut = z.object({
  id: idOut('round_plan'),
  key: z.string().describe('Its stable name, by which the configuration file knows it'),
  version: versionOut,
  ...plan,
  keeper: personOut.nullable().describe('Who by name answers for its rounds; null: whoever is at its post'),
  keepers: z
    .array(z.object({ person: personOut.nullable().describe('null: nobody by name'), by: personOut, at: momentOut }))
    .describe('Who was named so far, by whom and when, the newest first'),
  versions: z.array(z.object({ ...keptVersion, ...plan })).describe('Every version, the newest first'),
  can: canOut.describe('change, keeper'),
});
export const plansOut = z.object({ items: z.array(planOut).describe('All of them, given up ones last') });

export const planEffectOut = z.object({
  changes: changesOut.describe('What differs from the checklist as it stands'),
  faults: z.array(refusedOut).describe('What is wrong with it; with any it cannot be applied'),
  next: z
    .array(z.object({ begins: z.string().describe('First day of its day, week or month'), dueAt: momentOut }))
    .describe('When it would be walked next; three at most'),
  dropped: z.number().describe('Rounds begun ahead that are dropped and begun anew by the new version'),
  kept: z.number().describe('Rounds owed by now, late ones too, that keep to the version they were begun on'),
  followUps: z.number().describe('Follow-ups still open of lines that it would no longer have; they stay open'),
});
export const takenLetterOut = z.object({ id: idOut('round_letter') });
