import type { Selectable } from 'kysely';
import type { GroupSort, MemberSort, MessageSort, Recipient } from '../conversation/conversation.ts';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import type { ChannelSceneTable, ChannelTable } from './table.ts';

export type Channel = Selectable<ChannelTable>;
export type Scene = Selectable<ChannelSceneTable>;

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
  /** The other side's own name of the thread, where it has threads: by it the next message finds its conversation. */
  thread?: string;
  /** Of a thread of many. */
  group?: SaidGroup;
};

/** What most messages are that come by a channel which knows neither subjects nor papers: each says what it has besides. */
export const PLAIN = {
  recipients: [],
  subject: '',
  quoted: '',
  html: null,
  sort: 'message',
  answersId: null,
  rawFileId: null,
  files: [],
} as const satisfies Partial<Incoming>;

/** A group as the channel tells of it: taken for the beginning; what is said of it here stands from then on. */
export type SaidGroup = {
  name: string;
  sort: GroupSort;
  /** All that are in it now; null: not told. */
  members: readonly { address: string; name: string; sort: MemberSort }[] | null;
};

/** The job that takes a message of ours out by a channel: `mail.send`. Its payload names the message. */
export function sendingTask(kind: Channel['kind']): string {
  return `${kind}.send`;
}

/** The job that finds out what a channel's own server can do: `mail.prove`. Its payload names the channel. */
export function provingTask(kind: Channel['kind']): string {
  return `${kind}.prove`;
}
