import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { anywhere } from '../kernel/text/like.ts';
import type { Words } from '../kernel/words.ts';
import { named } from '../organisation/house.ts';
import { kindOf } from '../pack/kinds.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import type { Item } from './facts.ts';
import { STANDS } from './facts.ts';
import type { IssuedQuery } from './inputs.ts';
import type { EntryRow, Names } from './rows.ts';
import { ENTRY_NAMES, entryView, inScope, namesFor } from './rows.ts';
import type { IssuedState } from './sorts.ts';
import type { IssuedLine, issuedListOut } from './view.ts';

type Row = EntryRow &
  Pick<Item, 'kind' | 'number' | 'label'> & {
    place: IssuedLine['place'];
    customer: IssuedLine['customer'];
    ticket_kind: string | null;
    kind_version: number | null;
    shown: string[];
    until_day: string | null;
    ended_at: Instant | null;
    ended_by: Id<'person'> | null;
    ended_remark: string | null;
    stands: IssuedState;
  };

/**
 * The register of what was issued, the newest first (PASS-04, PASS-05): applicant, unit, papers shown, number, issue, expiry and
 * withdrawal. A thing that was issued twice stands in it twice; an issue that was taken back by a correction did not happen.
 */
export async function listIssued(context: Context, query: IssuedQuery): Promise<z.input<typeof issuedListOut>> {
  const names = await namesFor(context);
  const after = readMomentAndId(query.after);
  const wanted = [
    ...narrowed(query),
    ...(after ? [sql`(x.happened_at, x.id) < (${after.at}::timestamptz, ${after.id}::uuid)`] : []),
  ];
  const { rows } = await sql<Row>`
    select * from (${issuedRows(context, names)}) x where ${sql.join(wanted.length ? wanted : [sql`true`], sql` and `)}
    order by x.happened_at desc, x.id desc limit ${query.limit + 1}`.execute(context.tx);
  const shown = await papersShown(context, rows);
  return page(
    rows,
    query.limit,
    (row) => lineOf(row, names, shown),
    (row) => cursorOf(row.happened_at, row.id),
  );
}

/** Every issue `e` that stands, with what ended it and what its application showed. */
function issuedRows(context: Context, { today }: Names): RawBuilder<unknown> {
  return sql`
    select e.*, ${ENTRY_NAMES}, i.kind, i.number, i.label, i.place_id, i.customer_id, t.kind as ticket_kind, t.kind_version,
      case when p.id is not null then json_build_object('id', p.id, 'code', p.code, 'name', p.name) end as place,
      case when cu.id is not null then json_build_object('id', cu.id, 'name', cu.name) end as customer,
      f.happened_at as ended_at, f.by_id as ended_by, f.remark as ended_remark, u.day as until_day,
      case when f.act in ('withdrawn', 'found') then 'withdrawn' when f.act is not null then 'gone'
        when u.day < ${today} then 'expired' else 'valid' end as stands,
      (select coalesce(json_agg(s.paper order by s.no), '[]') from (
        select distinct on (paper) paper, state, no from ticket_paper where ticket_id = e.ticket_id order by paper, no desc) s
        where s.state = 'in_order') as shown
    from custody_entry e join custody_item i on i.id = e.item_id
      left join ticket t on t.id = e.ticket_id left join place p on p.id = i.place_id left join customer cu on cu.id = i.customer_id
      left join lateral (select z.act, z.happened_at, z.by_id, z.remark, z.seq from custody_entry z
        where z.item_id = e.item_id and z.seq > e.seq and z.act in ('withdrawn', 'found', 'lost', 'written_off')
          and not exists (select 1 from custody_entry c where c.item_id = z.item_id and c.corrects = z.seq)
        order by z.seq limit 1) f on true
      left join lateral (select coalesce((select r.valid_until from custody_entry r
        where r.item_id = e.item_id and r.seq > e.seq and (f.seq is null or r.seq < f.seq) and r.act = 'renewed'
          and not exists (select 1 from custody_entry c where c.item_id = r.item_id and c.corrects = r.seq)
        order by r.seq desc limit 1), e.valid_until) as day) u on true
    where e.act = 'issued' and ${STANDS} and ${inScope(context)}`;
}

function narrowed({ kind, customer, place, ticket, state, text, from, until }: IssuedQuery): RawBuilder<unknown>[] {
  return [
    ...(kind ? [sql`x.kind = ${kind}`] : []),
    ...(customer ? [sql`${customer} in (x.customer_id, x.to_customer_id)`] : []),
    ...(place ? [sql`x.place_id = ${place}`] : []),
    ...(ticket ? [sql`x.ticket_id = ${ticket}`] : []),
    ...(state ? [sql`x.stands = ${state}`] : []),
    ...(text ? [sql`(x.number || ' ' || x.label) ilike ${anywhere(text)}`] : []),
    ...(from ? [sql`x.happened_at >= ${from}::timestamptz`] : []),
    ...(until ? [sql`x.happened_at < ${until}::timestamptz`] : []),
  ];
}

/** What papers are called, by the kind that each application was opened under. */
async function papersShown(context: Context, rows: readonly Row[]): Promise<ReadonlyMap<string, Words[]>> {
  const shown = new Map<string, Words[]>();
  for (const { id, ticket_kind, kind_version, shown: keys } of rows) {
    if (ticket_kind === null) continue;
    const { papers } = await kindOf(context, ticket_kind, kind_version!);
    shown.set(id, papers?.list.filter(({ key }) => keys.includes(key)).map(({ name }) => name) ?? []);
  }
  return shown;
}

function lineOf(row: Row, names: Names, shown: ReadonlyMap<string, Words[]>): IssuedLine {
  const entry = entryView(row, names);
  const isBack = row.stands === 'withdrawn';
  return {
    id: row.id,
    item: row.item_id,
    kind: names.kind(row.kind),
    number: row.number,
    label: row.label,
    applicant: row.customer?.name ?? entry.to.name,
    customer: row.customer,
    place: row.place,
    holder: entry.to,
    papers: shown.get(row.id) ?? [],
    issuedAt: row.happened_at,
    issuedBy: entry.by,
    validUntil: row.until_day,
    state: row.stands,
    withdrawnAt: isBack ? row.ended_at : null,
    withdrawnBy: isBack ? named(names.people, row.ended_by) : null,
    withdrawnWhy: isBack ? (row.ended_remark ?? '') : '',
    ticket: entry.ticket,
  };
}
