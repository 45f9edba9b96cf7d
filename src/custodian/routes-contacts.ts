import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, OK } from '../platform/http/shapes.ts';
import { recordAttempt, recordCustodianContact } from './commands/record-contact.ts';
import { listOwedContacts } from './contacts.ts';
import { custodianOf, listInCharge } from './in-charge.ts';
import { attemptedInput, contactedInput, inChargeQuery, owedContactsQuery } from './inputs.ts';
import { custodianOfOut, inChargesOut, owedContactsOut } from './view.ts';

const sees = { method: 'GET', admits: 'customer.see', tag: 'Customers in charge' } as const;
const records = {
  method: 'POST',
  admits: 'contact.record',
  tag: 'Customers in charge',
  params: z.object({ id: id('custodian_contact') }),
} as const;

/** The contacts that are owed with customers who were given, and their records (ASGN-02). */
export const custodianContactRoutes: Route[] = [
  route({
    ...sees,
    name: 'listInCharge',
    path: '/customers-in-charge',
    summary: 'Customers by name, each with his class, whose he is, and what is owed with him',
    query: inChargeQuery,
    answer: inChargesOut,
    handle: (context, { query }) => listInCharge(context, query),
  }),
  route({
    ...sees,
    name: 'custodianOf',
    path: '/customers/:id/custodian',
    summary: 'Whose a customer is and was, and what is owed with him',
    params: z.object({ id: id('customer') }),
    answer: custodianOfOut,
    handle: (context, { params }) => custodianOf(context, params.id),
  }),
  route({
    ...sees,
    name: 'listOwedContacts',
    path: '/custodian-contacts',
    summary: 'Contacts owed with customers who were given: open, late, kept, missed; with `mine`, mine',
    query: owedContactsQuery,
    answer: owedContactsOut,
    handle: (context, { query }) => listOwedContacts(context, query),
  }),
  route({
    ...records,
    name: 'recordCustodianContact',
    path: '/custodian-contacts/:id/made',
    summary: 'Record in detail that the customer was contacted; for whoever has him alone',
    body: contactedInput,
    answer: done,
    handle: async (context, { params, body }) => {
      await recordCustodianContact(context, params.id, body);
      return OK;
    },
  }),
  route({
    ...records,
    name: 'recordAttempt',
    path: '/custodian-contacts/:id/tried',
    summary: 'Record that nobody was reached; the contact is owed as before',
    body: attemptedInput,
    answer: done,
    handle: async (context, { params, body }) => {
      await recordAttempt(context, params.id, body);
      return OK;
    },
  }),
];
