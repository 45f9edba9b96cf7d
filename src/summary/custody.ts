import type { CustodySort } from '../custody/sorts.ts';
import { sql } from 'kysely';
import { custodyKindsOf, STANDS } from '../custody/facts.ts';
import { namesFor } from '../custody/rows.ts';
import type { Words } from '../kernel/words.ts';
import { dateOf } from '../kernel/working-time/date.ts';
import { localDay, zoneClock } from '../kernel/working-time/zone.ts';
import { epochOf } from '../kernel/time.ts';
import { centres } from '../organisation/house.ts';
import type { Context } from '../platform/context.ts';
import type { Span } from './statistics.ts';
import type { Counted, KeyLine, PermitLine } from './summary.ts';

/** What happened to the things of one kind in a period, and how they stood at its end. */
type Row = { kind: string } & Record<
  'received' | 'handedOut' | 'issued' | 'renewed' | 'withdrawn' | 'lost' | 'inCustody' | 'drawn' | 'overdue' | 'valid',
  number
>;

/** The three counts of the key report, and what is behind them (KEYS-03, KEYS-04). What was taken back did not happen. */
export async function keysOf(context: Context, span: Span, before: Span): Promise<KeyLine[]> {
  return compared(context, ['key'], { span, before }, (kind, beside) => ({
    kind,
    received: beside('received'),
    inCustody: beside('inCustody'),
    handedOut: beside('handedOut'),
    drawn: beside('drawn'),
    overdue: beside('overdue'),
    lost: beside('lost'),
  }));
}

/** The monthly table of permits (PASS-03). */
export async function permitsOf(context: Context, span: Span, before: Span): Promise<PermitLine[]> {
  return compared(context, ['pass', 'certificate'], { span, before }, (kind, beside) => ({
    kind,
    issued: beside('issued'),
    renewed: beside('renewed'),
    withdrawn: beside('withdrawn'),
    lost: beside('lost'),
    valid: beside('valid'),
  }));
}

type Spans = { span: Span; before: Span };

/** Every kind that the house keeps, and whatever it kept in the past: one that nothing happened to says so with noughts. */
async function compared<Line>(
  context: Context,
  sorts: readonly CustodySort[],
  { span, before }: Spans,
  line: (kind: string, beside: (key: Exclude<keyof Row, 'kind'>) => Counted) => Line,
): Promise<Line[]> {
  const now = await countedIn(context, sorts, span);
  const past = await countedIn(context, sorts, before);
  const declared = (await custodyKindsOf(context)).filter(({ sort }) => sorts.includes(sort)).map(({ key }) => key);
  const kinds = [...new Set([...declared, ...now.keys(), ...past.keys()])];
  return kinds.map((kind) =>
    line(kind, (key) => ({ n: now.get(kind)?.[key] ?? 0, before: past.get(kind)?.[key] ?? 0 })),
  );
}

async function countedIn(
  context: Context,
  sorts: readonly CustodySort[],
  { centre_id, from_at, until_at }: Span,
): Promise<ReadonlyMap<string, Row>> {
  const within = sql`e.happened_at >= ${from_at}::timestamptz`;
  const happened = (act: string) => sql`count(*) filter (where e.act = ${act} and ${within} and ${STANDS})::int`;
  const lastDay = await lastDayOf(context, { centre_id, until_at });
  const { rows } = await sql<Row>`
    select i.kind, ${happened('received')} as received, ${happened('handed_out')} as "handedOut", ${happened('issued')} as issued,
      ${happened('renewed')} as renewed, ${happened('withdrawn')} as withdrawn, ${happened('lost')} as lost,
      count(*) filter (where last and e.state in ('in_house', 'drawn'))::int as "inCustody",
      count(*) filter (where last and e.state = 'drawn')::int as drawn,
      count(*) filter (where last and e.state = 'drawn' and e.due_back < ${until_at}::timestamptz)::int as overdue,
      count(*) filter (where last and e.state = 'issued' and (e.valid_until is null or e.valid_until >= ${lastDay}))::int as valid
    from custody_item i join (
      select e.*, e.seq = max(e.seq) over (partition by e.item_id) as last from custody_entry e
      where e.happened_at < ${until_at}::timestamptz) e on e.item_id = i.id
    where i.centre_id = ${centre_id} and i.sort = any(${sorts}) group by i.kind order by i.kind`.execute(context.tx);
  return new Map(rows.map((row) => [row.kind, row]));
}

/** The last day before a moment, or today where that has not come. */
export async function lastDayOf(context: Context, { centre_id, until_at }: Pick<Span, 'centre_id' | 'until_at'>) {
  const { zone } = (await centres(context)).get(centre_id)!;
  const at = until_at > context.now ? epochOf(context.now) : epochOf(until_at) - 1;
  const year = Number(until_at.slice(0, 4));
  return dateOf(localDay(zoneClock(zone, year - 1, year + 1), at));
}

type Named = { name: Words; records: string };

/** With the names of today and the way to the entries behind each number. */
export async function custodyIn<Line extends { kind: string }>(
  context: Context,
  { from_at, until_at }: Span,
  lines: readonly Line[],
): Promise<(Line & Named)[]> {
  const names = await namesFor(context);
  return lines.map((one) => ({
    ...one,
    name: names.kind(one.kind).name,
    records: `/api/custody/entries?${new URLSearchParams({ kind: one.kind, from: from_at, until: until_at })}`,
  }));
}
