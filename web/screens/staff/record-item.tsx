import { useState } from 'react';
import type { StaffRecord } from '../../../src/personnel/view-records.ts';
import { api } from '../../server/api.ts';
import { useWrite } from '../../server/writes.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { AskWhy } from '../../ui/ask-why.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Go } from '../../ui/go.tsx';
import { absolute, absoluteDay } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import { SanctionForm, StatementForm } from './record-forms.tsx';
import styles from './staff.module.css';
import { moveStateWords, recordWords } from './staff-words.ts';

/** `named`: it stands among records of others. */
type RecordProps = { record: StaffRecord; own?: boolean; named?: boolean };

/** One record of a file: what, of which day, by whom, and what can still be done with it. */
export function RecordItem({ record, own = false, named = false }: RecordProps) {
  const { sort, id, person, day, by, at, assessment, finding, breach, move } = record;
  const address = sort === 'assessment' ? `/staff/assessments/${id}` : sort === 'move' ? `/staff/moves/${id}` : null;
  return (
    <li data-withdrawn={finding?.withdrawn ? '' : undefined}>
      <p>
        {named ? (
          <>
            <Go to={`/staff/members/${person.id}`}>{person.name}</Go> ·{' '}
          </>
        ) : null}
        <strong>{address ? <Go to={address}>{recordWords(record)}</Go> : recordWords(record)}</strong>
      </p>
      <p className="dim">
        {t('staff.day_by', { day: absoluteDay(day), by: by?.name ?? '', at: absolute(at) })}
        {move ? ` · ${moveStateWords(move.state)}` : ''}
        {assessment ? ` · ${t(assessment.confirmedAt ? 'staff.is_confirmed' : 'staff.is_not_confirmed')}` : ''}
      </p>
      {finding ? <FindingPart id={id} finding={finding} /> : null}
      {breach ? <BreachPart id={id} breach={breach} own={own} /> : null}
    </li>
  );
}

function FindingPart({ id, finding }: { id: string; finding: NonNullable<StaffRecord['finding']> }) {
  const [asked, ask] = useState(false);
  const write = useWrite<string, unknown>({
    send: (reason, options) => api.post(`staff/findings/${id}/withdraw`, { reason }, options),
    changes: () => ['staff_finding'],
    done: () => ask(false),
  });
  return (
    <>
      <blockquote className={styles['said']}>{finding.text}</blockquote>
      {finding.withdrawn ? (
        <p className="dim">
          {t('staff.withdrawn_by', {
            by: finding.withdrawn.by.name,
            at: absolute(finding.withdrawn.at),
            because: finding.withdrawn.because,
          })}
        </p>
      ) : null}
      {finding.can['withdraw'] === null ? (
        <div className={styles['acts']}>
          <ActionButton label={t('staff.withdraw_finding')} kind="quiet" onRun={() => ask(true)} />
        </div>
      ) : null}
      <AskWhy
        opened={asked}
        close={() => ask(false)}
        title={t('staff.withdraw_finding')}
        act={t('staff.withdraw_finding')}
        label={t('staff.withdraw_why')}
        busy={write.busy}
        run={(why) => void write.run(why)}
      >
        <p>{t('staff.withdraw_says')}</p>
      </AskWhy>
    </>
  );
}

type BreachProps = { id: string; breach: NonNullable<StaffRecord['breach']>; own: boolean };

function BreachPart({ id, breach, own }: BreachProps) {
  const [asked, ask] = useState<'state' | 'decide' | null>(null);
  const { facts, statement, decision, can } = breach;
  const close = () => ask(null);
  const stateLabel = own ? t('staff.say_own') : t('staff.take_statement');
  return (
    <>
      <blockquote className={styles['said']}>{facts}</blockquote>
      {statement ? (
        <>
          <p className="dim">{t('staff.stated', { by: statement.by.name, at: absolute(statement.at) })}</p>
          <blockquote className={styles['said']}>{statement.text}</blockquote>
        </>
      ) : (
        <p className="dim">{t('staff.not_heard')}</p>
      )}
      {decision ? (
        <p>
          <strong>{said(decision.sanction)}</strong>{' '}
          <span className="dim">{t('staff.decided_by', { by: decision.by.name, at: absolute(decision.at) })}</span>
          {decision.remark ? ` ${decision.remark}` : ''}
        </p>
      ) : null}
      {can['state'] === null || (can['decide'] === null && !decision) ? (
        <div className={styles['acts']}>
          {can['state'] === null ? <ActionButton label={stateLabel} onRun={() => ask('state')} /> : null}
          {can['decide'] === null ? (
            <ActionButton label={t('staff.decide_breach')} kind="primary" onRun={() => ask('decide')} />
          ) : null}
        </div>
      ) : null}
      <Dialog opened={asked === 'state'} close={close} title={stateLabel}>
        <StatementForm id={id} close={close} />
      </Dialog>
      <Dialog opened={asked === 'decide'} close={close} title={t('staff.decide_breach')}>
        <SanctionForm id={id} close={close} />
      </Dialog>
    </>
  );
}
