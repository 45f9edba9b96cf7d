import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { ticketParams } from './answer.ts';
import { customerView, customerViewOut, handlingForm, handlingFormOut } from './forms.ts';

/** A matter on paper: for the file, and for the customer. */
export const formRoutes: Route[] = [
  route({
    name: 'readHandlingForm',
    method: 'GET',
    path: '/tickets/:id/handling-form',
    admits: 'ticket.see',
    tag: 'Tickets',
    summary: 'The handling form for the file and for the return visit',
    params: ticketParams,
    answer: handlingFormOut,
    handle: (context, { params }) => handlingForm(context, params.id),
  }),
  route({
    name: 'readCustomerView',
    method: 'GET',
    path: '/tickets/:id/customer-view',
    admits: 'ticket.see',
    tag: 'Tickets',
    summary: 'What the customer may be shown of it; nothing internal',
    params: ticketParams,
    answer: customerViewOut,
    handle: (context, { params }) => customerView(context, params.id),
  }),
];
