import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/tx.ts';
import { openStillNamedOf } from './still-named-list.ts';
import type { customerPageOut } from './view.ts';

type Counts = Record<string, number>;
export type Report = { gone: Counts; stays: Counts };

/** Counted before anything goes: what will, and what stays because figures are made of it. */
export async function beginReport(tx: Tx, id: Id<'customer'>): Promise<Report> {
  const { rows } = await sql<
    Record<'phones' | 'emails' | 'places' | 'people' | 'callers' | 'tickets' | 'contacts' | 'visits', number>
  >`
    select (select count(*) from customer_phone where customer_id = ${id})::int as phones,
      (select count(*) from customer_email where customer_id = ${id})::int as emails,
      (select count(*) from customer_place where customer_id = ${id})::int as places,
      (select count(*) from customer_member where ${id} in (group_id, member_id))::int as people,
      ((select count(*) from ticket where customer_id = ${id} and caller_name is not null)
        + (select count(*) from contact where customer_id = ${id} and caller_name is not null))::int as callers,
      (select count(*) from ticket where customer_id = ${id})::int as tickets,
      (select count(*) from contact where customer_id = ${id})::int as contacts,
      (select count(*) from return_visit v join ticket t on t.id = v.ticket_id where t.customer_id = ${id})::int as visits`.execute(
    tx,
  );
  const { tickets, contacts, visits, ...gone } = rows[0]!;
  return { gone, stays: { tickets, contacts, visits } };
}

export async function erasureOf({ tx }: Context, id: string): Promise<z.input<typeof customerPageOut>['erasure']> {
  const row = await tx
    .selectFrom('customer_erasure as e')
    .leftJoin('person', 'person.id', 'e.by_id')
    .select(['e.at', 'person.name as by', 'e.reason', 'e.gone', 'e.stays'])
    .where('e.customer_id', '=', id as Id<'customer'>)
    .executeTakeFirst();
  if (!row) return null;
  const toDecide = await openStillNamedOf({ tx }, id as Id<'customer'>);
  return { ...row, gone: row.gone as Counts, stays: row.stays as Counts, toDecide };
}
