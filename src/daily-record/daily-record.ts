import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { Kind } from '../pack/format.ts';
import type { KindType } from '../pack/functions.ts';

/** What customers reported, what is still to be solved, and complaints or suggestions that our own running caused. */
export const LINE_SORTS = ['reported', 'to_solve', 'internal'] as const;
export type LineSort = (typeof LINE_SORTS)[number];

/** What is owed, as commitments: the record of the day, and that each department says that it has its part. */
export const OWED_AS = { record: 'daily_record', handover: 'acknowledge_daily_record' } as const;

/** What counts as a problem: a question answered, praise and our own tasks are none. */
export const PROBLEMS: readonly KindType[] = ['complaint', 'suggestion', 'request', 'repair', 'help', 'dispute'];

type Standing = { until_at: Instant; handed_at: Instant | null };

/** Once it is handed over nothing is added any more. */
export function whyNotWrite(record: Pick<Standing, 'handed_at'>): Refusal | null {
  return record.handed_at === null ? null : refusal('daily_record.handed_over');
}

/** It is handed over once, when its day is over. */
export function whyNotHandOver(record: Standing, now: Instant): Refusal | null {
  return whyNotWrite(record) ?? (now < record.until_at ? refusal('daily_record.day_not_over') : null);
}

export function whyNotAcknowledge(handover: { acknowledged_at: Instant | null }): Refusal | null {
  return handover.acknowledged_at === null ? null : refusal('daily_record.acknowledged');
}

/** Whether a complaint or suggestion was caused by our own running: it names something that its kind marks so. */
export function isInternal(kind: Kind, fields: Readonly<Record<string, unknown>>): boolean {
  if (kind.type !== 'complaint' && kind.type !== 'suggestion') return false;
  return kind.fields.some(({ key, choices }) =>
    (choices ?? []).some((choice) => choice.internal === true && fields[key] === choice.key),
  );
}
