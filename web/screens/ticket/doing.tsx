import { Suspense } from 'react';
import { MattersOf } from './matters-of.tsx';
import { t } from '../../words/words.ts';
import { ActButtons } from './act-buttons.tsx';
import { workActs } from './acts/all.ts';
import { Clocks } from './clocks.tsx';
import type { Open } from './dialogs.tsx';
import { insertIntoAnswer } from './inserted.ts';
import { Owner } from './owner.tsx';
import styles from './side.module.css';
import { StageAndSteps } from './stage-steps.tsx';
import type { TicketView } from './view.ts';
import { WorkOrders } from './order-list.tsx';
import { later } from '../../routes/later.ts';

/** Comes with its list, which has to be asked for anyway. */
const ConversationsOf = later(() => import('./conversations-of.tsx').then((file) => file.ConversationsOf));

/** What the knowledge base says of it comes after the matter itself. */
const BesideTicket = later(() => import('../knowledge/beside.tsx').then((file) => file.BesideTicket));

/** So do the visits, notices and rulings at its foot. */
const FollowUp = later(() => import('./follow-up.tsx').then((file) => file.FollowUp));

/** And what is only one's own: watching, putting off. */
const Mine = later(() => import('./mine.tsx').then((file) => file.Mine));

/** What is owed, by whom, and what can be done next. */
export function Doing({ ticket, open }: { ticket: TicketView; open: Open }) {
  return (
    <aside className={styles['side']} aria-label={t('ticket.pane_doing')}>
      <Clocks ticket={ticket} open={open} />
      <StageAndSteps ticket={ticket} open={open} />
      <MattersOf ticket={ticket} open={open} />
      <Owner ticket={ticket} open={open} />
      <section>
        <h2>{t('ticket.work')}</h2>
        <WorkOrders ticket={ticket} open={open} />
        <div className={styles['buttons']}>
          <ActButtons ticket={ticket} acts={workActs()} open={open} />
        </div>
      </section>
      <Suspense fallback={null}>
        <BesideTicket
          ticketId={ticket.id}
          insert={ticket.can['answer'] === null ? (text) => insertIntoAnswer(ticket.id, text) : undefined}
        />
      </Suspense>
      <Suspense fallback={null}>
        <Mine ticket={ticket} open={open} />
      </Suspense>
      <Suspense fallback={null}>
        <ConversationsOf ticket={ticket} />
      </Suspense>
      <Suspense fallback={null}>
        <FollowUp ticket={ticket} open={open} />
      </Suspense>
    </aside>
  );
}
