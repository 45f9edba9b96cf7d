import type { Hand, OrderView } from '../../../src/dispatch/view.ts';
import { spoken } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import type { MarkTone } from '../../ui/state-mark.tsx';

/** What the reads of these screens are about. */
export const ABOUT = ['dispatch_order', 'work_order', 'shift', 'person', 'duty', 'clock'] as const;

export const standingWords = ({ standing }: Pick<Hand, 'standing'>): string => t(`emergency.standing_${standing}`);
export const standingTone = ({ standing }: Pick<Hand, 'standing'>): MarkTone =>
  standing === 'free' ? 'run' : standing === 'busy' || standing === 'online' ? 'wait' : 'plain';

/** Where an order stands; not taken in time says so. */
export function stateWords({ state, late }: Pick<OrderView, 'state' | 'late'>): string {
  const words = t(`emergency.state_${state}`);
  return late ? t('emergency.and_late', { state: words }) : words;
}

export function stateTone({ state, late }: Pick<OrderView, 'state' | 'late'>): MarkTone {
  if (state === 'given') return late ? 'late' : 'wait';
  return state === 'done' ? 'run' : state === 'taken' ? 'wait' : 'plain';
}

export const whereWords = ({ place, spot }: Pick<OrderView, 'place' | 'spot'>): string =>
  [place?.code, spot].filter(Boolean).join(' · ');

/** What somebody has in hand, in one line; empty: nothing. */
export function inHandWords({ workOrders, orders }: Hand): string {
  return [...orders.map(({ what }) => what), ...workOrders.map(({ number }) => number)].join(' · ');
}

export function shiftWords({ shift }: Hand): string {
  return shift.inAt
    ? t('emergency.here_since', { when: spoken(shift.inAt), until: spoken(shift.until) })
    : t('emergency.until', { until: spoken(shift.until) });
}
