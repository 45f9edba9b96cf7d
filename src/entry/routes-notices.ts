import { z } from 'zod';
import { edgeRoute } from '../platform/http/edge-route.ts';
import type { Route } from '../platform/http/route.ts';
import { done, id, OK } from '../platform/http/shapes.ts';
import { acknowledgeNotice, ownNotices } from './notices.ts';
import type { EntryParts } from './parts.ts';
import { within } from './routes-cases.ts';
import { ownNoticesOut } from './view.ts';

const tag = 'Customer page';

/** Notices that reached a customer, through the session of his code (ROLE-46). */
export function noticeRoutes(parts: EntryParts): Route[] {
  return [
    edgeRoute({
      name: 'listOwnNotices',
      method: 'GET',
      path: '/public/notices',
      admits: 'anyone',
      tag,
      summary: 'The notices that reached the customer, those first that he has not said he knows',
      answer: ownNoticesOut,
      atEdge: (edge) => within(parts, edge, ownNotices),
    }),
    edgeRoute({
      name: 'acknowledgeNotice',
      method: 'POST',
      path: '/public/notices/:id/known',
      admits: 'anyone',
      tag,
      summary: 'Say that he knows',
      params: z.object({ id: id('notice_receipt') }),
      answer: done,
      async atEdge(edge, given) {
        await within(parts, edge, (context, reach) => acknowledgeNotice(context, reach, given.params.id));
        return OK;
      },
    }),
  ];
}
