import type { z } from 'zod';
import type { conversationLineOut, conversationOut } from '../../../src/conversation/view.ts';
import type { About } from '../../server/queries.ts';
import { useRead } from '../../server/queries.ts';
import { t } from '../../words/words.ts';

/** A line of `GET /api/conversations` */
export type ConversationLine = z.output<typeof conversationLineOut>;

/** `GET /api/conversations/:id` */
export type ConversationView = z.output<typeof conversationOut>;
export type Message = ConversationView['messages'][number];

export function useConversation(id: string) {
  return useRead<ConversationView>(`conversations/${id}`, {
    about: [`conversation/${id}`, 'ticket', 'commitment', 'clock', 'customer'],
  });
}

/** Everything that one act may have changed. */
export const changedBy = (id: string): About => [
  'conversation',
  `conversation/${id}`,
  'ticket',
  'work_order',
  'commitment',
  'contact',
];

/** Who writes: as we know him, else as he calls himself, else where he writes from. */
export function whoWrites({ customer, correspondent }: Pick<ConversationLine, 'customer' | 'correspondent'>): string {
  return customer?.name || correspondent.name || correspondent.address || t('chat.visitor');
}

/** What about; a mail without a subject says so, a chat what it is, and where there are none at all it is empty. */
export function subjectWords({ subject, channel }: Pick<ConversationLine, 'subject' | 'channel'>): string {
  if (subject) return subject;
  if (channel.kind === 'chat') return t('chat.title');
  return channel.kind === 'mail' ? t('messages.no_subject') : '';
}

/** What somebody outside wrote. */
export const isTheirs = (message: Message): boolean => message.direction === 'in' && message.sort !== 'bounce';
