import { useState } from 'react';
import { api } from '../../server/api.ts';
import { useWrite } from '../../server/writes.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/section.tsx';
import { t } from '../../words/words.ts';
import type { Mine } from './calls-data.ts';
import { HandOnForm } from './hand-on-form.tsx';
import styles from './telephone.module.css';

type Talking = Mine['calls'][number];
type Order = { do: 'hold' | 'mute'; on: boolean } | { do: 'join' | 'back' };

/** What can be done about the call in which one speaks: hold, hand on, keep a card number out of the recording. */
export function CallControls({ call }: { call: Talking }) {
  const { id, heldSince, recording, mutedSince, asking } = call;
  const [handing, setHanding] = useState(false);
  const act = useWrite<Order>({
    send: (order, options) => api.post('telephone/acts', { ...order, callId: id }, options),
    changes: () => ['phone_call'],
  });
  const button = (label: string, order: Order, kind: 'plain' | 'primary' = 'plain') => (
    <ActionButton label={label} kind={kind} busy={act.busy} onRun={() => void act.run(order)} />
  );
  const close = () => setHanding(false);
  const told = [
    ...(heldSince ? [t('telephone.on_hold')] : []),
    ...(asking ? [t('telephone.asking', { who: asking.person?.name ?? asking.number })] : []),
    ...(mutedSince ? [t('telephone.silent_now')] : []),
  ];
  return (
    <>
      {told.length > 0 ? (
        <Notice tone="wait">
          {told.map((words) => (
            <div key={words}>{words}</div>
          ))}
        </Notice>
      ) : null}
      <div className={styles['acts']}>
        {asking ? (
          <>
            {button(t('telephone.join'), { do: 'join' }, 'primary')}
            {button(t('telephone.back'), { do: 'back' })}
          </>
        ) : (
          <>
            {heldSince
              ? button(t('telephone.speak_again'), { do: 'hold', on: false }, 'primary')
              : button(t('telephone.hold'), { do: 'hold', on: true })}
            <ActionButton label={t('telephone.put_through')} onRun={() => setHanding(true)} />
          </>
        )}
        {recording
          ? button(t(mutedSince ? 'telephone.unmute' : 'telephone.mute'), { do: 'mute', on: !mutedSince })
          : null}
      </div>
      <Dialog opened={handing} close={close} title={t('telephone.put_through')}>
        <HandOnForm callId={id} done={close} />
      </Dialog>
    </>
  );
}
