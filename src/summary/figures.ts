import { periodBefore } from '../kernel/working-time/period.ts';
import { centres } from '../organisation/house.ts';
import type { Context } from '../platform/context.ts';
import type { SummaryRow } from './list.ts';
import { specialOf } from './special.ts';
import type { Span } from './statistics.ts';
import { statisticsOf } from './statistics.ts';
import { serviceOf } from './service.ts';
import type { Service, Special, Statistics, UpwardFigures } from './summary.ts';
import { upwardOf } from './upward.ts';

type Of = Pick<
  SummaryRow,
  'centre_id' | 'department_id' | 'from_at' | 'until_at' | 'period' | 'begins' | 'about' | 'plan'
>;

/** Of a report that holds its own parts only. */
const NO_SERVICE: Service = { figures: [], open: [], late: 0 };

/** What a period came to in figures, counted now. */
export async function figuresOf(
  context: Context,
  summary: Of,
): Promise<Statistics | Special | Service | UpwardFigures> {
  if (summary.about !== 'matters') return serviceFiguresOf(context, summary);
  return summary.period === 'week' ? statisticsOf(context, summary) : monthFiguresOf(context, summary);
}

export async function monthFiguresOf(context: Context, summary: Of): Promise<Special> {
  return specialOf(context, summary, await spanBefore(context, summary));
}

/** The service in figures; of a report upward with all else that its plan holds. */
export async function serviceFiguresOf(context: Context, summary: Of): Promise<Service | UpwardFigures> {
  const span = spanOf(summary);
  const before = await spanBefore(context, summary);
  const { plan, period } = summary;
  const service = plan?.only ? NO_SERVICE : await serviceOf(context, span, before);
  if (plan === null) return service;
  const parts = await upwardOf(context, plan, { span, before, period, zone: await zoneOf(context, summary) });
  return { ...service, parts };
}

/** Of when and whose its figures are. */
export function spanOf({ centre_id, from_at, until_at, department_id, plan }: Of): Span {
  return { centre_id, from_at, until_at, department: plan?.of === 'department' ? department_id : null };
}

async function spanBefore(context: Context, summary: Of): Promise<Span> {
  const before = periodBefore(summary, await zoneOf(context, summary));
  return { ...spanOf(summary), from_at: before.from, until_at: before.until };
}

async function zoneOf(context: Context, { centre_id }: Of): Promise<string> {
  return (await centres(context)).get(centre_id)!.zone;
}
