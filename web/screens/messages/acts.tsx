import { IconArchive, IconArrowBackUp, IconUserCheck, IconUserShare } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ClosedBecause } from '../../../src/conversation/conversation.ts';
import { api } from '../../server/api.ts';
import { useWrite } from '../../server/writes.ts';
import { useSession } from '../../session/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import type { ConversationView } from './conversation-view.ts';
import { changedBy } from './conversation-view.ts';
import { Give } from './give.tsx';
import { GiveChat } from './chat-later.tsx';
import styles from './messages.module.css';

const reasons: readonly ClosedBecause[] = ['answered', 'needs_none', 'spam'];

/** Whose it is to answer, and that nothing is owed any more. */
export function Acts({ of: conversation }: { of: ConversationView }) {
  const { id, can, owner, closedAt, chat } = conversation;
  const me = useSession().person;
  const [opened, setOpened] = useState<'give' | 'close' | null>(null);
  const changes = () => changedBy(id);
  const shut = () => setOpened(null);
  const take = useWrite<void>({
    send: (_, options) => api.post(`conversations/${id}/take`, { personId: me.id }, options),
    changes,
  });
  const reopen = useWrite<void>({
    send: (_, options) => api.post(`conversations/${id}/reopen`, {}, options),
    changes,
  });
  return (
    <>
      {owner?.id === me.id || chat?.offeredTo ? null : (
        <ActionButton
          label={t('messages.take')}
          icon={IconUserCheck}
          hotkey="a"
          can={can}
          action="take"
          busy={take.busy}
          onRun={() => void take.run()}
        />
      )}
      <ActionButton
        label={chat?.phase === 'on' ? t('chat.give') : t('messages.give')}
        icon={IconUserShare}
        kind="quiet"
        can={can}
        action={chat?.phase === 'on' ? 'give' : 'take'}
        onRun={() => setOpened('give')}
      />
      {closedAt === null ? (
        <ActionButton
          label={t('messages.close')}
          icon={IconArchive}
          hotkey="e"
          can={can}
          action="close"
          onRun={() => setOpened('close')}
        />
      ) : (
        <ActionButton
          label={t('messages.reopen')}
          icon={IconArrowBackUp}
          can={can}
          action="reopen"
          busy={reopen.busy}
          onRun={() => void reopen.run()}
        />
      )}
      {chat?.phase === 'on' ? (
        <GiveChat id={id} opened={opened === 'give'} close={shut} />
      ) : (
        <Give conversation={conversation} opened={opened === 'give'} close={shut} />
      )}
      <Dialog opened={opened === 'close'} close={shut} title={t('messages.close')}>
        <Close id={id} done={shut} />
      </Dialog>
    </>
  );
}

/** Why nothing is owed: one press each. */
function Close({ id, done }: { id: string; done: () => void }) {
  const navigate = useNavigate();
  const close = useWrite<ClosedBecause>({
    send: (because, options) => api.post(`conversations/${id}/close`, { because }, options),
    changes: () => changedBy(id),
    done: () => {
      done();
      say(t('messages.closed_done'));
      void navigate({ to: '/messages' });
    },
  });
  return (
    <div className={styles['stack']}>
      <p>{t('messages.close_why')}</p>
      <div className={styles['acts']}>
        {reasons.map((because) => (
          <ActionButton
            key={because}
            label={t(`messages.close_${because}`)}
            busy={close.busy}
            onRun={() => void close.run(because)}
          />
        ))}
      </div>
    </div>
  );
}
