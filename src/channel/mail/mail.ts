import type { MessageSort, Recipient } from '../../conversation/conversation.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Address } from '../../platform/mail/addresses.ts';
import type { MailFile } from '../../platform/mail/gather.ts';

/** Every mail of ours carries it with our address. */
export const LOOP_MARK = 'x-loop';

/** What a report says of a mail of ours (RFC 3464): which, to whom, and why it did not arrive. */
export type Report = {
  /** The Message-ID of what was sent. */
  about: string | null;
  recipient: string | null;
  /** Failed for good; else only late. */
  failed: boolean;
  /** In the words of the server that refused. */
  said: string;
};

/** A mail as far as it can be read. */
export type Mail = {
  messageId: string | null;
  inReplyTo: readonly string[];
  references: readonly string[];
  /** Whom an answer goes to: where he asks for it, else who wrote. */
  from: Address;
  /** Who says he wrote; in lower case. */
  author: string;
  recipients: readonly Recipient[];
  /** All addresses of ours it may have come to, in lower case. */
  deliveredTo: readonly string[];
  subject: string;
  /** Null: it does not say, or nothing that can be. */
  date: Instant | null;
  text: string;
  quoted: string;
  html: string | null;
  files: readonly MailFile[];
  sort: MessageSort;
  report: Report | null;
  /** Our own server says that whoever sent it is not who it says (RFC 8601). */
  forged: boolean;
};
