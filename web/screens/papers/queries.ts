import { DOCUMENT_STATES, DOCUMENT_WAYS } from '../../../src/document/document.ts';
import { DEALING_WAYS } from '../../../src/liaison/liaison.ts';
import { DUE_STATES, MEETING_ITEM_SORTS, MEETING_STATES } from '../../../src/meeting/meeting.ts';
import { spanOf } from '../../matter/periods.ts';
import type { Query } from '../../server/api.ts';
import type { PaperList, PapersSearch } from './search.ts';

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
