import type { z } from 'zod';
import type {
  drawnAgainOut,
  planEffectOut,
  planOut,
  plansOut,
  spotCheckLineOut,
  spotCheckPageOut,
} from '../../../src/spot-check/view.ts';
import { useRead } from '../../server/queries.ts';
import { dateOf, monthOf } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';

/** What the server says of spot checks. */
export type CheckLine = z.output<typeof spotCheckLineOut>;
export type CheckPage = z.output<typeof spotCheckPageOut>;
export type CheckItem = CheckPage['items'][number];
export type DrawnAgain = z.output<typeof drawnAgainOut>;
export type PlanAnswer = z.output<typeof planOut>;
export type Plan = PlanAnswer['plan'];
export type PlanEffect = z.output<typeof planEffectOut>;

export function usePlans() {
  return useRead<z.output<typeof plansOut>>('spot-check-plans', { about: ['organisation'] });
}

/** Which period: a month by its name, any other by its first day. */
export function periodWords({ period, from }: Pick<CheckLine, 'period' | 'from'>): string {
  if (period === 'month') return monthOf(from);
  return t('quality.from_day', { day: dateOf(from) });
}

export function checkTitle(check: Pick<CheckLine, 'plan' | 'period' | 'from'>): string {
  return t('quality.check_of', { plan: said(check.plan.name), period: periodWords(check) });
}

export function stateWords(state: string): string {
  return t(`quality.state_${state as 'running' | 'to_check' | 'completed'}`);
}
