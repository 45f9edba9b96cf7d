import { z } from 'zod';
import { departmentNameOut, personOut } from '../organisation/shapes.ts';
import { canOut, idOut, momentOrNotYet, momentOut, pageOf, wordsOut } from '../platform/http/shapes.ts';

const orNobody = personOut.nullable();

const recordOut = z.object({
  type: z.string().describe('ticket, return_visit, rectification, spot_check or survey_round'),
  id: z.string().describe('Identifier of the record'),
  number: z.number().nullable().describe('The number people call it by; null: it has none'),
  title: z.string().describe('What it is about'),
  at: momentOut.describe('When it was opened, made or issued'),
});

const line = {
  id: idOut('improvement'),
  number: z.number().describe('The number people call it by; counted apart from tickets and notices'),
  sort: z.string().describe('corrective, preventive or both'),
  state: z
    .string()
    .describe('to_plan: measures are owed; running; to_check: carried out; closed: it worked; withdrawn'),
  title: z.string().describe('What occurs, in a line'),
  department: departmentNameOut.describe('Which is to act'),
  addressee: orNobody.describe('Its head, who answers for it; null: the department had none'),
  causeSort: z.string().describe('people, method, material, equipment, environment, management or outside'),
  openedBy: personOut.describe('Who opened it'),
  openedAt: momentOut,
  acknowledgedAt: momentOrNotYet,
  round: z.number().describe('Which round of measures, from 1'),
  measures: z.number().describe('How many measures this round has'),
  done: z.number().describe('How many of these are carried out'),
  nextDueAt: momentOut.nullable().describe('When the next thing on it is due; null: nothing is owed'),
  changesRule: z.boolean().describe('One of its measures changes a rule (PRIN-14)'),
  recurred: z.number().describe('How often it happened again after its measures were done'),
  closedAt: momentOrNotYet,
};

export const improvementLineOut = z.object(line);
export const improvementsOut = pageOf(improvementLineOut);

const measureOut = z.object({
  id: idOut('improvement_measure'),
  round: z.number().describe('Which round it belongs to'),
  no: z.number().describe('In its round, from 1'),
  text: z.string().describe('What is done'),
  person: personOut.describe('Who does it'),
  dueAt: momentOut,
  rule: z
    .object({
      type: z.string().describe('kind, settings or spot_check_plan'),
      key: z.string().nullable().describe('Key of the kind or plan; null: the settings'),
      before: z.number().describe('Its version when the measure was set'),
      after: z.number().nullable().describe('Its version when the measure was carried out; null: not yet'),
    })
    .nullable()
    .describe('The rule that is changed; null: none'),
  outcome: z.string().nullable().describe('kept or late; cancelled where nothing is owed any more; null: still owed'),
  doneAt: momentOrNotYet,
  doneBy: orNobody.describe('Who reported it; null: not yet'),
  doneText: z.string().nullable().describe('What was done; null: not yet'),
  can: canOut.describe('report'),
});

export const improvementPageOut = z.object({
  ...line,
  cause: z.string().describe('The cause, as the analysis found it'),
  pattern: z.string().nullable().describe('The repetition it answers; null: none'),
  patternNames: z.array(wordsOut).describe('What the repetition speaks of; empty: none'),
  acknowledgedBy: orNobody.describe('Who acknowledged it; null: nobody yet'),
  checkBy: personOut.describe('Who looks whether it worked'),
  checkAt: momentOut.nullable().describe('When; null: no measures yet'),
  carriedOutAt: momentOrNotYet,
  withdrawn: z
    .object({ at: momentOut, by: orNobody.describe('Who withdrew it'), reason: z.string().describe('Why') })
    .nullable()
    .describe('null: it stands'),
  plan: z.array(measureOut).describe('Every measure of every round, the newest round first'),
  verdicts: z
    .array(
      z.object({
        round: z.number().describe('Which round it ended'),
        verdict: z.string().describe('worked, did_not, or recurred: it happened again'),
        text: z.string().describe('How it was looked at; empty: the product found it'),
        by: orNobody.describe('Who; null: the product'),
        at: momentOut,
      }),
    )
    .describe('The newest first'),
  sources: z
    .array(recordOut.extend({ again: z.boolean().describe('It happened after the measures were done') }))
    .describe('The records behind it, the newest first'),
  can: canOut.describe('acknowledge, plan, judge, withdraw'),
});

export const repetitionsOut = z.object({
  times: z.number().describe('Never fewer than this'),
  within: z.string().describe('Within how long, ISO 8601'),
  since: momentOut.describe('From when on is counted'),
  items: z
    .array(
      z.object({
        pattern: z.string().describe('Its key: send it back with the action, or the decision'),
        sort: z.string().describe('ticket, at_place (the same at one place), visit_fault, late or spot_check'),
        names: z
          .array(wordsOut)
          .describe(
            'What it speaks of: the place, if it is of one; kind, field and choice; the promise; plan and line',
          ),
        department: departmentNameOut.describe('Whose'),
        n: z.number().describe('How often, since `since` or since the last decision about it'),
        usual: z
          .number()
          .nullable()
          .describe('How often in as long a time before: the average of three; null: less than half of one is known'),
        from: z
          .number()
          .describe('From how many times on it is out of the ordinary: more than usual + 3 √usual, `times` at least'),
        lastAt: momentOut.describe('The last time'),
        records: z.array(recordOut).describe('The records behind, the newest first; 100 at most'),
      }),
    )
    .describe('The furthest out of the ordinary first; 100 at most'),
});
