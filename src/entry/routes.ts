import { SECOND } from '../kernel/time.ts';
import { edgeRoute } from '../platform/http/edge-route.ts';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, OK } from '../platform/http/shapes.ts';
import { customerCookie, LASTS, USED_ONCE } from './access.ts';
import { reachOf, use } from './cases.ts';
import { centrePage } from './centre-page.ts';
import { askCode } from './commands/ask-code.ts';
import { giveAccess } from './commands/give-access.ts';
import { submit } from './commands/submit.ts';
import * as inputs from './inputs.ts';
import type { EntryParts } from './parts.ts';
import { accessRoutes } from './routes-access.ts';
import { caseRoutes, sessionOfCustomer } from './routes-cases.ts';
import { noticeRoutes } from './routes-notices.ts';
import { centrePageOut, submittedOut } from './view.ts';

const tag = 'Customer page';

function submitRoute(parts: EntryParts): Route {
  return edgeRoute({
    name: 'submitMatter',
    method: 'POST',
    path: '/public/matters',
    admits: 'anyone',
    tag,
    summary: 'Send in a matter; answers with its number and the secret of its link',
    about:
      'Five in a quarter of an hour from one address. Who somebody says he is is written down, not believed; within the session of a code it is the customer’s own matter.',
    status: 201,
    body: inputs.submitInput,
    answer: submittedOut,
    async atEdge(edge, { body }) {
      await parts.attempted(edge, 'submit');
      const secret = parts.newSecret();
      return edge.transact(async (context) => {
        const { ticketId, number } = await submit(
          context,
          body,
          (await sessionOfCustomer(parts, edge, context))?.customer_id ?? null,
        );
        const expiresAt = await giveAccess(context, 'link', parts.digest(secret), { ticketId });
        return { number, secret, expiresAt };
      });
    },
  });
}

function enterRoute(parts: EntryParts): Route {
  return edgeRoute({
    name: 'enterAsCustomer',
    method: 'POST',
    path: '/public/enter',
    admits: 'anyone',
    tag,
    summary: 'Enter with the secret of a link or with a code; sets the cookie of a customer session',
    body: inputs.enterInput,
    answer: done,
    async atEdge(edge, { body }) {
      await parts.attempted(edge, 'enter');
      const token = parts.newSecret();
      await edge.transact(async (context) => {
        const hashes = [parts.digest(body.secret), parts.digest(parts.readCode(body.secret))];
        const reach = await reachOf(context, ['link'], hashes[0]!).catch(() => reachOf(context, USED_ONCE, hashes[1]!));
        await use(context, reach);
        const to = reach.ticket_id === null ? { customerId: reach.customer_id! } : { ticketId: reach.ticket_id };
        await giveAccess(context, 'session', parts.digest(token), to);
      });
      await parts.succeeded(edge, 'enter');
      edge.cookies.set(customerCookie(edge.organisation), token, LASTS.session / SECOND);
      return OK;
    },
  });
}

function askCodeRoute(parts: EntryParts): Route {
  return edgeRoute({
    name: 'askForCode',
    method: 'POST',
    path: '/public/codes',
    admits: 'anyone',
    tag,
    summary: 'Have a code sent to a telephone number or an e-mail address of a known customer',
    about: 'Good once, for a quarter of an hour. The answer is the same whether the number or address is known or not.',
    body: inputs.askCodeInput,
    answer: done,
    async atEdge(edge, { body }) {
      await parts.attempted(edge, 'ask for code');
      await edge.transact((context) => askCode(context, body));
      return OK;
    },
  });
}

/** The customer's page (CHAN-21, CHAN-22): what anybody may read, one entry for every kind, and his own matters. */
export function entryRoutes(parts: EntryParts): Route[] {
  return [
    route({
      name: 'readCentrePage',
      method: 'GET',
      path: '/public/centre',
      admits: 'anyone',
      tag,
      summary: 'Where and how to complain, published services and charges, and what may be sent in',
      answer: centrePageOut,
      handle: (context) => centrePage(context),
    }),
    submitRoute(parts),
    enterRoute(parts),
    askCodeRoute(parts),
    ...caseRoutes(parts),
    ...noticeRoutes(parts),
    ...accessRoutes(parts),
  ];
}
