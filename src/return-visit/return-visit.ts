import type { Selectable } from 'kysely';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { VisitRule } from '../pack/format.ts';
import type { ReturnVisitTable } from './table.ts';

export type Visit = Selectable<ReturnVisitTable>;

/** What the rules of a kind look at. */
export type VisitFacts = { vip: boolean; safetyPlace: boolean };

/** The first rule that fits says by when somebody is visited (VISIT-01); null where the kind visits nobody. */
export function ruleFor(rules: readonly VisitRule[], facts: VisitFacts): VisitRule | null {
  const holds = { vip: facts.vip, safety_place: facts.safetyPlace };
  return rules.find((rule) => rule.when.every((condition) => holds[condition])) ?? null;
}

/** Whether what is due by one rule is due otherwise by the other: sooner or later, tried more often, or he may decline. */
export function differs(former: VisitRule, rule: VisitRule): boolean {
  const kept = ({ limit, mostAttempts, mayDecline }: VisitRule) => JSON.stringify([limit, mostAttempts, mayDecline]);
  return kept(former) !== kept(rule);
}

function whyNotDue(visit: Pick<Visit, 'state'>): Refusal | null {
  return visit.state === 'due' ? null : refusal('return_visit.ended', { state: visit.state });
}

export function whyNotAttempt(visit: Pick<Visit, 'state'>): Refusal | null {
  return whyNotDue(visit);
}

export function whyNotMake(visit: Pick<Visit, 'state'>): Refusal | null {
  return whyNotDue(visit);
}

/** VIPs and those who complained are visited without exception (VISIT-08). */
export function whyNotDecline(visit: Pick<Visit, 'state' | 'may_decline' | 'rule'>): Refusal | null {
  return whyNotDue(visit) ?? (visit.may_decline ? null : refusal('return_visit.no_exception', { rule: visit.rule }));
}

/** The slip of a visit that was made is signed once. */
export function whyNotSign(visit: Pick<Visit, 'state' | 'signed_at'>): Refusal | null {
  if (visit.state !== 'made') return refusal('return_visit.not_made');
  return visit.signed_at === null ? null : refusal('return_visit.already_signed');
}

/** Something was said on which the department must act: then its head says what the customer was told (VISIT-11). */
export function asksForAnAnswer(visit: Pick<Visit, 'opinion' | 'criticism' | 'adopted_proposals' | 'fault'>): boolean {
  return [visit.opinion, visit.criticism, visit.adopted_proposals, visit.fault].some((text) => text !== null);
}
