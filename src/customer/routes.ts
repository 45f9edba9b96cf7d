import { z } from 'zod';
import type { Context } from '../platform/context.ts';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { id } from '../platform/http/shapes.ts';
import { versionOf } from '../platform/journal.ts';
import { addCustomer } from './commands/add-customer.ts';
import { changeCustomer } from './commands/change-customer.ts';
import { eraseCustomer } from './commands/erase-customer.ts';
import { addCustomerInput, changeCustomerInput, customersQuery, eraseCustomerInput } from './inputs.ts';
import { listCustomers } from './list.ts';
import { customerPage } from './page.ts';
import { customerPageOut, customersOut, customerVersionOut } from './view.ts';

const params = z.object({ id: id('customer') });
const tag = 'Customers';

async function customerVersion(context: Context, customerId: string): Promise<z.infer<typeof customerVersionOut>> {
  return { id: customerId, version: await versionOf(context.tx, customerId) };
}

export const customerRoutes: Route[] = [
  route({
    name: 'listCustomers',
    method: 'GET',
    path: '/customers',
    admits: 'customer.see',
    tag,
    summary: 'Customers the caller may see, the newest first',
    query: customersQuery,
    answer: customersOut,
    handle: (context, { query }) => listCustomers(context, query),
  }),
  route({
    name: 'customerPage',
    method: 'GET',
    path: '/customers/:id',
    admits: 'customer.see',
    tag,
    summary: 'A customer with everything open and lately settled',
    params,
    answer: customerPageOut,
    looks: ({ id: customerId, masked }) => [{ customerId, way: 'customer', whole: !masked }],
    handle: (context, given) => customerPage(context, given.params.id),
  }),
  route({
    name: 'addCustomer',
    method: 'POST',
    path: '/customers',
    admits: 'customer.edit',
    tag,
    summary: 'Add a person, household or company',
    status: 201,
    body: addCustomerInput,
    example: { name: 'Chen Mei', language: 'zh-hans', phones: [{ number: '138 0000 1202', label: 'mobile' }] },
    answer: customerVersionOut,
    handle: async (context, { body }) => customerVersion(context, await addCustomer(context, body)),
  }),
  route({
    name: 'changeCustomer',
    method: 'PATCH',
    path: '/customers/:id',
    admits: 'customer.edit',
    tag,
    summary: 'Change what is known; a list that is given takes the place of the one before',
    params,
    body: changeCustomerInput,
    answer: customerVersionOut,
    handle: async (context, given) => {
      await changeCustomer(context, given.params.id, given.body);
      return customerVersion(context, given.params.id);
    },
  }),
  route({
    name: 'eraseCustomer',
    method: 'POST',
    path: '/customers/:id/erase',
    admits: 'customer.edit',
    tag,
    summary: 'Erase everything personal for good; history stays',
    params,
    body: eraseCustomerInput,
    answer: customerVersionOut,
    handle: async (context, given) => {
      await eraseCustomer(context, given.params.id, given.body);
      return customerVersion(context, given.params.id);
    },
  }),
];
