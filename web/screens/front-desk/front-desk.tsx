import { Suspense, useEffect, useRef, useState } from 'react';
import { callAtDesk } from '../../matter/call-at-desk.ts';
import { useReceptionHours } from '../../matter/reception-hours.ts';
import { useKeys } from '../../ui/keys.ts';
import { Page } from '../../ui/page.tsx';
import { Go } from '../../ui/go.tsx';
import { usePhone } from '../../ui/phone.ts';
import { say } from '../../ui/toast.ts';
import { useStore } from '../../ui/store.ts';
import { t } from '../../words/words.ts';
import { CallerField } from './caller-field.tsx';
import { ContactForm } from './contact-form.tsx';
import styles from './front-desk.module.css';
import { opensNothing } from './intake.ts';
import { JustNow } from './just-now.tsx';
import { CannedKeys } from './canned-keys.tsx';
import { KindKeys } from './kind-keys.tsx';
import { Likely } from './likely.tsx';
import { MatterForm } from './matter-form.tsx';
import { Promised } from './promised.tsx';
import type { IntakeForm, Outcome } from './use-intake.ts';
import { useIntake } from './use-intake.ts';
import { Waiting } from './waiting/waiting.tsx';
import { WhoAndWhere } from './who-and-where.tsx';
import { later } from '../../routes/later.ts';

/** While a consultation is taken, or something is ordered, what is known of services and prices stands beside it (CONS-02). */
const ASKED_OF = new Set(['consultation', 'request']);
const Told = later(() => import('../services/told.tsx').then((file) => file.Told));
const FindKnowledge = later(() => import('../knowledge/find.tsx').then((file) => file.FindKnowledge));

/** Who is on the line, what is open and promised to him, and what he wants: taken in without a mouse. When we are open stands above (RECP-01). */
export function FrontDesk() {
  const field = useRef<HTMLInputElement>(null);
  const work = useRef<HTMLDivElement>(null);
  const phone = usePhone();
  const hours = useReceptionHours();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const intake = useIntake((came) => {
    setOutcome(came);
    if ('taken' in came) return;
    say(t('front_desk.recorded'));
    field.current?.focus();
  });
  const next = () => {
    intake.draft.discard();
    setOutcome(null);
    field.current?.focus();
  };
  const call = useStore(callAtDesk);
  useEffect(() => {
    if (call === null) return;
    setOutcome(null);
    intake.answer(call);
    callAtDesk.set(null);
    work.current?.focus();
    // only when a call is handed over: the form is another one with every letter
    // oxlint-disable-next-line react/exhaustive-deps
  }, [call]);
  useKeys([{ key: 'f', label: t('front_desk.find_caller'), group: 'screen', run: () => field.current?.focus() }]);
  return (
    <Page
      title={t('front_desk.title')}
      shape="fill"
      aside={hours && !phone ? `${t('front_desk.slip_hours')} ${hours}` : null}
      actions={
        <>
          <Go to="/disturbances">{t('disturbances.title')}</Go>
          <Go to="/shift-notes">{t('shift.title')}</Go>
        </>
      }
    >
      <div className={styles['desk']}>
        <div className={styles['caller']}>
          <CallerField
            field={field}
            take={(candidate) => {
              setOutcome(null);
              intake.take(candidate);
              work.current?.focus();
            }}
          />
          <WhoAndWhere intake={intake} next={next} />
          <Waiting intake={intake} begin={next} />
        </div>
        <div className={styles['work']} ref={work} tabIndex={-1} aria-label={t('front_desk.what_about')} role="region">
          {outcome && 'taken' in outcome ? (
            <Promised taken={outcome.taken} values={outcome.values} next={next} />
          ) : (
            <Matters intake={intake} next={next} />
          )}
          {outcome === null || 'recorded' in outcome ? <JustNow shown={intake.values.kind === null} /> : null}
        </div>
      </div>
    </Page>
  );
}

/** The kinds as keys, and the form of the one chosen. */
function Matters({ intake, next }: { intake: IntakeForm; next: () => void }) {
  const { values, kind } = intake;
  return (
    <>
      <KindKeys intake={intake} />
      {values.kind === null ? <CannedKeys intake={intake} /> : null}
      {kind ? <Likely intake={intake} kind={kind} /> : null}
      {kind && ASKED_OF.has(kind.type) ? (
        <Suspense fallback={null}>
          <Told />
        </Suspense>
      ) : null}
      {kind ? (
        <Suspense fallback={null}>
          <FindKnowledge />
        </Suspense>
      ) : null}
      {kind ? <MatterForm key={kind.key} intake={intake} kind={kind} next={next} /> : null}
      {values.kind === opensNothing ? <ContactForm intake={intake} next={next} /> : null}
    </>
  );
}
