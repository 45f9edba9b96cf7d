import { dayNumber } from '../../../src/kernel/working-time/date.ts';
import { idIn } from '../../server/ids.ts';

export const lengths = ['day', 'week', 'month', 'quarter', 'custom'] as const;
export type Length = (typeof lengths)[number];
export const views = ['all', 'parts', 'causes'] as const;
export type View = (typeof views)[number];

/** What the address of the figures says: of when, of whom, beside what, which one, cut how, and whose records are open. */
export type FigureSearch = {
  view?: View | undefined;
  length?: Length | undefined;
  /** Any day of the period; of a period of one's own its first. */
  day?: string | undefined;
  /** Of a period of one's own: its last day. */
  last?: string | undefined;
  compare?: 'before' | 'year' | 'none' | undefined;
  department?: string | undefined;
  measure?: string | undefined;
  by?: string | undefined;
  field?: string | undefined;
  records?: string | undefined;
};

const date = (value: unknown): string | undefined =>
  typeof value === 'string' && dayNumber(value) !== null ? value : undefined;
const key = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[a-z_]{1,60}$/.test(value) ? value : undefined;

/** Whatever else an address says is left out: it may be old, or mistyped. */
export function figureSearch(given: Record<string, unknown>): FigureSearch {
  const one = <Name extends string>(names: readonly Name[], value: unknown) => names.find((name) => name === value);
  const found = {
    view: one(views, given['view']),
    length: one(lengths, given['length']),
    day: date(given['day']),
    last: date(given['last']),
    compare: one(['before', 'year', 'none'] as const, given['compare']),
    department: idIn(given['department']),
    measure: key(given['measure']),
    by: key(given['by']),
    field: key(given['field']),
    records: recordsIn(given['records']),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

/** Only an address of records of figures, as the server gives them. */
function recordsIn(value: unknown): string | undefined {
  return typeof value === 'string' && /^\/api\/figures\/[a-z_]+\/records\?/.test(value) ? value : undefined;
}
