import { sql } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { personNames } from '../organisation/house.ts';
import type { Tx } from '../platform/tx.ts';
import type { Commitment } from './commitment.ts';
import { calendarsFor } from './rows.ts';
import type { ClockView } from './view.ts';
import { clockView } from './view.ts';

/** Each row with its open pause and the names around it: one statement, all by primary or partial keys. */
function clocks(tx: Tx) {
  return tx
    .selectFrom('commitment as c')
    .leftJoin('commitment_pause as p', (join) =>
      join.onRef('p.commitment_id', '=', 'c.id').on('p.until_at', 'is', null),
    )
    .leftJoin('ticket as t', 't.id', 'c.ticket_id')
    .leftJoin('customer', 'customer.id', 't.customer_id')
    .selectAll('c')
    .select([
      'customer.name as owed_to',
      'p.by_id as paused_by_id',
      'p.reason as pause_reason',
      'p.from_at as pause_from',
      'p.limit_at as pause_limit',
    ]);
}

type Found = Awaited<ReturnType<ReturnType<typeof clocks>['execute']>>[number];

function pauseIn(row: Found): { reason: string; from_at: Instant; limit_at: Instant } | null {
  const { pause_reason: reason, pause_from: from_at, pause_limit: limit_at } = row;
  return reason === null || from_at === null || limit_at === null ? null : { reason, from_at, limit_at };
}

async function viewed(tx: Tx, now: Instant, rows: readonly Found[]): Promise<ClockView[]> {
  const calendarFor = await calendarsFor(tx, rows);
  const people = await personNames({ tx });
  const nameOf = (id: string | null): string | null => (id === null ? null : (people.get(id) ?? null));
  return rows.map((row) => {
    const names = { ownerName: nameOf(row.owner_id), owedTo: row.owed_to, pausedBy: nameOf(row.paused_by_id) };
    return clockView(row as Commitment, pauseIn(row), names, calendarFor(row), now);
  });
}

/** Every clock of a ticket, its work orders and visits included: what is owed first, then what was settled, newest first. */
export async function clocksOfTicket(tx: Tx, now: Instant, ticketId: Id<'ticket'>): Promise<ClockView[]> {
  const rows = await clocks(tx)
    .where('c.ticket_id', '=', ticketId)
    .orderBy(sql`c.settled_at desc nulls first`)
    .orderBy('c.due_at')
    .execute();
  return viewed(tx, now, rows);
}

/** The clock a list shows for each ticket: the longest late one, else the one due first; paused ones only where nothing runs. */
export async function worstClocks(
  tx: Tx,
  now: Instant,
  ticketIds: readonly Id<'ticket'>[],
): Promise<Map<Id<'ticket'>, ClockView>> {
  if (ticketIds.length === 0) return new Map();
  const rows = await clocks(tx)
    .where(
      sql<boolean>`c.id = any(array(select worst.id from unnest(${ticketIds}::uuid[]) as one(id) cross join lateral (
        select id from commitment where ticket_id = one.id and settled_at is null order by state = 'paused', due_at, id limit 1) worst))`,
    )
    .execute();
  const views = await viewed(tx, now, rows);
  return new Map(views.map((view) => [view.ticketId!, view]));
}

/** The worst open clock of each of these subjects: work orders, visits, notices. */
export async function worstClocksOfSubjects(tx: Tx, now: Instant, subjectIds: readonly string[]): Promise<ClockView[]> {
  if (subjectIds.length === 0) return [];
  const rows = await clocks(tx)
    .distinctOn('c.subject_id')
    .where(sql<boolean>`c.subject_id = any(${subjectIds}::uuid[])`)
    .where('c.settled_at', 'is', null)
    .orderBy('c.subject_id')
    .orderBy('c.due_at')
    .execute();
  return viewed(tx, now, rows);
}

/** Clocks whose firing failed: they tell nobody until somebody has looked (`retryCommitments`). */
export async function clocksSetAside(tx: Tx, now: Instant, most: number): Promise<ClockView[]> {
  const rows = await clocks(tx).where('c.set_aside_at', 'is not', null).orderBy('c.set_aside_at').limit(most).execute();
  return viewed(tx, now, rows);
}

/** These clocks, in the order of their ids given. */
export async function clocksByIds(tx: Tx, now: Instant, ids: readonly Id<'commitment'>[]): Promise<ClockView[]> {
  if (ids.length === 0) return [];
  const views = await viewed(
    tx,
    now,
    await clocks(tx)
      .where(sql<boolean>`c.id = any(${ids}::uuid[])`)
      .execute(),
  );
  const place = new Map(ids.map((id, at) => [id, at]));
  return views.sort((one, other) => place.get(one.id)! - place.get(other.id)!);
}

export async function clockOf(tx: Tx, now: Instant, id: Id<'commitment'>): Promise<ClockView | undefined> {
  return (await viewed(tx, now, await clocks(tx).where('c.id', '=', id).execute()))[0];
}

/** Who owes something, as person and post, and by when. */
export type Owing = { ownerId: Id<'person'> | null; postId: Id<'post'> | null; dueAt: Instant | null };

/** The promise about a subject, the newest where it was made more than once; `kind` where there may be others about it. */
export async function owedOn(tx: Tx, subjectId: string, kind?: string): Promise<Owing> {
  let found = tx.selectFrom('commitment').select(['owner_id', 'post_id', 'due_at']).where('subject_id', '=', subjectId);
  if (kind !== undefined) found = found.where('kind', '=', kind);
  const row = await found.orderBy('id', 'desc').executeTakeFirst();
  return { ownerId: row?.owner_id ?? null, postId: row?.post_id ?? null, dueAt: row?.due_at ?? null };
}
