import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Instant } from '../kernel/time.ts';
import { named, personNames } from '../organisation/house.ts';
import { reachOf } from '../organisation/reach.ts';
import type { Context } from '../platform/context.ts';
import { OWED_AS, whyNotLeave, whyNotTake } from './arrival.ts';
import type { Arrival } from './facts.ts';
import { whyNotReceive } from './facts.ts';
import type { arrivalsOut, ArrivalView } from './view.ts';

type Row = Arrival & {
  called: string | null;
  customer_name: string | null;
  place_code: string | null;
  due_at: Instant | null;
  tickets: ArrivalView['tickets'];
};

/** Who waits, whoever came first at the top, then who is being seen to; and who left in the last hours, the newest first. */
export async function listArrivals(context: Context): Promise<z.input<typeof arrivalsOut>> {
  const { rows } = await sql<Row>`
    select a.*, coalesce(cu.name, nullif(a.name, ''), k.caller_name) as called, cu.name as customer_name, pl.code as place_code,
      (select c.due_at from commitment c where c.subject_id = a.id and c.kind = ${OWED_AS} and c.outcome is distinct from 'cancelled') as due_at,
      coalesce((select json_agg(json_build_object('id', t.id, 'number', t.number, 'title', t.title) order by t.number)
        from contact_ticket ct join ticket t on t.id = ct.ticket_id where ct.contact_id = a.contact_id), '[]') as tickets
    from arrival a left join customer cu on cu.id = a.customer_id left join place pl on pl.id = a.place_id
      left join contact k on k.id = a.contact_id
    where ${inReach(context)} and (a.left_at is null or a.left_at > ${context.now}::timestamptz - interval '8 hours')
    order by a.left_at is not null, a.taken_at is not null, case when a.left_at is null then a.arrived_at end, a.left_at desc, a.id limit 200`.execute(
    context.tx,
  );
  const names = await personNames(context);
  return { items: rows.map((row) => viewOf(context, row, names)) };
}

/** Those of the centres where one takes things in. */
function inReach({ actor }: Context): RawBuilder<unknown> {
  const reach = reachOf(actor, 'contact.record');
  if (reach?.all) return sql`true`;
  const centres = [...(reach?.centres ?? []), ...actor.posts.map((post) => post.centreId)];
  return sql`a.centre_id = any(${centres}::uuid[])`;
}

function viewOf({ actor, now }: Context, row: Row, names: ReadonlyMap<string, string>): ArrivalView {
  const may = whyNotReceive(actor, row.centre_id);
  const seen = row.taken_at ?? row.left_at ?? now;
  return {
    id: row.id,
    name: row.called ?? row.place_code ?? '',
    customer: row.customer_id === null ? null : { id: row.customer_id, name: row.customer_name ?? '' },
    place: row.place_id === null ? null : { id: row.place_id, code: row.place_code ?? '' },
    purpose: row.purpose,
    wanted: named(names, row.wanted_id),
    by: named(names, row.by_id)!,
    arrivedAt: row.arrived_at,
    receiveBy: row.due_at,
    late: row.due_at !== null && seen > row.due_at,
    takenAt: row.taken_at,
    takenBy: named(names, row.taken_by_id),
    leftAt: row.left_at,
    outcome: row.outcome,
    tickets: row.tickets,
    can: { take: may ?? whyNotTake(row), leave: may ?? whyNotLeave(row, 'settled') },
  };
}
