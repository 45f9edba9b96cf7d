import type { Channel as Touch } from '../kernel/channels.ts';
import { SECOND } from '../kernel/time.ts';

/** Which sorts of channel there are: a folder each beside this file. */
export const CHANNEL_KINDS = ['mail', 'chat', 'connector', 'sms', 'wechat', 'wecom'] as const;
export type ChannelKind = (typeof CHANNEL_KINDS)[number];

/** By which of them something may be said that belongs to no conversation. */
export const OUTSIDE_KINDS = ['mail', 'sms'] as const satisfies readonly ChannelKind[];
export type OutsideKind = (typeof OUTSIDE_KINDS)[number];

/** What the rest need to know of a sort of channel. */
type KindFacts = {
  /** As what its messages count in the history of contacts; null: its settings say so, each as its own. */
  touch: Touch | null;
  /** How long an answer may be taken back before it goes out; in milliseconds. */
  undoFor: number;
  /** Whether its messages carry a subject, and so what begins a new one. */
  subject: boolean;
  /** Whether addresses of one spelling but for the case are one. */
  caseless: boolean;
  /** Whether files go along with answers. */
  files: boolean;
  /** Both sides are there at once: an answer is read as it is written, and the whole is one touch, not each line. */
  live: boolean;
  /** The limit by which an answer is owed. */
  limit: 'answerMessage' | 'answerChat';
};

/** What is written, and answered when it is. */
const WRITTEN = { caseless: false, files: false, subject: false, live: false, limit: 'answerMessage' } as const;

export const KIND_FACTS: Record<ChannelKind, KindFacts> = {
  mail: { ...WRITTEN, touch: 'email', undoFor: 10 * SECOND, subject: true, caseless: true, files: true },
  chat: { ...WRITTEN, touch: 'chat', undoFor: 0, files: true, live: true, limit: 'answerChat' },
  connector: { ...WRITTEN, touch: null, undoFor: 5 * SECOND, files: true },
  sms: { ...WRITTEN, touch: 'sms', undoFor: 10 * SECOND },
  wechat: { ...WRITTEN, touch: 'wechat', undoFor: 5 * SECOND },
  wecom: { ...WRITTEN, touch: 'wechat', undoFor: 5 * SECOND },
};

/** As what the messages of this channel count. */
export function touchOf({ kind, settings }: { kind: ChannelKind; settings: unknown }): Touch {
  return KIND_FACTS[kind].touch ?? (settings as { touch: Touch }).touch;
}

/** An address as it is kept and compared. */
export function keptAddress(kind: ChannelKind, address: string): string {
  return KIND_FACTS[kind].caseless ? address.toLowerCase() : address;
}
