import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Instant } from '../kernel/time.ts';
import type { Id } from '../kernel/id.ts';
import { worstClocks } from '../commitment/queries.ts';
import { clocksOut } from '../commitment/shapes.ts';
import { named, personNames } from '../organisation/house.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import { scopeOf } from '../organisation/scope.ts';
import type { LineFacts } from './line.ts';
import { inALine } from './line.ts';
import { inOwnFields, withOwnFields } from './own-fields.ts';
import { NEWS_FOR } from './seen.ts';
import type { ticketLineOut, ticketsOut, TicketsQuery } from './list-shapes.ts';

export type LineRow = LineFacts & {
  urgency: string;
  severity: string | null;
  channel: string;
  customer_id: string | null;
  customer_name: string | null;
  vip: boolean | null;
  caller_name: string | null;
  place_id: string | null;
  place_code: string | null;
  place_name: string | null;
  owner_id: string;
  offered_to_id: string | null;
  clock_id: Id<'commitment'> | null;
  due_at: Instant | null;
  news: boolean;
};

/** The columns of one line and the joins they need; `t` is the ticket and `c` its worst open clock, or nothing. */
export const lineFor = ({
  actor,
}: Pick<
  Context,
  'actor'
>): RawBuilder<unknown> => sql`t.id, t.number, t.title, t.kind, t.kind_version, t.stage, t.stage_class, t.urgency, t.severity, t.channel,
  t.customer_id, cu.name as customer_name, cu.vip, t.caller_name, t.place_id, pl.code as place_code, pl.name as place_name,
  t.owner_id, t.offered_to_id, t.opened_at, t.closed_at, c.id as clock_id, c.due_at, ${NEWS_FOR(actor.personId)} as news`;
export const LINE_JOINS = sql`left join customer cu on cu.id = t.customer_id left join place pl on pl.id = t.place_id`;

/** By what it is: its kind, where it stands, a choice made in one of that kind's own fields, or what figures count it as. */
function ofKinds({ kind, stage, choice, says, type }: TicketsQuery): RawBuilder<unknown>[] {
  const [field, chosen] = choice?.split(':') ?? [];
  return [
    ...(kind ? [sql`t.kind = ${kind}`] : []),
    ...(stage ? [sql`t.stage = ${stage}`] : []),
    // both, as the index of a field that is marked `indexed` has it (src/administration/field-indexes.ts)
    ...(choice ? [sql`t.fields ? ${field} and t.fields ->> ${field} = ${chosen}`] : []),
    ...(says ? [inOwnFields(says)] : []),
    ...(type ? [sql`t.kind in (select k.key from kind_version k where k.definition ->> 'type' = ${type})`] : []),
  ];
}

/** What whoever asks watches, or has put off; found by his own rows. */
function ofMine({ actor, now }: Context, { watching, snoozed }: TicketsQuery): RawBuilder<unknown>[] {
  return [
    ...(watching
      ? [sql`t.id in (select s.ticket_id from ticket_sight s where s.person_id = ${actor.personId} and s.told)`]
      : []),
    ...(snoozed
      ? [
          sql`t.id in (select z.ticket_id from snooze z where z.person_id = ${actor.personId} and z.woken_at is null
            and (z.until_at is null or z.until_at > ${now}::timestamptz))`,
        ]
      : []),
  ];
}

/** Which tickets (`t`) fit, in the scope of whoever asks. */
export function ticketsFitting(context: Context, query: TicketsQuery): RawBuilder<unknown> {
  const wanted: RawBuilder<unknown>[] = [scopeOf(context, 'ticket.see')];
  const state = {
    open: sql`t.closed_at is null and t.stage_class <> 'resolved'`,
    resolved: sql`t.closed_at is null and t.stage_class = 'resolved'`,
    ended: sql`t.closed_at is not null`,
    all: sql`true`,
  };
  wanted.push(state[query.state]);
  if (query.owner) wanted.push(sql`t.owner_id = ${query.owner}`);
  if (query.offeredTo) wanted.push(sql`t.offered_to_id = ${query.offeredTo}`);
  if (query.department) wanted.push(sql`t.department_id = ${query.department}`);
  wanted.push(...ofKinds(query));
  if (query.severity) wanted.push(sql`t.severity = ${query.severity}`);
  if (query.channel) wanted.push(sql`t.channel = ${query.channel}`);
  if (query.customer) wanted.push(sql`t.customer_id = ${query.customer}`);
  if (query.place) wanted.push(sql`t.place_id = ${query.place}`);
  if (query.incident) wanted.push(sql`t.incident_id = ${query.incident}`);
  if (query.declined) wanted.push(sql`t.judged = 'declined'`);
  if (query.unanswered) wanted.push(sql`t.answered_at is null`);
  wanted.push(...ofMine(context, query));
  if (query.from) wanted.push(sql`t.opened_at >= ${query.from}::timestamptz`);
  if (query.until) wanted.push(sql`t.opened_at < ${query.until}::timestamptz`);
  if (query.late) {
    wanted.push(
      sql`exists (select from commitment l where l.ticket_id = t.id and l.settled_at is null and l.due_at < ${context.now}::timestamptz)`,
    );
  }
  return sql.join(wanted, sql` and `);
}

