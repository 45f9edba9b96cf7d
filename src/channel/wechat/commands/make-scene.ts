import { randomBytes } from 'node:crypto';
import { orErased } from '../../../customer/facts.ts';
import type { Id } from '../../../kernel/id.ts';
import { newId } from '../../../kernel/id.ts';
import { NotFound, Refused } from '../../../kernel/refusal.ts';
import { DAY, plus } from '../../../kernel/time.ts';
import { can, orForbid } from '../../../organisation/can.ts';
import { placeById } from '../../../place/facts.ts';
import type { Context } from '../../../platform/context.ts';
import { actingPerson } from '../../../platform/context.ts';
import { record } from '../../../platform/journal.ts';
import { channelOf } from '../../channels.ts';
import type { Channel, Scene } from '../../port.ts';
import type { MakeScene } from '../inputs.ts';

/** A code for a customer is good so long, and once: whoever scans it is taken for him. */
const FOR_CUSTOMER = 1 * DAY;

/**
 * What a code is to stand for. A unit has one code of an account, for good: who scans it is somebody of that unit. A customer has one that
 * is good once and for a day.
 */
export async function makeScene(
  context: Context,
  channelId: Id<'channel'>,
  input: MakeScene,
): Promise<{ channel: Channel; scene: Scene }> {
  const channel = await channelOf(context, channelId);
  orForbid(can(context.actor, 'customer.edit', { centreId: channel.centre_id }));
  if (channel.kind !== 'wechat' || channel.ended_at !== null) throw new NotFound('channel.unknown');
  if (channel.off_at !== null) throw new Refused('channel.off');
  if ('placeId' in input) await placeById(context.tx, input.placeId);
  else await orErased(context.tx, input.customerId);
  const former = 'placeId' in input ? await sceneOfPlace(context, channel, input.placeId) : undefined;
  if (former) return { channel, scene: former };
  const scene = await context.tx
    .insertInto('channel_scene')
    .values({
      id: newId<'channel_scene'>(context.now),
      channel_id: channel.id,
      scene: randomBytes(24).toString('base64url'),
      place_id: 'placeId' in input ? input.placeId : null,
      customer_id: 'customerId' in input ? input.customerId : null,
      by_id: actingPerson(context),
      at: context.now,
      url: null,
      until: 'customerId' in input ? plus(context.now, FOR_CUSTOMER) : null,
      used_at: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await record(context, {
    subject: { type: 'channel', id: channel.id },
    type: 'channel.code_made',
    data: { ...input },
  });
  return { channel, scene };
}

function sceneOfPlace({ tx }: Context, channel: Channel, placeId: Id<'place'>): Promise<Scene | undefined> {
  return tx
    .selectFrom('channel_scene')
    .selectAll()
    .where('channel_id', '=', channel.id)
    .where('place_id', '=', placeId)
    .executeTakeFirst();
}

/** What the code says, as Tencent has told it. */
export async function keepSceneUrl({ tx }: Context, id: Id<'channel_scene'>, url: string): Promise<void> {
  await tx.updateTable('channel_scene').set({ url }).where('id', '=', id).execute();
}

/** What a code that was scanned stands for; null where it is none of ours, is over, or was used by another. */
export async function useScene({ tx, now }: Context, channel: Channel, said: string): Promise<Scene | null> {
  const scene = await tx
    .selectFrom('channel_scene')
    .selectAll()
    .where('channel_id', '=', channel.id)
    .where('scene', '=', said)
    .forUpdate()
    .executeTakeFirst();
  if (!scene || (scene.until !== null && (scene.until < now || scene.used_at !== null))) return null;
  await tx.updateTable('channel_scene').set({ used_at: now }).where('id', '=', scene.id).execute();
  return scene;
}
