import type { Query } from '../../api.ts';
import { idIn } from '../../ids.ts';
import type { Period } from '../../matter/periods.ts';
import { periodIn, spanOf } from '../../matter/periods.ts';

export const views = ['checks', 'plans', 'share'] as const;
export type View = (typeof views)[number];

export const checkStates = ['open', 'running', 'to_check', 'completed'] as const;

/** What the address of the lists says. */
export type QualitySearch = {
  view?: View | undefined;
  state?: (typeof checkStates)[number] | undefined;
  plan?: string | undefined;
  failed?: 'true' | 'false' | undefined;
  period?: Period | undefined;
  /** Of the return-visit share: the month, and which of its complaints are shown. */
  month?: string | undefined;
  department?: string | undefined;
  person?: string | undefined;
  visited?: 'true' | 'false' | undefined;
};

/** Whatever else an address says is left out: it may be old, or mistyped. */
export function qualitySearch(given: Record<string, unknown>): QualitySearch {
  return {
    view: views.find((one) => one === given['view']),
    state: checkStates.find((one) => one === given['state']),
    plan: typeof given['plan'] === 'string' ? given['plan'].slice(0, 60) : undefined,
    failed: yesNoIn(given['failed']),
    period: periodIn(given['period']),
    month: typeof given['month'] === 'string' ? given['month'].slice(0, 7) : undefined,
    department: idIn(given['department']),
    person: idIn(given['person']),
    visited: yesNoIn(given['visited']),
  };
}

function yesNoIn(given: unknown): 'true' | 'false' | undefined {
  return (['true', 'false'] as const).find((one) => one === String(given));
}

/** The same for the server. */
export function checksQuery({ state, plan, failed, period }: QualitySearch): Query {
  return { state, plan, failed, ...spanOf(period) };
}
