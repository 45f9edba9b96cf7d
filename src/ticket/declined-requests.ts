import type { RawBuilder, Selectable } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { Thing } from '../organisation/can.ts';
import { can } from '../organisation/can.ts';
import { named, personNames } from '../organisation/house.ts';
import { scopeOf } from '../organisation/scope.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import type { Tx } from '../platform/tx.ts';
import { REVIEW_OWED, stateOfDeclined, whyNotReview } from './declined.ts';
import type { DeclinedQuery } from './inputs-declined.ts';
import type { DeclinedRequestTable } from './table.ts';
import type { Ticket } from './ticket.ts';
import type { declinedListOut, declinedOut } from './view-declined.ts';

type Declined = Selectable<DeclinedRequestTable>;
type Row = Declined & { due_at: Instant | null };

/** The last time that it was declined. */
export function lastDeclined(tx: Tx, ticketId: Id<'ticket'>): Promise<Declined | undefined> {
  return tx
    .selectFrom('declined_request')
    .selectAll()
    .where('ticket_id', '=', ticketId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** By when it was to be reviewed: the promise that began as it was declined. */
const DUE = sql`(select c.due_at from commitment c where c.subject_id = d.ticket_id and c.kind = ${REVIEW_OWED}
  and c.started_at = d.at limit 1)`;

function told(names: ReadonlyMap<string, string>, now: Instant, row: Row): z.input<typeof declinedOut> {
  return {
    id: row.id,
    reason: row.reason,
    by: named(names, row.by_id),
    at: row.at,
    reviewer: named(names, row.reviewer_id),
    dueAt: row.due_at,
    late: row.due_at !== null && row.lapsed_at === null && (row.reviewed_at ?? now) > row.due_at,
    state: stateOfDeclined(row),
    words: row.words,
    reviewedBy: named(names, row.reviewed_by_id),
    reviewedAt: row.reviewed_at,
  };
}

/** How often a ticket was declined, and what was said of each, the oldest first. */
export async function declinedOf(context: Context, ticket: Ticket): Promise<z.input<typeof declinedOut>[]> {
  const { rows } = await sql<Row>`
    select d.*, ${DUE} as due_at from declined_request d where d.ticket_id = ${ticket.id} order by d.at, d.id`.execute(
    context.tx,
  );
  const names = await personNames(context);
  return rows.map((row) => told(names, context.now, row));
}

/** Whether whoever asks may review the last of them; else why not. */
export async function mayReview(context: Context, ticket: Ticket, thing: Thing): Promise<Refusal | null> {
  if (ticket.judged !== 'declined') return refusal('ticket.nothing_declined');
  const { personId, posts } = context.actor;
  const who = { personId, roles: posts.map(({ role }) => role), handle: can(context.actor, 'ticket.handle', thing) };
  return whyNotReview(await lastDeclined(context.tx, ticket.id), who);
}

type Line = Row & { ticket: { id: Id<'ticket'>; number: number; title: string } };

function wantedOf({ state, by, from, until, after: cursor }: DeclinedQuery): RawBuilder<unknown>[] {
  const after = readMomentAndId(cursor);
  const states = {
    open: sql`d.verdict is null and d.lapsed_at is null`,
    confirmed: sql`d.verdict = 'confirmed'`,
    sent_back: sql`d.verdict = 'sent_back'`,
    reviewed: sql`d.verdict is not null`,
    lapsed: sql`d.lapsed_at is not null`,
  };
  return [
    ...(state ? [states[state]] : []),
    ...(by ? [sql`d.by_id = ${by}`] : []),
    ...(from ? [sql`d.at >= ${from}::timestamptz`] : []),
    ...(until ? [sql`d.at < ${until}::timestamptz`] : []),
    ...(after ? [sql`(d.at, d.id) < (${after.at}::timestamptz, ${after.id}::uuid)`] : []),
  ];
}

/** Every refusal of a request with its reason and its review, the newest first, of what the one asking may see (RECP-15). */
export async function listDeclined(context: Context, query: DeclinedQuery): Promise<z.input<typeof declinedListOut>> {
  const wanted = [scopeOf(context, 'ticket.see'), ...wantedOf(query)];
  const { rows } = await sql<Line>`
    select d.*, ${DUE} as due_at, jsonb_build_object('id', t.id, 'number', t.number, 'title', t.title) as ticket
    from declined_request d join ticket t on t.id = d.ticket_id where ${sql.join(wanted, sql` and `)}
    order by d.at desc, d.id desc limit ${query.limit + 1}`.execute(context.tx);
  const names = await personNames(context);
  return page(
    rows,
    query.limit,
    ({ ticket, ...row }) => ({ ...told(names, context.now, row), ticket }),
    (row) => cursorOf(row.at, row.id),
  );
}
