import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import { NotFound, refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { can, orForbid } from '../organisation/can.ts';
import { named } from '../organisation/house.ts';
import { settingsOf } from '../pack/settings.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import type { Count } from './commands/count-lines.ts';
import { standingOf } from './commands/count-lines.ts';
import { whyNotComplete, whyNotCount, whyNotSettle } from './count.ts';
import type { CustodyCount, CustodyCountLine, CustodyCountPage, custodyCountsOut } from './counts-view.ts';
import { whyNotKeep } from './facts.ts';
import type { CountsQuery } from './inputs.ts';
import type { EntryRow, Names } from './rows.ts';
import { ENTRY_NAMES, entryView, inScope, namesFor } from './rows.ts';
import type { CustodyCountLineTable, CustodyItemTable } from './table.ts';

type Row = Count & { due_at: Instant | null; lines: number; counted: number; differences: number; settled: number };

const STATES: Record<CustodyCount['state'], RawBuilder<unknown>> = {
  due: sql`i.begun_at is null`,
  begun: sql`i.begun_at is not null and i.done_at is null`,
  differences: sql`i.done_at is not null and i.settled_at is null`,
  settled: sql`i.settled_at is not null`,
};

function countRows({ tx }: Context, wanted: RawBuilder<unknown>, limit: number) {
  return sql<Row>`
    select i.*, l.lines, l.counted, l.differences, l.settled,
      (select c.due_at from commitment c where c.subject_id = i.id and c.outcome is distinct from 'cancelled'
        order by c.started_at desc, c.id desc limit 1) as due_at
    from custody_count i left join lateral (
      select count(*)::int as lines, count(found)::int as counted, count(*) filter (where found <> 'as_booked')::int as differences,
        count(settled_as)::int as settled from custody_count_line l where l.count_id = i.id) l on true
    where ${wanted} order by i.from_at desc, i.id desc limit ${limit}`.execute(tx);
}

/** Counts, the newest first: owed, going on, and with what differences (ASST-03, ASST-05). */
export async function listCounts(context: Context, query: CountsQuery): Promise<z.input<typeof custodyCountsOut>> {
  const after = readMomentAndId(query.after);
  const wanted = [
    inScope(context),
    // the next one is there already, so that none is skipped; it is nobody's business yet
    sql`i.from_at <= ${context.now}::timestamptz`,
    ...(query.sort ? [sql`i.sort = ${query.sort}`] : []),
    ...(query.state ? [STATES[query.state]] : []),
    ...(query.from ? [sql`i.from_at >= ${query.from}::timestamptz`] : []),
    ...(query.until ? [sql`i.from_at < ${query.until}::timestamptz`] : []),
    ...(after ? [sql`(i.from_at, i.id) < (${after.at}::timestamptz, ${after.id}::uuid)`] : []),
  ];
  const { rows } = await countRows(context, sql.join(wanted, sql` and `), query.limit + 1);
  const line = await liner(context, await namesFor(context));
  return page(rows, query.limit, line, (row) => cursorOf(row.from_at, row.id));
}

async function liner(context: Context, { people, kind }: Names): Promise<(row: Row) => CustodyCount> {
  const { custodyCounts = [] } = await settingsOf(context);
  const planNames = new Map(custodyCounts.map((plan) => [plan.key, plan.name]));
  return (row) => {
    const state = row.settled_at ? 'settled' : row.done_at ? 'differences' : row.begun_at ? 'begun' : 'due';
    const ended = state === 'settled' ? row.settled_at! : context.now;
    return {
      id: row.id,
      name: (row.plan_key && planNames.get(row.plan_key)) || null,
      sort: row.sort,
      kind: row.kind === null ? null : kind(row.kind),
      begins: row.begins,
      from: row.from_at,
      state,
      dueAt: row.due_at,
      late: row.due_at !== null && ended > row.due_at,
      begunAt: row.begun_at,
      begunBy: named(people, row.begun_by_id),
      doneAt: row.done_at,
      doneBy: named(people, row.done_by_id),
      settledAt: row.settled_at,
      lines: row.lines,
      counted: row.counted,
      differences: row.differences,
      settled: row.settled,
    };
  };
}

type LineRow = Pick<
  CustodyCountLineTable,
  'found' | 'remark' | 'found_at' | 'found_by_id' | 'settled_as' | 'reason' | 'settled_at' | 'settled_by_id'
> & {
  line_id: CustodyCountLineTable['id'];
  surplus: string;
  said: string;
  thing: (Pick<CustodyItemTable, 'id' | 'kind' | 'number' | 'label'> & { place: string }) | null;
} & EntryRow;

/** One count as a sheet: what was expected, what was found, what became of each difference. */
export async function countPage(context: Context, id: Id<'custody_count'>): Promise<CustodyCountPage> {
  const { actor, tx } = context;
  const { rows } = await countRows(context, sql`i.id = ${id}`, 1);
  const [count] = rows;
  if (!count) throw new NotFound('custody.count_unknown');
  orForbid(can(actor, 'custody.see', { people: [], departments: [], centreId: count.centre_id }));
  const names = await namesFor(context);
  const { rows: lines } = await sql<LineRow>`
    select e.*, ${ENTRY_NAMES}, l.id as line_id, l.label as surplus, l.found, l.remark as said, l.found_at, l.found_by_id, l.settled_as,
      l.reason, l.settled_at, l.settled_by_id,
      case when i.id is not null then json_build_object('id', i.id, 'kind', i.kind, 'number', i.number, 'label', i.label,
        'place', coalesce(p.code, '')) end as thing
    from custody_count_line l left join custody_item i on i.id = l.item_id left join place p on p.id = i.place_id
      left join custody_entry e on e.item_id = l.item_id and e.seq = l.expected_seq
    where l.count_id = ${id} order by i.number nulls last, l.id`.execute(tx);
  const may = whyNotKeep(actor, count.centre_id);
  const standing = standingOf(count);
  const told = lines.map((line) => ({ found: line.found, settled: line.settled_as !== null }));
  return {
    ...(await liner(context, names))(count),
    sheet: lines.map((line) => sheetLine(context, count, line, names)),
    can: {
      begin: may ?? (standing.begun ? refusal('custody.count_begun') : null),
      count: may ?? whyNotCount(standing),
      complete: may ?? whyNotComplete(standing, told),
    },
  };
}

function sheetLine({ actor }: Context, count: Count, row: LineRow, names: Names): CustodyCountLine {
  const standing = standingOf(count);
  const { thing } = row;
  const settles = can(actor, 'custody.approve', { people: [], departments: [], centreId: count.centre_id });
  const told = { found: row.found, settled: row.settled_as !== null };
  return {
    id: row.line_id,
    item: thing && { id: thing.id, kind: names.kind(thing.kind), number: thing.number, place: thing.place },
    label: thing?.label ?? row.surplus,
    expected: thing && { state: row.state, condition: row.condition, holder: entryView(row, names).to },
    found: row.found,
    remark: row.said,
    foundBy: named(names.people, row.found_by_id),
    foundAt: row.found_at,
    settledAs: row.settled_as,
    reason: row.reason,
    settledBy: named(names.people, row.settled_by_id),
    settledAt: row.settled_at,
    can: {
      count: whyNotKeep(actor, count.centre_id) ?? whyNotCount(standing),
      settle: settles ?? whyNotSettle(standing, told, row.found_by_id === actor.personId),
    },
  };
}