/** Worst first: the clocks of the open tickets in the order they run out, each ticket at its first. */
function worstFirst(context: Context, query: TicketsQuery, where: RawBuilder<unknown>) {
  const after = readMomentAndId(query.after);
  return sql<LineRow>`
    select ${lineFor(context)} from commitment c join ticket t on t.id = c.ticket_id ${LINE_JOINS}
    where c.settled_at is null and not exists (
        select from commitment e where e.ticket_id = c.ticket_id and e.settled_at is null and (e.due_at, e.id) < (c.due_at, c.id))
      and ${where} ${after ? sql`and (c.due_at, c.id) > (${after.at}::timestamptz, ${after.id}::uuid)` : sql``}
    order by c.due_at, c.id limit ${query.limit + 1}`;
}

function newestFirst(context: Context, query: TicketsQuery, where: RawBuilder<unknown>) {
  const after = readMomentAndId(query.after);
  return sql<LineRow>`
    select ${lineFor(context)} from ticket t ${LINE_JOINS}
    left join lateral (
      select c.id, c.due_at from commitment c where c.ticket_id = t.id and c.settled_at is null order by c.due_at, c.id limit 1) c on true
    where ${where} ${after ? sql`and (t.opened_at, t.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql``}
    order by t.opened_at desc, t.id desc limit ${query.limit + 1}`;
}

/** Rows as lines: the words of each ticket's pinned kind, and its worst clock as it stands now. */
export async function linesOf(context: Context, rows: LineRow[]): Promise<z.input<typeof ticketLineOut>[]> {
  const worst = await worstClocks(
    context.tx,
    context.now,
    rows.filter((row) => row.clock_id !== null).map((row) => row.id),
  );
  const names = await personNames(context);
  const clocks = new Map((await clocksOut(context, [...worst.values()])).map((clock) => [clock.ticketId, clock]));
  const lines = [];
  for (const row of rows) {
    lines.push({
      ...(await inALine(context, row)),
      urgency: row.urgency,
      severity: row.severity,
      channel: row.channel,
      customer:
        row.customer_id === null ? null : { id: row.customer_id, name: row.customer_name ?? '', vip: row.vip ?? false },
      callerName: row.caller_name,
      place:
        row.place_id === null ? null : { id: row.place_id, code: row.place_code ?? '', name: row.place_name ?? '' },
      owner: named(names, row.owner_id),
      offeredTo: named(names, row.offered_to_id),
      clock: clocks.get(row.id) ?? null,
      news: row.news,
    });
  }
  return lines;
}

/** Counts are exact to here and say "more" beyond. */
export const MOST_COUNTED = 10_000;

/** A page of tickets, in the scope of the one asking. */
export async function listTickets(context: Context, query: TicketsQuery): Promise<z.input<typeof ticketsOut>> {
  const where = ticketsFitting(context, query);
  const worst = query.sort === 'worst' && query.state === 'open';
  const rows = await (worst ? worstFirst : newestFirst)(context, query, where).execute(context.tx);
  const found = page(
    rows.rows,
    query.limit,
    (row) => row,
    (row) => (worst ? cursorOf(row.due_at!, row.clock_id!) : cursorOf(row.opened_at, row.id)),
  );
  return {
    items: await withOwnFields(context, await linesOf(context, found.items), query),
    next: found.next,
    count: query.withCount ? await countTickets(context, where) : null,
  };
}

async function countTickets(context: Context, where: RawBuilder<unknown>): Promise<{ n: number; more: boolean }> {
  const answer = await sql<{ n: number }>`
    select count(*)::int as n from (select from ticket t where ${where} limit ${MOST_COUNTED + 1}) counted`.execute(
    context.tx,
  );
  const n = answer.rows[0]!.n;
  return n > MOST_COUNTED ? { n: MOST_COUNTED, more: true } : { n, more: false };
}
