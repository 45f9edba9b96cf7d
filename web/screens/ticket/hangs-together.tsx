import { api } from '../../api.ts';
import { ThingLink } from '../../matter/thing-link.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { said, t } from '../../words/words.ts';
import { useWrite } from '../../writes.ts';
import { FeedBackLink } from '../quality/feed-back-link.tsx';
import { ActButtons } from './act-buttons.tsx';
import { linkActs } from './acts/all.ts';
import type { Open } from './dialogs.tsx';
import styles from './side.module.css';
import type { TicketView } from './view.ts';
import { changedBy } from './view.ts';

type Other = TicketView['links'][number];

/** Linked matters, the incident it reports, or how many report it. */
export function WhatHangsTogether({ ticket, open }: { ticket: TicketView; open: Open }) {
  const leave = useWrite<void>({
    send: (_, options) => api.put(`tickets/${ticket.id}/incident`, { incidentId: null }, options),
    changes: () => changedBy(ticket.id),
  });
  return (
    <section>
      <h2>{t('ticket.hangs_together')}</h2>
      {ticket.incident ? (
        <OtherTicket other={ticket.incident} why={t('ticket.reports_incident')}>
          <ActionButton
            label={t('ticket.leave_incident')}
            can={ticket.can}
            action="change"
            busy={leave.busy}
            onRun={() => void leave.run()}
          />
        </OtherTicket>
      ) : null}
      {ticket.reports > 0 ? (
        <p className={styles['item']}>{t('ticket.is_incident', { count: ticket.reports })}</p>
      ) : null}
      {ticket.links.map((other) => (
        <OtherTicket key={other.id} other={other} why={linkWords(other.why)} />
      ))}
      <div className={styles['buttons']}>
        <ActButtons ticket={ticket} acts={linkActs()} open={open} kind="quiet" />
        {ticket.kind.type === 'complaint' ? <FeedBackLink ticketId={ticket.id} /> : null}
      </div>
    </section>
  );
}

function OtherTicket({ other, why, children }: { other: Other; why: string; children?: React.ReactNode }) {
  return (
    <div className={styles['item']} data-over={other.closedAt ? true : undefined}>
      <p className="dim">{why}</p>
      <p>
        <ThingLink type="ticket" id={other.id}>
          {other.number} {other.title}
        </ThingLink>
      </p>
      <p className="dim">
        {said(other.kind.name)} · {said(other.stage.name)}
      </p>
      {children}
    </div>
  );
}

const whys = ['same_matter', 'part_of', 'related', 'from_visit'] as const;

function linkWords(why: string): string {
  const known = whys.find((one) => one === why);
  return known ? t(`ticket.why_${known}`) : why;
}
