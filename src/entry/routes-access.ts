import { z } from 'zod';
import { edgeRoute } from '../platform/http/edge-route.ts';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, OK } from '../platform/http/shapes.ts';
import { giveCode, revokeAccess } from './commands/give-access.ts';
import type { EntryParts } from './parts.ts';
import { codeOut } from './view.ts';

/** What the desk does about a customer's own access. */
export function accessRoutes(parts: EntryParts): Route[] {
  const customer = z.object({ id: id('customer') });
  return [
    edgeRoute({
      name: 'giveCustomerCode',
      method: 'POST',
      path: '/customers/:id/access-code',
      admits: 'customer.edit',
      tag: 'Customers',
      summary: 'Make a code by which the customer sees his own matters',
      about: 'Used once, within a week. A code that was given before and not used is good no more.',
      params: customer,
      answer: codeOut,
      async atEdge(edge, given) {
        const code = parts.newCode();
        const expiresAt = await edge.transact((context) => giveCode(context, given.params.id, parts.digest(code)));
        return { code, expiresAt };
      },
    }),
    route({
      name: 'revokeCustomerAccess',
      method: 'DELETE',
      path: '/customers/:id/access-code',
      admits: 'customer.edit',
      tag: 'Customers',
      summary: 'Revoke every code, session and link to the matters of a customer',
      params: customer,
      answer: done,
      handle: async (context, given) => {
        await revokeAccess(context, given.params.id);
        return OK;
      },
    }),
  ];
}
