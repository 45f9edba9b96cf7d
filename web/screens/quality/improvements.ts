import type { z } from 'zod';
import type { CauseSort, ImprovementSort, ImprovementState, RuleType } from '../../../src/improvement/improvement.ts';
import type { improvementLineOut, improvementPageOut, repetitionsOut } from '../../../src/improvement/view.ts';
import type { Topic } from '../../server/queries.ts';
import { said, t } from '../../words/words.ts';

/** What the server says of corrective and preventive actions. */
export type ActionLine = z.output<typeof improvementLineOut>;
export type ActionPage = z.output<typeof improvementPageOut>;
export type Measure = ActionPage['plan'][number];
export type Repetitions = z.output<typeof repetitionsOut>;
export type Repetition = Repetitions['items'][number];

export const actionStateWords = (state: string): string => t(`improvement.state_${state as ImprovementState}`);
export const sortWords = (sort: string): string => t(`improvement.sort_${sort as ImprovementSort}`);
export const causeWords = (cause: string): string => t(`improvement.cause_${cause as CauseSort}`);

/** What a repetition speaks of, in a line: "Complaint · Noise", "Return visit: fault found". */
export function patternWords(sort: string, names: Repetition['names']): string {
  if (sort === 'visit_fault') return t('improvement.pattern_visit_fault');
  const said1 = names.map((name) => said(name)).join(' · ');
  return sort === 'late' ? t('improvement.pattern_late', { promise: said1 }) : said1;
}

export function ruleWords(rule: NonNullable<Measure['rule']>): string {
  const what = t(`improvement.rule_${rule.type as RuleType}`);
  const name = rule.key === null ? what : `${what} ${rule.key}`;
  return rule.after === null
    ? t('improvement.rule_from', { rule: name, before: rule.before })
    : t('improvement.rule_changed', { rule: name, before: rule.before, after: rule.after });
}

/** Where a rule is looked at and changed. */
export function ruleAddress({ type, key }: NonNullable<Measure['rule']>): string {
  if (type === 'spot_check_plan') return `/quality/plans/${key}`;
  return `/administration/limits/${type === 'settings' ? 'house' : key}`;
}

export function changedBy(action: Pick<ActionLine, 'id'>): Topic[] {
  return [`improvement/${action.id}`, 'improvement', 'commitment'];
}
