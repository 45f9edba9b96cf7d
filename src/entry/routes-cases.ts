import { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import { NotSignedIn } from '../kernel/refusal.ts';
import type { Context } from '../platform/context.ts';
import type { Edge } from '../platform/http/edge.ts';
import { edgeRoute } from '../platform/http/edge-route.ts';
import type { Route } from '../platform/http/route.ts';
import { done, id, OK } from '../platform/http/shapes.ts';
import { customerCookie } from './access.ts';
import { listCases, ownTicket, reachOf, readCase } from './cases.ts';
import { addWord, sayWhetherSolved } from './commands/answer-back.ts';
import * as inputs from './inputs.ts';
import type { EntryParts } from './parts.ts';
import { caseOut, casesOut } from './view.ts';

const tag = 'Customer page';
const params = z.object({ id: id('ticket') });
type Reach = Awaited<ReturnType<typeof reachOf>>;

/** What the session of this browser reaches; never what anybody signed in at work may see. */
export async function within<Result>(
  { digest }: EntryParts,
  edge: Edge,
  work: (context: Context, reach: Reach) => Promise<Result>,
): Promise<Result> {
  const token = edge.cookies.get(customerCookie(edge.organisation));
  if (!token) throw new NotSignedIn('entry.not_known');
  return edge.transact(async (context) => work(context, await reachOf(context, ['session'], digest(token))));
}

/** Whose session this browser holds; null: nobody's, or one that is good no more. */
export async function sessionOfCustomer(
  { digest }: Pick<EntryParts, 'digest'>,
  edge: Edge,
  context: Context,
): Promise<Reach | null> {
  const token = edge.cookies.get(customerCookie(edge.organisation));
  if (!token) return null;
  return reachOf(context, ['session'], digest(token)).catch(() => null);
}

async function onOwn(
  parts: EntryParts,
  edge: Edge,
  ticketId: Id<'ticket'>,
  act: (context: Context) => Promise<void>,
): Promise<typeof OK> {
  await within(parts, edge, async (context, reach) => {
    await ownTicket(context, reach, ticketId);
    await act(context);
  });
  return OK;
}

function readRoutes(parts: EntryParts): Route[] {
  return [
    edgeRoute({
      name: 'listOwnCases',
      method: 'GET',
      path: '/public/cases',
      admits: 'anyone',
      tag,
      summary: "The customer's own matters, the newest first",
      answer: casesOut,
      atEdge: (edge) => within(parts, edge, listCases),
    }),
    edgeRoute({
      name: 'readOwnCase',
      method: 'GET',
      path: '/public/cases/:id',
      admits: 'anyone',
      tag,
      summary: 'One of his own: its stage, who answers for it, what was said and promised',
      params,
      answer: caseOut,
      atEdge: (edge, given) => within(parts, edge, (context, reach) => readCase(context, reach, given.params.id)),
    }),
  ];
}

function actRoutes(parts: EntryParts): Route[] {
  return [
    edgeRoute({
      name: 'addOwnWord',
      method: 'POST',
      path: '/public/cases/:id/words',
      admits: 'anyone',
      tag,
      summary: 'Add a word to one of his own',
      params,
      body: inputs.addWordInput,
      answer: done,
      atEdge: (edge, { params: { id: ticketId }, body }) =>
        onOwn(parts, edge, ticketId, (context) => addWord(context, ticketId, body)),
    }),
    edgeRoute({
      name: 'sayWhetherSolved',
      method: 'POST',
      path: '/public/cases/:id/solved',
      admits: 'anyone',
      tag,
      summary: 'Say whether it is solved, and how content he is',
      params,
      body: inputs.solvedInput,
      answer: done,
      atEdge: (edge, { params: { id: ticketId }, body }) =>
        onOwn(parts, edge, ticketId, (context) => sayWhetherSolved(context, ticketId, body)),
    }),
  ];
}

/** A customer's own matters, through the session of a link or a code. */
export function caseRoutes(parts: EntryParts): Route[] {
  return [...readRoutes(parts), ...actRoutes(parts)];
}
