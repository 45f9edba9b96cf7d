import { z } from 'zod';
import { can } from '../organisation/can.ts';
import { personOut } from '../organisation/shapes.ts';
import { named, personNames } from '../organisation/house.ts';
import type { Context } from '../platform/context.ts';
import { actingPerson } from '../platform/context.ts';
import { peopleNamedIn } from '../organisation/names-in.ts';
import { commitmentNames } from '../commitment/names.ts';
import { kindOf } from '../pack/kinds.ts';
import { allOf, canOut, idOut, momentOut, refusalOut } from '../platform/http/shapes.ts';
import { ticketById } from '../ticket/facts.ts';
import { timelineEntryOut, timelineOut } from '../ticket/timeline-shapes.ts';
import { stepOut } from './inputs.ts';
import { whyNotEdit } from './macro.ts';
import { myMacros } from './queries.ts';
import type { Done } from './run.ts';

export const macroOut = z.object({
  id: idOut('macro'),
  name: z.string().describe('What it is called'),
  version: z.number().describe('Counts its changes; send it back with one'),
  shared: z.boolean().describe('true: for everybody of the centre; false: only for whoever asks'),
  steps: z.array(stepOut).describe('What it does, in this order'),
  changedBy: personOut.describe('Who made this version'),
  can: canOut.describe('`edit`: change it or take it away'),
});

export const macrosOut = allOf(macroOut).extend({
  can: canOut.describe('`share`: make one for everybody of the centre'),
});

/** My own and those my centre shares. */
export async function macrosOf(context: Context): Promise<z.input<typeof macrosOut>> {
  const names = await personNames(context);
  const share = can(context.actor, 'ticket.assign', {});
  const items = (await myMacros(context)).map((macro) => ({
    id: macro.id,
    name: macro.name,
    version: macro.version,
    shared: macro.owner_id === null,
    steps: macro.steps,
    changedBy: named(names, macro.by_id),
    can: { edit: whyNotEdit(macro, actingPerson(context), share) },
  }));
  return { items, can: { share } };
}

export const versionsOut = allOf(
  z.object({
    version: z.number().describe('Which version'),
    name: z.string().describe('What it was called then'),
    steps: z.array(stepOut).describe('What it did then'),
    by: personOut.describe('Who made it so'),
    at: momentOut.describe('Since when it was so'),
  }),
);

export const macroTriedOut = z.object({
  steps: z
    .array(
      z.object({
        step: stepOut.describe('The step, its gaps filled in from this ticket'),
        why: refusalOut.describe('null: it can be done; else why not, and then nothing of the macro is'),
        entries: z.array(timelineEntryOut).describe('What would stand on the timeline by it'),
      }),
    )
    .describe('Each step in its order'),
  ...timelineOut.pick({ names: true, clocks: true, stages: true }).shape,
});

/** What is not done yet was neither said nor written. */
const NOTHING_BESIDE = { of: null, note: null, words: null, conversationId: null, recordedCallId: null };

/** What was tried, in the words of the timeline. */
export async function triedView(
  context: Context,
  ticketId: string,
  done: readonly Done[],
): Promise<z.input<typeof macroTriedOut>> {
  const ticket = await ticketById(context.tx, ticketId);
  const names = await personNames(context);
  const nameOf = await commitmentNames(context);
  const { stages } = await kindOf(context, ticket.kind, ticket.kind_version);
  const events = done.flatMap((one) => one.events);
  const actor = named(names, context.actor.personId);
  return {
    steps: done.map(({ step, why, events: own }, at) => ({
      step,
      why,
      entries: own
        .filter((event) => event.ticketId === ticket.id)
        .map((event, nth) => ({
          id: `${at}:${nth}`,
          type: event.type,
          happenedAt: event.happenedAt,
          recordedAt: context.now,
          actor,
          subject: event.subject,
          data: event.data,
          ...NOTHING_BESIDE,
        })),
    })),
    names: await peopleNamedIn(
      context,
      events.map((event) => event.data),
    ),
    clocks: Object.fromEntries(
      events.map(({ data }) => [String(data['kind'] ?? ''), nameOf(String(data['kind'] ?? ''))]),
    ),
    stages: Object.fromEntries(stages.map((stage) => [stage.key, stage.name])),
  };
}
