import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, OK } from '../platform/http/shapes.ts';
import { answerConversation } from './commands/answer-conversation.ts';
import { askAside } from './commands/ask-aside.ts';
import { noteOnConversation } from './commands/note-on-conversation.ts';
import { recallMessage } from './commands/recall-message.ts';
import { answerInput, asideInput, conversationsQuery, noteInput } from './inputs.ts';
import { courseRoutes } from './routes-course.ts';
import { countConversations, listConversations, waysIn } from './list.ts';
import { conversationPage } from './page.ts';
import { conversationOut, conversationsOut, countsOut, waysOut } from './view.ts';

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
    name: 'listWaysIn',
    method: 'GET',
    path: '/conversations/channels',
    admits: 'conversation.see',
    tag,
    summary: 'The channels by which messages come in and go out',
    answer: waysOut,
    handle: (context) => waysIn(context),
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

const asideRoute = route({
  name: 'askAside',
  method: 'POST',
  path: '/tickets/:id/asides',
  admits,
  tag,
  summary: 'Ask somebody who is not the customer about a matter, by mail',
  about:
    'A conversation of its own begins. Answers come into the matter, whoever asked and whoever has it hear of them; the customer sees nothing of it. It goes after ten seconds, in which it can be taken back.',
  status: 201,
  params: z.object({ id: id('ticket') }),
  body: asideInput,
  answer: done,
  handle: async (context, { params: { id: ticket }, body }) => {
    await askAside(context, ticket, body);
    return OK;
  },
});

/** What is written to us and by us, whichever channel carries it. */
export const conversationRoutes: Route[] = [...READS, ...WORDS, asideRoute, ...courseRoutes];
