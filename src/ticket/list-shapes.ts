import { z } from 'zod';
import { clockViewOut } from '../commitment/shapes.ts';
import { countOut, id, moment, momentOut, pageOf, pageQuery } from '../platform/http/shapes.ts';
import { customerOut, kindOut, personOut, placeOut, stageOut } from './view.ts';

export const ticketsQuery = z.strictObject({
  ...pageQuery,
  state: z
    .enum(['open', 'resolved', 'ended', 'all'])
    .default('open')
    .describe('Which: not yet resolved, resolved and not closed, ended, or all'),
  sort: z
    .enum(['worst', 'newest'])
    .default('worst')
    .describe('worst: the clock that runs out first comes first (open ones only)'),
  owner: id('person').optional(),
  offeredTo: id('person').optional(),
  department: id('department').optional(),
  kind: z.string().max(60).optional().describe('Key of a kind'),
  choice: z
    .string()
    .regex(/^[a-z0-9_]{1,60}:[a-z0-9_]{1,60}$/)
    .optional()
    .describe("Only those where a field of the kind's own holds this choice: `about:noise`"),
  type: z.string().max(60).optional().describe('What figures count it as: several kinds may be of one type'),
  severity: z.enum(['ordinary', 'major', 'grave']).optional().describe('Only complaints of this severity'),
  channel: z.string().max(40).optional().describe('Only those that came by this channel'),
  customer: id('customer').optional(),
  place: id('place').optional(),
  incident: id('ticket').optional(),
  late: z.stringbool().optional().describe('Only those with a clock already run out'),
  declined: z.stringbool().optional().describe('Only requests declined, with their reasons'),
  unanswered: z.stringbool().optional().describe('Only those whose customer has had no answer yet'),
  from: moment.optional().describe('Opened at or after'),
  until: moment.optional().describe('Opened before'),
  withCount: z.stringbool().default(false).describe('true: say also how many there are'),
});
export type TicketsQuery = z.output<typeof ticketsQuery>;

export const ticketLineOut = z.object({
  id: z.string(),
  number: z.number(),
  title: z.string(),
  kind: kindOut,
  stage: stageOut,
  urgency: z.string(),
  severity: z.string().nullable(),
  channel: z.string(),
  customer: customerOut.pick({ id: true, name: true, vip: true }).nullable(),
  callerName: z.string().nullable(),
  place: placeOut.pick({ id: true, code: true, name: true }).nullable(),
  owner: personOut,
  offeredTo: personOut.nullable(),
  openedAt: momentOut,
  closedAt: momentOut.nullable(),
  clock: clockViewOut.nullable().describe('The worst of its running clocks'),
});
export const ticketsOut = pageOf(ticketLineOut).extend({ count: countOut.nullable() });
