import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { Invalid, orRefuse, refusal } from '../../kernel/refusal.ts';
import { orForbid } from '../../organisation/can.ts';
import { todayIn } from '../../organisation/today.ts';
import type { CustodyKind } from '../../pack/custody.ts';
import type { Context } from '../../platform/context.ts';
import { allowToSee, lockTicket } from '../../ticket/facts.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import { whyNotChange } from '../../ticket/ticket.ts';
import { kindOf, lockItem, whyNotKeep } from '../facts.ts';
import { entryInput, receiveInput } from '../inputs.ts';
import type { IssueOnTicket } from '../inputs.ts';
import { isFor, numberInSeries, whyNotNumber } from '../issuing.ts';
import { enterOn } from './enter.ts';
import { receiveItem } from './receive-item.ts';

type Issued = { id: Id<'custody_item'>; number: string };

/**
 * The paper that an approved application asks for is made out in one act (PASS-04, PASS-05): numbered, by the house where it does so
 * itself, put into the register for the applicant and his unit, and issued. The same id again issues nothing twice.
 */
export async function issueOnTicket(context: Context, input: IssueOnTicket): Promise<Issued> {
  const ticket = await lockTicket(context, input.ticketId);
  await allowToSee(context, ticket);
  orForbid(whyNotKeep(context.actor, ticket.centre_id));
  const id = input.id ?? newId<'custody_item'>(context.now);
  const before = await numberOf(context, id);
  if (before !== null) return { id, number: before };
  orRefuse(whyNotChange(ticket));
  const kind = await kindOf(context, input.kind);
  if (!kind.application || !isFor(kind.application, ticket))
    throw new Invalid('custody.not_asked_for', { path: 'kind', number: ticket.number });
  const wrong = whyNotNumber(kind, input.number);
  if (wrong) throw new Invalid(wrong.code, wrong.params);
  orRefuse(await whyNotAgain(context, kind, ticket));
  const number = input.number ?? (await nextNumber(context, kind, ticket));
  await register(context, ticket, input, { id, number });
  const issued = { act: 'issued', to: receiverOf(ticket), ticketId: ticket.id, remark: input.remark } as const;
  const until = input.validUntil ? { validUntil: input.validUntil } : {};
  await enterOn(context, await lockItem(context, id), entryInput.parse({ ...issued, ...until }));
  return { id, number };
}

async function register(
  context: Context,
  { customer_id: customerId, place_id: placeId, title }: Ticket,
  { kind, label }: IssueOnTicket,
  { id, number }: Issued,
): Promise<void> {
  const whose = { ...(customerId ? { customerId } : {}), ...(placeId ? { placeId } : {}) };
  await receiveItem(context, receiveInput.parse({ id, kind, number, label: label ?? title, ...whose }));
}

/** The applicant, or whoever came for him by name. */
function receiverOf({ customer_id: id, caller_name: name }: Ticket) {
  if (id !== null) return { kind: 'customer', id } as const;
  if (name === null) throw new Invalid('custody.to_whom', { path: 'ticketId' });
  return { kind: 'outside', name } as const;
}

async function numberOf({ tx }: Context, id: Id<'custody_item'>): Promise<string | null> {
  const found = await tx.selectFrom('custody_item').select('number').where('id', '=', id).executeTakeFirst();
  return found?.number ?? null;
}

/** One application, one paper of a kind that is out: another needs an application of its own. */
async function whyNotAgain({ tx }: Context, { key }: CustodyKind, { id, number }: Ticket) {
  const { rows } = await sql`
    select 1 from custody_item i join custody_entry e on e.item_id = i.id and e.seq = i.seq
    where e.ticket_id = ${id} and i.kind = ${key} and e.state = 'issued'`.execute(tx);
  return rows.length > 0 ? refusal('custody.issued_already', { number }) : null;
}

/** Counted up in the year; two who ask at once wait for each other. A number that somebody wrote up by hand is passed over. */
async function nextNumber(
  context: Context,
  { key, series }: CustodyKind,
  { centre_id: centreId }: Ticket,
): Promise<string> {
  const year = Number((await todayIn(context, centreId)).slice(0, 4));
  for (;;) {
    const { rows } = await sql<{ last: number }>`
      insert into custody_series as s (centre_id, kind, year, last) values (${centreId}, ${key}, ${year}, 1)
      on conflict (centre_id, kind, year) do update set last = s.last + 1 returning last`.execute(context.tx);
    const number = numberInSeries(series!, year, rows[0]!.last);
    const taken = context.tx.selectFrom('custody_item').select('id').where('centre_id', '=', centreId);
    if (!(await taken.where('kind', '=', key).where('number', '=', number).executeTakeFirst())) return number;
  }
}
