import { z } from 'zod';
import { writeUpdate } from '../../conversation/commands/write-update.ts';
import type { Id } from '../../kernel/id.ts';
import type { Milestone, MilestoneKey } from '../../pack/milestones.ts';
import { inPlace, MILESTONES } from '../../pack/milestones.ts';
import { settingsOf } from '../../pack/settings.ts';
import type { Context } from '../../platform/context.ts';
import type { Task } from '../../platform/jobs/task.ts';
import { afterwards, record } from '../../platform/journal.ts';
import { lockTicket } from '../../ticket/facts.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import { knownOf } from '../known.ts';
import type { MilestoneToldTable } from '../table.ts';
import { wayTo } from '../way.ts';

export const TELL_MILESTONE = 'milestone.tell';

const payloadShape = z.strictObject({
  milestone: z.enum(MILESTONES),
  ticket: z.uuid(),
  of: z.uuid(),
  person: z.uuid().nullable(),
});

type Reached = { milestone: MilestoneKey; ticketId: Id<'ticket'>; ofId: string; personId: Id<'person'> | null };

/** A milestone is reached: once this is committed, and whatever else it brings along stands, its customer is written to. */
export async function reachMilestone(context: Context, reached: Reached): Promise<void> {
  if (context.replaying || (await templateOf(context, reached.milestone)) === undefined) return;
  const { milestone, ticketId, ofId, personId } = reached;
  await afterwards(
    context,
    TELL_MILESTONE,
    ticketId,
    { milestone, ticket: ticketId, of: ofId, person: personId },
    context.now,
  );
}

async function templateOf(context: Context, key: MilestoneKey): Promise<Milestone | undefined> {
  return ((await settingsOf(context)).milestones ?? []).find((one) => one.key === key && one.on);
}

/**
 * Writes to the customer of a matter that a milestone is reached, in his language, by the way he wants, unless he wants nothing. Once
 * for each: the row is written with the message, so that whatever dies in between, none goes twice.
 */
export const tellMilestone: Task = async (context, payload) => {
  const { milestone, ticket: ticketId, of, person } = payloadShape.parse(payload);
  const template = await templateOf(context, milestone);
  if (!template) return;
  const ticket = await lockTicket(context, ticketId);
  if (ticket.stage_class === 'cancelled') return;
  if (!(await claim(context, ticket, milestone, of))) return;
  const wanted = await updatesOf(context, ticket);
  if (wanted === 'none') return note(context, ticket, milestone, of, { outcome: 'declined', message_id: null });
  const way = await wayTo(context, ticket, wanted);
  if (!way) return note(context, ticket, milestone, of, { outcome: 'no_way', message_id: null });
  const { language, of: known } = await knownOf(context, ticket, person as Id<'person'> | null);
  const said = (words: Milestone['text']) => inPlace(words[language], known(language));
  const messageId = await writeUpdate(context, way, {
    subject: said(template.subject),
    text: said(template.text),
    ticketId: ticket.id,
  });
  await note(context, ticket, milestone, of, { outcome: 'written', message_id: messageId });
  await record(context, {
    subject: { type: 'ticket', id: ticket.id },
    type: 'ticket.milestone_told',
    data: { milestone, message: messageId },
  });
};

/** What is done anew after the ticket was opened again is another round. */
async function roundOf({ tx }: Context, { id }: Ticket): Promise<number> {
  const { n } = await tx
    .selectFrom('event')
    .select((e) => e.fn.countAll<string>().as('n'))
    .where('subject_id', '=', id)
    .where('type', '=', 'ticket.reopened')
    .executeTakeFirstOrThrow();
  return Number(n);
}

async function claim(context: Context, ticket: Ticket, milestone: MilestoneKey, ofId: string): Promise<boolean> {
  const written = await context.tx
    .insertInto('milestone_told')
    .values({
      ticket_id: ticket.id,
      milestone,
      of_id: ofId,
      round: await roundOf(context, ticket),
      outcome: 'no_way',
      message_id: null,
      at: context.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(written.numInsertedOrUpdatedRows) > 0;
}

async function note(
  context: Context,
  ticket: Ticket,
  milestone: MilestoneKey,
  ofId: string,
  what: Pick<MilestoneToldTable, 'outcome' | 'message_id'>,
): Promise<void> {
  await context.tx
    .updateTable('milestone_told')
    .set(what)
    .where('ticket_id', '=', ticket.id)
    .where('milestone', '=', milestone)
    .where('of_id', '=', ofId)
    .where('round', '=', await roundOf(context, ticket))
    .execute();
}

async function updatesOf({ tx }: Context, { customer_id }: Ticket): Promise<string> {
  if (customer_id === null) return 'any';
  const customer = await tx.selectFrom('customer').select('updates').where('id', '=', customer_id).executeTakeFirst();
  return customer?.updates ?? 'any';
}
