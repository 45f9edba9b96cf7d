import { sql } from 'kysely';
import { receiveMessage } from '../../../conversation/commands/receive-message.ts';
import type { Id } from '../../../kernel/id.ts';
import { TooMany } from '../../../kernel/refusal.ts';
import { MINUTE, SECOND } from '../../../kernel/time.ts';
import type { Language } from '../../../kernel/words.ts';
import type { Context } from '../../../platform/context.ts';
import type { Channel } from '../../port.ts';
import { MOST_WAITING } from '../chat.ts';
import { opensAt } from '../facts.ts';
import { addLine, asVisitor, lineOf } from './line.ts';
import { offerWaiting } from './offer-chats.ts';

export type Beginning = {
  secretHash: string;
  /** Of his chat before this one, if his browser has it. */
  formerHash: string | null;
  customerId: Id<'customer'> | null;
  messageId: Id<'message'>;
  name: string;
  contact: string;
  text: string;
  language: Language;
};

/**
 * A visitor begins to speak. While somebody is there by the hours of the chat he stands in the queue; else it is left for us, owed as what
 * is written is. The same secret again begins nothing twice.
 */
export async function beginChat(asked: Context, channel: Channel, input: Beginning): Promise<Id<'conversation'>> {
  const context = asVisitor(asked);
  const { tx } = context;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`chat ${input.secretHash}`}, 0))`.execute(tx);
  const there = await tx
    .selectFrom('chat')
    .select('conversation_id')
    .where('secret_hash', '=', input.secretHash)
    .executeTakeFirst();
  if (there) return there.conversation_id;
  const open = (await opensAt(context, channel)) === null;
  await orFull(context);
  const { conversationId } = await receiveMessage(context, channel, {
    ...lineOf(context, input.messageId, { name: input.name, address: input.contact }),
    text: input.text,
    customerId: input.customerId,
    ...(open ? {} : { limit: 'answerMessage' }),
  });
  await insertChat(context, channel, { id: conversationId, open }, input);
  await addLine(context, conversationId, input.messageId);
  if (open) await offerWaiting(context);
  return conversationId;
}

/** However many addresses a flood comes from. */
async function orFull({ tx }: Context): Promise<void> {
  const { rows } = await sql<{ full: boolean }>`
    select exists (select from chat where phase = 'waiting' offset ${MOST_WAITING - 1}) as full`.execute(tx);
  if (rows[0]!.full) throw new TooMany('chat.full', { retryAfter: MINUTE / SECOND });
}

async function insertChat(
  context: Context,
  channel: Channel,
  { id, open }: { id: Id<'conversation'>; open: boolean },
  input: Beginning,
): Promise<void> {
  await context.tx
    .insertInto('chat')
    .values({
      conversation_id: id,
      secret_hash: input.secretHash,
      language: input.language,
      phase: open ? 'waiting' : 'left',
      queued_at: open ? context.now : null,
      department_id: channel.department_id,
      last_agent_id: await formerAgent(context, input.formerHash),
      offered_to_id: null,
      offer_ends_at: null,
      given_by_id: null,
      taken_at: null,
      ended_at: null,
      ended_by: null,
      rating: null,
      rated_at: null,
    })
    .execute();
}

async function formerAgent({ tx }: Context, hash: string | null): Promise<Id<'person'> | null> {
  if (hash === null) return null;
  const former = await tx
    .selectFrom('chat')
    .innerJoin('conversation', 'conversation.id', 'chat.conversation_id')
    .select('conversation.owner_id')
    .where('chat.secret_hash', '=', hash)
    .executeTakeFirst();
  return former?.owner_id ?? null;
}
