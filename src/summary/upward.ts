import type { Instant } from '../kernel/time.ts';
import { between, DAY, earlier, later } from '../kernel/time.ts';
import type { Context } from '../platform/context.ts';
import { countBy, countOverTime, empty } from '../report/measures/count.ts';
import type { Length } from '../report/measures/cut.ts';
import { ranked } from '../report/measures/pareto.ts';
import { bucketsOf } from '../report/measures/spans.ts';
import { measureOf } from '../report/measures/registry.ts';
import { controlLimits } from './control-chart.ts';
import { improvementsOf, proposalsOf } from './carried.ts';
import { keysOf, permitsOf } from './custody.ts';
import { materialsOf } from './materials.ts';
import { workOf } from './work.ts';
import type { ReportPart } from './periods.ts';
import type { ReportPlan } from './plan.ts';
import { askedOf, wholeHouse } from './service.ts';
import { staffOf } from './staff.ts';
import type { Span } from './statistics.ts';
import { complaintKinds } from './statistics.ts';
import type { ControlChart, Pareto, Period, Upward } from './summary.ts';
import { techniquesOf } from './techniques.ts';

/** What is counted: of a period of a plan, and of the period before. */
export type Counting = { span: Span; before: Span; period: Period['period']; zone: string };

const COUNT: { [Part in ReportPart]: (context: Context, of: Counting) => Promise<Upward[Part]> } = {
  promises: promisesOf,
  staff: (context, { span }) => staffOf(context, span),
  causes: causesOf,
  control_chart: controlChartOf,
  techniques: (context, { span }) => techniquesOf(context, span),
  improvements: (context, { span }) => improvementsOf(context, span),
  proposals: (context, { span }) => proposalsOf(context, span),
  keys: (context, { span, before }) => keysOf(context, span, before),
  permits: (context, { span, before }) => permitsOf(context, span, before),
  materials: (context, { span, before }) => materialsOf(context, span, before),
  work: (context, { span, before }) => workOf(context, span, before),
};

/** What a plan says that its report holds, counted now (REPT-07, REPT-09, REPT-14). */
export async function upwardOf(context: Context, { holds }: ReportPlan, of: Counting): Promise<Upward> {
  const parts = [];
  for (const part of holds) parts.push([part, await COUNT[part](wholeHouse(context), of)]);
  return Object.fromEntries(parts) as Upward;
}

/** Limits kept, by what was promised: the most broken first. */
async function promisesOf(context: Context, { span, before }: Counting): Promise<Upward['promises']> {
  const now = await countBy(context, askedOf('kept', span), 'promise');
  const past = await countBy(context, askedOf('kept', before), 'promise');
  const none = empty(measureOf('kept')!);
  return [...new Set([...now.keys(), ...past.keys()])]
    .flatMap((promise) => (promise === null ? [] : [promise]))
    .map((promise) => ({ promise, ...(now.get(promise) ?? none), before: past.get(promise) ?? none }))
    .toSorted((one, other) => other.of - other.n - (one.of - one.n) || (one.promise < other.promise ? -1 : 1));
}

/** The vital few by what complaints were about: the first field of theirs that has choices. */
async function causesOf(context: Context, { span, before }: Counting): Promise<Pareto> {
  const field = (await complaintKinds(context)).choices[0]?.key;
  if (field === undefined) return { field: null, rows: [] };
  const now = await countBy(context, { ...askedOf('complaints', span), field }, 'choice');
  const past = await countBy(context, { ...askedOf('complaints', before), field }, 'choice');
  const keys = [...new Set([...now.keys(), ...past.keys()])];
  const rows = ranked(keys.map((key) => ({ key, n: now.get(key)?.n ?? 0, before: past.get(key)?.n ?? 0 })));
  return { field, rows };
}

const POINTS: Record<Period['period'], Length> = { week: 'day', month: 'week', quarter: 'week', year: 'month' };

/** Complaints over time against what is usual, as far back as records go; what has not begun has no point yet. */
async function controlChartOf(context: Context, { span, period, zone }: Counting): Promise<ControlChart> {
  const whole = { from: span.from_at, until: span.until_at };
  const since = await firstRecord(context, span);
  const parts = bucketsOf(POINTS[period], zone, whole).filter(
    ({ from, until }) => since !== null && since < until && from < context.now,
  );
  const counted = await countOverTime(context, askedOf('complaints', span), parts);
  const { perDay, limits } = controlLimits(
    parts.map(({ begins, from, until }) => ({
      n: counted.get(begins)?.n ?? 0,
      days: between(later(from, since ?? from), earlier(until, context.now)) / DAY,
    })),
  );
  return { perDay, points: parts.map((part, at) => ({ ...part, ...limits[at]! })) };
}

/** Before a centre had any matter it cannot have had none that was a complaint. */
async function firstRecord({ tx }: Context, { centre_id }: Span): Promise<Instant | null> {
  const first = await tx
    .selectFrom('ticket')
    .select('opened_at')
    .where('centre_id', '=', centre_id)
    .orderBy('opened_at')
    .limit(1)
    .executeTakeFirst();
  return first?.opened_at ?? null;
}
