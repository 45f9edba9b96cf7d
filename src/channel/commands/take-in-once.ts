import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { digestOf } from '../digest.ts';
import type { Channel } from '../port.ts';
import { noteHeard } from '../state.ts';

/** Whether it was taken in before, and as what. */
export type TakenIn = { message: Id<'message'>; before: boolean };

/**
 * Takes in what another system hands in under its own name of it, in the one transaction of the context: either all of it is there,
 * and that it is, or nothing, and it is handed in again. Handed in twice, at once or after, it is taken in once.
 */
export async function takeInOnce(
  context: Context,
  channel: Channel,
  name: string,
  work: (id: Id<'message'>) => Promise<void>,
): Promise<TakenIn> {
  const { tx, now } = context;
  const key = { channel_id: channel.id, digest: digestOf(name) };
  const message = newId<'message'>(now);
  // a second at the same moment waits here for the first
  const fresh = await tx
    .insertInto('channel_taken')
    .values({ ...key, message_id: message })
    .onConflict((conflict) => conflict.doNothing())
    .returning('message_id')
    .executeTakeFirst();
  if (!fresh) {
    const former = await tx
      .selectFrom('channel_taken')
      .select('message_id')
      .where('channel_id', '=', channel.id)
      .where('digest', '=', key.digest)
      .executeTakeFirstOrThrow();
    return { message: former.message_id, before: true };
  }
  await work(message);
  // whoever has its screen open sees it at once
  if (await noteHeard(tx, channel.id, now)) context.signals.changed.set(channel.id, 'channel');
  return { message, before: false };
}
