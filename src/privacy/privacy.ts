import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';

/** What may be forgotten by age, and how young it may be at the least: nothing of a matter that might still be disputed. */
export const RULES = {
  ticket_texts: { least: 180 },
  contact_words: { least: 180 },
  files: { least: 90 },
  recordings: { least: 30 },
  former_residents: { least: 365 },
  drafts: { least: 7 },
  staff_files: { least: 365 },
} as const;

export type RuleKey = keyof typeof RULES;
export const RULE_KEYS = Object.keys(RULES) as [RuleKey, ...RuleKey[]];

export function whyNotDays(key: RuleKey, days: number | null): Refusal | null {
  const { least } = RULES[key];
  return days !== null && days < least ? refusal('retention.too_young', { least }) : null;
}
