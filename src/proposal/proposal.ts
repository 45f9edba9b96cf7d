import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';

/** What becomes of a suggestion, as the department says and as the ticket keeps it. */
export const BECAME = ['adopted', 'partly', 'later', 'declined'] as const;
export type Became = (typeof BECAME)[number];

export const DEPARTMENT_ANSWER = 'department_answer';
export const CARRY_OUT = 'carry_out';

/** The states a proposal goes through (CONS-09); declined is its other end. */
export const PROPOSAL_STATES = [
  'received',
  'reviewed',
  'evaluated',
  'carrying_out',
  'carried_out',
  'declined',
] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

type Plan = { realisedAt: unknown } | null;
export type ProposalFacts = { passed: 'open' | 'answered' | null; plan: Plan; became: unknown };

/** With one department at a time. */
export function whyNotPass({ passed }: ProposalFacts): Refusal | null {
  return passed === 'open' ? refusal('proposal.with_department') : null;
}

export function whyNotAnswer({ passed }: ProposalFacts): Refusal | null {
  return passed === 'open' ? null : refusal(passed === null ? 'proposal.not_passed' : 'proposal.answered');
}

/** Planned is what was adopted, in whole or in part; what is done already is not planned anew. */
export function whyNotPlan({ plan, became }: ProposalFacts): Refusal | null {
  if (plan?.realisedAt) return refusal('proposal.realised');
  return became === 'adopted' || became === 'partly' ? null : refusal('proposal.not_adopted');
}

export function whyNotRealise({ plan }: ProposalFacts): Refusal | null {
  if (plan === null) return refusal('proposal.not_planned');
  return plan.realisedAt ? refusal('proposal.realised') : null;
}
