import type { Selectable } from 'kysely';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { VacancyTable } from './table.ts';

/** A unit that stands empty: on the list of vacant units from one day on until somebody lives or works there again (PTRL-06). */
export type Vacancy = Selectable<VacancyTable>;

export const REASONS = ['not_sold', 'not_let', 'moved_out', 'other'] as const;
export type Reason = (typeof REASONS)[number];

export const ENDED_AS = ['occupied', 'closed', 'by_mistake'] as const;
export type EndedAs = (typeof ENDED_AS)[number];

/** Who being on file at a unit means that it is not vacant; an owner may live elsewhere. */
export const OCCUPANTS = ['resident', 'tenant', 'user'] as const;

type Unit = { kind: string; code: string; closed_at: unknown };
type Facts = {
  /** Residents, tenants and users on file there today. */
  occupants: number;
  isListed: boolean;
  today: string;
};

/** Only a unit stands empty, and only where nobody is on file as living or working there. Days as YYYY-MM-DD. */
export function whyNotVacant(unit: Unit, { occupants, isListed, today }: Facts, since: string): Refusal | null {
  if (unit.kind !== 'unit') return refusal('vacancy.no_unit', { path: 'placeId', code: unit.code });
  if (unit.closed_at !== null) return refusal('place.closed', { path: 'placeId', code: unit.code });
  if (isListed) return refusal('vacancy.listed', { path: 'placeId', code: unit.code });
  if (occupants > 0) return refusal('vacancy.occupied', { path: 'placeId', code: unit.code, n: occupants });
  return since > today ? refusal('vacancy.in_future', { path: 'since' }) : null;
}

export function whyNotEnd({ ended_at }: Pick<Vacancy, 'ended_at'>): Refusal | null {
  return ended_at === null ? null : refusal('vacancy.ended');
}
