import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { id } from '../platform/http/shapes.ts';
import { classify } from './commands/classify.ts';
import { classifyInput } from './inputs.ts';
import { listClasses, readClassOf } from './read.ts';
import { classesOut, classifiedOut, classOfCustomerOut } from './view.ts';

const tag = 'Customers in charge';

/** Classes of customers, and the service standard that each carries (CUST-10). */
export const customerClassRoutes: Route[] = [
  route({
    name: 'listCustomerClasses',
    method: 'GET',
    path: '/customer-classes',
    admits: 'customer.see',
    tag,
    summary: 'The classes of the house, the standard of each, and how many customers stand under it',
    answer: classesOut,
    handle: (context) => listClasses(context),
  }),
  route({
    name: 'classifyCustomers',
    method: 'POST',
    path: '/customer-classes/classify',
    admits: 'customer.assign',
    tag,
    summary: 'Customers stand under this class from now on; what begins with them from then on runs by its standard',
    body: classifyInput,
    answer: classifiedOut,
    handle: async (context, { body }) => ({ changed: await classify(context, body) }),
  }),
  route({
    name: 'classOfCustomer',
    method: 'GET',
    path: '/customers/:id/class',
    admits: 'customer.see',
    tag,
    summary: 'Under which class a customer stands, its standard, and how he stood before',
    params: z.object({ id: id('customer') }),
    answer: classOfCustomerOut,
    handle: (context, given) => readClassOf(context, given.params.id),
  }),
];
