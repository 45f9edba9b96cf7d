import { sql } from 'kysely';
import type { Id } from '../../../kernel/id.ts';
import { nobody } from '../../../organisation/can.ts';
import type { Context } from '../../../platform/context.ts';
import type { Incoming } from '../../port.ts';
import { PLAIN } from '../../port.ts';

/** What was said stands as the chat's next line; of a conversation that is no chat, nothing happens. Its row is locked. */
export async function addLine(
  { tx }: Pick<Context, 'tx'>,
  conversationId: Id<'conversation'>,
  messageId: Id<'message'>,
): Promise<void> {
  await sql`
    insert into chat_line (conversation_id, no, message_id)
    select c.conversation_id, 1 + coalesce((select max(no) from chat_line l where l.conversation_id = c.conversation_id), 0), ${messageId}
    from chat c where c.conversation_id = ${conversationId}
    on conflict do nothing`.execute(tx);
}

/** Whoever is signed in at work on the same machine lends a visitor nothing. */
export function asVisitor(context: Context): Context {
  return { ...context, actor: nobody, onBehalfOf: 'customer' };
}

/** A line of a visitor, of which nothing is said yet but who he is. */
export function lineOf({ now }: Context, id: Id<'message'>, from: Incoming['from']): Incoming {
  return { ...PLAIN, id, conversationId: null, from, text: '', externalId: null, at: now };
}
