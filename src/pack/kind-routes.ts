import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { intakeOut, readIntake } from './intake-view.ts';

export const kindRoutes: Route[] = [
  route({
    name: 'listKinds',
    method: 'GET',
    path: '/kinds',
    admits: 'signed-in',
    token: ['ticket.see', 'ticket.open', 'contact.record'],
    tag: 'Desk',
    summary: 'Kinds of matter with their fields, and whom work can be given to',
    answer: intakeOut,
    handle: (context) => readIntake(context),
  }),
];
