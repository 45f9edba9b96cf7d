import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';

export const IMPROVEMENT_SORTS = ['corrective', 'preventive', 'both'] as const;
export type ImprovementSort = (typeof IMPROVEMENT_SORTS)[number];

/** Where a cause lies: the six of the cause-and-effect diagram, and what lies outside the house. */
export const CAUSE_SORTS = [
  'people',
  'method',
  'material',
  'equipment',
  'environment',
  'management',
  'outside',
] as const;
export type CauseSort = (typeof CAUSE_SORTS)[number];

export const RULE_TYPES = ['kind', 'settings', 'spot_check_plan'] as const;
export type RuleType = (typeof RULE_TYPES)[number];

export const SOURCE_TYPES = ['ticket', 'return_visit', 'rectification', 'spot_check', 'survey_round'] as const;
export type SourceType = (typeof SOURCE_TYPES)[number];

export const IMPROVEMENT_STATES = ['to_plan', 'running', 'to_check', 'closed', 'withdrawn'] as const;
export type ImprovementState = (typeof IMPROVEMENT_STATES)[number];

/** What is owed on it. Measures are owed one by one, by their own persons. */
export const IMPROVEMENT_CLOCKS = ['acknowledge_improvement', 'plan_measures', 'measure', 'check_improvement'] as const;

export type Standing = {
  planned_at: Instant | null;
  carried_out_at: Instant | null;
  closed_at: Instant | null;
  withdrawn_at: Instant | null;
};

/** Where it stands: said once, here, for every list that shows one. */
export function stateOf(one: Standing): ImprovementState {
  if (one.withdrawn_at !== null) return 'withdrawn';
  if (one.closed_at !== null) return 'closed';
  if (one.planned_at === null) return 'to_plan';
  return one.carried_out_at === null ? 'running' : 'to_check';
}

function whyNotOpen(one: Standing & { number: number }): Refusal | null {
  const state = stateOf(one);
  return state === 'closed' || state === 'withdrawn' ? refusal(`improvement.${state}`, { number: one.number }) : null;
}

type Numbered = Standing & { number: number };

/** It is acknowledged once. */
export function whyNotAcknowledge(one: Numbered & { acknowledged_at: Instant | null }): Refusal | null {
  return whyNotOpen(one) ?? (one.acknowledged_at === null ? null : refusal('improvement.already_acknowledged'));
}

/** A round has its measures once; another follows when they did not work, or it happened again. */
export function whyNotPlan(one: Numbered): Refusal | null {
  return whyNotOpen(one) ?? (one.planned_at === null ? null : refusal('improvement.already_planned'));
}

/** Whether it worked is judged by the person named, once every measure is carried out. */
export function whyNotJudge(
  one: Numbered & { check_by_id: string },
  actor: { personId: string | null },
): Refusal | null {
  const not = whyNotOpen(one);
  if (not) return not;
  if (one.carried_out_at === null) return refusal('improvement.not_carried_out');
  return one.check_by_id === actor.personId ? null : refusal('improvement.not_your_check');
}

export function whyNotWithdraw(one: Numbered): Refusal | null {
  return whyNotOpen(one);
}

type Planned = { personId: string; dueAt: Instant };

/** Measures lie ahead, the check after the last of them, and whoever checks carries none of them out. */
export function whyNotMeasures(
  measures: readonly Planned[],
  check: { byId: string; at: Instant },
  now: Instant,
): Refusal | null {
  const past = measures.findIndex((measure) => measure.dueAt <= now);
  if (past >= 0) return refusal('improvement.due_in_past', { path: `measures.${past}.dueAt` });
  if (measures.some((measure) => measure.dueAt >= check.at))
    return refusal('improvement.check_too_early', { path: 'checkAt' });
  if (measures.some((measure) => measure.personId === check.byId))
    return refusal('improvement.own_check', { path: 'checkById' });
  return null;
}
