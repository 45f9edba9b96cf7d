import type { Channel as Touch } from '../kernel/channels.ts';
import { SECOND } from '../kernel/time.ts';

/** Which sorts of channel there are: a folder each beside this file. */
export const CHANNEL_KINDS = ['mail', 'chat'] as const;
export type ChannelKind = (typeof CHANNEL_KINDS)[number];

/** What the rest need to know of a sort of channel. */
type KindFacts = {
  /** As what its messages count in the history of contacts. */
  touch: Touch;
  /** How long an answer may be taken back before it goes out; in milliseconds. */
  undoFor: number;
  /** Whether its messages carry a subject, and so what begins a new one. */
  subject: boolean;
  /** Both sides are there at once: an answer is read as it is written, and the whole is one touch, not each line. */
  live: boolean;
  /** The limit by which an answer is owed. */
  limit: 'answerMessage' | 'answerChat';
};

export const KIND_FACTS: Record<ChannelKind, KindFacts> = {
  mail: { touch: 'email', undoFor: 10 * SECOND, subject: true, live: false, limit: 'answerMessage' },
  chat: { touch: 'chat', undoFor: 0, subject: false, live: true, limit: 'answerChat' },
};
