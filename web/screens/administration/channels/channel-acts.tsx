import { IconPencil, IconPlugConnected } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../../server/api.ts';
import { useWrite } from '../../../server/writes.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { AskFirst } from '../../../ui/ask-first.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Notice } from '../../../ui/section.tsx';
import { t } from '../../../words/words.ts';
import type { ChannelLine, Tried } from './channels.ts';
import styles from './channels.module.css';

/** Tried out with what both servers said, changed, off and on, and the end. */
export function ChannelActs({ channel, change }: { channel: ChannelLine; change: () => void }) {
  const { id, name, offAt } = channel;
  const navigate = useNavigate();
  const [tried, setTried] = useState<Tried | null>(null);
  const [ending, setEnding] = useState(false);
  const changes = () => ['channel'] as const;
  const test = useWrite<void, Tried>({
    send: (_, options) => api.post<Tried>(`channels/${id}/test`, {}, options),
    changes,
    done: setTried,
  });
  const turn = useWrite<boolean>({ send: (on, options) => api.patch(`channels/${id}`, { on }, options), changes });
  const end = useWrite<void>({
    send: (_, options) => api.post(`channels/${id}/end`, {}, options),
    changes,
    done: () => void navigate({ to: '/administration/channels' }),
  });
  return (
    <>
      {channel.kind === 'mail' ? (
        <ActionButton
          label={t('channels.test')}
          icon={IconPlugConnected}
          busy={test.busy}
          onRun={() => void test.run()}
        />
      ) : null}
      <ActionButton label={t('channels.change')} icon={IconPencil} hotkey="e" onRun={change} />
      <ActionButton
        label={offAt ? t('channels.turn_on') : t('channels.turn_off')}
        busy={turn.busy}
        onRun={() => void turn.run(offAt !== null)}
      />
      <ActionButton label={t('channels.end')} kind="danger" onRun={() => setEnding(true)} />
      <Dialog opened={tried !== null} close={() => setTried(null)} title={t('channels.test')}>
        {tried ? (
          <div className={styles['stack']}>
            <Answer way="receive" answer={tried.receive} />
            <Answer way="send" answer={tried.send} />
          </div>
        ) : null}
      </Dialog>
      <AskFirst
        opened={ending}
        close={() => setEnding(false)}
        title={t('channels.end_title', { name })}
        act={t('channels.end')}
        busy={end.busy}
        run={() => void end.run()}
      >
        <p>{t('channels.end_why')}</p>
      </AskFirst>
    </>
  );
}

function Answer({ way, answer: { ok, said } }: { way: keyof Tried; answer: Tried['send'] }) {
  const result = ok ? 'works' : 'fails';
  return (
    <Notice tone={ok ? 'run' : 'late'}>
      {t(`channels.${way}_${result}`)}
      {said ? <p className={styles['said']}>{t('messages.fault', { fault: said })}</p> : null}
    </Notice>
  );
}
