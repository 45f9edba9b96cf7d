import type { z } from 'zod';
import type { allDutiesOut } from '../../../src/duty-statement/view.ts';
import type { boardOut, planLineOut, planPageOut } from '../../../src/work-plan/view.ts';
import { t } from '../../words/words.ts';

export type Board = z.output<typeof boardOut>;
export type Column = Board['people'][number];
export type Item = Column['items'][number];
export type PlanLine = z.output<typeof planLineOut>;
export type PlanPage = z.output<typeof planPageOut>;
export type Duties = z.output<typeof allDutiesOut>['items'][number];

export const aboutItems = ['work_item', 'work_plan', 'clock'] as const;

/** Where an item stands, in words; what is late says so. */
export function stateWords({ state, late }: Pick<Item, 'state' | 'late'>): string {
  const words = t(`day.state_${state}`);
  return late ? t('day.state_late', { state: words }) : words;
}

/** How much of what is to be done, or was. */
export function quantityWords({
  quantity,
  unit,
  doneQuantity,
}: Pick<Item, 'quantity' | 'unit' | 'doneQuantity'>): string {
  if (doneQuantity === null) return t('day.quantity_of', { n: quantity ?? 0, unit });
  return t('day.quantity_done', { n: doneQuantity, of: quantity ?? 0, unit });
}

export function toneOf({ state, late }: Pick<Item, 'state' | 'late'>): 'late' | 'run' | 'soon' | 'plain' {
  if (late || state === 'sent_back') return 'late';
  if (state === 'passed') return 'run';
  return state === 'given' ? 'soon' : 'plain';
}
