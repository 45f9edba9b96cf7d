import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import { isAsked } from '../pack/asked.ts';
import type { Kind } from '../pack/format.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The fields in which a kind with the guard `facts_established` keeps what is proven, by what, and its evidence. */
export const FACT_FIELDS = { facts: 'facts', provenBy: 'proven_by', evidence: 'evidence' } as const;

/** What weighs for either side, and who is liable, is said of liability, and stands on facts. */
const LIABILITY = ['customer_interest', 'firm_interest', 'liable'];

/** What is proven and by what stands there; and its evidence: files of the matter, or in words what is kept where, or why there is none. */
export function isEstablished(fields: Fields, files: number): boolean {
  const { facts, provenBy, evidence } = FACT_FIELDS;
  return Boolean(fields[facts]) && Boolean(fields[provenBy]) && (files > 0 || Boolean(fields[evidence]));
}

/** Facts are to be established where the kind asks for them: always, or once another field says that liability is asked about. */
export function whyNotEstablished(kind: Kind, fields: Fields, files: number): Refusal | null {
  const asked = isAsked(kind.fields, FACT_FIELDS.facts, fields);
  return asked && !isEstablished(fields, files) ? refusal('ticket.facts_missing') : null;
}

/** Nothing is said on liability before the facts are established, in a kind that has the guard (PRIN-06). */
export function whyNotWeigh(kind: Kind, fields: Fields, files: number): Refusal | null {
  if (!kind.guards.resolve.includes('facts_established')) return null;
  if (weighs(fields)) return isEstablished(fields, files) ? null : refusal('ticket.facts_missing');
  return whyNotEstablished(kind, fields, files);
}

/** Whether something is said on liability. */
export function weighs(fields: Fields): boolean {
  return LIABILITY.some((key) => Boolean(fields[key]));
}
