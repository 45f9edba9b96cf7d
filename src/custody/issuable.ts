import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Context } from '../platform/context.ts';
import { allowToSee, ticketById, verdictsOf } from '../ticket/facts.ts';
import { whyNotChange } from '../ticket/ticket.ts';
import { custodyKindsOf, whyNotKeep } from './facts.ts';
import { isFor, whyNotApproved } from './issuing.ts';
import type { issuableOut } from './view.ts';

/** What a ticket asks for that the house issues, and whether it may be issued now. */
export async function issuableOn(context: Context, ticketId: Id<'ticket'>): Promise<z.input<typeof issuableOut>> {
  const ticket = await ticketById(context.tx, ticketId);
  await allowToSee(context, ticket);
  const kinds = (await custodyKindsOf(context)).filter(({ application }) => application && isFor(application, ticket));
  const { rows } = await sql<{ kind: string; id: string; number: string; validUntil: string | null }>`
    select i.kind, i.id, i.number, e.valid_until as "validUntil"
    from custody_item i join custody_entry e on e.item_id = i.id and e.seq = i.seq
    where e.ticket_id = ${ticketId} and e.state = 'issued'`.execute(context.tx);
  const out = new Map(rows.map(({ kind, ...thing }) => [kind, thing]));
  const verdicts = await verdictsOf(context.tx, ticket.id);
  const undecided = kinds.map(({ application }) => whyNotApproved(application!, ticket, verdicts)).find(Boolean);
  return {
    items: kinds.map(({ key, name, needs, series }) => ({
      kind: { key, name },
      numbered: series !== undefined,
      needsValidity: needs.includes('valid_until'),
      out: out.get(key) ?? null,
    })),
    can: { issue: whyNotKeep(context.actor, ticket.centre_id) ?? whyNotChange(ticket) ?? undecided ?? null },
  };
}
