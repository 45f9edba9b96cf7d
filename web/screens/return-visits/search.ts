import { idIn } from '../../server/ids.ts';
import type { Period } from '../../matter/periods.ts';
import { periodIn } from '../../matter/periods.ts';

export const views = ['due', 'sign', 'record'] as const;
export type View = (typeof views)[number];

export const outcomes = ['made', 'declined', 'unreachable'] as const;
export type Outcome = (typeof outcomes)[number];

/** What the address of the lists says. */
export type VisitSearch = {
  view?: View | undefined;
  mine?: boolean | undefined;
  rule?: string | undefined;
  place?: string | undefined;
  late?: boolean | undefined;
  period?: Period | undefined;
  state?: Outcome | undefined;
  satisfaction?: number | undefined;
  fault?: boolean | undefined;
};

/** Whatever else an address says is left out: it may be old, or mistyped. */
export function visitSearch(given: Record<string, unknown>): VisitSearch {
  const text = (key: string) => (typeof given[key] === 'string' ? (given[key] as string) : undefined);
  const yes = (key: string) => (given[key] === true ? true : undefined);
  const marks = Number(given['satisfaction']);
  return {
    view: views.find((one) => one === given['view']),
    mine: yes('mine'),
    rule: text('rule')?.slice(0, 60),
    place: idIn(given['place']),
    late: yes('late'),
    period: periodIn(given['period']),
    state: outcomes.find((one) => one === given['state']),
    satisfaction: Number.isInteger(marks) && marks >= 1 && marks <= 5 ? marks : undefined,
    fault: typeof given['fault'] === 'boolean' ? given['fault'] : undefined,
  };
}
