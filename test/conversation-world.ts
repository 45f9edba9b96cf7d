import type { Channel, Incoming } from '../src/channel/port.ts';
import { messageToSend, noteSent } from '../src/conversation/commands/note-sent.ts';
import { receiveMessage } from '../src/conversation/commands/receive-message.ts';
import type { Id } from '../src/kernel/id.ts';
import { newId } from '../src/kernel/id.ts';
import { json } from '../src/kernel/json.ts';
import { plus, SECOND } from '../src/kernel/time.ts';
import type { World } from './world.ts';

/** A mailbox of the centre as the database knows it, with no server behind it. */
export async function mailboxOf(
  world: World,
  address = 'service@huiyin.example',
  kind: Channel['kind'] = 'mail',
): Promise<Channel> {
  return world.act(null, async ({ tx, now }) =>
    tx
      .insertInto('channel')
      .values({
        id: newId<'channel'>(now),
        kind,
        name: '服务邮箱',
        address,
        centre_id: world.centreId,
        department_id: null,
        settings: json({}),
        secret: '',
        made_by_id: world.people.admin,
        made_at: now,
        off_at: null,
        ended_at: null,
      })
      .returningAll()
      .executeTakeFirstOrThrow(),
  );
}

/** Somebody writes: what he says, and what a channel would have found out about it. */
export async function writes(
  world: World,
  channel: Channel,
  said: { from: string; text: string } & Partial<Omit<Incoming, 'from' | 'text'>>,
): Promise<{ conversationId: Id<'conversation'>; messageId: Id<'message'> }> {
  world.clock.set(plus(world.clock.now(), SECOND));
  return world.act(null, (context) =>
    receiveMessage(context, channel, {
      id: newId<'message'>(context.now),
      conversationId: null,
      recipients: [{ as: 'to', name: '', address: channel.address }],
      subject: '水管漏水',
      quoted: '',
      html: null,
      sort: 'message',
      externalId: null,
      answersId: null,
      at: context.now,
      rawFileId: null,
      files: [],
      ...said,
      from: { name: '', address: said.from },
    }),
  );
}

/** The channel took a message of ours out; false where there was nothing to take. */
export async function goesOut(world: World, id: Id<'message'>, closes = false): Promise<boolean> {
  return world.act(null, async (context) => {
    const going = await messageToSend(context, id);
    if (going) await noteSent(context, going, closes);
    return going !== null;
  });
}
