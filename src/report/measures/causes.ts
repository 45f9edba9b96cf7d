import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Field } from '../../pack/format.ts';
import { currentKinds } from '../../pack/kinds.ts';
import { reachOf } from '../../organisation/reach.ts';
import type { Context } from '../../platform/context.ts';
import { zoneOf } from '../days.ts';
import { onlyOf, recordsAddress } from './addresses.ts';
import type { Asked } from './asked.ts';
import type { Causes, CausesQuery } from './causes-shapes.ts';
import { complaints } from './complaints.ts';
import type { Tallies } from './count.ts';
import { countBy, countWhole } from './count.ts';
import { namesFor } from './names.ts';
import { opened } from './opened.ts';
import { MOST, ranked } from './pareto.ts';
import { spanOf } from './read.ts';
import { spanBefore } from './spans.ts';

type Row = Causes['rows'][number];

/** The vital few causes of complaints, by a field of choice, department, kind or building, with the complaint rate (STAT-03). */
export async function readCauses(context: Context, query: CausesQuery): Promise<Causes> {
  const span = spanOf(query);
  const compared = query.compare ? spanBefore(span, await zoneOf(context), query.compare) : null;
  const fields = await choiceFields(context);
  const field = query.by === 'choice' ? (query.field ?? fields[0]?.key) : undefined;
  const asked: Asked = { measure: complaints, span, only: onlyOf(query), field };
  const total = (await countWhole(context, asked)).n;
  const past = compared ? { ...asked, span: compared } : null;
  const tickets = (await countWhole(context, { ...asked, measure: opened })).n;
  return {
    compared,
    field: field ?? null,
    fields: fields.map(({ key, name }) => ({ key, name })),
    total,
    before: past ? (await countWhole(context, past)).n : null,
    perTickets: rateOf(total, tickets),
    perHouseholds: rateOf(total, await households(context)),
    most: MOST,
    rows: await rowsOf(context, asked, query.by, past),
  };
}

async function rowsOf(context: Context, asked: Asked, by: CausesQuery['by'], past: Asked | null): Promise<Row[]> {
  const { span, only, field } = asked;
  const now = await countBy(context, asked, by);
  const former = past ? await countBy(context, past, by) : null;
  const tickets = by === 'choice' ? null : await countBy(context, { ...asked, measure: opened }, by);
  const keys = [...new Set([...now.keys(), ...(former?.keys() ?? [])])];
  const nameOf = await namesFor(
    context,
    by,
    keys.filter((key) => key !== null),
    field,
  );
  return ranked(keys.map((key) => ({ key, n: countOf(now, key) }))).map((row) => ({
    ...row,
    name: row.key === null ? null : nameOf(row.key),
    before: former ? countOf(former, row.key) : null,
    perTickets: tickets ? rateOf(row.n, countOf(tickets, row.key)) : null,
    records: recordsAddress(complaints.key, span, only, { by, field, key: row.key }),
  }));
}

const countOf = (tallies: Tallies, key: string | null): number => tallies.get(key)?.n ?? 0;

function rateOf(n: number, of: number): Causes['perTickets'] {
  return { n, of, value: of === 0 ? null : (n / of) * 100 };
}

/** What complaints were about: by every field of theirs that has choices. */
async function choiceFields(context: Context): Promise<Field[]> {
  const kinds = (await currentKinds(context)).filter(({ kind }) => kind.type === 'complaint');
  const fields = kinds.flatMap(({ kind }) => kind.fields.filter(({ type }) => type === 'choice'));
  return [...new Map(fields.map((one) => [one.key, one])).values()];
}

/** Units that somebody lives in or owns by what is on file now, in the centres in sight; a former period has no count of its own. */
async function households(context: Context): Promise<number> {
  const reach = reachOf(context.actor, 'report.see');
  const centres = [...(reach?.centres ?? []), ...context.actor.posts.map((post) => post.centreId)];
  const there: RawBuilder<unknown> = reach?.all ? sql`true` : sql`p.centre_id = any(${centres}::uuid[])`;
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from place p where p.kind = 'unit' and p.closed_at is null and ${there} and exists (
      select from customer_place cp join customer h on h.id = cp.customer_id
      where cp.place_id = p.id and h.erased_at is null and (cp.until is null or cp.until > ${context.now.slice(0, 10)}::date))`.execute(
    context.tx,
  );
  return rows[0]!.n;
}
