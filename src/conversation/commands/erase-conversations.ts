import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { ERASED } from '../../platform/erase-words.ts';
import { removeFiles } from '../../platform/files/remove-file.ts';
import { recall } from '../../platform/journal.ts';
import { dropFromSearch } from '../../platform/search-index.ts';
import { cancelCommitments } from '../../commitment/commands/cancel-commitments.ts';
import { OWED_AS } from '../conversation.ts';

/**
 * Everything that was written with him goes: texts, looks, names, addresses, what hung on it and how it came. That something was
 * written, when, by which way and what became of it stays. What was still to go out goes no more, and nothing is owed to him.
 * Answers how many conversations.
 */
export async function eraseConversations(
  context: Context,
  customerId: string,
  addresses: readonly string[],
): Promise<number> {
  const { rows } = await sql<{ id: Id<'conversation'>; waits: boolean }>`
    select id, waiting_since is not null as waits from conversation
    where customer_id = ${customerId} or (customer_id is null and correspondent = any(${addresses.map((one) => one.toLowerCase())}))
    order by id for no key update`.execute(context.tx);
  await eraseFromGroups(context, customerId);
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return 0;
  for (const { id } of rows.filter(({ waits }) => waits))
    await cancelCommitments(context, { subjectId: id, kinds: [OWED_AS], reason: 'customer_erased' });
  await keepBack(context, ids);
  await eraseMessages(context, sql`conversation_id = any(${ids}::uuid[])`);
  await context.tx.deleteFrom('group_member').where('conversation_id', 'in', ids).execute();
  await sql`
    update conversation set subject = ${ERASED}, correspondent = ${ERASED}, correspondent_name = '', thread = null,
      closed_at = coalesce(closed_at, ${context.now}), closed_because = coalesce(closed_because, 'needs_none'), waiting_since = null
    where id = any(${ids}::uuid[])`.execute(context.tx);
  return ids.length;
}

async function keepBack(context: Context, ids: readonly Id<'conversation'>[]): Promise<void> {
  const { rows } = await sql<{ id: Id<'message'> }>`
    update message set state = 'recalled', send_at = null
    where conversation_id = any(${ids}::uuid[]) and state = 'waiting' returning id`.execute(context.tx);
  for (const { id } of rows) await recall(context, id);
}

/** What he said in groups, of those whose addresses are known to be his; what the others said there stays. */
async function eraseFromGroups(context: Context, customerId: string): Promise<void> {
  const his = sql`select b.channel_id, b.address from channel_binding b where b.customer_id = ${customerId}`;
  await eraseMessages(
    context,
    sql`id in (select m.id from message m join conversation c on c.id = m.conversation_id
      where c.group_sort is not null and m.direction = 'in' and (c.channel_id, m.author_address) in (${his}))`,
  );
  await sql`delete from group_member g using conversation c
    where c.id = g.conversation_id and (c.channel_id, g.address) in (${his})`.execute(context.tx);
}

/** Who of us wrote stays; without its name among mails nothing that comes later is taken for its answer. */
async function eraseMessages(context: Context, which: RawBuilder<unknown>): Promise<void> {
  const { rows } = await sql<{ id: Id<'message'> }>`
    update message set subject = ${ERASED}, text = ${ERASED}, quoted = '', html = null, recipients = '[]', external_id = null,
      raw_file_id = null, fault = case when fault is null then null else ${ERASED} end,
      author_name = case when direction in ('out', 'note') then author_name else ${ERASED} end,
      author_address = case when direction in ('out', 'note') then author_address else ${ERASED} end
    where ${which} returning id`.execute(context.tx);
  for (const { id } of rows) await dropFromSearch(context, id);
  if (rows.length > 0)
    await eraseFiles(
      context,
      rows.map(({ id }) => id),
    );
}

async function eraseFiles(context: Context, messages: readonly Id<'message'>[]): Promise<void> {
  await context.tx.deleteFrom('message_file').where('message_id', 'in', messages).execute();
  const { rows } = await sql<{ id: Id<'file'> }>`
    select id from file where subject_type = 'message' and subject_id = any(${messages}::uuid[])`.execute(context.tx);
  await removeFiles(
    context,
    rows.map(({ id }) => id),
  );
}
