import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, idOut, OK } from '../platform/http/shapes.ts';
import { answerConversation } from './commands/answer-conversation.ts';
import { closeConversation, reopenConversation } from './commands/close-conversation.ts';
import { knowCustomer } from './commands/know-customer.ts';
import { noteOnConversation } from './commands/note-on-conversation.ts';
import { joinTicket, openFromMessage } from './commands/open-from-message.ts';
import { recallMessage } from './commands/recall-message.ts';
import { takeConversation } from './commands/take-conversation.ts';
import {
  answerInput,
  closeInput,
  conversationsQuery,
  joinInput,
  knowInput,
  noteInput,
  openInput,
  takeInput,
} from './inputs.ts';
import { countConversations, listConversations } from './list.ts';
import { conversationPage } from './page.ts';
import { conversationOut, conversationsOut, countsOut } from './view.ts';

const params = z.object({ id: id('conversation') });
const tag = 'Conversations';
const admits = 'conversation.answer';

const READS: Route[] = [
  route({
    name: 'listConversations',
    method: 'GET',
    path: '/conversations',
    admits: 'conversation.see',
    tag,
    summary: 'What is written to us and by us, thread by thread',
    query: conversationsQuery,
    answer: conversationsOut,
    handle: (context, { query }) => listConversations(context, query),
  }),
  route({
    name: 'countConversations',
    method: 'GET',
    path: '/conversations/counts',
    admits: 'conversation.see',
    tag,
    summary: 'How many wait for an answer, and whose they are',
    answer: countsOut,
    handle: (context) => countConversations(context),
  }),
  route({
    name: 'readConversation',
    method: 'GET',
    path: '/conversations/:id',
    admits: 'conversation.see',
    tag,
    summary: 'One conversation, with every message and its matters',
    params,
    answer: conversationOut,
    looks: ({ customer }) => (customer ? [{ customerId: customer.id, way: 'desk', whole: false }] : []),
    handle: (context, { params: { id: conversation } }) => conversationPage(context, conversation),
  }),
];

const WORDS: Route[] = [
  route({
    name: 'answerConversation',
    method: 'POST',
    path: '/conversations/:id/answers',
    admits,
    tag,
    summary: 'Answer the way the customer wrote',
    about:
      'It goes after ten seconds, in which it can be taken back, or at `sendAt`. What was promised is kept when it has gone. Refused where somebody wrote meanwhile: send the `newestId` you read as `seen`.',
    params,
    body: answerInput,
    answer: done,
    handle: async (context, { params: { id: conversation }, body }) => {
      await answerConversation(context, conversation, body);
      return OK;
    },
  }),
  route({
    name: 'recallMessage',
    method: 'POST',
    path: '/conversations/:id/messages/:messageId/recall',
    admits,
    tag,
    summary: 'Take back an answer that has not gone yet',
    params: params.extend({ messageId: id('message') }),
    answer: done,
    handle: async (context, { params: { id: conversation, messageId } }) => {
      await recallMessage(context, conversation, messageId);
      return OK;
    },
  }),
  route({
    name: 'noteOnConversation',
    method: 'POST',
    path: '/conversations/:id/notes',
    admits,
    tag,
    summary: 'Write down what colleagues should know; it never goes out',
    params,
    body: noteInput,
    answer: done,
    handle: async (context, { params: { id: conversation }, body }) => {
      await noteOnConversation(context, conversation, body);
      return OK;
    },
  }),
];

const COURSE: Route[] = [
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

/** What is written to us and by us, whichever channel carries it. */
export const conversationRoutes: Route[] = [...READS, ...WORDS, ...COURSE];
