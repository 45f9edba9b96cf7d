import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, OK } from '../platform/http/shapes.ts';
import { acceptNote } from './commands/accept-note.ts';
import { handOver } from './commands/hand-over.ts';
import { acceptInput, handOverInput, notesQuery, openQuery } from './inputs.ts';
import { listNotes, notePage, notHandedOver, openNow } from './list.ts';
import { askedOut, handedOut, notePageOut, notesOut, openOut } from './view.ts';

const params = z.object({ id: id('shift_note') });
const tag = 'Shifts';

/** The handover of the front desk's shift: written from what is open, accepted by the next. */
export const shiftNoteRoutes: Route[] = [
  route({
    name: 'listShiftNotes',
    method: 'GET',
    path: '/shift-notes',
    admits: 'commitment.see',
    tag,
    summary: 'Handover notes, the newest first',
    query: notesQuery,
    answer: notesOut,
    handle: (context, { query }) => listNotes(context, query),
  }),
  route({
    name: 'readOpenShift',
    method: 'GET',
    path: '/shift-notes/open',
    admits: 'contact.record',
    tag,
    summary: 'What a handover note would say now: what is open at a post and what happened in the shift',
    query: openQuery,
    answer: openOut,
    handle: (context, { query }) => openNow(context, query.post),
  }),
  route({
    name: 'readShiftAsked',
    method: 'GET',
    path: '/shift-notes/asked',
    admits: 'contact.record',
    tag,
    summary: 'Whether the caller is at a front desk post that he has not handed over',
    answer: askedOut,
    handle: (context) => notHandedOver(context),
  }),
  route({
    name: 'readShiftNote',
    method: 'GET',
    path: '/shift-notes/:id',
    admits: 'commitment.see',
    tag,
    summary: 'One handover note as it was written',
    params,
    answer: notePageOut,
    handle: (context, { params: { id: noteId } }) => notePage(context, noteId),
  }),
  route({
    name: 'handOverShift',
    method: 'POST',
    path: '/shift-notes',
    admits: 'contact.record',
    tag,
    summary: 'Hand the shift over; what is open is written down as it stands at this moment',
    body: handOverInput,
    answer: handedOut,
    handle: async (context, { body }) => ({ id: await handOver(context, body) }),
  }),
  route({
    name: 'acceptShift',
    method: 'POST',
    path: '/shift-notes/:id/accept',
    admits: 'contact.record',
    tag,
    summary: 'Accept the shift, with a question or remark',
    params,
    body: acceptInput,
    answer: done,
    handle: async (context, { params: { id: noteId }, body }) => {
      await acceptNote(context, noteId, body);
      return OK;
    },
  }),
];
