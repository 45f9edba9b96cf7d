import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, idOut, OK } from '../platform/http/shapes.ts';
import { addMeetingItem } from './commands/add-item.ts';
import { answerInvitation } from './commands/answer-invitation.ts';
import { callMeeting } from './commands/call-meeting.ts';
import { cancelMeeting } from './commands/cancel-meeting.ts';
import { changeMeeting } from './commands/change-meeting.ts';
import { closeMeeting } from './commands/close-meeting.ts';
import { writeMinutes } from './commands/write-minutes.ts';
import { listMeetingDues } from './dues.ts';
import {
  answerInput,
  callInput,
  cancelInput,
  changeInput,
  duesQuery,
  itemInput,
  meetingItemsQuery,
  meetingsQuery,
  minutesInput,
} from './inputs.ts';
import { listMeetingItems } from './items.ts';
import { listMeetings, readMeetingSorts } from './list.ts';
import { readMeeting } from './page.ts';
import { duesOut, meetingItemsOut, meetingOut, meetingSortsOut, meetingsOut } from './view.ts';

const params = z.object({ id: id('meeting') });
const tag = 'Meetings';
const common = { tag, admits: 'signed-in', token: ['meeting.call', 'report.see'] } as const;

const reads: Route[] = [
  route({
    ...common,
    name: 'listMeetings',
    method: 'GET',
    path: '/meetings',
    summary: 'Meetings one was invited to, and those of what one calls meetings of, the newest first',
    query: meetingsQuery,
    answer: meetingsOut,
    handle: (context, { query }) => listMeetings(context, query),
  }),
  route({
    ...common,
    name: 'readMeetingSorts',
    method: 'GET',
    path: '/meeting-sorts',
    summary: 'The sorts of meeting of the house',
    answer: meetingSortsOut,
    handle: (context) => readMeetingSorts(context),
  }),
  route({
    ...common,
    name: 'listMeetingDues',
    method: 'GET',
    path: '/meeting-dues',
    summary: 'The regular meetings owed period by period: held, missed or to come',
    query: duesQuery,
    answer: duesOut,
    handle: (context, { query }) => listMeetingDues(context, query),
  }),
  route({
    ...common,
    name: 'listMeetingItems',
    method: 'GET',
    path: '/meeting-items',
    summary: 'Problems and ideas that meetings left to be done, with who sees to each and what came of it',
    query: meetingItemsQuery,
    answer: meetingItemsOut,
    handle: (context, { query }) => listMeetingItems(context, query),
  }),
  route({
    ...common,
    name: 'readMeeting',
    method: 'GET',
    path: '/meetings/:id',
    summary: 'One meeting: agenda, members, record, and what it left to be done',
    params,
    answer: meetingOut,
    handle: (context, given) => readMeeting(context, given.params.id),
  }),
];

const writes: Route[] = [
  route({
    name: 'callMeeting',
    method: 'POST',
    path: '/meetings',
    admits: 'meeting.call',
    tag,
    summary: 'Call a meeting; whoever is invited is told',
    status: 201,
    body: callInput,
    answer: z.object({ id: idOut('meeting') }),
    handle: async (context, { body }) => ({ id: await callMeeting(context, body) }),
  }),
  route({
    ...common,
    name: 'changeMeeting',
    method: 'PUT',
    path: '/meetings/:id',
    summary: 'Arrange a meeting otherwise before it is held: move it, invite others, change the agenda',
    params,
    body: changeInput,
    answer: done,
    handle: async (context, { params: { id: meeting }, body }) => {
      await changeMeeting(context, meeting, body);
      return OK;
    },
  }),
  route({
    ...common,
    name: 'answerInvitation',
    method: 'POST',
    path: '/meetings/:id/answer',
    summary: 'Say that one comes, or why not',
    params,
    body: answerInput,
    answer: done,
    handle: async (context, { params: { id: meeting }, body }) => {
      await answerInvitation(context, meeting, body);
      return OK;
    },
  }),
  route({
    ...common,
    name: 'cancelMeeting',
    method: 'POST',
    path: '/meetings/:id/cancel',
    summary: 'Call a meeting off; whoever was invited is told',
    params,
    body: cancelInput,
    answer: done,
    handle: async (context, { params: { id: meeting }, body }) => {
      await cancelMeeting(context, meeting, body);
      return OK;
    },
  }),
  route({
    ...common,
    name: 'writeMinutes',
    method: 'PUT',
    path: '/meetings/:id/minutes',
    summary: 'Say who came, and what was said and decided point by point',
    about: 'The first of it says that the meeting was held: what is owed for its period is kept.',
    params,
    body: minutesInput,
    answer: done,
    handle: async (context, { params: { id: meeting }, body }) => {
      await writeMinutes(context, meeting, body);
      return OK;
    },
  }),
  route({
    ...common,
    name: 'addMeetingItem',
    method: 'POST',
    path: '/meetings/:id/items',
    summary: 'Carry a problem or an idea from a meeting as an item of somebody’s day plan',
    params,
    status: 201,
    body: itemInput,
    answer: z.object({ id: idOut('work_item') }),
    handle: async (context, given) => ({ id: await addMeetingItem(context, given.params.id, given.body) }),
  }),
  route({
    ...common,
    name: 'closeMeeting',
    method: 'POST',
    path: '/meetings/:id/close',
    summary: 'As its chair, sign the record; it is not changed any more',
    params,
    answer: done,
    handle: async (context, given) => {
      await closeMeeting(context, given.params.id);
      return OK;
    },
  }),
];

/** Meetings: called, held, recorded, signed, and what each leaves to be done. */
export const meetingRoutes: Route[] = [...reads, ...writes];
