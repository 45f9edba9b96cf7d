import { z } from 'zod';
import { contactInput } from '../contact/inputs.ts';
import { id, line, moment, pageQuery, text } from '../platform/http/shapes.ts';
import { openTicketInput, promiseInput } from '../ticket/inputs.ts';
import { evenSo } from '../ticket/inputs-words.ts';
import { issueWorkOrderInput } from '../work-order/inputs.ts';
import { CLOSED_BECAUSE, GROUP_SORTS, MEMBER_SORTS, TONES } from './conversation.ts';

const messageId = id('message').describe("The client's own new id; the same id again sends nothing twice");

export const answerInput = z.strictObject({
  id: messageId,
  text: text.describe('What the customer reads'),
  seen: id('message')
    .optional()
    .describe('The newest message that was on the screen: if another has come or gone since, the answer is refused'),
  sendAt: moment.optional().describe('When it is to go; left out: at once, with ten seconds in which to take it back'),
  fileIds: z.array(id('file')).max(20).default([]).describe('Uploaded files that go with it'),
  evenSo,
  answers: id('message')
    .optional()
    .describe(
      'Which message of theirs it answers; left out: their newest. In a group, whoever wrote it has his answer',
    ),
  closes: z.boolean().default(false).describe('Nothing more is owed: the conversation is closed as answered'),
});
export type Answer = z.output<typeof answerInput>;

export const asideInput = z.strictObject({
  id: messageId,
  conversationId: id('conversation').describe("The client's own new id of the conversation that begins"),
  channelId: id('channel').optional().describe('From which mailbox; left out: the first of the centre'),
  to: z
    .strictObject({
      name: line.or(z.literal('')).default('').describe('Whom it is to: a firm, an office, a colleague elsewhere'),
      address: z.email().max(254).describe('Where he reads mail'),
    })
    .describe('Who is asked'),
  subject: line.describe('What about; the number of the matter is added'),
  text: text.describe('What he reads'),
  fileIds: z.array(id('file')).max(20).default([]).describe('Uploaded files that go with it'),
});
export type Aside = z.output<typeof asideInput>;

export const noteInput = z.strictObject({
  id: messageId,
  text: text.describe('What colleagues read; the customer never does'),
  mentions: z
    .array(id('person'))
    .max(20)
    .default([])
    .describe('Colleagues it names: they hear of it; whoever may not see the conversation cannot be named'),
});

export const takeInput = z.strictObject({
  personId: id('person').nullable().describe('Who answers; null: whoever takes it first'),
});

export const closeInput = z.strictObject({
  because: z.enum(CLOSED_BECAUSE).describe('answered in another way, needs_none, or spam'),
});

export const knowInput = z.strictObject({
  customerId: id('customer').nullable().describe('Who it is that writes; null: not known after all'),
  memberId: id('group_member').optional().describe('Of a group: which member it is; needed there, and nowhere else'),
  keepAddress: z.boolean().default(true).describe('The address joins his record, so that he is known next time'),
});

export const groupInput = z.strictObject({
  sort: z
    .enum(GROUP_SORTS)
    .optional()
    .describe('customer: what is asked there waits for an answer; internal: our own people, who are owed none'),
  tone: z.enum(TONES).nullable().optional().describe('How one speaks there; null: as anywhere'),
  members: z
    .array(
      z.strictObject({
        id: id('group_member'),
        sort: z.enum(MEMBER_SORTS).describe('What the member is'),
      }),
    )
    .max(500)
    .optional()
    .describe('Of those named here, what they are; left out: all as they were'),
});

export const openInput = z.strictObject({
  messageIds: z
    .array(id('message'))
    .min(1)
    .max(50)
    .describe('Of which messages of this conversation the matter is made'),
  ticket: openTicketInput
    .omit({ channel: true, customerId: true, callerName: true, callerPhone: true, happenedAt: true })
    .describe('The matter; channel, customer, sender and time are those of the message'),
  purpose: contactInput.shape.purpose,
  workOrder: issueWorkOrderInput.optional().describe('Who is sent, where that is known at once'),
  promise: promiseInput.optional().describe('A later reply that was promised'),
});
export type OpenFrom = z.output<typeof openInput>;

export const joinInput = z.strictObject({
  messageIds: z.array(id('message')).min(1).max(50).describe('Which messages of this conversation belong to it'),
  ticketId: id('ticket'),
});

export const STATES = ['waiting', 'open', 'closed', 'all'] as const;
export const conversationsQuery = z.strictObject({
  ...pageQuery,
  state: z
    .enum(STATES)
    .default('open')
    .describe('waiting: somebody waits for an answer, the longest first; open: not closed; closed; all'),
  owner: z.enum(['mine', 'nobody', 'anybody']).default('anybody').describe('Whose it is to answer'),
  channel: id('channel').optional().describe('Only of this channel'),
  customer: id('customer').optional().describe('Only with this customer'),
  department: id('department').optional().describe('Only those that are this department’s'),
  ticket: id('ticket').optional().describe('Only those of which messages belong to this matter'),
  from: line.optional().describe('Only from an address that holds this'),
});
export type ConversationsQuery = z.output<typeof conversationsQuery>;
