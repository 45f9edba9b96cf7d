import { IconDoorEnter, IconDoorExit, IconUserCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { ThingLink } from '../../../matter/thing-link.tsx';
import { purposeWords } from '../../../matter/words.ts';
import { api } from '../../../server/api.ts';
import { useWrite } from '../../../server/writes.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { When } from '../../../ui/when.tsx';
import { t } from '../../../words/words.ts';
import type { IntakeForm } from '../use-intake.ts';
import { ArriveForm } from './arrive-form.tsx';
import type { Arrival } from './arrivals.ts';
import { intakeOf, leftWords, useArrivals } from './arrivals.ts';
import { LeaveForm } from './leave-form.tsx';
import styles from './waiting.module.css';

type WaitingProps = { intake: IntakeForm; begin: () => void };

/** Who waits at the counter and since when, for everybody at the desk; called, he is in the form (RECP-03). It stands in nobody's way. */
export function Waiting({ intake, begin }: WaitingProps) {
  const [asked, setAsked] = useState<'arrive' | Arrival | null>(null);
  const arrivals = useArrivals();
  const here = arrivals.filter((one) => one.leftAt === null);
  const left = arrivals.filter((one) => one.leftAt !== null).slice(0, 5);
  const close = () => setAsked(null);
  const leaving = asked === 'arrive' ? null : asked;
  const serve = (one: Arrival) => {
    begin();
    intake.change(intakeOf(one));
  };
  const take = useWrite<Arrival, unknown>({
    send: (one, options) => api.post(`arrivals/${one.id}/take`, {}, options),
    changes: () => ['arrival', 'commitment'],
    done: (_, one) => serve(one),
  });
  return (
    <section className={styles['waiting']} aria-label={t('arrivals.title')}>
      <header>
        <h2>{t('arrivals.title')}</h2>
        <ActionButton
          label={t('arrivals.somebody_came')}
          icon={IconDoorEnter}
          hotkey="v"
          onRun={() => setAsked('arrive')}
        />
      </header>
      {here.length === 0 ? <p className="dim">{t('arrivals.nobody')}</p> : null}
      <ul>
        {here.map((one) => (
          <Visitor
            key={one.id}
            one={one}
            inForm={intake.values.arrivalId === one.id}
            call={() => void take.run(one)}
            goOn={() => serve(one)}
            leave={() => setAsked(one)}
          />
        ))}
      </ul>
      {left.length > 0 ? (
        <details>
          <summary>{t('arrivals.left_lately')}</summary>
          <ul>
            {left.map((one) => (
              <li key={one.id} className={styles['gone']}>
                <span className="cut">{one.name}</span>
                <span className="dim">
                  {one.outcome ? leftWords(one.outcome) : ''} · <When at={one.leftAt!} />
                </span>
                <Matters one={one} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <Dialog opened={asked === 'arrive'} close={close} title={t('arrivals.somebody_came')}>
        <ArriveForm done={close} />
      </Dialog>
      <Dialog
        opened={leaving !== null}
        close={close}
        title={leaving ? t('arrivals.leaves', { name: leaving.name }) : ''}
      >
        {leaving ? <LeaveForm one={leaving} done={close} /> : null}
      </Dialog>
    </section>
  );
}

type VisitorProps = { one: Arrival; inForm: boolean; call: () => void; goOn: () => void; leave: () => void };

function Visitor({ one, inForm, call, goOn, leave }: VisitorProps) {
  const facts = [one.place && one.place.code !== one.name ? one.place.code : null, purposeWords(one.purpose)];
  return (
    <li data-late={(one.takenAt === null && one.late) || undefined} data-chosen={inForm || undefined}>
      <p>
        <strong>{one.name}</strong> <span className="dim">{facts.filter(Boolean).join(' · ')}</span>
      </p>
      <p className={styles['since']}>
        {one.takenBy ? t('arrivals.with', { name: one.takenBy.name }) : t('arrivals.waits_since')}{' '}
        <When at={one.takenAt ?? one.arrivedAt} />
        {one.takenAt === null && one.late ? <strong className={styles['late']}>{t('arrivals.late')}</strong> : null}
        {one.wanted ? <span className="dim">{t('arrivals.wants', { name: one.wanted.name })}</span> : null}
      </p>
      <div className={styles['acts']}>
        {one.takenAt === null ? (
          <ActionButton
            label={t('arrivals.call')}
            icon={IconUserCheck}
            kind="primary"
            can={one.can}
            action="take"
            onRun={call}
          />
        ) : (
          <ActionButton label={t('arrivals.go_on')} icon={IconUserCheck} onRun={goOn} />
        )}
        <ActionButton
          label={t('arrivals.he_leaves')}
          icon={IconDoorExit}
          kind="quiet"
          can={one.can}
          action="leave"
          onRun={leave}
        />
      </div>
    </li>
  );
}

function Matters({ one }: { one: Arrival }) {
  return (
    <>
      {one.tickets.map((ticket) => (
        <ThingLink key={ticket.id} type="ticket" id={ticket.id}>
          {ticket.number}
        </ThingLink>
      ))}
    </>
  );
}
