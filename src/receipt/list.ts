import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { z } from 'zod';
import { thingsOfCustomers } from '../customer/facts.ts';
import { shownPhones } from '../customer/phone.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { can } from '../organisation/can.ts';
import { named, personNames } from '../organisation/house.ts';
import { kindOf } from '../pack/kinds.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readNameAndId } from '../platform/http/cursor.ts';
import type { Ticket } from '../ticket/ticket.ts';
import { isEnded } from '../ticket/ticket.ts';
import type { ReceiptsQuery } from './inputs.ts';
import { knowByOf, whyNotDeliver, whyNotKnow, whyNotMiss } from './receipt.ts';
import type { NoticeReceiptTable } from './table.ts';
import type { Receipt, receiptsOut } from './view.ts';

type Row = Selectable<NoticeReceiptTable> & {
  notice: Pick<Ticket, 'number' | 'title' | 'kind' | 'kind_version' | 'fields' | 'stage_class' | 'centre_id'>;
  name: string;
  code: string;
  digits: string | null;
  conversation_id: Id<'conversation'> | null;
  due_at: Instant | null;
};

/** Whose matters of a centre one keeps contact with: the same who write down that a household knows. */
function scopeOf({ actor }: Context) {
  const all = actor.posts.some((post) => post.rights['contact.record'] === 'organisation');
  if (all) return sql`true`;
  const centres = actor.posts
    .filter((post) => post.rights['contact.record'] !== undefined)
    .flatMap(({ centreId }) => centreId ?? []);
  return sql`t.centre_id = any(${centres}::uuid[])`;
}

function wantedBy(context: Context, query: ReceiptsQuery) {
  const wanted = [scopeOf(context)];
  if (query.ticket) wanted.push(sql`r.ticket_id = ${query.ticket}`);
  if (query.customer) wanted.push(sql`r.customer_id = ${query.customer}`);
  if (query.state) wanted.push(sql`r.state = ${query.state}`);
  if (query.open) wanted.push(sql`r.state <> 'known'`);
  if (query.mine) wanted.push(sql`c.owner_id = ${context.actor.personId}`);
  const after = readNameAndId(query.after);
  if (after) wanted.push(sql`(p.code, r.id) > (${after.name}, ${after.id}::uuid)`);
  return sql.join(wanted, sql` and `);
}

/** Each household of notices with how it was given it and how it said that it knows, in the order of the doors. */
export async function listReceipts(context: Context, query: ReceiptsQuery): Promise<z.input<typeof receiptsOut>> {
  const { rows } = await sql<Row>`
    select r.*, p.code, u.name, m.conversation_id, c.due_at, json_build_object('number', t.number::int, 'title', t.title, 'kind', t.kind,
        'kind_version', t.kind_version, 'fields', t.fields, 'stage_class', t.stage_class, 'centre_id', t.centre_id) as notice,
      (select f.digits from customer_phone f where f.customer_id = u.id order by f.first desc, f.digits limit 1) as digits
    from notice_receipt r join ticket t on t.id = r.ticket_id join customer u on u.id = r.customer_id join place p on p.id = r.place_id
    left join message m on m.id = r.message_id
    left join commitment c on c.subject_id = r.id and c.settled_at is null
    where ${wantedBy(context, query)} order by p.code, r.id limit ${query.limit + 1}`.execute(context.tx);
  const found = page(
    rows,
    query.limit,
    (row) => row,
    (row) => cursorOf(row.code, row.id),
  );
  return { items: await linesOf(context, found.items), next: found.next };
}

async function linesOf(context: Context, rows: readonly Row[]): Promise<Receipt[]> {
  const names = await personNames(context);
  const things = await thingsOfCustomers(
    context,
    rows.map((row) => row.customer_id),
  );
  const lines: Receipt[] = [];
  for (const row of rows) {
    const kind = await kindOf(context, row.notice.kind, row.notice.kind_version);
    const phones = row.digits === null ? [] : shownPhones(context, things.get(row.customer_id) ?? {}, [row.digits]);
    lines.push({
      id: row.id,
      notice: {
        ticketId: row.ticket_id,
        number: row.notice.number,
        title: row.notice.title,
        knowBy: knowByOf(kind, row.notice.fields),
      },
      customer: { id: row.customer_id, name: row.name },
      phone: phones[0] ?? null,
      place: { id: row.place_id, code: row.code },
      state: row.state,
      deliveredAt: row.delivered_at,
      deliveredBy: row.delivered_by,
      conversationId: row.conversation_id,
      knownAt: row.known_at,
      knownBy: row.known_by,
      missedAt: row.missed_at,
      by: named(names, row.by_id),
      dueAt: row.due_at,
      can: canOf(context, row),
    });
  }
  return lines;
}

function canOf({ actor }: Context, row: Row): Record<'deliver' | 'know' | 'miss', Refusal | null> {
  const may =
    can(actor, 'contact.record', { centreId: row.notice.centre_id }) ??
    (isEnded(row.notice) ? refusal('receipt.notice_ended') : null);
  return { deliver: may ?? whyNotDeliver(row), know: may ?? whyNotKnow(row), miss: may ?? whyNotMiss(row) };
}
