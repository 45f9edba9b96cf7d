import { ENTRY_SORTS, REQUEST_STATES } from '../../../src/material/material.ts';
import type { Period } from '../../matter/periods.ts';
import { periodIn, spanOf } from '../../matter/periods.ts';
import type { Query } from '../../server/api.ts';
import { idIn } from '../../server/ids.ts';
import { dayOf, ms } from '../../ui/time.ts';

export const views = ['plan', 'requests', 'stock', 'entries', 'costs'] as const;
export type View = (typeof views)[number];

export type MaterialsSearch = {
  view?: View | undefined;
  /** Of the plan: this one, or by department and month. */
  id?: string | undefined;
  department?: string | undefined;
  month?: string | undefined;
  state?: (typeof REQUEST_STATES)[number] | undefined;
  sort?: (typeof ENTRY_SORTS)[number] | undefined;
  material?: string | undefined;
  person?: string | undefined;
  low?: 'true' | undefined;
  period?: Period | undefined;
  from?: string | undefined;
  until?: string | undefined;
  q?: string | undefined;
};

const word = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value.slice(0, 100) : undefined;
const shaped = (value: unknown, shape: RegExp): string | undefined =>
  typeof value === 'string' && shape.test(value) ? value : undefined;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Whatever else an address says is left out: it may be old, or mistyped. */
export function materialsSearch(given: Record<string, unknown>): MaterialsSearch {
  return {
    view: views.find((one) => one === given['view']),
    id: idIn(given['id']),
    department: idIn(given['department']),
    month: shaped(given['month'], /^\d{4}-(0[1-9]|1[0-2])$/),
    state: REQUEST_STATES.find((one) => one === given['state']),
    sort: ENTRY_SORTS.find((one) => one === given['sort']),
    material: idIn(given['material']),
    person: idIn(given['person']),
    low: String(given['low']) === 'true' ? 'true' : undefined,
    period: periodIn(given['period']),
    from: shaped(given['from'], DAY),
    until: shaped(given['until'], DAY),
    q: word(given['q']),
  };
}

/** The days that the address names, else of its period. */
function daysOf({ period, from, until }: MaterialsSearch) {
  if (from || until) return { from, until };
  const span = spanOf(period);
  return { from: span.from && dayOf(ms(span.from)), until: span.until && dayOf(ms(span.until)) };
}

export const requestsQueryOf = ({ department, state, q, material, ...search }: MaterialsSearch): Query => ({
  department,
  state,
  q,
  material,
  ...daysOf(search),
});

export const entriesQueryOf = ({ department, sort, person, material, ...search }: MaterialsSearch): Query => ({
  department,
  sort,
  person,
  material,
  ...daysOf(search),
});
