import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Instant } from '../kernel/time.ts';
import { named, personNames } from '../organisation/house.ts';
import { scopeOf } from '../organisation/scope.ts';
import { currentKinds } from '../pack/kinds.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import { id, moment, pageQuery } from '../platform/http/shapes.ts';
import type { LineFacts } from '../ticket/line.ts';
import { inALine } from '../ticket/line.ts';
import type { disputesOut } from './view.ts';

export const disputesQuery = z.strictObject({
  ...pageQuery,
  outcome: z
    .enum(['none', 'agreement', 'referral', 'not_held'])
    .optional()
    .describe(
      'none: still to be mediated; agreement, referral: so it stands; not_held: an agreement once did not hold',
    ),
  customer: id('customer').optional().describe('Only those to which this customer is a party'),
  from: moment.optional().describe('Opened at or after'),
  until: moment.optional().describe('Opened before'),
});

type Row = LineFacts & {
  owner_id: string;
  parties: string[];
  attempts: number;
  next_at: Instant | null;
  outcome: string | null;
  holds: boolean | null;
};

type Ask = z.output<typeof disputesQuery>;

const OUTCOMES: Record<NonNullable<Ask['outcome']>, RawBuilder<unknown>> = {
  none: sql`o.id is null`,
  agreement: sql`o.kind = 'agreement'`,
  referral: sql`o.kind = 'referral'`,
  not_held: sql`exists (select from dispute_outcome e where e.ticket_id = t.id and e.ended_because = 'not_held')`,
};

/** Disputes the caller may see, the newest first. By kind and opening through an index of tickets; all else by the ticket. */
export async function listDisputes(context: Context, ask: Ask): Promise<z.input<typeof disputesOut>> {
  const kinds = (await currentKinds(context)).filter(({ kind }) => kind.type === 'dispute').map(({ kind }) => kind.key);
  const wanted = [sql`t.kind = any(${kinds})`, scopeOf(context, 'ticket.see')];
  if (ask.outcome) wanted.push(OUTCOMES[ask.outcome]);
  if (ask.customer)
    wanted.push(sql`exists (select from dispute_party p where p.ticket_id = t.id and p.customer_id = ${ask.customer})`);
  if (ask.from) wanted.push(sql`t.opened_at >= ${ask.from}::timestamptz`);
  if (ask.until) wanted.push(sql`t.opened_at < ${ask.until}::timestamptz`);
  const after = readMomentAndId(ask.after);
  if (after) wanted.push(sql`(t.opened_at, t.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  const { rows } = await sql<Row>`
    select t.id, t.number, t.title, t.kind, t.kind_version, t.stage, t.stage_class, t.opened_at, t.closed_at, t.owner_id,
      array(select coalesce(cu.name, p.name) from dispute_party p left join customer cu on cu.id = p.customer_id
        where p.ticket_id = t.id order by p.added_at, p.id) as parties,
      (select count(*)::int from dispute_attempt a where a.ticket_id = t.id) as attempts,
      (select min(c.due_at) from commitment c where c.subject_id = t.id and c.kind = 'mediation' and c.settled_at is null) as next_at,
      o.kind as outcome, o.holds
    from ticket t left join dispute_outcome o on o.ticket_id = t.id and o.ended_at is null
    where ${sql.join(wanted, sql` and `)}
    order by t.opened_at desc, t.id desc limit ${ask.limit + 1}`.execute(context.tx);
  const shown = page(
    rows,
    ask.limit,
    (row) => row,
    (row) => cursorOf(row.opened_at, row.id),
  );
  const names = await personNames(context);
  const items = [];
  for (const { owner_id: ownerId, parties, attempts, next_at: nextAt, outcome, holds, ...row } of shown.items)
    items.push({
      ...(await inALine(context, row)),
      owner: named(names, ownerId),
      parties,
      attempts,
      nextAt,
      outcome,
      holds,
    });
  return { items, next: shown.next };
}
