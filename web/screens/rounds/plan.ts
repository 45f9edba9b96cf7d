import type { z } from 'zod';
import type { Words } from '../../../src/kernel/words.ts';
import type { planOut, plansOut } from '../../../src/round/view.ts';
import { useRead } from '../../server/queries.ts';
import { weekdayNames } from '../../ui/time.ts';
import { language, said, t } from '../../words/words.ts';

export type Plan = z.output<typeof planOut>;
export type Content = Plan['content'];
export type PlanLine = Content['lines'][number];

export function usePlans(): Plan[] {
  return useRead<z.output<typeof plansOut>>('round-plans', { about: ['organisation'] }).data?.items ?? [];
}

/** "every day the reception opens, by 09:30" */
export function scheduleWords({ every, on, days, by }: Content): string {
  if (every === 'unplanned') return t('rounds.every_unplanned');
  const often =
    every === 'day'
      ? t(`rounds.every_day_${days}`)
      : every === 'week'
        ? t('rounds.every_week', { day: weekdayNames('long')[on - 1] ?? '' })
        : t(`rounds.every_${every}`, { day: on });
  return t('rounds.schedule', { often, by });
}

/** Words somebody changes in his own language; who has not translated them reads what he wrote. */
export function reworded(before: Words | undefined, text: string): Words {
  const now = before && said(before) === text;
  return now ? before : { en: text, 'zh-hans': text, 'zh-hant': text, [language()]: text };
}
