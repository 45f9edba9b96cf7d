import { z } from 'zod';
import { clockViewOut } from '../commitment/shapes.ts';
import {
  countOut,
  id,
  idOut,
  line,
  moment,
  momentOrNotYet,
  momentOut,
  pageOf,
  pageQuery,
} from '../platform/http/shapes.ts';
import { personOut } from '../organisation/shapes.ts';
import {
  callerNameOut,
  channelOut,
  customerLineOut,
  kindOut,
  numberOut,
  placeNameOut,
  severityOut,
  stageOut,
  titleOut,
  urgencyOut,
} from './shapes.ts';
import { fieldOut } from './view-parts.ts';

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
  owner: id('person').optional().describe('Only those this person is accountable for'),
  offeredTo: id('person').optional().describe('Only those offered to this person and not yet accepted'),
  department: id('department').optional().describe('Only those that belong to this department'),
  kind: z.string().max(60).optional().describe('Key of a kind'),
  stage: z
    .string()
    .max(60)
    .optional()
    .describe('Key of a stage: only those that stand there; kinds may call theirs alike'),
  choice: z
    .string()
    .regex(/^[a-z0-9_]{1,60}:[a-z0-9_]{1,60}$/)
    .optional()
    .describe("Only those where a field of the kind's own holds this choice: `about:noise`"),
  says: line.optional().describe("Only those where one of the kind's own fields has these words in it"),
  type: z.string().max(60).optional().describe('What figures count it as: several kinds may be of one type'),
  severity: z.enum(['ordinary', 'major', 'grave']).optional().describe('Only complaints of this severity'),
  channel: z.string().max(40).optional().describe('Only those that came by this channel'),
  customer: id('customer').optional().describe('Only those for this customer'),
  place: id('place').optional().describe('Only those about this place'),
  incident: id('ticket').optional().describe('Only those that report this incident'),
  late: z.stringbool().optional().describe('Only those with a clock already run out'),
  declined: z.stringbool().optional().describe('Only requests declined, with their reasons'),
  unanswered: z.stringbool().optional().describe('Only those whose customer has had no answer yet'),
  watching: z.stringbool().optional().describe('Only those whoever asks hears about'),
  snoozed: z.stringbool().optional().describe('Only those whoever asks has put out of his own list for now'),
  from: moment.optional().describe('Opened at or after'),
  until: moment.optional().describe('Opened before'),
  withCount: z.stringbool().default(false).describe('true: say also how many there are'),
});
export type TicketsQuery = z.output<typeof ticketsQuery>;

export const ticketLineOut = z.object({
  id: idOut('ticket'),
  number: numberOut,
  title: titleOut,
  kind: kindOut,
  stage: stageOut,
  urgency: urgencyOut,
  severity: severityOut,
  channel: channelOut,
  customer: customerLineOut.nullable().describe('Whom it is for; null: nobody on file'),
  callerName: callerNameOut,
  place: placeNameOut.nullable().describe('Where it is about; null: nowhere in particular'),
  owner: personOut.describe('The one person accountable for it now'),
  offeredTo: personOut.nullable().describe('Whose answer to a hand-over is awaited; null: none is open'),
  openedAt: momentOut,
  closedAt: momentOrNotYet,
  clock: clockViewOut.nullable().describe('The worst of its running clocks'),
  news: z
    .boolean()
    .describe('Somebody else did something on it since whoever asks last looked; false where he never looked'),
});

/** What stands in the fields of a kind's own, where the list is one of that kind. */
const ownFieldsOut = z.array(fieldOut.pick({ key: true, name: true, type: true, choices: true, value: true }));

export const ticketsOut = pageOf(
  ticketLineOut.extend({
    fields: ownFieldsOut
      .nullable()
      .describe("The kind's own fields in its order; null unless `kind` asks for one kind"),
  }),
).extend({
  count: countOut.nullable().describe('How many fit in all; null unless `withCount` asks'),
});
