import type { z } from 'zod';
import type { PAUSE_REASONS } from '../../../src/telephone/agent-state.ts';
import type { boardOut } from '../../../src/telephone/board-view.ts';
import type { callOut, mineOut } from '../../../src/telephone/view.ts';
import { t } from '../../words/words.ts';

/** A line of `GET /api/calls` */
export type CallLine = z.output<typeof callOut>;
export type Board = z.output<typeof boardOut>;
export type Mine = z.output<typeof mineOut>;
export type Agent = Board['agents'][number];
export type PauseReason = (typeof PAUSE_REASONS)[number];

/** Reasons that a person gives; `no_answer` is the exchange's own. */
export const pauseReasons = ['break', 'meal', 'training', 'meeting', 'after_call', 'other'] as const;
export const dropReasons = ['reached_otherwise', 'wrong_number', 'not_wanted', 'not_reached'] as const;

export function whoWords({ customer, number }: Pick<CallLine, 'customer' | 'number'>): string {
  const known = number ?? t('telephone.withheld');
  return customer ? `${customer.name} · ${known}` : known;
}

export function outcomeWords({ outcome }: Pick<CallLine, 'outcome'>): string {
  return t(`telephone.outcome_${outcome ?? 'going_on'}`);
}

export function stateWords({ state, onDuty }: Pick<Agent, 'state' | 'onDuty'>): string {
  if (!onDuty) return t('telephone.off_duty');
  if (state === null) return t('telephone.not_there');
  if (state.state === 'ready') return t('telephone.ready');
  return t('telephone.paused', { reason: t(`telephone.pause_${state.reason ?? 'other'}`) });
}

export const CALLS = ['phone_call', 'commitment', 'person'] as const;
