import { z } from 'zod';
import { PHASES } from '../channel/chat/chat.ts';
import { CHANNEL_KINDS } from '../channel/kinds.ts';
import { clockViewOut } from '../commitment/shapes.ts';
import { LANGUAGES } from '../kernel/words.ts';
import { departmentNameOut, personOut } from '../organisation/shapes.ts';
import { allOf, canOut, idOut, momentOrNotYet, momentOut, pageOf, versionOut } from '../platform/http/shapes.ts';
import { customerNameOut, kindOut, placeNameOut, stageOut, ticketNameOut } from '../ticket/shapes.ts';
import { CLOSED_BECAUSE, GROUP_SORTS, MEMBER_SORTS, MESSAGE_SORTS, MESSAGE_STATES, TONES } from './conversation.ts';

const ticketLineOut = ticketNameOut.extend({ kind: kindOut, stage: stageOut });

const channelOut = z
  .object({
    id: idOut('channel'),
    kind: z.enum(CHANNEL_KINDS).describe('Which sort of channel'),
    name: z.string().describe('What we call it'),
    address: z.string().describe('What customers write to'),
  })
  .describe('The way it came, and the way an answer goes');

const groupOut = z
  .object({
    sort: z
      .enum(GROUP_SORTS)
      .describe('customer: what is asked there waits for an answer; internal: our own people, who are owed none'),
    tone: z.enum(TONES).nullable().describe('How one speaks there; null: as anywhere'),
  })
  .describe('A thread of many');

const lineShape = {
  id: idOut('conversation'),
  channel: channelOut,
  subject: z.string().describe('What about, as it was first written'),
  correspondent: z
    .object({
      name: z.string().describe('As he calls himself; empty: not said'),
      address: z.string().describe('Where he writes from: a mail address in lower case, else as the channel knows him'),
    })
    .describe('Who writes; of a group: its name, and what the channel calls it'),
  group: groupOut.nullable().describe('null: it is with one correspondent'),
  customer: customerNameOut.nullable().describe('Who that is; null: nobody has said yet'),
  about: ticketNameOut
    .nullable()
    .describe('An aside: the matter about which we wrote to somebody who is not its customer; null: it is none'),
  owner: personOut.nullable().describe('Who answers; null: whoever takes it first'),
  department: departmentNameOut.nullable().describe('Whose it is to answer; null: the front desk’s'),
  waitingSince: momentOut.nullable().describe('Since when somebody waits for an answer; null: nobody does'),
  clock: clockViewOut.nullable().describe('The answer that is owed, by when, and who is told; null: none is'),
  closedAt: momentOrNotYet,
  closedBecause: z.enum(CLOSED_BECAUSE).nullable().describe('Why nothing is owed any more; null: it is not closed'),
  lastAt: momentOut.describe('When it last moved'),
};

export const conversationLineOut = z.object({
  ...lineShape,
  excerpt: z.string().describe('How its newest message begins'),
  messages: z.number().describe('How many there are'),
  tickets: z.array(ticketNameOut).describe('Its matters that are not closed'),
});
export type ConversationLine = z.input<typeof conversationLineOut>;
export const conversationsOut = pageOf(conversationLineOut);

const recipientOut = z.object({
  as: z.enum(['to', 'cc']).describe('Addressed, or sent a copy'),
  name: z.string().describe('As the mail says it; empty: it does not'),
  address: z.string().describe('Where it went'),
});

const attachedOut = z.object({
  id: idOut('file'),
  name: z.string().describe('As it was sent, without what no file may be called'),
  type: z.string().describe('By its bytes, not by what it says'),
  size: z.number().describe('In bytes'),
  within: z.boolean().describe('A picture within the text rather than beside it'),
});

