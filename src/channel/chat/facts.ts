import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import { NotFound, NotSignedIn } from '../../kernel/refusal.ts';
import type { Instant } from '../../kernel/time.ts';
import { epochOf, instantOf } from '../../kernel/time.ts';
import { nextOpening } from '../../kernel/working-time/measure.ts';
import { calendarFor } from '../../organisation/calendar-choice.ts';
import { currentCalendar } from '../../organisation/calendars.ts';
import type { Context } from '../../platform/context.ts';
import type { Channel } from '../port.ts';
import type { Chat } from './chat.ts';
import { chatSettingsOf } from './settings.ts';

/**
 * Who is asked to take whom is decided by one transaction at a time, on however many nodes: chats change hands and agents their state
 * only under this. Whoever locks conversations too locks them first.
 */
export async function lockQueue({ tx, organisation }: Pick<Context, 'tx' | 'organisation'>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`chat queue ${organisation.schema}`}, 0))`.execute(tx);
}

/** A chat as it stands under the lock of the queue; undefined where the conversation is none. */
export async function chatInQueue(context: Context, id: Id<'conversation'>): Promise<Chat | undefined> {
  await lockQueue(context);
  return context.tx.selectFrom('chat').selectAll().where('conversation_id', '=', id).executeTakeFirst();
}

/** The same of what must be a chat. Throws NotFound `chat.unknown`. */
export async function ownChatInQueue(context: Context, id: Id<'conversation'>): Promise<Chat> {
  const chat = await chatInQueue(context, id);
  if (!chat) throw new NotFound('chat.unknown');
  return chat;
}

/** What a visitor's secret opens. Every reason why it opens nothing looks the same from outside. */
export async function chatOfVisitor({ tx }: Pick<Context, 'tx'>, hash: string): Promise<Chat> {
  const chat = await tx.selectFrom('chat').selectAll().where('secret_hash', '=', hash).executeTakeFirst();
  if (!chat) throw new NotSignedIn('chat.not_known');
  return chat;
}

/** When somebody is there by the hours of the chat: now, where the answer is null. */
export async function opensAt({ tx, now }: Pick<Context, 'tx' | 'now'>, channel: Channel): Promise<Instant | null> {
  const where = { centreId: channel.centre_id, departmentId: channel.department_id };
  const calendar = await currentCalendar(tx, await calendarFor(tx, chatSettingsOf(channel).hours, where));
  const at = epochOf(now);
  const next = calendar.counting([at], (compiled) => nextOpening(compiled, at));
  return next === at ? null : instantOf(next);
}
