import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { Kind } from '../pack/format.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The fields in which a kind with the guard `facts_established` keeps what is proven, by what, and its evidence. */
export const FACT_FIELDS = { facts: 'facts', provenBy: 'proven_by', evidence: 'evidence' } as const;

/** What weighs for either side is said of liability, and stands on facts. */
const LIABILITY = ['customer_interest', 'firm_interest'];

/** What is proven and by what stands there; and its evidence: files of the matter, or in words what is kept where, or why there is none. */
export function isEstablished(fields: Fields, files: number): boolean {
  const { facts, provenBy, evidence } = FACT_FIELDS;
  return Boolean(fields[facts]) && Boolean(fields[provenBy]) && (files > 0 || Boolean(fields[evidence]));
}

/** Nothing is said on liability before the facts are established, where the kind asks for them (PRIN-06). */
export function whyNotWeigh(kind: Kind, fields: Fields, files: number): Refusal | null {
  if (!kind.guards.resolve.includes('facts_established') || isEstablished(fields, files)) return null;
  return refusal('ticket.facts_missing');
}

/** Whether an edit says something on liability. */
export function weighs(edit: Fields | undefined): boolean {
  return LIABILITY.some((key) => Boolean(edit?.[key]));
}
