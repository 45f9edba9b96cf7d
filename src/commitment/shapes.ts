import { z } from 'zod';
import type { Context } from '../platform/context.ts';
import { momentOut, wordsOut } from '../platform/http/shapes.ts';
import { commitmentNames, pauseNames } from './names.ts';
import type { ClockView } from './view.ts';

const nullableMoment = momentOut.nullable();

/** A clock as it goes out: what is owed in words, what is left, and who is told next. */
export const clockViewOut = z
  .object({
    id: z.string(),
    kind: z.string(),
    name: wordsOut.describe('What is owed'),
    subject: z.object({ type: z.string(), id: z.string() }),
    ticketId: z.string().nullable(),
    title: z.string().nullable().describe('What was promised, where words were needed'),
    owedTo: z.string().nullable(),
    ownerId: z.string().nullable(),
    ownerName: z.string().nullable(),
    departmentId: z.string().nullable(),
    startedAt: momentOut,
    dueAt: momentOut,
    state: z.enum(['running', 'paused', 'kept', 'late', 'cancelled']),
    late: z.boolean(),
    lateSince: nullableMoment,
    pausedBecause: z.string().nullable(),
    pausedFor: wordsOut.nullable().describe('The reason in words'),
    pausedBy: z.string().nullable(),
    pausedUntil: nullableMoment,
    remaining: z.object({
      ms: z.number().describe('Milliseconds of the basis; negative by how late'),
      whole: z.number().describe('Milliseconds of the basis from the start to the deadline, pauses included'),
      basis: z.enum(['working', 'clock']),
      asOf: momentOut,
      runningNow: z.boolean().describe('False in a pause and outside the hours of working time'),
      nextChangeAt: nullableMoment,
    }),
    next: z.object({ at: momentOut, whom: z.string(), what: z.string() }).nullable().describe('Who is told what next'),
    awaitsAcknowledgement: z.boolean(),
    setAside: z.object({ at: momentOut, because: z.string() }).nullable(),
  })
  .describe('A running or settled promise');

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
