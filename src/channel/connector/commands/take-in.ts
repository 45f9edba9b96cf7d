import { receiveMessage } from '../../../conversation/commands/receive-message.ts';
import type { Id } from '../../../kernel/id.ts';
import { Refused } from '../../../kernel/refusal.ts';
import type { Context } from '../../../platform/context.ts';
import { storeForeign } from '../../../platform/files/store-foreign.ts';
import type { TakenIn } from '../../commands/take-in-once.ts';
import { takeInOnce } from '../../commands/take-in-once.ts';
import { findByThread } from '../../find-thread.ts';
import type { Channel, SaidGroup } from '../../port.ts';
import { PLAIN } from '../../port.ts';
import { writtenAt } from '../../written-at.ts';
import type { ConnectorMessage } from '../connector.ts';

/** Takes in a message that a connector hands in, once, with all that hangs on it. */
export function takeInFromConnector(context: Context, channel: Channel, said: ConnectorMessage): Promise<TakenIn> {
  return takeInOnce(context, channel, said.id, (id) => takeIn(context, channel, said, id));
}

async function takeIn(context: Context, channel: Channel, said: ConnectorMessage, id: Id<'message'>): Promise<void> {
  const { conversation: thread, from, text, at = null } = said;
  const known = await findByThread(context, channel, thread);
  // what one was told in confidence must reach nobody else, whatever the connector calls its threads
  if (known && known.group_sort === null && known.correspondent !== from.id) throw new Refused('hook.of_another');
  const files: { id: Id<'file'>; contentId: null }[] = [];
  for (const { name, base64 } of said.files) {
    const file = { name, bytes: Buffer.from(base64, 'base64') };
    files.push({ id: await storeForeign(context, file, { type: 'message', id }), contentId: null });
  }
  await receiveMessage(context, channel, {
    ...PLAIN,
    id,
    conversationId: known?.id ?? null,
    from: { name: from.name, address: from.id },
    text,
    externalId: said.id,
    at: writtenAt(at, context.now, context.now),
    files,
    thread,
    ...(said.group ? { group: groupOf(said.group) } : {}),
  });
}

function groupOf({ name, internal, members }: NonNullable<ConnectorMessage['group']>): SaidGroup {
  const sort = internal ? 'internal' : 'customer';
  const usual = internal ? 'staff' : 'customer';
  const all = new Map(members?.map((one) => [one.id, one]));
  return {
    name,
    sort,
    members: members
      ? [...all.values()].map((one) => ({ address: one.id, name: one.name, sort: one.sort ?? usual }))
      : null,
  };
}
