import { addSilentChannel, silence } from '../channel/commands/add-silent-channel.ts';
import type { Channel, Incoming } from '../channel/port.ts';
import { answerConversation } from '../conversation/commands/answer-conversation.ts';
import { closeConversation } from '../conversation/commands/close-conversation.ts';
import { noteOnConversation } from '../conversation/commands/note-on-conversation.ts';
import { messageToSend, noteSent } from '../conversation/commands/note-sent.ts';
import { receiveMessage } from '../conversation/commands/receive-message.ts';
import { takeConversation } from '../conversation/commands/take-conversation.ts';
import { answerInput } from '../conversation/inputs.ts';
import type { Id } from '../kernel/id.ts';
import { newId } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { HOUR, MINUTE, plus } from '../kernel/time.ts';
import { centreOf } from '../organisation/queries.ts';
import { recall } from '../platform/journal.ts';
import { SILENT_MAILBOX, WRITTEN } from './letters.ts';
import type { Letter } from './letters.ts';
import type { Stage } from './stage.ts';

type Begun = { id: Id<'conversation'>; messageId: Id<'message'> };

/**
 * What stands in the demo's mailbox as the curtain falls: one who waits, one who was answered and wrote again, one whose answer lies
 * with a colleague, an advertisement, and what a machine wrote. Then the mailbox is switched off: nothing is fetched, nothing goes.
 */
export function leaveMessages(stage: Stage, now: Instant): void {
  let mailbox: Channel;
  const before = (milliseconds: number, act: () => Promise<void>) => stage.plan(plus(now, -milliseconds), act);
  const writes = (letter: Letter) => receive(stage, mailbox, letter);
  before(31 * HOUR, async () => {
    mailbox = await stage.as('admin', async (context) =>
      addSilentChannel(context, { ...SILENT_MAILBOX, centre_id: await centreOf(context) }),
    );
    const { id, messageId } = await writes(WRITTEN.parking);
    const answered = await answer(stage, id, messageId, WRITTEN.parkingAnswer);
    before(
      2 * HOUR,
      async () => void (await writes({ ...WRITTEN.parkingAgain, conversationId: id, answersId: answered })),
    );
  });
  before(6 * HOUR, async () => {
    const { id } = await writes(WRITTEN.advertisement);
    await stage.as('desk', (context) => closeConversation(context, id, 'spam'));
  });
  before(100 * MINUTE, async () => {
    const { id } = await writes(WRITTEN.lawn);
    const personId = stage.people.get('desk')!;
    await stage.as('supervisor', (context) => takeConversation(context, id, { personId }));
    await stage.as('desk', (context) =>
      noteOnConversation(context, id, { id: newId<'message'>(context.now), text: WRITTEN.lawnNote, mentions: [] }),
    );
  });
  before(50 * MINUTE, async () => void (await writes(WRITTEN.stain)));
  before(20 * MINUTE, async () => {
    await writes(WRITTEN.away);
    await stage.as('admin', (context) => silence(context, mailbox.id));
  });
}

function receive(stage: Stage, mailbox: Channel, { from, name, ...letter }: Letter): Promise<Begun> {
  return stage.as('admin', async (context) => {
    const incoming: Incoming = {
      id: newId<'message'>(context.now),
      conversationId: null,
      from: { name, address: from },
      recipients: [{ as: 'to', name: mailbox.name, address: mailbox.address }],
      quoted: '',
      html: null,
      sort: 'message',
      externalId: null,
      answersId: null,
      at: context.now,
      rawFileId: null,
      files: [],
      ...letter,
    };
    const { conversationId: id, messageId } = await receiveMessage(context, mailbox, incoming);
    return { id, messageId };
  });
}

/** Written by the desk, and gone at once: nobody waits ten seconds in a history. */
function answer(stage: Stage, id: Id<'conversation'>, seen: Id<'message'>, text: string): Promise<Id<'message'>> {
  return stage.as('desk', async (context) => {
    const messageId = newId<'message'>(context.now);
    await answerConversation(context, id, answerInput.parse({ id: messageId, text, seen }));
    const going = await messageToSend(context, messageId);
    if (going) await noteSent(context, going, false);
    await recall(context, messageId);
    return messageId;
  });
}
