import { newId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import type { Letter } from '../../platform/mail/smtp.ts';
import type { Channel } from '../port.ts';

/** A mail that belongs to no conversation and waits for no answer; `name` says in its Message-ID what it is. */
export function plainLetter(
  { now, organisation }: Context,
  { address }: Channel,
  { name, to, subject, text }: { name: string; to: string; subject: string; text: string },
): Letter {
  return {
    messageId: `<${name}-${newId(now)}@${address.slice(address.lastIndexOf('@') + 1)}>`,
    from: { name: organisation.name, address },
    replyTo: address,
    to: [{ name: '', address: to }],
    subject,
    text,
    inReplyTo: null,
    references: [],
    headers: { 'Auto-Submitted': 'auto-generated' },
    files: [],
  };
}
