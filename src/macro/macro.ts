import type { z } from 'zod';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { stepInput } from './inputs.ts';

export type Step = z.output<typeof stepInput>;

/** What a text of a macro may leave open until it meets a ticket. */
export const PLACEHOLDERS = ['customer', 'number', 'title', 'place', 'owner', 'me'] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];
export type Facts = Record<Placeholder, string>;

const GAP = /\{([a-z_]+)\}/g;

/** The words with the ticket's own in their gaps. */
export function filledIn(text: string, facts: Facts): string {
  return text.replaceAll(GAP, (whole, name: string) => (name in facts ? facts[name as Placeholder] : whole));
}

/** The texts of a step that may have gaps. */
export function textsOf(step: Step): string[] {
  if (step.do === 'note' || step.do === 'answer') return [step.text];
  if (step.do === 'promise') return [step.words];
  if (step.do === 'offer') return [step.reason];
  return step.do === 'work_order' ? [step.task] : [];
}

/** Why these steps cannot be kept: a gap that nothing fills. */
export function whyNotSteps(steps: readonly Step[]): Refusal | null {
  const known: readonly string[] = PLACEHOLDERS;
  const gaps = steps.flatMap(textsOf).flatMap((text) => [...text.matchAll(GAP)].map((found) => found[1]!));
  const unknown = gaps.find((gap) => !known.includes(gap));
  return unknown === undefined ? null : refusal('macro.gap_unknown', { gap: unknown });
}

type Whose = { owner_id: string | null; retired_at: unknown };

/** Somebody's own is nobody else's; what is shared is changed by whoever distributes the work. */
export function whyNotEdit(macro: Whose, me: string | null, share: Refusal | null): Refusal | null {
  if (macro.retired_at !== null) return refusal('macro.retired');
  if (macro.owner_id === null) return share;
  return macro.owner_id === me ? null : refusal('macro.not_yours');
}
