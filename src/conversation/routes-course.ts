import { z } from 'zod';
import { colleaguesOut, colleaguesQuery } from '../organisation/colleagues.ts';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, idOut, OK } from '../platform/http/shapes.ts';
import { colleaguesAt } from './colleagues.ts';
import { closeConversation, reopenConversation } from './commands/close-conversation.ts';
import { changeGroup } from './commands/keep-group.ts';
import { knowCustomer } from './commands/know-customer.ts';
import { joinTicket, openFromMessage } from './commands/open-from-message.ts';
import { takeConversation } from './commands/take-conversation.ts';
import { closeInput, groupInput, joinInput, knowInput, openInput, takeInput } from './inputs.ts';

const params = z.object({ id: id('conversation') });
const tag = 'Conversations';
const admits = 'conversation.answer';

/** Whose a conversation is, who writes there, and which matters come of it. */
export const courseRoutes: Route[] = [
  route({
    name: 'findColleaguesForConversation',
    method: 'GET',
    path: '/conversations/:id/colleagues',
    admits: 'conversation.see',
    tag,
    summary: 'Colleagues by name or pinyin, and whether they may see it',
    params,
    query: colleaguesQuery,
    answer: colleaguesOut,
    handle: (context, { params: { id: conversation }, query }) => colleaguesAt(context, conversation, query.q),
  }),
  route({
    name: 'takeConversation',
    method: 'POST',
    path: '/conversations/:id/take',
    admits,
    tag,
    summary: 'Say who answers',
    params,
    body: takeInput,
    answer: done,
    handle: async (context, { params: { id: conversation }, body }) => {
      await takeConversation(context, conversation, body);
      return OK;
    },
  }),
  route({
    name: 'closeConversation',
    method: 'POST',
    path: '/conversations/:id/close',
    admits,
    tag,
    summary: 'Nothing is owed any more; a new message opens it again',
    params,
    body: closeInput,
    answer: done,
    handle: async (context, { params: { id: conversation }, body }) => {
      await closeConversation(context, conversation, body.because);
      return OK;
    },
  }),
  route({
    name: 'reopenConversation',
    method: 'POST',
    path: '/conversations/:id/reopen',
    admits,
    tag,
    summary: 'Closed by mistake: put it back among the open ones',
    params,
    answer: done,
    handle: async (context, { params: { id: conversation } }) => {
      await reopenConversation(context, conversation);
      return OK;
    },
  }),
  route({
    name: 'knowCorrespondent',
    method: 'POST',
    path: '/conversations/:id/customer',
    admits,
    tag,
    summary: 'Say who it is that writes; his address joins his record',
    params,
    body: knowInput,
    answer: done,
    handle: async (context, { params: { id: conversation }, body }) => {
      await knowCustomer(context, conversation, body);
      return OK;
    },
  }),
  route({
    name: 'changeGroup',
    method: 'PATCH',
    path: '/conversations/:id/group',
    admits,
    tag,
    summary: 'Say what sort of group it is, how one speaks there, and what its members are',
    params,
    body: groupInput,
    answer: done,
    handle: async (context, { params: { id: conversation }, body }) => {
      await changeGroup(context, conversation, body);
      return OK;
    },
  }),
  route({
    name: 'openFromMessage',
    method: 'POST',
    path: '/conversations/:id/tickets',
    admits,
    tag,
    summary: 'Make a matter of one or several messages; one message may open several',
    status: 201,
    params,
    body: openInput,
    answer: z.object({ id: idOut('ticket') }),
    handle: async (context, { params: { id: conversation }, body }) => ({
      id: await openFromMessage(context, conversation, body),
    }),
  }),
  route({
    name: 'joinTicket',
    method: 'POST',
    path: '/conversations/:id/join',
    admits,
    tag,
    summary: 'Say that messages belong to a matter there is',
    params,
    body: joinInput,
    answer: done,
    handle: async (context, { params: { id: conversation }, body }) => {
      await joinTicket(context, conversation, body);
      return OK;
    },
  }),
];
