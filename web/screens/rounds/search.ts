import type { Query } from '../../server/api.ts';
import { idIn } from '../../server/ids.ts';
import type { Period } from '../../matter/periods.ts';
import { periodIn, spanOf } from '../../matter/periods.ts';

export const views = ['today', 'record', 'findings', 'vacant', 'shares', 'plans'] as const;
export type View = (typeof views)[number];
export const states = ['open', 'kept', 'missed'] as const;
export const results = ['ok', 'fault'] as const;
export const ways = ['handled', 'reported', 'suggested'] as const;
export const answers = ['waiting', 'late', 'answered'] as const;
export const reasons = ['not_sold', 'not_let', 'moved_out', 'other'] as const;
export const listed = ['ended', 'all'] as const;
export const inspections = ['late', 'due', 'ahead'] as const;

/** What the address of the lists says. */
export type RoundSearch = {
  view?: View | undefined;
  period?: Period | undefined;
  plan?: string | undefined;
  state?: (typeof states)[number] | undefined;
  result?: (typeof results)[number] | undefined;
  person?: string | undefined;
  way?: (typeof ways)[number] | undefined;
  reportedTo?: string | undefined;
  department?: string | undefined;
  answer?: (typeof answers)[number] | undefined;
  reason?: (typeof reasons)[number] | undefined;
  listed?: (typeof listed)[number] | undefined;
  inspection?: (typeof inspections)[number] | undefined;
  faults?: 'true' | undefined;
};

/** Whatever else an address says is left out: it may be old, or mistyped. */
export function roundSearch(given: Record<string, unknown>): RoundSearch {
  const one = <Value extends string>(values: readonly Value[], key: string): Value | undefined =>
    values.find((value) => value === given[key]);
  return {
    view: one(views, 'view'),
    period: periodIn(given['period']),
    plan: idIn(given['plan']),
    state: one(states, 'state'),
    result: one(results, 'result'),
    person: idIn(given['person']),
    way: one(ways, 'way'),
    reportedTo: idIn(given['reportedTo']),
    department: idIn(given['department']),
    answer: one(answers, 'answer'),
    reason: one(reasons, 'reason'),
    listed: one(listed, 'listed'),
    inspection: one(inspections, 'inspection'),
    faults: given['faults'] === true || given['faults'] === 'true' ? 'true' : undefined,
  };
}

export function queryOf({ period, plan, state, result, person }: RoundSearch): Query {
  return { ...spanOf(period), plan, state: state ?? 'all', result, person };
}

export function findingsQueryOf(search: RoundSearch): Query {
  const { period, plan, way, person, reportedTo, department, answer } = search;
  return { ...spanOf(period), plan, way, person, reportedTo, department, answer };
}

export function vacanciesQueryOf({ listed: state, reason, inspection, faults }: RoundSearch): Query {
  return { state: state ?? 'vacant', reason, inspection, faults };
}
