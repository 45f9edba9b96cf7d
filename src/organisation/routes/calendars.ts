import { z } from 'zod';
import { previewCalendar } from '../../commitment/commands/recompute-after-calendar-change.ts';
import { Invalid, NotFound } from '../../kernel/refusal.ts';
import { whyNotCalendar } from '../../kernel/working-time/calendar.ts';
import type { Context } from '../../platform/context.ts';
import type { Route } from '../../platform/http/route.ts';
import { route } from '../../platform/http/route.ts';
import { done, id, idOut, momentOut, OK, versionOut } from '../../platform/http/shapes.ts';
import { can, orForbid } from '../can.ts';
import { calendarsOut, calendarVersions, calendarVersionsOut, listCalendars } from '../calendars-view.ts';
import { addCalendar, changeCalendar } from '../commands/change-calendar.ts';
import { addCalendarInput, calendarRulesShape, changeCalendarInput } from '../inputs.ts';
import { commitmentKindOut } from '../../commitment/shapes.ts';

const params = z.object({ id: id('calendar') });
const tag = 'Calendars';

const effectOut = z.object({
  moves: z.number().describe('Running commitments whose deadline moves'),
  turnsLate: z.number().describe('Of these, in time until now, late by the new hours'),
  turnsInTime: z.number().describe('Of these, late until now, in time by the new hours'),
  first: z
    .array(
      z.object({
        commitmentId: idOut('commitment'),
        kind: commitmentKindOut,
        ticketId: idOut('ticket').nullable().describe('The ticket it belongs to; null: none'),
        from: momentOut.describe('Its deadline now'),
        to: momentOut.describe('Its deadline by the new hours'),
        turns: z
          .enum(['late', 'in_time'])
          .nullable()
          .describe('What becomes of it; null: as late or in time as before'),
      }),
    )
    .describe('What turns first, then what is due first; 50 at most'),
});

async function preview(
  context: Context,
  calendarId: z.output<typeof params>['id'],
  rules: z.output<typeof calendarRulesShape>,
) {
  orForbid(can(context.actor, 'calendar.edit', {}));
  const known = await context.tx.selectFrom('calendar').select('id').where('id', '=', calendarId).executeTakeFirst();
  if (!known) throw new NotFound('calendar.unknown');
  const wrong = whyNotCalendar(rules);
  if (wrong) throw new Invalid(wrong.code, { path: 'rules', ...wrong.params });
  const effects = await previewCalendar(context.tx, context.now, { calendarId, rules });
  const count = (turns: 'late' | 'in_time') => effects.filter((effect) => effect.turns === turns).length;
  const weight = (effect: (typeof effects)[number]) => `${effect.turns === null ? 1 : 0} ${effect.from}`;
  const first = effects
    .sort((one, other) => (weight(one) < weight(other) ? -1 : 1))
    .slice(0, 50)
    .map(({ ownerId: _, ...shown }) => shown);
  return { moves: effects.length, turnsLate: count('late'), turnsInTime: count('in_time'), first };
}

export const calendarRoutes: Route[] = [
  route({
    name: 'listCalendars',
    method: 'GET',
    path: '/calendars',
    admits: 'signed-in',
    token: 'any',
    tag,
    summary: 'Calendars in their newest version; which lack the next holidays',
    answer: calendarsOut,
    handle: (context) => listCalendars(context),
  }),
  route({
    name: 'listCalendarVersions',
    method: 'GET',
    path: '/calendars/:id/versions',
    admits: 'signed-in',
    token: 'any',
    tag,
    summary: 'What a calendar said before, with who changed it and why',
    params,
    answer: calendarVersionsOut,
    handle: (context, given) => calendarVersions(context, given.params.id),
  }),
  route({
    name: 'addCalendar',
    method: 'POST',
    path: '/calendars',
    admits: 'calendar.edit',
    tag,
    summary: 'Add a calendar for departments to work by',
    status: 201,
    body: addCalendarInput,
    answer: done,
    handle: async (context, { body }) => {
      await addCalendar(context, body);
      return OK;
    },
  }),
  route({
    name: 'previewCalendar',
    method: 'POST',
    path: '/calendars/:id/preview',
    admits: 'calendar.edit',
    tag,
    summary: 'What other hours would do to running commitments; changes nothing',
    params,
    body: z.strictObject({ rules: calendarRulesShape.describe('The hours to try') }),
    answer: effectOut,
    handle: (context, given) => preview(context, given.params.id, given.body.rules),
  }),
  route({
    name: 'changeCalendar',
    method: 'PUT',
    path: '/calendars/:id',
    admits: 'calendar.edit',
    tag,
    summary: 'A new version of a calendar, with the reason; running commitments follow',
    params,
    body: changeCalendarInput,
    answer: z.object({ version: versionOut }),
    handle: async (context, given) => ({ version: await changeCalendar(context, given.params.id, given.body) }),
  }),
];
