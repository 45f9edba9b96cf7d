import type { Selectable } from 'kysely';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { Thing } from '../organisation/can.ts';
import type { ConversationTable, MessageTable } from './table.ts';

export type Conversation = Selectable<ConversationTable>;
export type Message = Selectable<MessageTable>;

/**
 * What a message is: of a person, or written by a machine (out of office), a report that ours could not be delivered,
 * one that could not be read, kept as it came, or that he wants no more of ours.
 */
export const MESSAGE_SORTS = ['message', 'automatic', 'bounce', 'unreadable', 'opt_out'] as const;
export type MessageSort = (typeof MESSAGE_SORTS)[number];

/** `there`: came in, or stands among ourselves. The others are of ours: it waits to go out, went, could not, came back, was taken back. */
export const MESSAGE_STATES = ['there', 'waiting', 'sent', 'failed', 'bounced', 'recalled'] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

/** Why nothing is owed any more. */
export const CLOSED_BECAUSE = ['answered', 'needs_none', 'spam'] as const;
export type ClosedBecause = (typeof CLOSED_BECAUSE)[number];

/** A thread of many: with customers, or among the house's own people, who are owed no answer. */
export const GROUP_SORTS = ['customer', 'internal'] as const;
export type GroupSort = (typeof GROUP_SORTS)[number];
export const MEMBER_SORTS = ['customer', 'staff', 'other'] as const;
export type MemberSort = (typeof MEMBER_SORTS)[number];
/** How one speaks in a group. */
export const TONES = ['formal', 'friendly', 'brief'] as const;
export type Tone = (typeof TONES)[number];

export type Recipient = { as: 'to' | 'cc'; name: string; address: string };

/** What is owed while somebody waits: an answer. */
export const OWED_AS = 'answer_message';

/** Whom a right over a conversation is asked about. */
export function thingOf(one: Pick<Conversation, 'owner_id' | 'department_id' | 'centre_id'>): Thing {
  return { people: [one.owner_id], departments: [one.department_id], centreId: one.centre_id };
}

/** Only a message of a person asks for an answer, or one that nobody could read: somebody has to look. */
export function asksForAnswer(sort: MessageSort): boolean {
  return sort === 'message' || sort === 'unreadable';
}

/** In a group of our own people, or aside of a matter, nobody waits as a customer does. */
export function owesAnswer(
  sort: MessageSort,
  { group_sort, about_id }: Pick<Conversation, 'group_sort' | 'about_id'>,
): boolean {
  return asksForAnswer(sort) && group_sort !== 'internal' && about_id === null;
}

/** Nobody answers twice: whoever says what he saw, and has not seen the newest word of either side, is told so first. */
export function whyNotAnswer(
  newest: Pick<Message, 'id' | 'direction'> | undefined,
  seen: string | undefined,
): Refusal | null {
  if (!newest || seen === undefined || newest.id === seen) return null;
  return refusal(newest.direction === 'out' ? 'conversation.answered_meanwhile' : 'conversation.more_came');
}

/** Who is asked aside about a matter is not its customer. */
export function whyNotKnow({ about_id }: Pick<Conversation, 'about_id'>): Refusal | null {
  return about_id === null ? null : refusal('conversation.aside');
}

/** Only what has not gone out. */
export function whyNotRecall(message: Pick<Message, 'direction' | 'state'>): Refusal | null {
  if (message.direction !== 'out') return refusal('message.not_ours');
  return message.state === 'waiting' ? null : refusal('message.gone_out');
}

/** When it is to go: at once, with time to take it back, or later, at a moment that was named. */
export function sendingAt(soonest: Instant, wanted: Instant | undefined): Instant {
  return wanted !== undefined && wanted > soonest ? wanted : soonest;
}

/** The subject of an answer: the thread's, with one "Re:", however many it had. */
export function answerSubject(subject: string): string {
  const bare = subject.replace(/^(?:\s*(?:re|aw|sv|antw|回复|答复|回覆|答覆)\s*(?:\[\d+\])?\s*[:：])+/iu, '').trim();
  return `Re: ${bare}`.trim();
}
