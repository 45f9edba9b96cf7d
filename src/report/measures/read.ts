import { Invalid, NotFound } from '../../kernel/refusal.ts';
import { FUNCTIONS } from '../../pack/functions.ts';
import type { Context } from '../../platform/context.ts';
import { zoneOf } from '../days.ts';
import { onlyOf, recordsAddress } from './addresses.ts';
import type { Asked } from './asked.ts';
import type { Tallies, Tally } from './count.ts';
import { countBy, countOverTime, countWhole, empty } from './count.ts';
import type { Cut, Length } from './cut.ts';
import { AGES, CUTS, LENGTHS } from './cut.ts';
import type { Measure } from './measure.ts';
import { namesFor } from './names.ts';
import { MEASURES, measureOf } from './registry.ts';
import type { FigureAnswer, FigureQuery, OverviewQuery } from './shapes.ts';
import type { Span } from './spans.ts';
import { bucketsOf, spanBefore } from './spans.ts';

type Row = FigureAnswer['rows'][number];

/** What a figure may be cut by: how old a thing is, only where it is open; what was promised, only of promises. */
export function cutsOf(measure: Measure): string[] {
  const aged = measure.source === 'ticket' && measure.basis === 'standing';
  const fits = (cut: Cut): boolean =>
    cut === 'age' ? aged : cut === 'promise' ? measure.source === 'commitment' : true;
  return [...LENGTHS, ...CUTS.filter(fits)];
}

/** A figure without its SQL. */
export function described(measure: Measure): FigureAnswer['measure'] {
  const { key, name, formula, numerator, denominator, basis, unit, better } = measure;
  return { key, name, formula, numerator, denominator, basis, unit, better, cuts: cutsOf(measure) };
}

export function askedFor(key: string): Measure {
  const measure = measureOf(key);
  if (!measure) throw new NotFound('figure.unknown', { figure: key });
  return measure;
}

export function spanOf({ from, until }: Span): Span {
  if (until <= from) throw new Invalid('period.ends_before_it_begins', { path: 'until' });
  return { from, until };
}

/** Every figure of a period, whole, beside that of the period it is compared with. */
export async function readOverview(context: Context, query: OverviewQuery) {
  const span = spanOf(query);
  const only = onlyOf(query);
  const compared = query.compare ? spanBefore(span, await zoneOf(context), query.compare) : null;
  const items = [];
  for (const measure of MEASURES) {
    const whole = await wholeOf(context, { measure, span, only }, compared);
    items.push({ ...described(measure), whole });
  }
  return { compared, items };
}

async function wholeOf(context: Context, asked: Asked, compared: Span | null) {
  return {
    ...(await countWhole(context, asked)),
    before: compared ? await countWhole(context, { ...asked, span: compared }) : null,
    records: recordsAddress(asked.measure.key, asked.span, asked.only),
  };
}

/** One figure of a period, cut as asked, each part beside the same part of the period it is compared with. */
export async function readFigure(context: Context, key: string, query: FigureQuery): Promise<FigureAnswer> {
  const measure = askedFor(key);
  const span = spanOf(query);
  const zone = await zoneOf(context);
  const compared = query.compare ? spanBefore(span, zone, query.compare) : null;
  const asked: Asked = { measure, span, only: onlyOf(query), field: query.field };
  const { by } = query;
  if (by !== undefined && !cutsOf(measure).includes(by)) throw new Invalid('figure.not_cut_by', { path: 'by', by });
  if (by === 'choice' && !query.field) throw new Invalid('figure.field_missing', { path: 'field' });
  const rows = by === undefined ? [] : await rowsOf(context, asked, { by, zone, compared });
  return { measure: described(measure), compared, whole: await wholeOf(context, asked, compared), rows };
}

type How = { by: Length | Cut; zone: string; compared: Span | null };

function rowsOf(context: Context, asked: Asked, { by, zone, compared }: How): Promise<Row[]> {
  const isLength = (LENGTHS as readonly string[]).includes(by);
  return isLength
    ? trendOf(context, asked, by as Length, zone, compared)
    : partsOf(context, asked, by as Cut, compared);
}

/** Part by part in time; each beside the one as far into the period compared with. */
async function trendOf(
  context: Context,
  asked: Asked,
  by: Length,
  zone: string,
  compared: Span | null,
): Promise<Row[]> {
  const { measure, only } = asked;
  const buckets = bucketsOf(by, zone, asked.span);
  const tallies = await countOverTime(context, asked, buckets);
  const past = compared ? bucketsOf(by, zone, compared) : [];
  const former = compared ? await countOverTime(context, { ...asked, span: compared }, past) : null;
  return buckets
    .filter(({ begins }) => tallies.has(begins))
    .map((bucket, at) => ({
      key: bucket.begins,
      name: null,
      from: bucket.from,
      until: bucket.until,
      ...tallies.get(bucket.begins)!,
      before: former?.get(past[at]?.begins ?? '') ?? null,
      records: recordsAddress(measure.key, bucket, only),
    }));
}

/** By whose or what it is, the most first; what has a fixed order keeps it, and shows the empty too. */
async function partsOf(context: Context, asked: Asked, by: Cut, compared: Span | null): Promise<Row[]> {
  const { measure, span, only, field } = asked;
  const tallies = await countBy(context, asked, by);
  const former = compared ? await countBy(context, { ...asked, span: compared }, by) : null;
  const keys = inOrder(by, tallies, former);
  const nameOf = await namesFor(
    context,
    by,
    keys.filter((key) => key !== null),
    field,
  );
  return keys.map((key) => ({
    key,
    name: key === null ? null : nameOf(key),
    from: null,
    until: null,
    ...(tallies.get(key) ?? empty(measure)),
    before: former ? (former.get(key) ?? empty(measure)) : null,
    records: recordsAddress(measure.key, span, only, { by, field, key }),
  }));
}

function inOrder(by: Cut, tallies: Tallies, former: Tallies | null): (string | null)[] {
  const fixed: readonly string[] = by === 'function' ? FUNCTIONS : by === 'age' ? AGES.map(({ key }) => key) : [];
  const counted = new Set([...tallies.keys(), ...(former?.keys() ?? [])]);
  const rest = [...counted].filter((key) => key === null || !fixed.includes(key));
  const size = (of: Tallies | null, key: string | null): number => sizeOf(of?.get(key));
  rest.sort(
    (one, other) =>
      Number(one === null) - Number(other === null) ||
      size(tallies, other) - size(tallies, one) ||
      size(former, other) - size(former, one) ||
      (String(one) < String(other) ? -1 : 1),
  );
  return [...fixed, ...rest];
}

const sizeOf = (tally: Tally | undefined): number => tally?.of ?? 0;
