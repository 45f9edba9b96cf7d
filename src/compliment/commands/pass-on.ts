import type { z } from 'zod';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { Invalid, NotFound, orRefuse } from '../../kernel/refusal.ts';
import { departments, personNames } from '../../organisation/house.ts';
import { readDirectory } from '../../organisation/read-directory.ts';
import { kindOf } from '../../pack/kinds.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { answerCustomer } from '../../ticket/commands/add-note.ts';
import { closeTicket } from '../../ticket/commands/close-ticket.ts';
import { resolveTicket } from '../../ticket/commands/resolve-ticket.ts';
import { tellCustomer } from '../../ticket/commands/tell-customer.ts';
import { allow, lockTicket } from '../../ticket/facts.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import { whyNotChange } from '../../ticket/ticket.ts';
import { answeredWith, whyNotPassOn } from '../compliment.ts';
import type { passOnInput } from '../inputs.ts';

type Input = z.output<typeof passOnInput>;

/**
 * A compliment is passed to those it is about and to their heads, counted for them, and answered modestly; with that it is
 * settled and closed (RECP-16).
 */
export async function passComplimentOn(context: Context, ticketId: string, input: Input): Promise<void> {
  const ticket = await lockTicket(context, ticketId);
  await allow(context, 'ticket.handle', ticket);
  const kind = await kindOf(context, ticket.kind, ticket.kind_version);
  if (kind.type !== 'compliment') throw new NotFound('compliment.unknown');
  if (input.people.length + input.departments.length === 0)
    throw new Invalid('compliment.about_nobody', { path: 'people' });
  orRefuse(whyNotPassOn(await isPassedOn(context, ticket.id)) ?? whyNotChange(ticket));
  await write(context, ticket, input, answeredWith(input.answer, kind.offeredAnswer));
  await record(context, {
    subject: { type: 'ticket', id: ticket.id },
    type: 'ticket.compliment_passed_on',
    data: { people: [...new Set(input.people)], departments: [...new Set(input.departments)] },
  });
  const { answer: text, channel } = input;
  await answerCustomer(context, ticket.id, { text, channel, sendsElsewhere: false, evenSo: true });
  await resolveTicket(context, ticket.id, { outcome: text, fields: {} });
  await tellCustomer(context, ticket.id, { text, channel, toWhom: '' });
  await closeTicket(context, ticket.id, {});
}

async function isPassedOn({ tx }: Context, id: Id<'ticket'>): Promise<boolean> {
  const row = await tx.selectFrom('compliment').select('ticket_id').where('ticket_id', '=', id).executeTakeFirst();
  return row !== undefined;
}

async function write(context: Context, ticket: Ticket, input: Input, answer: 'standard' | 'own'): Promise<void> {
  const { tx, now } = context;
  const names = await personNames(context);
  const all = await departments(context);
  if (!input.people.every((id) => names.has(id))) throw new NotFound('person.unknown');
  if (!input.departments.every((id) => all.has(id))) throw new NotFound('department.unknown');
  const row = { ticket_id: ticket.id, answer, by_id: actingPerson(context), at: now };
  await tx.insertInto('compliment').values(row).execute();
  const { posts } = await readDirectory(context);
  const departmentOf = (person: Id<'person'>): Id<'department'> | null =>
    [...posts.values()].find((post) => post.holders.includes(person) && post.departmentId !== null)?.departmentId ??
    null;
  const about = [
    ...[...new Set(input.people)].map((id) => ({ person_id: id, department_id: departmentOf(id) })),
    ...[...new Set(input.departments)].map((id) => ({ person_id: null, department_id: id })),
  ];
  const rows = about.map((one) => ({ ...one, id: newId<'compliment_about'>(now), ticket_id: ticket.id, at: now }));
  await tx.insertInto('compliment_about').values(rows).execute();
}