export const messageOut = z.object({
  id: idOut('message'),
  direction: z.enum(['in', 'out', 'note']).describe('in: from outside; out: from us; note: among ourselves'),
  sort: z
    .enum(MESSAGE_SORTS)
    .describe(
      'Of a person, of a machine, a report of failure, one nobody could read, or that he wants no more of ours',
    ),
  state: z.enum(MESSAGE_STATES).describe('Of ours, how far it got'),
  author: z
    .object({
      person: personOut.nullable().describe('One of ours; null: somebody outside'),
      name: z.string().describe('As he calls himself; of ours, his name then'),
      address: z.string().describe('Where it came from; of a note: empty'),
    })
    .describe('Who wrote it'),
  recipients: z.array(recipientOut).describe('To whom it went, in the order of the mail'),
  subject: z.string().describe('Its own, which may differ from how the conversation began; of a note: empty'),
  text: z.string().describe('What was written'),
  quoted: z.string().describe('What it only quotes or signs with; folded on the screen, never cut'),
  hasHtml: z.boolean().describe('Its own looks can be had made safe: GET /messages/:id/html'),
  hasRaw: z.boolean().describe('It can be had as it came: GET /messages/:id/raw'),
  files: z.array(attachedOut).describe('What hangs on it, in its order'),
  tickets: z.array(ticketLineOut).describe('The matters it opened or joined'),
  at: momentOut.describe('When it was written, or went out'),
  recordedAt: momentOut.describe('When we had it'),
  deliveredAt: momentOut.nullable().describe('When the other side said that it reached him; null: it has not said so'),
  sendAt: momentOut.nullable().describe('Of one that waits: when it goes, and until when it can be taken back'),
  fault: z.string().nullable().describe('Why it could not go, in the other side’s words; null: it could'),
  can: canOut.describe('recall'),
});
export type MessageView = z.input<typeof messageOut>;

const chatOut = z
  .object({
    phase: z.enum(PHASES).describe('left, waiting, on or ended'),
    language: z.enum(LANGUAGES).describe('Which language the visitor reads'),
    queuedAt: momentOut.nullable().describe('Since when he stands in the queue; null: he was never in it'),
    offeredTo: personOut.nullable().describe('Who is asked to take him; null: nobody is'),
    offerEndsAt: momentOut.nullable().describe('Until when that may be accepted'),
    givenBy: personOut.nullable().describe('Who hands him over, and has him until then; null: nobody does'),
    givenTo: departmentNameOut.nullable().describe('The department that is to take him; null: none is named'),
    endedAt: momentOrNotYet,
    endedBy: z.enum(['visitor', 'us']).nullable().describe('Who ended it; null: it is not ended'),
    rating: z.number().nullable().describe('How the visitor found it, 1 to 5; null: he has not said'),
    ratingWords: z.string().describe('What he said of it; empty: nothing'),
  })
  .describe('What it is besides, where it is a chat');
const memberOut = z.object({
  id: idOut('group_member'),
  name: z.string().describe('As he calls himself there'),
  address: z.string().describe('As the channel knows him'),
  sort: z.enum(MEMBER_SORTS).describe('What he is, as the channel says unless somebody here said otherwise'),
  customer: customerNameOut.nullable().describe('Who that is; null: nobody has said yet'),
  leftAt: momentOut.nullable().describe('When he was seen to have left; null: he is in it'),
});

export const conversationOut = z.object({
  ...lineShape,
  version: versionOut,
  messages: z.array(messageOut).describe('The first first'),
  place: placeNameOut
    .nullable()
    .describe('The unit whose code he scanned; it says nothing of who he is. null: he scanned none'),
  members: z.array(memberOut).describe('Who is in the group; empty where it is none'),
  addressFault: z
    .string()
    .nullable()
    .describe('Why mail of ours does not reach his address, in the words of the server that refused; null: it does'),
  tickets: z.array(ticketLineOut).describe('All its matters, the newest first'),
  chat: chatOut.nullable().describe('null: it is none'),
  newestId: idOut('message').nullable().describe('Send it back as `seen` with an answer'),
  can: canOut.describe('answer, note, take, close, reopen, know, open, group; of a chat accept and give, too'),
});
export type ConversationView = z.input<typeof conversationOut>;

export const waysOut = allOf(channelOut).describe('Every channel by which something may come in');

export const countsOut = z.object({
  waiting: z.number().describe('In which somebody waits for an answer'),
  mine: z.number().describe('Of these, mine to answer'),
  nobodys: z.number().describe('Of these, nobody’s yet'),
  late: z.number().describe('Of these, the answer is late'),
});
