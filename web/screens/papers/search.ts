import { DEALING_WAYS } from '../../../src/liaison/liaison.ts';
import { DOCUMENT_STATES } from '../../../src/document/document.ts';
import { DOCUMENT_WAYS } from '../../../src/document/rules.ts';
import { DUE_STATES, MEETING_ITEM_SORTS, MEETING_STATES } from '../../../src/meeting/meeting.ts';
import type { Period } from '../../matter/periods.ts';
import { periodIn, spanOf } from '../../matter/periods.ts';
import type { Query } from '../../server/api.ts';
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

/** What stands in the address of another list says nothing here. */
const among = <One extends string>(all: readonly One[], value: string | undefined): One | undefined =>
  all.find((one) => one === value);

/** What each list asks for. */
export const queryOf: Record<PaperList, (search: PapersSearch) => Query> = {
  meetings: ({ period, sort, state, person }) => ({
    ...spanOf(period),
    sort,
    state: among(MEETING_STATES, state),
    member: person,
  }),
  dues: ({ period, sort, state }) => ({ ...spanOf(period), sort, state: among(DUE_STATES, state) }),
  items: ({ period, sort, open, person }) => ({
    ...spanOf(period),
    sort: among(MEETING_ITEM_SORTS, sort),
    open,
    person,
  }),
  documents: ({ period, state, way, kind, class: held, counterpart, text, person, lent, over }) => ({
    ...spanOf(period),
    state: among(DOCUMENT_STATES, state),
    way: among(DOCUMENT_WAYS, way),
    kind,
    class: held,
    counterpart,
    text,
    person,
    lent,
    over,
  }),
  bodies: ({ kind, person, text }) => ({ kind, person, text }),
  matters: ({ period, kind, person, open, late, ticket }) => ({
    ...spanOf(period),
    kind,
    person,
    open,
    late,
    ticket,
  }),
  dealings: ({ period, kind, way, person }) => ({
    ...spanOf(period),
    kind,
    way: among(DEALING_WAYS, way),
    by: person,
  }),
};
