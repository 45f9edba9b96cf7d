import { IconPhoneOff, IconPrinter, IconUserX } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useOpenTab } from '../../frame/tabs.ts';
import { useRead } from '../../server/queries.ts';
import { useSession } from '../../session/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { ClockStrip } from '../../ui/clock/clock-strip.tsx';
import { Page } from '../../ui/page.tsx';
import { printSlip } from '../../ui/print.tsx';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import { said, t } from '../../words/words.ts';
import { AttemptDialog, DeclineDialog } from './ends.tsx';
import { Made } from './made.tsx';
import { MakeForm } from './make-form.tsx';
import styles from './return-visits.module.css';
import { SignForm } from './sign-form.tsx';
import { VisitSlip } from './slip.tsx';
import { Story, Tries } from './story.tsx';
import { VisitFollowUps } from '../quality/visit-follow-ups.tsx';
import type { VisitPage } from './visits.ts';
import { stateWords, whomOf } from './visits.ts';

const route = getRouteApi('/inside/return-visits/$visitId');

/** One visit: whom to call and what it was about at the left, what the customer says at the right. */
export function Visit() {
  const { visitId } = route.useParams();
  const read = useRead<VisitPage>(`return-visits/${visitId}`, {
    about: [`return_visit/${visitId}`, 'rectification', 'clock'],
  });
  if (read.data) return <VisitOf key={visitId} visit={read.data} />;
  return (
    <Page title={t('frame.return_visits')}>
      {read.error ? (
        <ErrorState problem={read.error} retry={() => void read.refetch()} />
      ) : (
        <LoadingLines count={8} height={40} />
      )}
    </Page>
  );
}

function VisitOf({ visit }: { visit: VisitPage }) {
  const title = [whomOf(visit), said(visit.ruleName)].filter(Boolean).join(' · ');
  useOpenTab({ type: 'return_visit', id: visit.id, title: whomOf(visit), words: visit.ruleName });
  const due = visit.state === 'due';
  return (
    <Page
      title={title}
      aside={
        due
          ? t('return_visits.attempts_of', { count: visit.attempts, most: visit.mostAttempts })
          : stateWords(visit.state)
      }
      actions={<Acts visit={visit} />}
    >
      <div className={styles['visit']}>
        <div>
          <div className={styles['call']}>
            {visit.clock ? <ClockStrip clock={visit.clock} /> : null}
            <Phones phones={visit.phones} />
          </div>
          <Story visit={visit} />
          <Tries tries={visit.tries} />
        </div>
        <div>
          {due ? <MakeForm visit={visit} /> : <Made visit={visit} />}
          {visit.can['sign'] === null ? <SignForm visit={visit} /> : null}
          {visit.state === 'made' ? <VisitFollowUps visit={visit} /> : null}
        </div>
      </div>
    </Page>
  );
}

/** What ends or tries the visit without an answer, and the slip. */
function Acts({ visit }: { visit: VisitPage }) {
  const [doing, setDoing] = useState<'attempt' | 'decline' | null>(null);
  const { organisation } = useSession();
  const due = visit.state === 'due';
  const close = () => setDoing(null);
  return (
    <>
      {due ? (
        <>
          <ActionButton
            label={t('return_visits.not_reached')}
            icon={IconPhoneOff}
            hotkey="n"
            can={visit.can}
            action="attempt"
            onRun={() => setDoing('attempt')}
          />
          <ActionButton
            label={t('return_visits.decline')}
            icon={IconUserX}
            hotkey="d"
            can={visit.can}
            action="decline"
            onRun={() => setDoing('decline')}
          />
        </>
      ) : null}
      <ActionButton
        label={t('return_visits.slip')}
        icon={IconPrinter}
        kind="quiet"
        onRun={() => printSlip(<VisitSlip visit={visit} organisation={organisation.name} />)}
      />
      <AttemptDialog visit={visit} opened={doing === 'attempt'} close={close} />
      <DeclineDialog visit={visit} opened={doing === 'decline'} close={close} />
    </>
  );
}

/** A masked number is to be read, not to be called. */
function Phones({ phones }: { phones: readonly string[] }) {
  if (phones.length === 0) return <p className="dim">{t('return_visits.no_phone')}</p>;
  return (
    <p className={styles['phones']}>
      {phones.map((phone) =>
        phone.includes('*') ? (
          <span key={phone}>{phone}</span>
        ) : (
          <a key={phone} href={`tel:${phone}`}>
            {t('return_visits.call', { phone })}
          </a>
        ),
      )}
    </p>
  );
}
