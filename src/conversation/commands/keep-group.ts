import type { z } from 'zod';
import type { Incoming, SaidGroup } from '../../channel/port.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { NotFound, orRefuse, refusal } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { Conversation } from '../conversation.ts';
import { lockOwn } from '../facts.ts';
import type { groupInput } from '../inputs.ts';
import { dropAnswer } from './owe-answer.ts';

/**
 * Who is in the group, as its channel tells it, and whoever speaks there. Whom it no longer names has left. What somebody here said
 * that a member is stays said.
 */
export async function keepMembers(
  context: Context,
  { id, group_sort }: Conversation,
  { from, group }: Incoming,
): Promise<void> {
  if (group_sort === null) return;
  const told = group?.members ?? null;
  const speaks = { ...from, sort: group_sort === 'internal' ? ('staff' as const) : ('customer' as const) };
  const all = [...(told ?? []), ...(told?.some(({ address }) => address === from.address) ? [] : [speaks])];
  await context.tx
    .insertInto('group_member')
    .values(all.map((one) => ({ ...one, id: newId<'group_member'>(context.now), conversation_id: id, left_at: null })))
    .onConflict((conflict) =>
      conflict
        .columns(['conversation_id', 'address'])
        .doUpdateSet((e) => ({ name: e.ref('excluded.name'), left_at: null })),
    )
    .execute();
  if (told !== null) await noteLeft(context, id, all);
}

async function noteLeft(
  { tx, now }: Context,
  id: Id<'conversation'>,
  there: NonNullable<SaidGroup['members']>,
): Promise<void> {
  await tx
    .updateTable('group_member')
    .set({ left_at: now })
    .where('conversation_id', '=', id)
    .where('left_at', 'is', null)
    .where(
      'address',
      'not in',
      there.map(({ address }) => address),
    )
    .execute();
}

/** Says what sort of group it is, how one speaks there, and what its members are. Among ourselves nobody waits for an answer. */
export async function changeGroup(
  context: Context,
  id: Id<'conversation'>,
  { sort, tone, members = [] }: z.output<typeof groupInput>,
): Promise<void> {
  const conversation = await lockOwn(context, id);
  orRefuse(conversation.group_sort === null ? refusal('conversation.no_group') : null);
  const internal = sort === 'internal' && conversation.waiting_since !== null;
  if (internal) await dropAnswer(context, conversation, 'needs_none');
  const change = {
    ...(sort === undefined ? {} : { group_sort: sort }),
    ...(tone === undefined ? {} : { tone }),
    ...(internal ? { waiting_since: null } : {}),
  };
  if (Object.keys(change).length > 0)
    await context.tx.updateTable('conversation').set(change).where('id', '=', id).execute();
  for (const member of members) await sayMember(context, id, member);
  const data = { ...(sort ? { sort } : {}), ...(tone === undefined ? {} : { tone }), members: members.length };
  await record(context, { subject: { type: 'conversation', id }, type: 'conversation.group_changed', data });
}

async function sayMember(
  { tx }: Context,
  id: Id<'conversation'>,
  { id: member, sort }: NonNullable<z.output<typeof groupInput>['members']>[number],
): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('group_member')
    .set({ sort })
    .where('conversation_id', '=', id)
    .where('id', '=', member)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new NotFound('conversation.member_unknown');
}
