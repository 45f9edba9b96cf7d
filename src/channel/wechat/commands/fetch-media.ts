import { z } from 'zod';
import { attachToMessage } from '../../../conversation/commands/attach-to-message.ts';
import type { Id } from '../../../kernel/id.ts';
import { MINUTE, plus } from '../../../kernel/time.ts';
import type { Context } from '../../../platform/context.ts';
import { storeForeign } from '../../../platform/files/store-foreign.ts';
import { afterwards } from '../../../platform/journal.ts';
import type { Called } from '../../../platform/outward/post.ts';
import { channelOf } from '../../channels.ts';
import type { WechatParts } from '../api.ts';
import { askWechat, answerIn } from '../api.ts';
import { FETCHING } from './take-in.ts';

const payloadShape = z.object({ message: z.uuid(), media: z.string().max(500), tries: z.number() });

/** What is larger stays with Tencent. */
const LARGEST = 10 * 1024 * 1024;

/** Tencent keeps it for three days. */
const WAITS = [1, 5, 30, 120, 480].map((minutes) => minutes * MINUTE);

type Fetched = { name: string; bytes: Buffer } | { fault: string; again: boolean };

/** Fetches what hangs on a message, and is not impatient; what cannot be had is said beside it. */
export async function fetchMedia(
  parts: WechatParts,
  context: Context,
  payload: Record<string, unknown>,
): Promise<void> {
  const { message, media, tries } = payloadShape.parse(payload);
  const id = message as Id<'message'>;
  const row = await context.tx
    .selectFrom('message')
    .innerJoin('conversation', 'conversation.id', 'message.conversation_id')
    .select('channel_id')
    .where('message.id', '=', id)
    .executeTakeFirst();
  if (!row) return;
  const channel = await channelOf(context, row.channel_id);
  const path = `/cgi-bin/media/get?media_id=${encodeURIComponent(media)}`;
  const fetched = await askWechat(parts, context, channel, { path, most: LARGEST + 1 }).then(
    fetchedBy,
    (fault: Error): Fetched => ({ fault: fault.message, again: true }),
  );
  if ('bytes' in fetched)
    return attachToMessage(context, id, { fileId: await storeForeign(context, fetched, { type: 'message', id }) });
  const wait = fetched.again ? WAITS[tries] : undefined;
  if (wait === undefined) return attachToMessage(context, id, { fault: fetched.fault });
  await afterwards(context, FETCHING, id, { message, media, tries: tries + 1 }, plus(context.now, wait));
}

/** A file has a name; what has none is JSON that says why there is no file. */
function fetchedBy(called: Called): Fetched {
  const { status, bytes, headers } = called;
  const name = /filename="?([^";]+)"?/.exec(headers['content-disposition'] ?? '')?.[1];
  if (status !== 200 || name === undefined) {
    const { errcode, errmsg } = answerIn(called);
    return { fault: `${errcode} ${errmsg}`, again: status !== 200 || errcode === -1 };
  }
  if (bytes.length > LARGEST) return { fault: `> ${LARGEST / 1024 / 1024} MB`, again: false };
  return { name, bytes };
}
