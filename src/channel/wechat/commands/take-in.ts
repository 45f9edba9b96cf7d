import { knowByThread } from '../../../conversation/commands/know-by-thread.ts';
import { receiveMessage } from '../../../conversation/commands/receive-message.ts';
import type { Id } from '../../../kernel/id.ts';
import { storable } from '../../../kernel/text/storable.ts';
import { instantOf, SECOND } from '../../../kernel/time.ts';
import type { Context } from '../../../platform/context.ts';
import { afterwards } from '../../../platform/journal.ts';
import { bindAddress, bindPlace } from '../../commands/bind-address.ts';
import { takeInOnce } from '../../commands/take-in-once.ts';
import { findByThread } from '../../find-thread.ts';
import type { Channel } from '../../port.ts';
import { PLAIN } from '../../port.ts';
import { writtenAt } from '../../written-at.ts';
import { mediaOf, nameOf, sceneOf, wordsOf } from '../wechat.ts';
import { useScene } from './make-scene.ts';

/** The job that fetches what hangs on a message. */
export const FETCHING = 'wechat.fetch';

/**
 * Takes in what Tencent hands in, once, whether a message or that a code was scanned. What hangs on it is fetched afterwards, for five
 * seconds is all they wait. Other events say nothing that anybody here acts upon.
 */
export async function takeInFromWechat(
  context: Context,
  channel: Channel,
  fields: ReadonlyMap<string, string>,
): Promise<void> {
  const from = fields.get('FromUserName') ?? '';
  if (from === '') return;
  if (fields.get('MsgType') !== 'event') {
    await takeInOnce(context, channel, nameOf(fields), (id) => takeIn(context, channel, from, fields, id));
    return;
  }
  const scene = sceneOf(fields);
  if (scene) await bind(context, channel, from, scene);
}

async function takeIn(
  context: Context,
  channel: Channel,
  from: string,
  fields: ReadonlyMap<string, string>,
  id: Id<'message'>,
): Promise<void> {
  const known = await findByThread(context, channel, from);
  const media = mediaOf(fields);
  const words = storable(wordsOf(fields)).slice(0, 10_000);
  const seconds = Number(fields.get('CreateTime'));
  const at =
    Number.isSafeInteger(seconds) && seconds > 0 && seconds < 4_000_000_000 ? instantOf(seconds * SECOND) : null;
  await receiveMessage(context, channel, {
    ...PLAIN,
    id,
    conversationId: known?.id ?? null,
    from: { name: '', address: from },
    text: words || (media ? '' : `[${fields.get('MsgType') ?? ''}]`),
    externalId: fields.get('MsgId') ?? null,
    at: writtenAt(at, context.now, context.now),
    thread: from,
  });
  if (media) await afterwards(context, FETCHING, id, { message: id, media, tries: 0 }, context.now);
}

/** Whoever scans a code is known by his address from then on: as the customer it was made for, or as somebody of that unit. */
async function bind(context: Context, channel: Channel, address: string, said: string): Promise<void> {
  const scene = await useScene(context, channel, said);
  if (!scene) return;
  if (scene.place_id !== null) await bindPlace(context, channel.id, address, scene.place_id);
  if (scene.customer_id === null) return;
  await bindAddress(context, channel.id, address, scene.customer_id);
  await knowByThread(context, channel.id, address, scene.customer_id);
}
