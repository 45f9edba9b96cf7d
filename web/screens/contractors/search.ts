import type { Period } from '../../matter/periods.ts';
import { periodIn, spanOf } from '../../matter/periods.ts';
import type { Query } from '../../server/api.ts';
import { idIn } from '../../server/ids.ts';

export const VIEWS = ['register', 'dues', 'checks', 'faults', 'figures'] as const;
export type View = (typeof VIEWS)[number];

/** What the address of the lists says. */
export type ContractorSearch = {
  view?: View | undefined;
  period?: Period | undefined;
  service?: string | undefined;
  contractor?: string | undefined;
  person?: string | undefined;
  state?: string | undefined;
  verdict?: string | undefined;
  over?: 'true' | undefined;
  ended?: 'true' | undefined;
};

const keyIn = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[a-z][a-z0-9_]{0,59}$/.test(value) ? value : undefined;

/** Whatever else an address says is left out: it may be old, or mistyped. */
export function contractorSearch(given: Record<string, unknown>): ContractorSearch {
  return {
    view: VIEWS.find((one) => one === given['view']),
    period: periodIn(given['period']),
    service: keyIn(given['service']),
    contractor: idIn(given['contractor']),
    person: idIn(given['person']),
    state: keyIn(given['state']),
    verdict: keyIn(given['verdict']),
    over: String(given['over']) === 'true' ? 'true' : undefined,
    ended: String(given['ended']) === 'true' ? 'true' : undefined,
  };
}

/** What stands in the address of another list says nothing here. */
const among = (all: readonly string[], value: string | undefined) => all.find((one) => one === value);
const checkStates = ['to_come', 'open', 'kept', 'kept_late', 'missed'];
const faultStates = ['open', 'late', 'mended', 'mended_late'];

/** What each list asks for. */
export const queryOf: Record<View, (search: ContractorSearch) => Query> = {
  register: ({ service, person, ended }) => ({ service, person, ended }),
  dues: ({ period, service, contractor, state, over }) => ({
    ...spanOf(period),
    service,
    contractor,
    over,
    state: among(checkStates, state),
  }),
  checks: ({ period, service, contractor, verdict, person }) => ({
    ...spanOf(period),
    service,
    contractor,
    verdict: among(['pass', 'fail'], verdict),
    by: person,
  }),
  faults: ({ period, service, contractor, state }) => ({
    ...spanOf(period),
    service,
    contractor,
    state: among(faultStates, state),
  }),
  figures: ({ period = 'month', service }) => ({ ...spanOf(period), service }),
};
