import { When } from '../../../ui/when.tsx';
import { absolute } from '../../../ui/time.ts';
import { t } from '../../../words/words.ts';
import styles from '../side.module.css';
import type { Dispute } from './answer.ts';
import { nameOf, results } from './answer.ts';

export function Statements({ dispute }: { dispute: Dispute }) {
  return dispute.statements.map((one) => (
    <div key={one.id} className={styles['item']}>
      <header>
        <strong>{nameOf(dispute, one.partyId)}</strong>
        {one.withheld ? <span className="dim">{t('disputes.withheld')}</span> : null}
      </header>
      <p className={styles['text']}>{one.text}</p>
      <p className="dim">
        {t('disputes.taken_by', { name: one.takenBy.name })} <When at={one.takenAt} />
      </p>
    </div>
  ));
}

export function Attempts({ dispute }: { dispute: Dispute }) {
  return dispute.attempts.map((one, index) => (
    <div key={one.id} className={styles['item']}>
      <header>
        <strong>{t('disputes.attempt', { no: index + 1 })}</strong>
        <span>{t(results[one.result] ?? 'disputes.result_not_held')}</span>
      </header>
      <p className={styles['text']}>{one.proposed}</p>
      {one.words ? <p className={styles['text']}>{one.words}</p> : null}
      <p className="dim">
        {[one.heldBy.name, ...one.parties.map((id) => nameOf(dispute, id)), one.others].filter(Boolean).join(' · ')}{' '}
        <When at={one.heldAt} />
      </p>
      {one.nextAt ? <p>{t('disputes.next', { at: absolute(one.nextAt) })}</p> : null}
    </div>
  ));
}

type Outcome = Dispute['outcomes'][number];

function endWords({ endedBecause, holds }: Outcome): string {
  if (endedBecause) return endedBecause === 'not_held' ? t('disputes.broken') : t('disputes.taken_back');
  return holds ? t('disputes.holds') : '';
}

export function Outcomes({ dispute }: { dispute: Dispute }) {
  return dispute.outcomes.map((one) => (
    <div key={one.id} className={styles['item']} data-over={one.endedAt ? true : undefined}>
      <header>
        <strong>
          {one.referredTo ? t('disputes.referred_to', { whom: one.referredTo }) : t('disputes.agreement')}
        </strong>
        <span>{endWords(one)}</span>
      </header>
      <p className={styles['text']}>{one.terms}</p>
      {one.checkWords ? <p className={styles['text']}>{one.checkWords}</p> : null}
      <p className="dim">
        {one.by.name} <When at={one.at} />
        {one.checkBy && one.checkedAt === null ? ` · ${t('disputes.check_by', { at: absolute(one.checkBy) })}` : null}
      </p>
    </div>
  ));
}
