import { z } from 'zod';
import { departmentNameOut, personOut } from '../organisation/shapes.ts';
import {
  allOf,
  canOut,
  idOut,
  momentOrNotYet,
  momentOut,
  pageOf,
  versionOut,
  wordsOut,
} from '../platform/http/shapes.ts';
import { trainingRulesShape } from './rules.ts';
import { NEED_STATES, ATTENDANCES, CHANGES, SESSION_STATES } from './training.ts';

export const keyNamedOut = z.object({
  key: z.string().describe('Its stable name'),
  name: wordsOut.describe('What it is called'),
});

export const sessionLineOut = z.object({
  id: idOut('training_session'),
  department: departmentNameOut.describe('In whose plan it stands'),
  subject: z.string().describe('What it is about'),
  form: keyNamedOut.describe('In which form it is trained'),
  course: keyNamedOut.nullable().describe('The course it belongs to; null: none'),
  process: z
    .object({ id: idOut('article'), name: wordsOut.describe('What it is called') })
    .nullable()
    .describe('The standard process it trains; null: none'),
  trainer: personOut.nullable().describe('Who of ours trains, or coaches; null: somebody from outside'),
  outsideTrainer: z.string().nullable().describe('Who trains, where he is not one of ours'),
  place: z.string().describe('Where'),
  fromAt: momentOut.describe('When it is planned to begin'),
  untilAt: momentOut.describe('When it is planned to end'),
  firstFromAt: momentOut.describe('When it was to begin as it was first planned'),
  plannedBy: personOut.describe('Who planned it, and owes that it is held'),
  state: z.enum(SESSION_STATES).describe('planned, held or cancelled'),
  missed: z.boolean().describe('Its time is over, and it was neither held nor cancelled'),
  heldFrom: momentOrNotYet.describe('When it began'),
  heldUntil: momentOrNotYet.describe('When it ended'),
  invited: z.number().describe('How many are invited'),
  came: z.number().describe('How many came'),
  passed: z.number().describe('How many have a result of it'),
  grade: z.number().nullable().describe('How it was evaluated, 1 to 5; null: not yet'),
});
export type SessionLine = z.output<typeof sessionLineOut>;
export const sessionsOut = pageOf(sessionLineOut);

const markOut = z.object({
  person: personOut,
  attendance: z.enum(ATTENDANCES).nullable().describe('null: not recorded yet'),
  minutes: z.number().nullable().describe('How long he was there'),
  score: z.number().nullable().describe('Of a test, out of 100'),
  passed: z.boolean().nullable().describe('He has a result of the course; null: none is given'),
  remark: z.string().describe('What else was said'),
});

export const sessionOut = sessionLineOut.extend({
  plannedAt: momentOut.describe('When it was planned'),
  passes: z.number().nullable().describe('The score from which its test is passed; null: it has none'),
  recordedBy: personOut.nullable().describe('Who wrote down who was there'),
  recordedAt: momentOrNotYet.describe('When that was written down'),
  evaluation: z.string().nullable().describe('What came of it'),
  evaluatedBy: personOut.nullable().describe('Who said so'),
  evaluatedAt: momentOrNotYet.describe('When he said so'),
  sheet: z.array(markOut).describe('Everybody invited, by name'),
  changes: z
    .array(
      z.object({
        sort: z.enum(CHANGES).describe('moved, cancelled, or its sheet corrected'),
        why: z.string().describe('The reason'),
        by: personOut,
        at: momentOut.describe('When it was changed'),
        fromAt: momentOut.nullable().describe('When it was to begin before'),
        untilAt: momentOut.nullable().describe('When it was to end before'),
        sheet: z
          .array(markOut.omit({ remark: true }))
          .nullable()
          .describe('The sheet before; null where it was not changed'),
      }),
    )
    .describe('What was changed, the newest first, with what stood before'),
  can: canOut.describe('invite, move, cancel, record, evaluate'),
});
export type SessionPage = z.output<typeof sessionOut>;

export const needOut = z.object({
  person: personOut,
  department: departmentNameOut.nullable().describe('Where he works'),
  sort: z.enum(['course', 'process', 'skill']).describe('What he needs'),
  key: z.string().describe('Key of the course or skill; of a process its id'),
  name: wordsOut.describe('What it is called'),
  state: z
    .enum(NEED_STATES)
    .describe(
      'valid; soon: runs out soon; expired; missing: not yet; overdue: not yet though it was due; gap: too low a level',
    ),
  lastAt: momentOrNotYet.describe('When he last passed it, or was done with it'),
  level: z.number().nullable().describe('Of a skill: the level he has; null: nobody has looked'),
  needed: z.number().nullable().describe('Of a skill: the level his post needs'),
  seenOn: z.string().nullable().describe('Of a skill: on which day his level was seen'),
  dueAt: momentOut.nullable().describe('By when he is to have it, or when it ran out'),
  validUntil: momentOut.nullable().describe('Until when his result holds; null: for good, or there is none'),
  planned: z
    .object({ id: idOut('training_session'), fromAt: momentOut.describe('When it begins') })
    .nullable()
    .describe('The next session planned for him that gives it; null: none'),
  course: z.string().nullable().describe('Key of the course that gives it; null: what a process asks for'),
});
export type NeedLine = z.output<typeof needOut>;
export const needsOut = allOf(needOut);

export const figureOut = z.object({
  department: departmentNameOut,
  planned: z.number().describe('Sessions planned to begin in the period: those below together'),
  held: z.number().describe('Of these held'),
  missed: z.number().describe('Of these neither held nor cancelled though their time is over'),
  cancelled: z.number().describe('Of these cancelled'),
  ahead: z.number().describe('Of these still to come'),
  heldLate: z.number().describe('Of those held: begun after they were to be over'),
  moved: z.number().describe('Of these moved at least once'),
  movedOut: z.number().describe('First planned in the period, and moved out of it'),
  came: z.number().describe('People who came, session by session'),
  excused: z.number().describe('People excused'),
  absent: z.number().describe('People who missed it'),
  minutes: z.number().describe('Minutes of all who came, together'),
  lacking: z
    .number()
    .describe('People of the department who now lack something they need, or whose result has run out'),
});
export type FigureLine = z.output<typeof figureOut>;
export const figuresOut = allOf(figureOut);

export const hoursOut = allOf(
  z.object({
    person: personOut,
    department: departmentNameOut.nullable().describe('Where he works'),
    form: keyNamedOut.describe('In which form it was trained'),
    sessions: z.number().describe('Sessions of this form in the period that he came to'),
    minutes: z.number().describe('Minutes he was there, together'),
    coached: z.number().describe('Sessions of this form that he trained or coached himself'),
  }),
);
export type HoursLine = z.output<typeof hoursOut>['items'][number];

export const trainingRulesOut = z.object({
  version: versionOut.describe('Version of the settings they stand in; send it back with a change'),
  rules: trainingRulesShape.nullable().describe('null: nobody has worded them yet'),
  departments: z
    .array(departmentNameOut.extend({ can: canOut.describe('plan') }))
    .describe('Those whose training one sees, and whether one plans it'),
  people: z.array(personOut).describe('Everybody who may be invited, by name'),
  posts: z.record(z.string(), wordsOut).describe('What the posts are called that the rules name, by key'),
  processes: z
    .array(z.object({ id: idOut('article'), name: wordsOut.describe('What it is called') }))
    .describe('The standard processes in force that one may read'),
  can: canOut.describe('`see`: others than oneself; `plan`; `change` the rules'),
});
export type Training = z.output<typeof trainingRulesOut>;
