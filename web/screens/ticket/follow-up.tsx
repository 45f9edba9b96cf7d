import { IconPhoneCall } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { addressOf } from '../../frame/addresses.ts';
import { ThingLink } from '../../matter/thing-link.tsx';
import { satisfactionWords } from '../../matter/words.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { When } from '../../ui/when.tsx';
import type { PlainKey } from '../../words/words.ts';
import { said, t } from '../../words/words.ts';
import styles from './side.module.css';
import { DeclinedOf } from './declined.tsx';
import type { Open } from './dialogs.tsx';
import { Rulings } from './rulings.tsx';
import type { TicketView } from './view.ts';

const visitStates: Readonly<Record<string, PlainKey>> = {
  due: 'ticket.visit_due',
  made: 'ticket.visit_made',
  declined: 'ticket.visit_declined',
  dropped: 'ticket.visit_dropped',
  unreachable: 'ticket.visit_unreachable',
};

/** Return visits: due, made, or declined, with how often it was tried and what the customer thinks. */
function VisitsOf({ ticket }: { ticket: TicketView }) {
  const navigate = useNavigate();
  if (ticket.visits.length === 0) return null;
  const due = ticket.visits.find((visit) => visit.state === 'due');
  const address = due ? addressOf('return_visit', due.id) : null;
  return (
    <section>
      <h2>{t('ticket.visits')}</h2>
      {ticket.visits.map((visit) => (
        <div key={visit.id} className={styles['item']} data-over={visit.state === 'due' ? undefined : true}>
          <header>
            <ThingLink type="return_visit" id={visit.id}>
              {said(visit.ruleName)}
            </ThingLink>
            <span>{t(visitStates[visit.state] ?? 'ticket.visit_due')}</span>
          </header>
          <p className="dim">
            {[
              t('ticket.attempts', { count: visit.attempts, most: visit.mostAttempts }),
              visit.satisfaction === null ? '' : satisfactionWords(visit.satisfaction),
              visit.signedBy ? t('ticket.signed_by', { name: visit.signedBy.name }) : '',
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          {visit.opinion ? <p className={styles['text']}>{visit.opinion}</p> : null}
        </div>
      ))}
      {address ? (
        <div className={styles['buttons']}>
          <ActionButton
            label={t('ticket.make_visit')}
            icon={IconPhoneCall}
            hotkey="v"
            onRun={() => void navigate({ to: address })}
          />
        </div>
      ) : null}
    </section>
  );
}

const noticeStates: Readonly<Record<string, PlainKey>> = {
  issued: 'ticket.notice_issued',
  received: 'ticket.notice_received',
  replied: 'ticket.notice_replied',
  verified: 'ticket.notice_verified',
  rejected: 'ticket.notice_rejected',
  withdrawn: 'ticket.notice_withdrawn',
};

/** Rectification notices that came of it. */
function NoticesOf({ ticket }: { ticket: TicketView }) {
  if (ticket.notices.length === 0) return null;
  return (
    <section>
      <h2>{t('ticket.notices')}</h2>
      {ticket.notices.map((notice) => (
        <div
          key={notice.id}
          className={styles['item']}
          data-over={['verified', 'withdrawn'].includes(notice.state) ? true : undefined}
        >
          <header>
            <ThingLink type="rectification" id={notice.id}>
              {t('ticket.notice_number', { number: String(notice.number) })}
            </ThingLink>
            <span>{t(noticeStates[notice.state] ?? 'ticket.notice_issued')}</span>
          </header>
          <p className="dim">
            {said(notice.department)} · {t('ticket.deadline')} <When at={notice.deadlineAt} />
          </p>
        </div>
      ))}
    </section>
  );
}

/** What follows the work: who calls back, what is to be mended, and what was asked above. */
export function FollowUp({ ticket, open }: { ticket: TicketView; open: Open }) {
  return (
    <>
      <VisitsOf ticket={ticket} />
      <NoticesOf ticket={ticket} />
      <DeclinedOf ticket={ticket} />
      <Rulings ticket={ticket} open={open} />
    </>
  );
}
