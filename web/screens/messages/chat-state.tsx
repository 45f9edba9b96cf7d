import { useSession } from '../../session/session.ts';
import { Notice } from '../../ui/section.tsx';
import { api } from '../../server/api.ts';
import { useWrite } from '../../server/writes.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { said, t } from '../../words/words.ts';
import { useVisitor } from './chat.ts';
import type { ConversationView } from './conversation-view.ts';
import { changedBy } from './conversation-view.ts';

type Of = { conversation: ConversationView & { chat: NonNullable<ConversationView['chat']> } };

/** Where a chat stands, above the field in which the next line is written. */
export function ChatState({ conversation }: { conversation: ConversationView }) {
  const { chat } = conversation;
  if (!chat) return null;
  const of = { ...conversation, chat };
  return (
    <>
      <Standing conversation={of} />
      <Giving conversation={of} />
      <Visitor id={conversation.id} ended={chat.phase === 'ended'} />
    </>
  );
}

function Standing({ conversation: { chat } }: Of) {
  if (chat.phase === 'left') return <Notice tone="wait">{t('chat.left')}</Notice>;
  if (chat.phase === 'waiting') return <Notice tone="wait">{t('chat.waiting')}</Notice>;
  if (chat.phase !== 'ended') return null;
  return (
    <Notice tone="run">
      {t(chat.endedBy === 'visitor' ? 'chat.ended_visitor' : 'chat.ended_us')}
      {chat.rating ? <p>{t('chat.rated', { rating: chat.rating })}</p> : null}
      {chat.ratingWords ? <blockquote>{chat.ratingWords}</blockquote> : null}
    </Notice>
  );
}

/** It is mine until another has accepted it. */
function Giving({ conversation: { id, chat, owner } }: Of) {
  const me = useSession().person.id;
  const keep = useWrite<void>({
    send: (_, options) => api.post(`conversations/${id}/chat/keep`, {}, options),
    changes: () => changedBy(id),
  });
  if (!chat.givenBy) return null;
  const to = chat.offeredTo?.name ?? (chat.givenTo ? said(chat.givenTo.name) : '');
  return (
    <Notice tone="wait">
      {t('chat.giving', { name: to })}
      {owner?.id === me ? <ActionButton label={t('chat.keep')} busy={keep.busy} onRun={() => void keep.run()} /> : null}
    </Notice>
  );
}

function Visitor({ id, ended }: { id: string; ended: boolean }) {
  const does = useVisitor(id, useSession().person.id);
  if (ended || does === null) return null;
  return (
    <p className="dim" role="status">
      {t(does === 'typing' ? 'chat.visitor_typing' : 'chat.visitor_here')}
    </p>
  );
}
