import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { z } from 'zod';
import type { deskCustomerOut } from '../../src/search/desk.ts';
import type { mineOut } from '../../src/telephone/view.ts';
import { callAtDesk } from '../matter/call-at-desk.ts';
import { ThingLink } from '../matter/thing-link.tsx';
import { channelWords } from '../matter/words.ts';
import { api } from '../server/api.ts';
import { useRead } from '../server/queries.ts';
import { useWrite } from '../server/writes.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { When } from '../ui/when.tsx';
import { said, t } from '../words/words.ts';
import styles from './ringing.module.css';

type Mine = z.output<typeof mineOut>;
type Call = Mine['calls'][number];

/** Who rings at my phone, and whom I speak with: who that is, what is open, and what is said first (CHAN-15). */
export function Ringing() {
  const { data } = useRead<Mine>('telephone/mine', { about: ['phone_call'] });
  const call = data?.calls.find(({ phase }) => phase !== 'to_write');
  return (
    <div role="status" aria-live="polite">
      {data && call ? <AtMyPhone call={call} greeting={data.greeting} /> : null}
    </div>
  );
}

function AtMyPhone({ call, greeting }: { call: Call; greeting: Mine['greeting'] }) {
  const navigate = useNavigate();
  const [taken, setTaken] = useState<string | null>(null);
  const { id, phase, customer, number, channel, recording } = call;
  const mute = useWrite<boolean>({
    send: (on, options) => api.post('telephone/acts', { do: 'mute', callId: id, on }, options),
  });
  const takeIn = () => {
    callAtDesk.set(call);
    setTaken(id);
    void navigate({ to: '/front-desk' });
  };
  // the desk shows him now; only what silences a recording is still wanted here
  if (taken === id && !recording) return null;
  return (
    <section className={styles['call']} data-phase={phase} aria-label={t('telephone.title')}>
      <p className={styles['phase']}>
        {t(phase === 'ringing' ? 'telephone.rings_now' : 'telephone.speaks')} · {channelWords(channel)}{' '}
        <When at={call.answeredAt ?? call.rangAt ?? call.beganAt} className="dim" />
      </p>
      <p className={styles['who']}>
        {customer ? (
          <ThingLink type="customer" id={customer.id}>
            {customer.name}
          </ThingLink>
        ) : (
          (number ?? t('telephone.withheld'))
        )}
        {customer && number ? <span className="dim"> {number}</span> : null}
      </p>
      {customer ? <Known id={customer.id} /> : <p className="dim">{t('telephone.stranger')}</p>}
      {phase === 'ringing' && greeting ? <p>{t('telephone.greeting', { words: said(greeting) })}</p> : null}
      <div className={styles['acts']}>
        <ActionButton label={t('telephone.take_in')} kind="primary" onRun={takeIn} />
        {recording && phase === 'talking' ? (
          <>
            <ActionButton label={t('telephone.mute')} kind="quiet" onRun={() => void mute.run(true)} />
            <ActionButton label={t('telephone.unmute')} kind="quiet" onRun={() => void mute.run(false)} />
          </>
        ) : null}
      </div>
    </section>
  );
}

/** Where he lives, and what is open for him. */
function Known({ id }: { id: string }) {
  const { data } = useRead<z.output<typeof deskCustomerOut>>(`desk/customer/${id}`, { about: ['ticket', 'customer'] });
  if (!data) return null;
  const places = data.customer.places.map(({ code }) => code).join(' · ');
  return (
    <>
      {places ? <p className="dim">{places}</p> : null}
      {data.open.length === 0 ? (
        <p className="dim">{t('telephone.nothing_open')}</p>
      ) : (
        <ul className={styles['open']} aria-label={t('telephone.open_matters', { n: data.open.length })}>
          {data.open.slice(0, 3).map((matter) => (
            <li key={matter.id} className="cut">
              <ThingLink type="ticket" id={matter.id}>{`${matter.number} ${matter.title}`}</ThingLink>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
