import { api } from '../../server/api.ts';
import { ThingLink } from '../../matter/thing-link.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { say } from '../../ui/toast.ts';
import { said, t } from '../../words/words.ts';
import { useWrite } from '../../server/writes.ts';
import { FeedBackLink } from '../quality/feed-back-link.tsx';
import { ActButtons } from './act-buttons.tsx';
import { linkActs } from './acts/around.ts';
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
        <OtherTicket key={other.id} other={other} why={linkWords(other.why)}>
          <TakeAway ticket={ticket} other={other} />
        </OtherTicket>
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

/** A merge is taken back, a link is taken away; what was said at a visit stays said. */
function TakeAway({ ticket, other }: { ticket: TicketView; other: Other }) {
  const merged = other.why === 'merged' || other.why === 'merged_into';
  const parts = other.why === 'merged' ? other.id : ticket.id;
  const take = useWrite<void>({
    send: (_, options) =>
      merged
        ? api.post(`tickets/${parts}/unmerge`, {}, options)
        : api.delete(`tickets/${ticket.id}/links/${other.id}`, options),
    changes: () => [...changedBy(ticket.id), ...changedBy(other.id)],
    done: () => merged && say(t('merging.unmerged')),
  });
  if (fixed.has(other.why)) return null;
  return (
    <div className={styles['buttons']}>
      <ActionButton
        label={merged ? t('merging.unmerge') : t('merging.unlink')}
        kind="quiet"
        can={ticket.can}
        action={merged ? 'unmerge' : 'unlink'}
        busy={take.busy}
        onRun={() => void take.run()}
      />
    </div>
  );
}

const fixed: ReadonlySet<string> = new Set(['from_visit', 'split_from', 'split_off']);

const whys = [
  'same_matter',
  'part_of',
  'related',
  'from_visit',
  'same_cause',
  'caused_by',
  'causes',
  'follows',
  'followed_by',
  'split_from',
  'split_off',
  'merged',
  'merged_into',
] as const;

function linkWords(why: string): string {
  const known = whys.find((one) => one === why);
  return known ? t(`ticket.why_${known}`) : why;
}
