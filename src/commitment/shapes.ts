import { z } from 'zod';
import type { Context } from '../platform/context.ts';
import { idOut, momentOut, wordsOut } from '../platform/http/shapes.ts';
import { commitmentNames, pauseNames } from './names.ts';
import type { ClockView } from './view.ts';

export const basisOut = z
  .enum(['working', 'clock'])
  .describe("working: only the calendar's hours count; clock: all time does");

const remaining = z.object({
  ms: z.number().describe('Milliseconds of the basis; negative by how late'),
  whole: z.number().describe('Milliseconds of the basis from the start to the deadline, pauses included'),
  basis: basisOut,
  asOf: momentOut.describe('When `ms` was true; while `runningNow`, a screen counts on from there'),
  runningNow: z.boolean().describe('False in a pause and outside the hours of working time'),
  nextChangeAt: momentOut
    .nullable()
    .describe('When `runningNow` changes by itself: opening, closing, the limit of the pause; null: it does not'),
});

export const whomOut = z
  .string()
  .describe(
    'owner, front_desk, department_head, supervisor, centre_manager, deputy_general_manager or company_leader; posts and deputies decide who that is',
  );
export const doOut = z
  .string()
  .describe('warn: a notification; notice: a rectification notice to the late department; rule: a ruling is asked for');
export const commitmentKindOut = z
  .string()
  .describe(
    "What sort of promise: a key of the kind's own commitments, or the core's, such as `promise` or `return_visit`",
  );
const next = z.object({ at: momentOut, whom: whomOut, what: doOut });
const setAside = z.object({
  at: momentOut,
  because: z.string().describe('What went wrong, for whoever runs the server'),
});

/** A clock as it goes out: what is owed in words, what is left, and who is told next. */
export const clockViewOut = z
  .object({
    id: idOut('commitment'),
    kind: commitmentKindOut,
    name: wordsOut.describe('What is owed'),
    subject: z
      .object({
        type: z.string().describe('ticket, work_order, return_visit, rectification or summary'),
        id: z.string().describe('Its identifier'),
      })
      .describe('What it is owed on'),
    ticketId: idOut('ticket').nullable().describe('The ticket it belongs to; null: none'),
    title: z.string().nullable().describe('What was promised, where words were needed; null: the kind says it'),
    owedTo: z.string().nullable().describe('Name of the customer it is owed to; null: nobody on file'),
    ownerId: idOut('person').nullable().describe('The person who owes it; null: a post or department does'),
    ownerName: z.string().nullable().describe('Name of the person who owes it; null where `ownerId` is'),
    departmentId: idOut('department')
      .nullable()
      .describe('The department that owes it, and is late if it is; null: none'),
    startedAt: momentOut.describe('From when it is counted'),
    dueAt: momentOut.describe('The deadline; while paused: as if the pause ended at once'),
    state: z
      .enum(['running', 'paused', 'kept', 'late', 'cancelled'])
      .describe('running and paused: still owed; kept and late: settled, in time or not; cancelled: owed no more'),
    late: z.boolean().describe('Its time has run out, or had when it was kept'),
    lateSince: momentOut.nullable().describe('The deadline that was missed; null while it is not late'),
    pausedBecause: z
      .string()
      .nullable()
      .describe('Key of the declared reason for which it stands still; null: it does not'),
    pausedFor: wordsOut.nullable().describe('The reason in words'),
    pausedBy: z
      .string()
      .nullable()
      .describe('Name of who declared the pause; null: nobody, or it does not stand still'),
    pausedUntil: momentOut.nullable().describe('When the pause ends by itself; null: it does not stand still'),
    remaining: remaining.describe('What is left'),
    next: next.nullable().describe('Who is told what next, if nothing happens; null: nobody'),
    awaitsAcknowledgement: z.boolean().describe('Somebody was told and has not yet said "I have it", though he should'),
    setAside: setAside
      .nullable()
      .describe('Its firing failed, so it tells nobody until somebody looks; null: it works'),
  })
  .meta({ id: 'Clock', description: 'A running or settled promise: who owes what by when' });

export type ClockOut = z.input<typeof clockViewOut>;

/** Views with the words for what is owed. */
export async function clocksOut(context: Context, views: readonly ClockView[]): Promise<ClockOut[]> {
  const nameOf = await commitmentNames(context);
  const pauseOf = await pauseNames(context);
  return views.map((view) => ({
    ...view,
    name: nameOf(view.kind),
    pausedFor: view.pausedBecause === null ? null : pauseOf(view.pausedBecause),
  }));
}
