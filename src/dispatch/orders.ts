import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { departmentNamed, departments, named, personNames } from '../organisation/house.ts';
import type { Department, Names } from '../organisation/house.ts';
import { rowsInReach } from '../organisation/scope.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import { momentInJson } from '../platform/json-moment.ts';
import { dispatchStateOf, OWED_AS, whyNotAct } from './dispatch.ts';
import type { Act, Order } from './facts.ts';
import { whyNotDispatch, whyNotReport } from './facts.ts';
import type { OrdersQuery } from './inputs.ts';
import type { OrderView, ordersOut } from './view.ts';

type Row = Order & {
  place: OrderView['place'];
  number: number | null;
  take_by: Instant | null;
  acts: Pick<Act, 'act' | 'at' | 'said' | 'by_id' | 'recorded_at'>[];
};

const TAKEN_AT = sql`(select a.at from dispatch_act a where a.order_id = o.id and a.act in ('taken', 'declined', 'recalled')
  order by a.no limit 1)`;
const STATE = sql`coalesce((select a.act from dispatch_act a where a.order_id = o.id order by a.no desc limit 1), 'given')`;
const ENDED = sql`exists (select from dispatch_act a where a.order_id = o.id and a.act <> 'taken')`;

function conditions(context: Context, query: OrdersQuery): RawBuilder<unknown>[] {
  const me = context.actor.personId;
  const own = sql`(o.to_id = ${me} or o.given_by_id = ${me})`;
  const wanted = [rowsInReach(context, 'work_order.see', { rows: 'o', own })];
  if (query.state) wanted.push(sql`${STATE} = ${query.state}`);
  if (query.open) wanted.push(sql`not ${ENDED}`);
  if (query.mine) wanted.push(sql`o.to_id = ${me}`);
  if (query.to) wanted.push(sql`o.to_id = ${query.to}`);
  if (query.givenBy) wanted.push(sql`o.given_by_id = ${query.givenBy}`);
  if (query.department) wanted.push(sql`o.department_id = ${query.department}`);
  if (query.ticket) wanted.push(sql`o.ticket_id = ${query.ticket}`);
  if (query.late) wanted.push(sql`c.due_at < coalesce(${TAKEN_AT}, ${context.now}::timestamptz)`);
  if (query.from) wanted.push(sql`o.given_at >= ${query.from}::timestamptz`);
  if (query.until) wanted.push(sql`o.given_at < ${query.until}::timestamptz`);
  return wanted;
}

/** Orders given in emergencies, the newest first: who gave each, who took it, and when it was done (SAFE-06). */
export async function listOrders(context: Context, query: OrdersQuery): Promise<z.input<typeof ordersOut>> {
  const wanted = conditions(context, query);
  const after = readMomentAndId(query.after);
  if (after) wanted.push(sql`(o.given_at, o.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  const { rows } = await sql<Row>`
    select o.*, t.number::int as number, c.due_at as take_by,
      case when p.id is not null then json_build_object('id', p.id, 'code', p.code, 'name', p.name) end as place,
      (select coalesce(json_agg(json_build_object('act', a.act, 'at', ${momentInJson('a.at')}, 'said', a.said,
          'by_id', a.by_id, 'recorded_at', ${momentInJson('a.recorded_at')}) order by a.no), '[]')
        from dispatch_act a where a.order_id = o.id) as acts
    from dispatch_order o left join ticket t on t.id = o.ticket_id left join place p on p.id = o.place_id
    left join lateral (select due_at from commitment where subject_id = o.id and kind = ${OWED_AS.take} limit 1) c on true
    where ${sql.join(wanted, sql` and `)} order by o.given_at desc, o.id desc limit ${query.limit + 1}`.execute(
    context.tx,
  );
  const [houses, names] = [await departments(context), await personNames(context)];
  return page(
    rows,
    query.limit,
    (row) => viewOf(context, row, { houses, names }),
    (row) => cursorOf(row.given_at, row.id),
  );
}

type Said = { houses: ReadonlyMap<Id<'department'>, Department>; names: Names };

function viewOf({ actor, now }: Context, row: Row, { houses, names }: Said): OrderView {
  const state = dispatchStateOf(row.acts);
  const at = (act: Act['act']): Instant | null => row.acts.find((one) => one.act === act)?.at ?? null;
  const answered = row.acts[0]?.at ?? now;
  const report = whyNotReport(actor, row);
  return {
    id: row.id,
    to: named(names, row.to_id),
    department: departmentNamed(houses, row.department_id),
    givenBy: named(names, row.given_by_id),
    givenAt: row.given_at,
    what: row.what,
    place: row.place,
    spot: row.spot,
    ticket: row.ticket_id === null ? null : { id: row.ticket_id, number: row.number! },
    standing: row.standing,
    why: row.why,
    state,
    takeBy: row.take_by,
    takenAt: at('taken'),
    late: row.take_by !== null && answered > row.take_by,
    dueAt: row.due_at,
    doneAt: at('done'),
    acts: row.acts.map(({ act, at: when, said, by_id, recorded_at }) => ({
      act,
      at: when,
      said,
      by: named(names, by_id),
      recordedAt: recorded_at,
    })),
    can: {
      take: report ?? whyNotAct(state, 'taken'),
      decline: report ?? whyNotAct(state, 'declined'),
      finish: report ?? whyNotAct(state, 'done'),
      recall: whyNotDispatch(actor, row) ?? whyNotAct(state, 'recalled'),
    },
  };
}
