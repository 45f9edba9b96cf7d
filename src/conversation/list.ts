import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import { channels, channelsInUse } from '../channel/channels.ts';
import { worstClocksOfSubjects } from '../commitment/queries.ts';
import { clocksOut } from '../commitment/shapes.ts';
import type { Instant } from '../kernel/time.ts';
import { departmentNamed, departments, named, personNames } from '../organisation/house.ts';
import { reachOf } from '../organisation/reach.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import type { Conversation } from './conversation.ts';
import { OWED_AS } from './conversation.ts';
import type { ConversationsQuery } from './inputs.ts';
import type { ConversationLine, conversationsOut, countsOut, waysOut } from './view.ts';

const EXCERPT = 160;

export type LineRow = Conversation & {
  customer_name: string | null;
  about: { id: string; number: number; title: string } | null;
};

/** What whoever answers at a centre or department sees, and what is his own. */
export function inSight({ actor }: Pick<Context, 'actor'>): RawBuilder<boolean> {
  const reach = reachOf(actor, 'conversation.see');
  if (reach === null) return sql`false`;
  if (reach.all) return sql`true`;
  return sql`(c.centre_id = any(${reach.centres}::uuid[]) or c.department_id = any(${reach.departments}::uuid[])
    or c.owner_id = ${actor.personId})`;
}

/** Columns of a line, over `conversation c`. */
export const LINE = sql`c.*, customer.name as customer_name,
  (select json_build_object('id', a.id, 'number', a.number, 'title', a.title) from ticket a where a.id = c.about_id) as about`;

type ListRow = LineRow & Pick<ConversationLine, 'messages' | 'tickets'> & { excerpt: string | null };

/** The conversations a desk works through: who waits longest comes first, else the newest. */
export async function listConversations(
  context: Context,
  query: ConversationsQuery,
): Promise<z.input<typeof conversationsOut>> {
  const waiting = query.state === 'waiting';
  const order = waiting ? sql`c.waiting_since, c.id` : sql`c.last_at desc, c.id desc`;
  const { rows } = await sql<ListRow>`
    select ${LINE},
      (select left(m.text, ${EXCERPT}) from message m where m.conversation_id = c.id and m.state <> 'recalled'
        order by m.recorded_at desc, m.id desc limit 1) as excerpt,
      (select count(*)::int from message m where m.conversation_id = c.id) as messages,
      coalesce((select json_agg(json_build_object('id', t.id, 'number', t.number, 'title', t.title) order by t.number)
        from ticket t where t.closed_at is null and t.id in (select mt.ticket_id from message_ticket mt
          join message m on m.id = mt.message_id where m.conversation_id = c.id)), '[]') as tickets
    from conversation c left join customer on customer.id = c.customer_id
    where ${sql.join(wanted(context, query), sql` and `)} order by ${order} limit ${query.limit + 1}`.execute(
    context.tx,
  );
  const line = await lineOf(context, rows);
  return page(
    rows,
    query.limit,
    (row): ConversationLine => ({
      ...line(row),
      excerpt: row.excerpt ?? '',
      messages: row.messages,
      tickets: row.tickets,
    }),
    (row) => cursorOf(waiting ? row.waiting_since! : row.last_at, row.id),
  );
}

function wanted(context: Context, query: ConversationsQuery): RawBuilder<unknown>[] {
  const all: RawBuilder<unknown>[] = [inSight(context)];
  if (query.state === 'waiting') all.push(sql`c.waiting_since is not null`);
  if (query.state === 'open') all.push(sql`c.closed_at is null`);
  if (query.state === 'closed') all.push(sql`c.closed_at is not null`);
  if (query.owner !== 'anybody')
    all.push(query.owner === 'mine' ? sql`c.owner_id = ${context.actor.personId}` : sql`c.owner_id is null`);
  if (query.channel) all.push(sql`c.channel_id = ${query.channel}`);
  if (query.customer) all.push(sql`c.customer_id = ${query.customer}`);
  if (query.department) all.push(sql`c.department_id = ${query.department}`);
  if (query.ticket)
    all.push(sql`exists (select from message m join message_ticket mt on mt.message_id = m.id
      where m.conversation_id = c.id and mt.ticket_id = ${query.ticket})`);
  if (query.from) all.push(sql`position(${query.from.toLowerCase()} in lower(c.correspondent)) > 0`);
  const after = readMomentAndId(query.after);
  if (after) all.push(afterRow(query.state === 'waiting', after));
  return all;
}

const afterRow = (waiting: boolean, { at, id }: { at: Instant; id: string }): RawBuilder<unknown> =>
  waiting
    ? sql`(c.waiting_since, c.id) > (${at}::timestamptz, ${id}::uuid)`
    : sql`(c.last_at, c.id) < (${at}::timestamptz, ${id}::uuid)`;

/** How many wait, and whose they are. */
export async function countConversations(context: Context): Promise<z.input<typeof countsOut>> {
  const { rows } = await sql<z.input<typeof countsOut>>`
    select count(*)::int as waiting, count(*) filter (where c.owner_id = ${context.actor.personId})::int as mine,
      count(*) filter (where c.owner_id is null)::int as nobodys,
      count(*) filter (where exists (select from commitment o where o.subject_id = c.id and o.kind = ${OWED_AS}
        and o.settled_at is null and o.due_at < ${context.now}))::int as late
    from conversation c where c.waiting_since is not null and ${inSight(context)}`.execute(context.tx);
  return rows[0]!;
}

/** The channels a list may be narrowed to. */
export async function waysIn(context: Context): Promise<z.input<typeof waysOut>> {
  const known = await channelsInUse(context);
  return { items: known.map(({ id, kind, name, address }) => ({ id, kind, name, address })) };
}

/** What every line says of a conversation. */
export async function lineOf(
  context: Context,
  rows: readonly LineRow[],
): Promise<(row: LineRow) => Omit<ConversationLine, 'excerpt' | 'messages' | 'tickets'>> {
  const owed = rows.filter(({ waiting_since }) => waiting_since !== null).map(({ id }) => id);
  const clocks = await clocksOut(context, await worstClocksOfSubjects(context.tx, context.now, owed));
  const [known, names, places] = [await channels(context), await personNames(context), await departments(context)];
  return (row) => {
    const { id, kind, name, address } = known.get(row.channel_id)!;
    return {
      id: row.id,
      channel: { id, kind, name, address },
      subject: row.subject,
      correspondent: { name: row.correspondent_name, address: row.correspondent },
      group: row.group_sort === null ? null : { sort: row.group_sort, tone: row.tone },
      customer: row.customer_id === null ? null : { id: row.customer_id, name: row.customer_name! },
      about: row.about,
      owner: named(names, row.owner_id),
      department: departmentNamed(places, row.department_id),
      waitingSince: row.waiting_since,
      clock: clocks.find((clock) => clock.subject.id === row.id) ?? null,
      closedAt: row.closed_at,
      closedBecause: row.closed_because,
      lastAt: row.last_at,
    };
  };
}
