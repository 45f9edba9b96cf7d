import type { Period } from '../../matter/periods.ts';
import { periodIn } from '../../matter/periods.ts';
import { idIn } from '../../server/ids.ts';

export const VIEWS = ['meetings', 'documents', 'liaison'] as const;
export type View = (typeof VIEWS)[number];
/** The lists of each tab, the first first. */
export const LISTS = {
  meetings: ['meetings', 'dues', 'items'],
  documents: ['documents'],
  liaison: ['bodies', 'matters', 'dealings'],
} as const;
export type PaperList = (typeof LISTS)[View][number];

const yes = ['true', 'false'] as const;
type Yes = (typeof yes)[number];

/** What the address of the lists says. */
export type PapersSearch = {
  view?: View | undefined;
  list?: PaperList | undefined;
  period?: Period | undefined;
  sort?: string | undefined;
  state?: string | undefined;
  open?: Yes | undefined;
  late?: Yes | undefined;
  lent?: Yes | undefined;
  over?: Yes | undefined;
  way?: string | undefined;
  kind?: string | undefined;
  class?: string | undefined;
  counterpart?: string | undefined;
  text?: string | undefined;
  person?: string | undefined;
  ticket?: string | undefined;
};

const keyIn = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[a-z][a-z0-9_]{0,59}$/.test(value) ? value : undefined;
const lineIn = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() ? value.slice(0, 100) : undefined;
const yesIn = (value: unknown): Yes | undefined => yes.find((one) => one === String(value));

/** Whatever else an address says is left out: it may be old, or mistyped. */
export function papersSearch(given: Record<string, unknown>): PapersSearch {
  const lists: readonly PaperList[] = Object.values(LISTS).flat();
  return {
    view: VIEWS.find((one) => one === given['view']),
    list: lists.find((one) => one === given['list']),
    period: periodIn(given['period']),
    sort: keyIn(given['sort']),
    state: keyIn(given['state']),
    open: yesIn(given['open']),
    late: yesIn(given['late']),
    lent: yesIn(given['lent']),
    over: yesIn(given['over']),
    way: keyIn(given['way']),
    kind: keyIn(given['kind']),
    class: keyIn(given['class']),
    counterpart: lineIn(given['counterpart']),
    text: lineIn(given['text']),
    person: idIn(given['person']),
    ticket: idIn(given['ticket']),
  };
}
