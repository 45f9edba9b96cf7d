import type { Query } from '../../server/api.ts';
import { idIn } from '../../server/ids.ts';
import type { Period } from '../../matter/periods.ts';
import { periodIn, spanOf } from '../../matter/periods.ts';
import { PROPOSAL_STATES } from '../../../src/proposal/proposal.ts';

export const views = ['disputes', 'proposals', 'compliments', 'mine'] as const;
export type View = (typeof views)[number];

export const disputeOutcomes = ['none', 'agreement', 'referral', 'not_held'] as const;

/** What the address of the registers says. */
export type RegisterSearch = {
  view?: View | undefined;
  period?: Period | undefined;
  department?: string | undefined;
  person?: string | undefined;
  state?: (typeof PROPOSAL_STATES)[number] | undefined;
  outcome?: (typeof disputeOutcomes)[number] | undefined;
};

/** Whatever else an address says is left out: it may be old, or mistyped. */
export function registerSearch(given: Record<string, unknown>): RegisterSearch {
  return {
    view: views.find((one) => one === given['view']),
    period: periodIn(given['period']),
    department: idIn(given['department']),
    person: idIn(given['person']),
    state: PROPOSAL_STATES.find((one) => one === given['state']),
    outcome: disputeOutcomes.find((one) => one === given['outcome']),
  };
}

/** Only what the register of that view knows. */
export function queryOf({ view = 'disputes', period, department, person, state, outcome }: RegisterSearch): Query {
  const span = spanOf(period);
  if (view === 'disputes') return { ...span, outcome };
  if (view === 'proposals') return { ...span, department, state };
  return view === 'compliments' ? { ...span, department, person } : span;
}
