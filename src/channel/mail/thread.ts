import type { Id } from '../../kernel/id.ts';
import type { Mail } from './mail.ts';

/** A conversation that a mail points to by one of its marks. */
export type Candidate = {
  conversationId: Id<'conversation'>;
  /** The message of ours, or of theirs, that it points to. */
  messageId: Id<'message'> | null;
  /** The message is one of ours. */
  ours: boolean;
  /**
   * Whoever writes has a part in it: it is his, he wrote in it, he was sent a copy, or it is the same customer's other address.
   */
  takesPart: boolean;
};

export type Marks = {
  /** By what it answers (In-Reply-To), then by what came before it (References), the newest first. */
  byMessage: readonly Candidate[];
  /** By the signed mark of the address that it came to. */
  byAddress: Id<'conversation'> | null;
  /** By a number in its subject. */
  byNumber: readonly Candidate[];
};

export type Thread = { conversationId: Id<'conversation'>; answersId: Id<'message'> | null };

/**
 * The conversation that a mail goes on with; null: it begins one. What a header says anybody can write. So a mail joins by its
 * References or by a number only where its sender takes part, and nobody's server found him out as somebody else; or where it came
 * to the address that we gave to those who had our answer. Somebody who was sent a copy takes part, and what he writes stands
 * under his own name; answers go on to whom the conversation is with. A stranger who has got hold of one of our Message-IDs begins
 * a conversation of his own and sees nothing.
 */
export function threadOf({ forged }: Pick<Mail, 'forged'>, { byMessage, byAddress, byNumber }: Marks): Thread | null {
  const belongs = (one: Candidate): boolean => one.conversationId === byAddress || (one.takesPart && !forged);
  const known = byMessage.find(belongs);
  if (known) return { conversationId: known.conversationId, answersId: known.ours ? known.messageId : null };
  if (byAddress !== null) return { conversationId: byAddress, answersId: null };
  const numbered = byNumber.find(belongs);
  return numbered ? { conversationId: numbered.conversationId, answersId: null } : null;
}

/** Numbers of matters that a subject names: `[#1042]`, `单号：1042`. */
export function numbersIn(subject: string): number[] {
  const found = subject.matchAll(/(?:[#＃]|(?:单号|單號|编号|編號|No\.?)\s*[:：]?\s*)(\d{1,9})\b/giu);
  return [...found].map((match) => Number(match[1])).slice(0, 5);
}

/** The id of a message of ours in its Message-ID; null: none of ours is called so. */
export function ourMessageIn(externalId: string): Id<'message'> | null {
  const id = /^<([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12})@/i.exec(externalId)?.[1];
  return (id?.toLowerCase() as Id<'message'> | undefined) ?? null;
}
