import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { orRefuse, refusal } from '../kernel/refusal.ts';
import { dialled } from '../kernel/text/dialled.ts';
import type { Kind } from '../pack/format.ts';
import { kindOf } from '../pack/kinds.ts';
import type { Context } from '../platform/context.ts';
import { allowToSee, ticketById } from '../ticket/facts.ts';
import type { Ticket } from '../ticket/ticket.ts';
import { telling, withoutNames } from './no-names.ts';
import type { fromTicketOut } from './view-acts.ts';

export function whyNotFromTicket(ticket: Pick<Ticket, 'resolved_at' | 'outcome'>): Refusal | null {
  return ticket.resolved_at === null || !ticket.outcome ? refusal('article.not_solved') : null;
}

/** What somebody typed into the fields of its kind. */
export function typedIn(kind: Kind, ticket: Pick<Ticket, 'fields'>): string[] {
  return kind.fields
    .filter(({ type }) => type === 'text' || type === 'long_text')
    .map(({ key }) => ticket.fields[key])
    .filter((value) => typeof value === 'string');
}

/** Whose matter it was, who called, and on which numbers: what an article says nothing of. */
export async function secretsOfTicket({ tx }: Context, ticket: Ticket): Promise<string[]> {
  const callers = await tx
    .selectFrom('contact as c')
    .innerJoin('contact_ticket as x', 'x.contact_id', 'c.id')
    .where('x.ticket_id', '=', ticket.id)
    .select(['c.caller_name as name', 'c.caller_phone as phone'])
    .execute();
  const his = ticket.customer_id;
  const customer = his
    ? await tx.selectFrom('customer').select('name').where('id', '=', his).executeTakeFirst()
    : undefined;
  const phones = his
    ? await tx.selectFrom('customer_phone').select('digits').where('customer_id', '=', his).execute()
    : [];
  const numbers = [ticket.caller_phone, ...callers.map(({ phone }) => phone), ...phones.map(({ digits }) => digits)];
  const names = [ticket.caller_name, customer?.name, ...callers.map(({ name }) => name)];
  return [...names, ...numbers.flatMap((number) => (number ? [number, dialled(number)] : []))].filter(
    (one) => one !== null && one !== undefined,
  );
}

/** A solved question as the beginning of an article: what it was about and what settled it, without names and numbers (KNOW-05). */
export async function articleOfTicket(context: Context, id: Id<'ticket'>): Promise<z.input<typeof fromTicketOut>> {
  const ticket = await ticketById(context.tx, id);
  await allowToSee(context, ticket);
  orRefuse(whyNotFromTicket(ticket));
  const secrets = telling(await secretsOfTicket(context, ticket));
  const plain = (text: string) => withoutNames(secrets, text).trim();
  const answers = await context.tx
    .selectFrom('note')
    .select('text')
    .where('ticket_id', '=', id)
    .where('kind', '=', 'answer')
    .where('erased_at', 'is', null)
    .orderBy('at')
    .execute();
  const kind = await kindOf(context, ticket.kind, ticket.kind_version);
  const asked = [ticket.need, ...typedIn(kind, ticket)];
  const said = [...asked, ...answers.map(({ text }) => text), ticket.outcome ?? ''].map(plain).filter(Boolean);
  return {
    ticket: { id: ticket.id, number: ticket.number, title: ticket.title },
    title: plain(ticket.title),
    body: [...new Set(said)].join('\n\n'),
  };
}
