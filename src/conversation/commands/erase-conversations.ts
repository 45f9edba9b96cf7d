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
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return 0;
  for (const { id } of rows.filter(({ waits }) => waits))
    await cancelCommitments(context, { subjectId: id, kinds: [OWED_AS], reason: 'customer_erased' });
  await keepBack(context, ids);
  await eraseMessages(context, ids);
  await eraseFiles(context, ids);
  await sql`
    update conversation set subject = ${ERASED}, correspondent = ${ERASED}, correspondent_name = '',
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

/** Who of us wrote stays; without its name among mails nothing that comes later is taken for its answer. */
async function eraseMessages(context: Context, ids: readonly Id<'conversation'>[]): Promise<void> {
  const { rows } = await sql<{ id: Id<'message'> }>`
    update message set subject = ${ERASED}, text = ${ERASED}, quoted = '', html = null, recipients = '[]', external_id = null,
      raw_file_id = null, fault = case when fault is null then null else ${ERASED} end,
      author_name = case when direction in ('out', 'note') then author_name else ${ERASED} end,
      author_address = case when direction in ('out', 'note') then author_address else ${ERASED} end
    where conversation_id = any(${ids}::uuid[]) returning id`.execute(context.tx);
  for (const { id } of rows) await dropFromSearch(context, id);
}

async function eraseFiles(context: Context, ids: readonly Id<'conversation'>[]): Promise<void> {
  const own = sql`select id from message where conversation_id = any(${ids}::uuid[])`;
  await sql`delete from message_file where message_id in (${own})`.execute(context.tx);
  const { rows } = await sql<{ id: Id<'file'> }>`
    select id from file where subject_type = 'message' and subject_id in (${own})`.execute(context.tx);
  await removeFiles(
    context,
    rows.map(({ id }) => id),
  );
}
