import { z } from 'zod';
import type { Route } from '../../platform/http/route.ts';
import { route } from '../../platform/http/route.ts';
import { done, id, OK } from '../../platform/http/shapes.ts';
import { chatBoard, meAtChat } from './board.ts';
import { takeChats, takeNoChats } from './commands/agent-state.ts';
import { acceptChat, declineChat, giveChat, keepChat } from './commands/take-chat.ts';
import { giveInput, stateInput } from './inputs.ts';
import { boardOut, meOut } from './view.ts';

const params = z.object({ id: id('conversation') });
const tag = 'Chat';
const admits = 'conversation.answer';

const OWN: Route[] = [
  route({
    name: 'readMyChatState',
    method: 'GET',
    path: '/chat/me',
    admits,
    tag,
    summary: 'Whether I take chats, how many I have, and which I am asked to take',
    answer: meOut,
    handle: (context) => meAtChat(context),
  }),
  route({
    name: 'setMyChatState',
    method: 'PUT',
    path: '/chat/me',
    admits,
    tag,
    summary: 'Take chats from now on, or none, with the reason',
    about: 'Whoever takes chats has a screen connected (the live socket); a minute without one gives back what he has.',
    body: stateInput,
    answer: done,
    handle: async (context, { body }) => {
      if (body.state === 'ready') await takeChats(context);
      else await takeNoChats(context, body.reason);
      return OK;
    },
  }),
  route({
    name: 'readChatBoard',
    method: 'GET',
    path: '/chat/board',
    admits: 'conversation.see',
    tag,
    summary: 'Who waits in the queue and since when, and who of us takes chats',
    answer: boardOut,
    handle: (context) => chatBoard(context),
  }),
];

const ACTS: Route[] = [
  route({
    name: 'acceptChat',
    method: 'POST',
    path: '/conversations/:id/chat/accept',
    admits,
    tag,
    summary: 'Take the chat one is asked to take',
    params,
    answer: done,
    handle: async (context, { params: { id: conversation } }) => {
      await acceptChat(context, conversation);
      return OK;
    },
  }),
  route({
    name: 'declineChat',
    method: 'POST',
    path: '/conversations/:id/chat/decline',
    admits,
    tag,
    summary: 'Do not take it: the next one is asked, and one is away until one says otherwise',
    params,
    answer: done,
    handle: async (context, { params: { id: conversation } }) => {
      await declineChat(context, conversation);
      return OK;
    },
  }),
  route({
    name: 'giveChat',
    method: 'POST',
    path: '/conversations/:id/chat/give',
    admits,
    tag,
    summary: 'Hand a chat over to a colleague or a department; it stays one’s own until it is accepted',
    params,
    body: giveInput,
    answer: done,
    handle: async (context, { params: { id: conversation }, body }) => {
      await giveChat(context, conversation, body);
      return OK;
    },
  }),
  route({
    name: 'keepChat',
    method: 'POST',
    path: '/conversations/:id/chat/keep',
    admits,
    tag,
    summary: 'Keep a chat after all that was being handed over',
    params,
    answer: done,
    handle: async (context, { params: { id: conversation } }) => {
      await keepChat(context, conversation);
      return OK;
    },
  }),
];

/** What those who answer do about chats (CHAN-04, PRIN-15); lines, phrases and matters are those of every conversation. */
export const chatRoutes: Route[] = [...OWN, ...ACTS];
