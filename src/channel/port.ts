import type { Selectable } from 'kysely';
import type { MessageSort, Recipient } from '../conversation/conversation.ts';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import type { ChannelTable } from './table.ts';

export type Channel = Selectable<ChannelTable>;

/** What a channel hands in: one message, in the same words whichever way it came. */
export type Incoming = {
  id: Id<'message'>;
  /** The conversation it goes on with, as far as the channel can tell by its own marks; null: it begins one. */
  conversationId: Id<'conversation'> | null;
  from: { name: string; address: string };
  /** Who that is, where the channel knows without an address. */
  customerId?: Id<'customer'> | null;
  /** By which limit an answer is owed; the channel's own unless said. */
  limit?: 'answerMessage';
  recipients: readonly Recipient[];
  subject: string;
  text: string;
  /** What it only quotes or signs with. */
  quoted: string;
  html: string | null;
  sort: MessageSort;
  /** The channel's own name of it: the Message-ID of a mail. */
  externalId: string | null;
  /** Ours that it answers, where the channel can tell. */
  answersId: Id<'message'> | null;
  /** When it was written, as far as that can be believed: never later than now. */
  at: Instant;
  rawFileId: Id<'file'> | null;
  files: readonly { id: Id<'file'>; contentId: string | null }[];
};

/** The job that takes a message of ours out by a channel: `mail.send`. Its payload names the message. */
export function sendingTask(kind: Channel['kind']): string {
  return `${kind}.send`;
}

/** The job that finds out what a channel's own server can do: `mail.prove`. Its payload names the channel. */
export function provingTask(kind: Channel['kind']): string {
  return `${kind}.prove`;
}
