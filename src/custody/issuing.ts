import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { CustodyKind } from '../pack/custody.ts';

type Application = NonNullable<CustodyKind['application']>;
type Asking = { kind: string; fields: Readonly<Record<string, unknown>> };

/** Whether a ticket asks for just this: of a kind that asks for one of several, by what was chosen. */
export function isFor({ kind, when }: Application, ticket: Asking): boolean {
  return ticket.kind === kind && (!when || ticket.fields[when.field] === when.is);
}

/** A number that the house gives itself: `YZ-2026-001`. */
export function numberInSeries(series: string, year: number, no: number): string {
  return [series, year, String(no).padStart(3, '0')].join('-');
}

/** What the house numbers itself nobody numbers by hand; what it does not, comes with its number. */
export function whyNotNumber({ series }: Pick<CustodyKind, 'series'>, said: string | undefined): Refusal | null {
  if (series !== undefined) return said === undefined ? null : refusal('custody.numbered_here', { path: 'number' });
  return said === undefined ? refusal('custody.number_needed', { path: 'number' }) : null;
}

/** It is issued once its application is approved. */
export function whyNotApproved(
  { approval }: Application,
  { number }: { number: number },
  verdicts: Readonly<Record<string, 'approved' | 'refused'>>,
): Refusal | null {
  return verdicts[approval] === 'approved' ? null : refusal('custody.not_approved', { number });
}
