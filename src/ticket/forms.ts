import { z } from 'zod';
import type { Context } from '../platform/context.ts';
import { momentOut, wordsOut } from '../platform/http/shapes.ts';
import { receptionOf, receptionOut } from '../organisation/reception.ts';
import { ticketById } from './facts.ts';
import { ticketPage } from './page.ts';
import type { NoteTable } from './table.ts';
import { ticketOut } from './view.ts';
import { personOut } from '../organisation/shapes.ts';
import { titleOut } from './shapes.ts';
import { noteAcceptedOut, noteKindOut, noteRuleOut, noteTextOut } from './timeline-shapes.ts';
import { workOrderOut } from './view-parts.ts';

const said = z.object({
  kind: noteKindOut,
  text: noteTextOut,
  by: personOut,
  at: momentOut,
  rule: noteRuleOut,
  accepted: noteAcceptedOut,
});

export const handlingFormOut = ticketOut
  .pick({
    number: true,
    owner: true,
    channel: true,
    caller: true,
    place: true,
    title: true,
    need: true,
    severity: true,
    fields: true,
    photos: true,
    steps: true,
    rulings: true,
    approvals: true,
    outcome: true,
    openedAt: true,
    resolvedAt: true,
    toldAt: true,
    closedAt: true,
    satisfaction: true,
  })
  .extend({
    kind: wordsOut.describe('What sort of matter it is'),
    customer: z.string().nullable().describe('Name of whom it is for; null: nobody on file'),
    receiver: personOut.nullable().describe('Who took it in'),
    said: z.array(said).describe('Apologies, findings of the inquiry, explanations and answers, in their order'),
    parts: z
      .array(
        workOrderOut.pick({
          no: true,
          department: true,
          person: true,
          task: true,
          stage: true,
          findings: true,
          measures: true,
          doneAt: true,
        }),
      )
      .describe('What each department did, by work order'),
  });

/**
 * The handling form for the file and for the return visit (投诉处理单, COMP-04): when, what, who received it, what came of it.
 * It is filled in by handling the matter, with a part for each department (COMP-17); while anything its kind asks for is
 * missing, the matter is not closed.
 */
export async function handlingForm(context: Context, id: string): Promise<z.input<typeof handlingFormOut>> {
  const page = await ticketPage(context, id);
  return {
    ...page,
    kind: page.kind.name,
    customer: page.customer?.name ?? null,
    receiver: page.openedBy,
    said: await saidOn(context, id, ['apology', 'result', 'explanation', 'answer', 'situation']),
    parts: page.workOrders,
  };
}

export const customerViewOut = z.object({
  number: z.number().describe('The number he can ask by'),
  title: titleOut,
  kind: wordsOut.describe('What sort of matter it is'),
  contact: personOut.describe('The one person he hears from, whoever works on it inside'),
  openedAt: momentOut,
  steps: ticketOut.shape.steps,
  said: z
    .array(said.pick({ kind: true, text: true, at: true }))
    .describe('Answers, apologies and explanations, in their order'),
  promises: z
    .array(z.object({ words: z.string().describe('What was promised'), dueAt: momentOut }))
    .describe('Replies promised and not yet given'),
  visits: z
    .array(
      z.object({
        fromAt: momentOut.describe('From when somebody may come'),
        untilAt: momentOut.describe('By when somebody must have come'),
      }),
    )
    .describe('When somebody comes'),
  outcome: z.string().nullable().describe('Once he was told'),
  reception: receptionOut.describe('When and where he finds somebody'),
});

/**
 * What the customer may be shown or read out (PRIN-11): one number, one person, what was said to him and what was promised.
 * Internal notes, findings of an inquiry, notices and rulings are not in it.
 */
export async function customerView(context: Context, id: string): Promise<z.input<typeof customerViewOut>> {
  const page = await ticketPage(context, id);
  const ticket = await ticketById(context.tx, id);
  const words = await saidOn(context, id, ['answer', 'apology', 'explanation']);
  const promises = page.clocks.filter((clock) => clock.kind === 'promise' && clock.state === 'running');
  return {
    number: page.number,
    title: page.title,
    kind: page.kind.name,
    contact: page.owner,
    openedAt: page.openedAt,
    steps: page.steps,
    said: words.map(({ kind, text, at }) => ({ kind, text, at })),
    promises: promises.map(({ title, dueAt }) => ({ words: title ?? '', dueAt })),
    visits: page.workOrders.flatMap(({ appointment }) =>
      appointment ? [{ fromAt: appointment.fromAt, untilAt: appointment.untilAt }] : [],
    ),
    outcome: page.toldAt === null ? null : page.outcome,
    reception: await receptionOf(context, ticket.centre_id),
  };
}

async function saidOn(context: Context, ticketId: string, kinds: NoteTable['kind'][]): Promise<z.input<typeof said>[]> {
  const rows = await context.tx
    .selectFrom('note')
    .innerJoin('person', 'person.id', 'note.by_id')
    .select(['note.kind', 'note.text', 'note.at', 'note.rule', 'note.accepted', 'person.id', 'person.name'])
    .where('ticket_id', '=', ticketId as NoteTable['ticket_id'])
    .where('note.kind', 'in', kinds)
    .where('erased_at', 'is', null)
    .orderBy('note.at')
    .orderBy('note.id')
    .execute();
  return rows.map(({ id, name, ...words }) => ({ ...words, by: { id, name } }));
}
