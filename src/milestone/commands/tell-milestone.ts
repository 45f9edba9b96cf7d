import { z } from 'zod';
import { writeUpdate } from '../../conversation/commands/write-update.ts';
import type { Id } from '../../kernel/id.ts';
import type { Milestone, MilestoneKey } from '../../pack/milestones.ts';
import { insideKeys } from '../../pack/kinds.ts';
import { MILESTONES } from '../../pack/milestones.ts';
import { inPlace } from '../../pack/places.ts';
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

/** Whether its customer hears of it at all. */
export async function isToldOf(context: Context, milestone: MilestoneKey): Promise<boolean> {
  return !context.replaying && (await templateOf(context, milestone)) !== undefined;
}

/** A milestone is reached: once this is committed, and whatever else it brings along stands, its customer is written to. */
export async function reachMilestone(context: Context, reached: Reached): Promise<void> {
  const { milestone, ticketId, ofId, personId } = reached;
  if (!(await isToldOf(context, milestone))) return;
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
  // locked, so that of two at once the second sees the row of the first
  const ticket = await lockTicket(context, ticketId);
  if (ticket.stage_class === 'cancelled' || (await insideKeys(context)).includes(ticket.kind)) return;
  const told = { ticket_id: ticket.id, milestone, of_id: of, round: await roundOf(context, ticket) };
  if (await wasTold(context, told)) return;
  const written = await writeTo(context, ticket, template, person as Id<'person'> | null);
  await context.tx
    .insertInto('milestone_told')
    .values({ ...told, ...written, at: context.now })
    .execute();
  if (written.outcome !== 'written') return;
  await record(context, {
    subject: { type: 'ticket', id: ticket.id },
    type: 'ticket.milestone_told',
    data: { milestone, message: written.message_id },
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

type Once = Pick<MilestoneToldTable, 'ticket_id' | 'milestone' | 'of_id' | 'round'>;

async function wasTold({ tx }: Context, once: Once): Promise<boolean> {
  const row = tx
    .selectFrom('milestone_told')
    .select('at')
    .where((e) => e.and(once));
  return (await row.executeTakeFirst()) !== undefined;
}

async function writeTo(
  context: Context,
  ticket: Ticket,
  template: Milestone,
  personId: Id<'person'> | null,
): Promise<Pick<MilestoneToldTable, 'outcome' | 'message_id'>> {
  const wanted = await updatesOf(context, ticket);
  if (wanted === 'none') return { outcome: 'declined', message_id: null };
  const way = await wayTo(context, ticket, wanted);
  if (!way) return { outcome: 'no_way', message_id: null };
  const { language, of: known } = await knownOf(context, ticket, personId);
  const said = (words: Milestone['text']) => inPlace(words[language], known(language));
  const messageId = await writeUpdate(context, way, {
    subject: said(template.subject),
    text: said(template.text),
    ticketId: ticket.id,
  });
  return { outcome: 'written', message_id: messageId };
}

async function updatesOf({ tx }: Context, { customer_id }: Ticket): Promise<string> {
  if (customer_id === null) return 'any';
  const customer = await tx.selectFrom('customer').select('updates').where('id', '=', customer_id).executeTakeFirst();
  return customer?.updates ?? 'any';
}
