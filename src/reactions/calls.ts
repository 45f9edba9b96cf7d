import type { Id } from '../kernel/id.ts';
import type { Reaction } from '../platform/context.ts';
import { followContact } from '../telephone/commands/follow-contact.ts';
import type { LineChannel } from '../telephone/system.ts';
import { LINE_CHANNELS } from '../telephone/system.ts';

/** A call that was written down owes nothing more, and whoever was spoken with by telephone need not be called back. */
export const followTouch: Reaction = async (context, event) => {
  const { channel, rings, call } = event.data as { channel: string; rings?: number; call?: Id<'phone_call'> };
  const line = LINE_CHANNELS.find((one) => one === channel);
  if (line === undefined && call === undefined) return;
  const contactId = event.subject.id as Id<'contact'>;
  await followContact(context, {
    contactId,
    line: line ?? ('phone' satisfies LineChannel),
    rings: rings ?? null,
    callId: call ?? null,
  });
};
