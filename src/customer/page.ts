import { sql } from 'kysely';
import type { z } from 'zod';
import { contactsOfCustomer } from '../contact/queries.ts';
import { lastByChannel } from './list.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { dialled } from '../kernel/text/dialled.ts';
import { maskPhone } from '../kernel/text/mask.ts';
import type { Thing } from '../organisation/can.ts';
import { can, orForbid } from '../organisation/can.ts';
import type { Context } from '../platform/context.ts';
import { versionOf } from '../platform/journal.ts';
import { mattersWhere } from '../ticket/matters.ts';
import type { Customer } from './customer.ts';
import { erasureOf } from './erasure.ts';
import { whyNotChangeCustomer, whyNotErase } from './customer.ts';
import { customerById, isHeld, openTicketsOf, thingOfCustomer } from './facts.ts';
import { maskEmail, whyMasked } from './phone.ts';
import type { customerPageOut } from './view.ts';

type View = z.input<typeof customerPageOut>;

const MOST_MATTERS = 50;
const MOST_RECENT = 20;
const MOST_CONTACTS = 20;

/** Everything about a customer while he is on the line (CUST-23): numbers, homes, people, what is open and what was. */
export async function customerPage(context: Context, id: string): Promise<View> {
  const customer = await customerById(context.tx, id);
  const thing = await thingOfCustomer(context, id);
  orForbid(can(context.actor, 'customer.see', thing));
  const masked = whyMasked(context, thing);
  return {
    id: customer.id,
    version: await versionOf(context.tx, customer.id),
    kind: customer.kind,
    name: customer.name,
    language: customer.language,
    updates: customer.updates,
    vip: customer.vip,
    note: customer.note,
    createdAt: customer.created_at,
    erasedAt: customer.erased_at,
    masked: masked !== null,
    ...(await numbersOf(context, customer.id, masked !== null)),
    places: await placesOf(context, customer.id),
    members: await membersOf(context, customer.id),
    groups: await groupsOf(context, customer.id),
    ...(await mattersOfCustomer(context, customer.id)),
    lastByChannel: await lastByChannel(context, customer.id),
    contacts: await contactsOfCustomer(context, customer.id, MOST_CONTACTS),
    erasure: await erasureOf(context, customer.id),
    can: await customerCan(context, customer, thing, masked),
  };
}

/** What is open, worst clocks and all, and what was settled lately. */
export async function mattersOfCustomer(context: Context, id: string): Promise<Pick<View, 'open' | 'recent'>> {
  const matters = await mattersWhere(context, sql<boolean>`t.customer_id = ${id}`, MOST_MATTERS, 'open');
  return {
    open: matters.filter((matter) => matter.closedAt === null),
    recent: matters.filter((matter) => matter.closedAt !== null).slice(0, MOST_RECENT),
  };
}

async function numbersOf(
  { tx }: Context,
  id: Customer['id'],
  masked: boolean,
): Promise<Pick<View, 'phones' | 'emails'>> {
  const phones = await tx
    .selectFrom('customer_phone')
    .select(['digits', 'label', 'first'])
    .where('customer_id', '=', id)
    .orderBy('first', 'desc')
    .orderBy('digits')
    .execute();
  const emails = await tx
    .selectFrom('customer_email')
    .select(['address', 'label'])
    .where('customer_id', '=', id)
    .orderBy('address')
    .execute();
  const shown = (digits: string): string => (masked ? maskPhone(dialled(digits)) : dialled(digits));
  return {
    phones: phones.map(({ digits, ...phone }) => ({ number: shown(digits), ...phone })),
    emails: emails.map(({ address, label }) => ({ address: masked ? maskEmail(address) : address, label })),
  };
}

async function placesOf({ tx }: Context, id: Customer['id']): Promise<View['places']> {
  return tx
    .selectFrom('customer_place')
    .innerJoin('place', 'place.id', 'customer_place.place_id')
    .select(['place.id as placeId', 'place.code', 'place.name', 'relation', 'since', 'until'])
    .where('customer_id', '=', id)
    .orderBy((e) => e('until', 'is', null), 'desc')
    .orderBy('place.code')
    .execute();
}

async function membersOf({ tx }: Context, id: Customer['id']): Promise<View['members']> {
  return tx
    .selectFrom('customer_member')
    .innerJoin('customer', 'customer.id', 'customer_member.member_id')
    .select(['customer.id', 'customer.name', 'customer.kind', 'relation'])
    .where('group_id', '=', id)
    .orderBy('customer.name')
    .execute();
}

async function groupsOf({ tx }: Context, id: Customer['id']): Promise<View['groups']> {
  return tx
    .selectFrom('customer_member')
    .innerJoin('customer', 'customer.id', 'customer_member.group_id')
    .select(['customer.id', 'customer.name', 'customer.kind', 'relation'])
    .where('member_id', '=', id)
    .orderBy('customer.name')
    .execute();
}

async function customerCan(
  context: Context,
  customer: Customer,
  thing: Thing,
  masked: Refusal | null,
): Promise<View['can']> {
  const edit = can(context.actor, 'customer.edit', thing) ?? whyNotChangeCustomer(customer);
  return {
    change: edit,
    change_numbers: edit ?? masked,
    hold: can(context.actor, 'limit.edit', {}),
    export: edit ?? masked,
    erase:
      edit ??
      masked ??
      whyNotErase(customer, {
        openTickets: await openTicketsOf(context.tx, customer.id),
        held: await isHeld(context, customer.id),
      }),
    ...(masked === null ? {} : { unmask: can(context.actor, 'customer.unmask_phone', thing) }),
    open_ticket:
      can(context.actor, 'ticket.open', { ...thing, people: [context.actor.personId] }) ??
      whyNotChangeCustomer(customer),
  };
}
