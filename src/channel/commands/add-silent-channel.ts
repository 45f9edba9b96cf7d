import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { json } from '../../kernel/json.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { Channel } from '../port.ts';

type Silent = Pick<Channel, 'name' | 'address' | 'centre_id'> & { settings: unknown };

/** A mailbox that has no secret and so can reach nothing: of a demo, which tells how it would look. */
export async function addSilentChannel(context: Context, { settings, ...channel }: Silent): Promise<Channel> {
  const id = newId<'channel'>(context.now);
  const made = await context.tx
    .insertInto('channel')
    .values({
      ...channel,
      id,
      kind: 'mail',
      department_id: null,
      settings: json(settings),
      secret: '',
      made_by_id: actingPerson(context),
      made_at: context.now,
      off_at: null,
      ended_at: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await record(context, { subject: { type: 'channel', id }, type: 'channel.added' });
  return made;
}

/** Nothing is fetched by it, and nothing goes. */
export async function silence(context: Context, id: Id<'channel'>): Promise<void> {
  await context.tx.updateTable('channel').set({ off_at: context.now }).where('id', '=', id).execute();
  await record(context, { subject: { type: 'channel', id }, type: 'channel.changed', data: { changed: ['on'] } });
}
