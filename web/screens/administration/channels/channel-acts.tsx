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
import type { Added, ChannelLine, Tried } from './channels.ts';
import { hasMadeSecret } from './channels.ts';
import styles from './channels.module.css';
import { Hook } from './hook.tsx';

/** Tried out with what both servers said, changed, off and on, and the end. */
export function ChannelActs({ channel, change }: { channel: ChannelLine; change: () => void }) {
  const { id, kind, name, offAt } = channel;
  const navigate = useNavigate();
  const [tried, setTried] = useState<Tried | null>(null);
  const [asking, setAsking] = useState<'end' | 'renew' | null>(null);
  const [made, setMade] = useState<Added | null>(null);
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
  const renew = useWrite<void, Added>({
    send: (_, options) => api.post<Added>(`channels/${id}/secret`, {}, options),
    changes,
    done: (renewed) => {
      setAsking(null);
      setMade(renewed);
    },
  });
  const ends = asking === 'end';
  return (
    <>
      {kind === 'sms' || kind === 'chat' ? null : (
        <ActionButton
          label={t('channels.test')}
          icon={IconPlugConnected}
          busy={test.busy}
          onRun={() => void test.run()}
        />
      )}
      <ActionButton label={t('channels.change')} icon={IconPencil} hotkey="e" onRun={change} />
      <ActionButton
        label={offAt ? t('channels.turn_on') : t('channels.turn_off')}
        busy={turn.busy}
        onRun={() => void turn.run(offAt !== null)}
      />
      {hasMadeSecret(kind) ? <ActionButton label={t('channels.renew')} onRun={() => setAsking('renew')} /> : null}
      <ActionButton label={t('channels.end')} kind="danger" onRun={() => setAsking('end')} />
      <Dialog opened={tried !== null} close={() => setTried(null)} title={t('channels.test')}>
        {tried ? (
          <div className={styles['stack']}>
            {tried.receive ? <Answer way="receive" answer={tried.receive} /> : null}
            <Answer way="send" answer={tried.send} />
          </div>
        ) : null}
      </Dialog>
      <Dialog opened={made !== null} close={() => setMade(null)} title={t('channels.renew')}>
        {made && kind !== 'chat' ? <Hook made={{ added: made, kind }} end={() => setMade(null)} /> : null}
      </Dialog>
      <AskFirst
        opened={asking !== null}
        close={() => setAsking(null)}
        title={ends ? t('channels.end_title', { name }) : t('channels.renew')}
        act={ends ? t('channels.end') : t('channels.renew')}
        danger={ends}
        busy={end.busy || renew.busy}
        run={() => void (ends ? end : renew).run()}
      >
        <p>{ends ? t('channels.end_why') : t('channels.renew_why')}</p>
      </AskFirst>
    </>
  );
}

type AnswerProps = { way: keyof Tried; answer: Tried['send'] };

function Answer({ way, answer: { ok, said } }: AnswerProps) {
  const result = ok ? 'works' : 'fails';
  return (
    <Notice tone={ok ? 'run' : 'late'}>
      {t(`channels.${way}_${result}`)}
      {said ? <p className={styles['said']}>{t('messages.fault', { fault: said })}</p> : null}
    </Notice>
  );
}
