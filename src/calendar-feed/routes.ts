import { z } from 'zod';
import { edgeRoute } from '../platform/http/edge-route.ts';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, OK } from '../platform/http/shapes.ts';
import { changeCalendarRule, endFeed, makeFeed } from './commands/change-feeds.ts';
import { calendarRuleInput, feedMade, feedParams, feedsOut, makeFeedInput } from './inputs.ts';
import type { Guarded } from './queries.ts';
import { feedsFor, readFeed } from './queries.ts';

const tag = 'Me';

/** Secret addresses of calendars, and the calendars behind them. */
export function calendarFeedRoutes({ guarded }: { guarded: Guarded }): Route[] {
  return [
    ...OWN,
    edgeRoute({
      name: 'readCalendarFeed',
      method: 'GET',
      path: '/calendar-feeds/:token',
      admits: 'anyone',
      tag,
      summary: 'The calendar behind a secret address: appointments, return visits and promises, as iCalendar',
      about: 'For the calendar of a telephone or a mail program, which signs in nowhere; the address is the key.',
      params: feedParams,
      sends: 'file',
      answer: z.unknown(),
      atEdge: (edge, { params }) => readFeed(guarded, edge, params.token),
    }),
  ];
}

const OWN: Route[] = [
  route({
    name: 'myCalendarFeeds',
    method: 'GET',
    path: '/me/calendars',
    admits: 'signed-in',
    tag,
    summary: 'Your calendar addresses, and the departments you may have another for',
    answer: feedsOut,
    handle: (context) => feedsFor(context),
  }),
  /** At the edge, so that the answer with the secret is not kept for a repeated request. */
  edgeRoute({
    name: 'makeMyCalendarFeed',
    method: 'POST',
    path: '/me/calendars',
    admits: 'signed-in',
    tag,
    summary: 'Make a calendar address, or another in its place; shown once',
    status: 201,
    body: makeFeedInput,
    example: {},
    answer: feedMade,
    atEdge: (edge, { body }) =>
      edge.transact(async (context) => {
        const { id: made, token } = await makeFeed(context, body.departmentId ?? null);
        return { id: made, path: `calendar-feeds/${token}.ics` };
      }),
  }),
  route({
    name: 'endMyCalendarFeed',
    method: 'DELETE',
    path: '/me/calendars/:id',
    admits: 'signed-in',
    tag,
    summary: 'End a calendar address',
    params: z.object({ id: id('calendar_feed') }),
    answer: done,
    handle: async (context, given) => {
      await endFeed(context, given.params.id);
      return OK;
    },
  }),
  route({
    name: 'changeCalendarRule',
    method: 'PUT',
    path: '/calendar-rule',
    admits: 'exchange.manage',
    tag,
    summary: 'Whether names of customers may stand in calendars, for everybody',
    body: calendarRuleInput,
    answer: done,
    handle: async (context, { body }) => {
      await changeCalendarRule(context, body.names);
      return OK;
    },
  }),
];
