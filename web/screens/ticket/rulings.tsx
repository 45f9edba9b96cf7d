import { whomWords } from '../../ui/clock/words.ts';
import { When } from '../../ui/when.tsx';
import { t } from '../../words/words.ts';
import { ActButtons } from './act-buttons.tsx';
import { rulingActs } from './acts/all.ts';
import type { Open } from './dialogs.tsx';
import styles from './side.module.css';
import type { TicketView } from './view.ts';

type Ruling = TicketView['rulings'][number];

/** What was asked of a superior, and how he decided: with what weighed for the customer and for the firm. */
export function Rulings({ ticket, open }: { ticket: TicketView; open: Open }) {
  return (
    <section>
      <h2>{t('ticket.rulings')}</h2>
      {ticket.rulings.map((ruling) => (
        <OneRuling key={ruling.id} ruling={ruling} />
      ))}
      <div className={styles['buttons']}>
        <ActButtons ticket={ticket} acts={rulingActs()} open={open} />
      </div>
    </section>
  );
}

function OneRuling({ ruling }: { ruling: Ruling }) {
  return (
    <div className={styles['item']} data-over={ruling.decision ? true : undefined}>
      <p className="dim">
        {t('ticket.asked', { of: whomWords(ruling.askedOf) })} <When at={ruling.askedAt} />
      </p>
      <p className={styles['text']}>{ruling.question}</p>
      {ruling.customerInterest ? (
        <p>
          <span className="dim">{t('ticket.customer_interest')}</span> {ruling.customerInterest}
        </p>
      ) : null}
      {ruling.firmInterest ? (
        <p>
          <span className="dim">{t('ticket.firm_interest')}</span> {ruling.firmInterest}
        </p>
      ) : null}
      {ruling.decision ? (
        <p className={styles['text']}>
          <strong>{ruling.decidedBy?.name}</strong> {ruling.decision}
        </p>
      ) : null}
    </div>
  );
}
