import { RECORDS } from '../../../src/personnel/record.ts';
import type { Period } from '../../matter/periods.ts';
import { periodIn, spanOf } from '../../matter/periods.ts';
import type { Query } from '../../server/api.ts';
import { dayOf, ms } from '../../ui/time.ts';

export type StaffSearch = {
  department?: string | undefined;
  state?: string | undefined;
  period?: Period | undefined;
  of?: 'month' | 'quarter' | undefined;
  sort?: (typeof RECORDS)[number] | undefined;
};

const textIn = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** Whatever else an address says is left out: it may be old, or mistyped. */
export function staffSearch(given: Record<string, unknown>): StaffSearch {
  return {
    department: textIn(given['department']),
    state: ['due', 'submitted', 'open', 'approved'].find((one) => one === given['state']),
    period: periodIn(given['period']),
    of: given['of'] === 'quarter' ? 'quarter' : undefined,
    sort: RECORDS.find((one) => one === given['sort']),
  };
}

/** Whom a proposal is about. */
export function moveSearch(given: Record<string, unknown>): { person?: string | undefined } {
  return { person: textIn(given['person']) };
}

/** A period in days, as files say when something was. */
export function daysOf(period: Period | undefined): Query {
  const { from, until } = spanOf(period);
  return {
    from: from === undefined ? undefined : dayOf(ms(from)),
    until: until === undefined ? undefined : dayOf(ms(until)),
  };
}
