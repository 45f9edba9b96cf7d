import { periodBefore } from '../kernel/working-time/period.ts';
import type { Context } from '../platform/context.ts';
import { specialOf } from './special.ts';
import type { Span } from './statistics.ts';
import { statisticsOf } from './statistics.ts';
import { serviceOf } from './service.ts';
import type { About, Period, Service, Special, Statistics } from './summary.ts';

type Of = Span & Pick<Period, 'period' | 'begins'> & { about: About };

/** What a period came to in figures, counted now. */
export async function figuresOf(context: Context, summary: Of): Promise<Statistics | Special | Service> {
  if (summary.about === 'service') return serviceOf(context, summary, await spanBefore(context, summary));
  return summary.period === 'week' ? statisticsOf(context, summary) : monthFiguresOf(context, summary);
}

export async function monthFiguresOf(context: Context, summary: Of): Promise<Special> {
  return specialOf(context, summary, await spanBefore(context, summary));
}

export async function spanBefore(context: Context, summary: Of): Promise<Span> {
  const { zone } = await context.tx
    .selectFrom('centre')
    .select('zone')
    .where('id', '=', summary.centre_id)
    .executeTakeFirstOrThrow();
  const before = periodBefore(summary, zone);
  return { centre_id: summary.centre_id, from_at: before.from, until_at: before.until };
}
