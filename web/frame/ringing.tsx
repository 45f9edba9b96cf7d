import { useNavigate } from '@tanstack/react-router';
import { Suspense, useEffect, useState } from 'react';
import type { z } from 'zod';
import type { deskCustomerOut } from '../../src/search/desk.ts';
import type { mineOut } from '../../src/telephone/view.ts';
import { callAtDesk } from '../matter/call-at-desk.ts';
import { ThingLink } from '../matter/thing-link.tsx';
import { channelWords } from '../matter/words.ts';
import { later } from '../routes/later.ts';
import { useRead } from '../server/queries.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { say } from '../ui/toast.ts';
import { When } from '../ui/when.tsx';
import { said, t } from '../words/words.ts';
import styles from './ringing.module.css';

const CallControls = later(async () => (await import('../screens/telephone/call-controls.tsx')).CallControls);

type Mine = z.output<typeof mineOut>;
type Call = Mine['calls'][number];

/** Who rings at my phone, and whom I speak with: who that is, what is open, and what is said first (CHAN-15). */
export function Ringing() {
  const { data } = useRead<Mine>('telephone/mine', { about: ['phone_call', 'person'] });
  useRefusal(data?.refused ?? null);
  const call = data?.calls.find(({ phase }) => phase !== 'to_write');
  return (
    <div role="status" aria-live="polite">
      {data && call ? <AtMyPhone call={call} mine={data} /> : null}
    </div>
  );
}

/** What the exchange would not do is said aloud, once. */
function useRefusal(refused: Mine['refused']): void {
  useEffect(() => {
    if (!refused) return;
    const order = t(`telephone.order_${refused.do}`);
    const { said: why } = refused;
    say(why === null ? t('telephone.not_reached', { order }) : t('telephone.refused', { order, said: why }), 'problem');
    // the same refusal is read again and again
    // oxlint-disable-next-line react/exhaustive-deps
  }, [refused?.at]);
}

function AtMyPhone({ call, mine }: { call: Call; mine: Mine }) {
  const { greeting } = mine;
  const navigate = useNavigate();
  const [taken, setTaken] = useState<string | null>(null);
  const { id, phase, customer, number, channel } = call;
  // the desk shows him now; only what is done with the call is still wanted here
  const shown = taken !== id;
  const controlled = phase === 'talking' && mine.phone !== null;
  const takeIn = () => {
    callAtDesk.set(call);
    setTaken(id);
    void navigate({ to: '/front-desk' });
  };
  if (!shown && !controlled) return null;
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
      {shown ? <Who customerId={customer?.id ?? null} /> : null}
      {phase === 'ringing' && greeting ? <p>{t('telephone.greeting', { words: said(greeting) })}</p> : null}
      {shown ? (
        <div className={styles['acts']}>
          <ActionButton label={t('telephone.take_in')} kind="primary" onRun={takeIn} />
        </div>
      ) : null}
      {controlled ? (
        <Suspense fallback={null}>
          <CallControls call={call} />
        </Suspense>
      ) : null}
    </section>
  );
}

function Who({ customerId }: { customerId: string | null }) {
  return customerId ? <Known id={customerId} /> : <p className="dim">{t('telephone.stranger')}</p>;
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
