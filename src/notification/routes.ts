import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id } from '../platform/http/shapes.ts';
import { acknowledgeNotification } from './commands/acknowledge-notification.ts';
import { readAllNotifications, readNotification } from './commands/read-notifications.ts';
import { myNotifications, notificationsQuery } from './list.ts';
import { notificationsOut } from './view.ts';

const params = z.object({ id: id('notification') });
const ok = { ok: true as const };

/** What the house told me. Everybody's own: there is no reading another's. */
export const notificationRoutes: Route[] = [
  route({
    name: 'listNotifications',
    method: 'GET',
    path: '/notifications',
    admits: 'signed-in',
    token: ['ticket.see'],
    tag: 'Notifications',
    summary: 'What I was told, newest first',
    query: notificationsQuery,
    answer: notificationsOut,
    handle: (context, { query }) => myNotifications(context, query),
  }),
  route({
    name: 'readNotification',
    method: 'POST',
    path: '/notifications/:id/read',
    admits: 'signed-in',
    token: ['ticket.handle'],
    tag: 'Notifications',
    summary: 'I have read it',
    params,
    answer: done,
    handle: async (context, { params: { id: notificationId } }) => {
      await readNotification(context, notificationId);
      return ok;
    },
  }),
  route({
    name: 'readAllNotifications',
    method: 'POST',
    path: '/notifications/read',
    admits: 'signed-in',
    token: ['ticket.handle'],
    tag: 'Notifications',
    summary: 'I have read all, save what waits for my "I know"',
    answer: done,
    handle: async (context) => {
      await readAllNotifications(context);
      return ok;
    },
  }),
  route({
    name: 'acknowledgeNotification',
    method: 'POST',
    path: '/notifications/:id/acknowledge',
    admits: 'signed-in',
    token: ['ticket.handle'],
    tag: 'Notifications',
    summary: 'I know: the clock need not tell me again',
    params,
    answer: done,
    handle: async (context, { params: { id: notificationId } }) => {
      await acknowledgeNotification(context, notificationId);
      return ok;
    },
  }),
];
