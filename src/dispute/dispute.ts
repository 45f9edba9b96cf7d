import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';

export const ATTEMPT_RESULTS = ['agreed', 'closer', 'no_agreement', 'not_held'] as const;

/** What is owed in a dispute: the next meeting, and looking whether the agreement holds. */
export const NEXT_MEETING = 'mediation';
export const AGREEMENT_CHECK = 'agreement_check';

type Side = { id: string; customerId: string | null; placeId: string | null };

/** The outcome that stands, and which parties have confirmed it. */
export type Standing = {
  kind: 'agreement' | 'referral';
  confirmedBy: readonly string[];
  holds: boolean | null;
};

export type DisputeFacts = {
  parties: readonly Side[];
  spoke: readonly string[];
  /** Who came to a meeting. */
  met: readonly string[];
  attempts: number;
  standing: Standing | null;
};

/** Nobody disputes with himself: neither the same customer twice, nor the same flat. */
export function whyNotJoin({ parties, standing }: DisputeFacts, side: Omit<Side, 'id'>): Refusal | null {
  if (standing !== null) return refusal('dispute.ended');
  const there = parties.some(
    (one) =>
      (side.customerId !== null && one.customerId === side.customerId) ||
      (side.placeId !== null && one.placeId === side.placeId),
  );
  return there ? refusal('dispute.same_party') : null;
}

/** Whoever said something or was met stays a party; entered by mistake he may be taken out again. */
export function whyNotLeave({ spoke, met, standing }: DisputeFacts, partyId: string): Refusal | null {
  if (standing !== null) return refusal('dispute.ended');
  return spoke.includes(partyId) || met.includes(partyId) ? refusal('dispute.party_spoke') : null;
}

export function whyNotState({ standing }: DisputeFacts): Refusal | null {
  return standing === null ? null : refusal('dispute.ended');
}

/** Between fewer than two there is nothing to mediate. */
export function whyNotMediate(facts: DisputeFacts): Refusal | null {
  return whyNotState(facts) ?? (facts.parties.length < 2 ? refusal('dispute.one_party') : null);
}

/** An agreement comes out of an attempt at one. */
export function whyNotAgree(facts: DisputeFacts): Refusal | null {
  return whyNotMediate(facts) ?? (facts.attempts === 0 ? refusal('dispute.not_mediated') : null);
}

function whyNoAgreement({ standing }: DisputeFacts): Refusal | null {
  return standing?.kind === 'agreement' ? null : refusal('dispute.no_agreement');
}

export function whyNotConfirm(facts: DisputeFacts): Refusal | null {
  return whyNoAgreement(facts) ?? (unconfirmed(facts) === 0 ? refusal('dispute.all_confirmed') : null);
}

/** Taken back before it was confirmed by all, or looked after: then it stands. */
export function whyNotTakeBack(facts: DisputeFacts): Refusal | null {
  if (facts.standing === null) return refusal('dispute.no_outcome');
  if (facts.standing.holds !== null) return refusal('dispute.checked');
  const stands = facts.standing.kind === 'agreement' && unconfirmed(facts) === 0;
  return stands ? refusal('dispute.all_confirmed') : null;
}

export function whyNotCheck(facts: DisputeFacts): Refusal | null {
  const missing = whyNoAgreement(facts);
  if (missing) return missing;
  if (facts.standing!.holds !== null) return refusal('dispute.checked');
  const waits = unconfirmed(facts);
  return waits > 0 ? refusal('dispute.unconfirmed', { count: waits }) : null;
}

/** How many parties have not confirmed what was agreed. */
export function unconfirmed({ parties, standing }: DisputeFacts): number {
  return parties.filter(({ id }) => !standing?.confirmedBy.includes(id)).length;
}
