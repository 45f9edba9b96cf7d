import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import { NotFound, refusal } from '../kernel/refusal.ts';
import type { Language } from '../kernel/words.ts';
import { can, orForbid } from '../organisation/can.ts';
import { named, personNames } from '../organisation/house.ts';
import { centreOf } from '../organisation/queries.ts';
import { todayIn } from '../organisation/today.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import { momentInJson } from '../platform/json-moment.ts';
import type { Instant } from '../kernel/time.ts';
import { OWED } from './charge.ts';
import { chargeScope, chargingOf, SETTLED } from './facts.ts';
import type { DunningsQuery } from './inputs.ts';
import { dunningLetter } from './letters.ts';
import { chargeLine, chargeRows } from './list.ts';
import { dunningLettersOf } from './notice-letters.ts';
import type { DunningLine, dunningPageOut, dunningsOut } from './view-dunning.ts';

type Row = Pick<DunningLine, 'customer' | 'places' | 'overdue' | 'since' | 'steps' | 'lastStep' | 'nextDay'> & {
  id: Id<'dunning'>;
  centre_id: Id<'centre'>;
  language: Language;
  due_at: Instant | null;
  opened_at: Instant;
  closed_at: Instant | null;
};

const FROM = (today: string) => sql`from dunning d join customer u on u.id = d.customer_id cross join lateral (
    select coalesce(sum(c.amount - s.settled), 0)::float8 as overdue, min(c.due_day) as since,
      coalesce(array_agg(distinct p.code) filter (where p.code is not null), '{}') as places
    from charge c ${SETTLED} left join place p on p.id = c.place_id
    where c.customer_id = d.customer_id and c.centre_id = d.centre_id and c.amount > s.settled and c.due_day < ${today}) o`;

async function dunningRows(
  { tx }: Context,
  today: string,
  wanted: readonly RawBuilder<unknown>[],
  most: number,
): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select d.id, d.centre_id, json_build_object('id', u.id, 'name', u.name) as customer, u.language, o.places, o.overdue, o.since,
      (select count(*)::int from dunning_step x where x.dunning_id = d.id) as steps,
      (select json_build_object('way', x.way, 'reached', x.reached, 'at', ${momentInJson('x.at')}, 'outcome', x.outcome)
        from dunning_step x where x.dunning_id = d.id order by x.at desc, x.id desc limit 1) as "lastStep",
      (select x.next_day from dunning_step x where x.dunning_id = d.id order by x.at desc, x.id desc limit 1) as "nextDay",
      (select k.due_at from commitment k where k.subject_id = d.id and k.kind = ${OWED.step} and k.settled_at is null limit 1) as due_at,
      d.opened_at, d.closed_at
    ${FROM(today)} where ${sql.join(wanted, sql` and `)} order by d.opened_at desc, d.id desc limit ${most}`.execute(
    tx,
  );
  return rows;
}

/** Who is followed up, since when, for how much, and what comes next (FEE-02, FEE-03). */
export async function listDunnings(context: Context, query: DunningsQuery): Promise<z.input<typeof dunningsOut>> {
  const { currency } = await chargingOf(context);
  const today = await todayIn(context, await centreOf(context));
  const wanted = [
    chargeScope(context, 'd.centre_id'),
    query.open ? sql`d.closed_at is null` : sql`d.closed_at is not null`,
  ];
  if (query.customer) wanted.push(sql`d.customer_id = ${query.customer}`);
  if (query.from) wanted.push(sql`d.opened_at >= ${query.from}::timestamptz`);
  if (query.until) wanted.push(sql`d.opened_at < ${query.until}::timestamptz`);
  const { rows: sums } = await sql<{ customers: number; overdue: number }>`
    select count(*)::int as customers, coalesce(sum(o.overdue), 0)::float8 as overdue ${FROM(today)}
    where ${sql.join(wanted, sql` and `)}`.execute(context.tx);
  const after = readMomentAndId(query.after);
  if (after) wanted.push(sql`(d.opened_at, d.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  const rows = await dunningRows(context, today, wanted, query.limit + 1);
  return {
    ...page(
      rows,
      query.limit,
      (row) => lineOf(context, row),
      (row) => cursorOf(row.opened_at, row.id),
    ),
    currency,
    sums: sums[0]!,
  };
}

/** One of them: what is overdue, what a notice would say, and every step. */
export async function dunningPage(context: Context, id: Id<'dunning'>): Promise<z.input<typeof dunningPageOut>> {
  const today = await todayIn(context, await centreOf(context));
  const [row] = await dunningRows(context, today, [sql`d.id = ${id}`], 1);
  if (!row) throw new NotFound('charge.dunning_unknown');
  orForbid(can(context.actor, 'charge.see', { centreId: row.centre_id }));
  const customerId = row.customer.id as Id<'customer'>;
  const letter = (await dunningLettersOf(context, row.centre_id, [customerId], today)).get(customerId);
  const names = await personNames(context);
  const overdue = await chargeRows(
    context,
    [
      sql`c.customer_id = ${customerId}`,
      sql`c.centre_id = ${row.centre_id}`,
      sql`c.amount > s.settled and c.due_day < ${today}`,
    ],
    sql`c.due_day, c.id`,
    200,
  );
  return {
    ...lineOf(context, row),
    currency: (await chargingOf(context)).currency,
    letter: letter ? dunningLetter(letter, row.language) : '',
    charges: overdue.map((one) => chargeLine(context, one, names, today)),
    log: await logOf(context, id, names),
  };
}

type Log = z.input<typeof dunningPageOut>['log'];

async function logOf({ tx }: Context, id: Id<'dunning'>, names: ReadonlyMap<string, string>): Promise<Log> {
  const rows = await tx
    .selectFrom('dunning_step')
    .select(['id', 'sort', 'way', 'amount', 'reached', 'outcome', 'next_day as nextDay', 'at', 'by_id'])
    .where('dunning_id', '=', id)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(({ by_id, ...step }) => ({ ...step, by: named(names, by_id) }));
}

function lineOf({ actor }: Context, row: Row): DunningLine {
  const { centre_id: centreId, language: _, due_at, opened_at, closed_at, ...rest } = row;
  return {
    ...rest,
    dueAt: due_at,
    openedAt: opened_at,
    closedAt: closed_at,
    can: {
      step: can(actor, 'charge.receive', { centreId }) ?? (closed_at === null ? null : refusal('charge.dunning_over')),
    },
  };
}
