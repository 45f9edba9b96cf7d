import { IconArrowBackUp } from '@tabler/icons-react';
import { api } from '../../server/api.ts';
import { useWrite } from '../../server/writes.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import type { ConversationView, Message } from './conversation-view.ts';
import { changedBy } from './conversation-view.ts';
import { putBack } from './put-back.ts';

type TakeBackProps = { conversation: ConversationView; message: Message; kind?: 'primary' | 'quiet' };

/** Takes back what has not gone; its text stands in the field again, unless something else was begun there meanwhile. */
export function TakeBack({ conversation: { id }, message, kind = 'primary' }: TakeBackProps) {
  const recall = useWrite<void>({
    send: (_, options) => api.post(`conversations/${id}/messages/${message.id}/recall`, {}, options),
    changes: () => changedBy(id),
    done: () => {
      putBack(id, message.text);
      say(t(message.files.length > 0 ? 'messages.taken_back_files' : 'messages.taken_back'));
    },
  });
  return (
    <ActionButton
      label={t('messages.take_back')}
      icon={IconArrowBackUp}
      kind={kind}
      can={message.can}
      action="recall"
      busy={recall.busy}
      onRun={() => void recall.run()}
    />
  );
}
