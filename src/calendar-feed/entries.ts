import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import { commitmentNames } from '../commitment/names.ts';
import type { Instant } from '../kernel/time.ts';
import { plus } from '../kernel/time.ts';
import type { Language } from '../kernel/words.ts';
import { kindOf } from '../pack/kinds.ts';
import type { CalendarEntry } from '../platform/calendars/calendar.ts';
import type { Context } from '../platform/context.ts';
import { SHOWN_BEFORE, WINDOW } from './calendar-feed.ts';

export type Whose = { personId: string; departmentId: string | null };
export type Wording = { language: Language; names: boolean };

type Row = {
  id: string;
  from_at: Instant;
  until_at: Instant;
  cancelled: boolean;
  seq: number;
  changed_at: Instant;
  number: number | null;
  no: number | null;
  kind: string | null;
  kind_version: number | null;
  promise: string | null;
  code: string | null;
  place: string | null;
  customer: string | null;
};

/** Number, kind and place of the matter; whose it is, where that may leave the house. */
const AROUND = sql`t.number, t.kind, t.kind_version, p.code, p.name as place, c.name as customer`;
const BESIDE = sql`left join place p on p.id = t.place_id left join customer c on c.id = t.customer_id`;

/** How often a thing has been changed, and when last. */
function changesOf(id: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`cross join lateral (select e.seq, e.recorded_at as changed_at from event e
    where e.subject_id = ${id} order by e.seq desc limit 1) v`;
}

/** The last appointment of each work order: one that is moved stays the same entry, at another time. */
function appointments(context: Context, whose: Whose): RawBuilder<Row> {
  const mine = whose.departmentId ? sql`w.department_id = ${whose.departmentId}` : sql`a.person_id = ${whose.personId}`;
  return sql<Row>`
    select w.id, a.from_at, a.until_at, a.state = 'cancelled' as cancelled, v.seq, v.changed_at, w.no, null::text as promise, ${AROUND}
    from (select distinct on (work_order_id) * from appointment
      where from_at between ${plus(context.now, -WINDOW.back)} and ${plus(context.now, WINDOW.ahead)} and state <> 'moved'
      order by work_order_id, id desc) a
    join work_order w on w.id = a.work_order_id join ticket t on t.id = w.ticket_id ${BESIDE} ${changesOf(sql`w.id`)}
    where ${mine} order by a.from_at limit 2000`;
}

/** What is owed by when, return visits among it; what was cancelled lately says so. */
function promises(context: Context, whose: Whose): RawBuilder<Row> {
  const mine = whose.departmentId ? sql`m.department_id = ${whose.departmentId}` : sql`m.owner_id = ${whose.personId}`;
  const [from, until] = [plus(context.now, -WINDOW.back), plus(context.now, WINDOW.ahead)];
  const one = (standing: RawBuilder<unknown>) => sql`
    (select m.id, m.due_at as from_at, m.due_at as until_at, m.settled_at is not null as cancelled, v.seq, v.changed_at,
      null::int as no, m.kind as promise, ${AROUND}
    from commitment m left join ticket t on t.id = m.ticket_id ${BESIDE} ${changesOf(sql`m.id`)}
    where ${mine} and m.due_at between ${from} and ${until} and ${standing} order by m.due_at limit 2000)`;
  return sql<Row>`${one(sql`m.settled_at is null`)}
    union all ${one(sql`m.settled_at >= ${from} and m.outcome = 'cancelled'`)}`;
}

export async function entriesOf(context: Context, whose: Whose, wording: Wording): Promise<CalendarEntry[]> {
  const booked = await appointments(context, whose).execute(context.tx);
  const owed = await promises(context, whose).execute(context.tx);
  const promiseName = await commitmentNames(context);
  const entryOf = async (row: Row): Promise<CalendarEntry> => {
    const { language, names } = wording;
    const kind = row.kind === null ? null : (await kindOf(context, row.kind, row.kind_version!)).name[language];
    const number = row.no === null ? row.number : `${row.number}-${row.no}`;
    const said = row.promise === null ? null : promiseName(row.promise)[language];
    return {
      uid: `${row.promise === null ? 'work-order' : 'promise'}-${row.id}@${context.organisation.id}.huiyin`,
      sequence: row.seq,
      from: row.promise === null ? row.from_at : plus(row.from_at, -SHOWN_BEFORE),
      until: row.until_at,
      summary: [said, number, kind, row.code].filter((part) => part !== null).join(' · '),
      location: row.place,
      description: names ? row.customer : null,
      cancelled: row.cancelled,
      changedAt: row.changed_at,
    };
  };
  const entries: CalendarEntry[] = [];
  for (const row of [...booked.rows, ...owed.rows]) entries.push(await entryOf(row));
  return entries;
}
