import type { Channel as Touch } from '../kernel/channels.ts';
import { SECOND } from '../kernel/time.ts';

/** Which sorts of channel there are: a folder each beside this file. */
export const CHANNEL_KINDS = ['mail', 'connector', 'sms', 'wechat', 'wecom'] as const;
export type ChannelKind = (typeof CHANNEL_KINDS)[number];

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
};

export const KIND_FACTS: Record<ChannelKind, KindFacts> = {
  mail: { touch: 'email', undoFor: 10 * SECOND, subject: true, caseless: true, files: true },
  connector: { touch: null, undoFor: 5 * SECOND, subject: false, caseless: false, files: true },
  sms: { touch: 'sms', undoFor: 10 * SECOND, subject: false, caseless: false, files: false },
  wechat: { touch: 'wechat', undoFor: 5 * SECOND, subject: false, caseless: false, files: false },
  wecom: { touch: 'wechat', undoFor: 5 * SECOND, subject: false, caseless: false, files: false },
};

/** As what the messages of this channel count. */
export function touchOf({ kind, settings }: { kind: ChannelKind; settings: unknown }): Touch {
  return KIND_FACTS[kind].touch ?? (settings as { touch: Touch }).touch;
}

/** An address as it is kept and compared. */
export function keptAddress(kind: ChannelKind, address: string): string {
  return KIND_FACTS[kind].caseless ? address.toLowerCase() : address;
}
