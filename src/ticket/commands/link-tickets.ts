import type { z } from 'zod';
import { NotFound, Refused } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { allow, lockTicket, ticketById } from '../facts.ts';
import type { incidentInput, linkInput } from '../inputs.ts';
import type { LinkedAs } from '../table.ts';
import type { Ticket } from '../ticket.ts';

/** Links two matters, seen from both; making the same link twice changes nothing. */
export async function linkTickets(
  context: Context,
  id: string,
  input: Omit<z.output<typeof linkInput>, 'why'> & { why: LinkedAs },
): Promise<void> {
  const ticket = await lockTicket(context, id);
  await allow(context, 'ticket.see', ticket);
  if (input.toId === ticket.id) throw new Refused('ticket.link_to_itself');
  const other = await ticketById(context.tx, input.toId);
  await allow(context, 'ticket.see', other);
  const linked = await context.tx
    .insertInto('ticket_link')
    .values({ from_id: ticket.id, to_id: other.id, why: input.why })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (Number(linked.numInsertedOrUpdatedRows) === 0) return;
  await record(context, {
    subject: { type: 'ticket', id: ticket.id },
    type: 'ticket.linked',
    data: { to: other.id, why: input.why },
  });
}

/** They do not hang together after all: the link goes, from whichever side it was made. Where there is none, nothing changes. */
export async function unlinkTickets(context: Context, id: string, toId: Ticket['id']): Promise<void> {
  const ticket = await lockTicket(context, id);
  await allow(context, 'ticket.handle', ticket);
  const gone = await context.tx
    .deleteFrom('ticket_link')
    .where((e) =>
      e.or([
        e.and([e('from_id', '=', ticket.id), e('to_id', '=', toId)]),
        e.and([e('from_id', '=', toId), e('to_id', '=', ticket.id)]),
      ]),
    )
    .returning('why')
    .execute();
  if (gone.length === 0) return;
  await record(context, {
    subject: { type: 'ticket', id: ticket.id },
    type: 'ticket.unlinked',
    data: { to: toId, why: gone[0]!.why },
  });
}

/** Makes a caller's ticket one of many reports of one big incident, or takes it out again. */
export async function joinIncident(context: Context, id: string, input: z.output<typeof incidentInput>): Promise<void> {
  const ticket = await lockTicket(context, id);
  await allow(context, 'ticket.handle', ticket);
  if (input.incidentId !== null) {
    if (input.incidentId === ticket.id) throw new Refused('incident.itself');
    await requireIncident(context, input.incidentId);
  }
  await context.tx.updateTable('ticket').set({ incident_id: input.incidentId }).where('id', '=', ticket.id).execute();
  await record(context, {
    subject: { type: 'ticket', id: ticket.id },
    type: input.incidentId === null ? 'ticket.left_incident' : 'ticket.joined_incident',
    data: { incident: input.incidentId ?? ticket.incident_id },
  });
}

/** An incident that still runs and is no report of another: what may gather reports. */
export async function requireIncident(context: Context, id: Ticket['id']): Promise<void> {
  const incident = await context.tx
    .selectFrom('ticket')
    .select(['id', 'incident_id', 'closed_at'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!incident) throw new NotFound('incident.unknown');
  if (incident.incident_id !== null) throw new Refused('incident.is_a_report_itself');
  if (incident.closed_at !== null) throw new Refused('incident.ended');
}
