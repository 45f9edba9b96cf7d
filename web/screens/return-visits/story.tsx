import type { TicketView } from '../../../src/ticket/view.ts';
import { ThingLink } from '../../matter/thing-link.tsx';
import { channelWords } from '../../matter/words.ts';
import { useRead } from '../../server/queries.ts';
import { Facts, Section } from '../../ui/section.tsx';
import { LoadingLines } from '../../ui/states.tsx';
import { absolute, spoken } from '../../ui/time.ts';
import { When } from '../../ui/when.tsx';
import { said, t } from '../../words/words.ts';
import styles from './return-visits.module.css';
import type { VisitPage } from './visits.ts';

/** The ticket in short, so that the caller need not be asked again: what was promised, what was done, what was told. */
export function Story({ visit }: { visit: VisitPage }) {
  const { ticket } = visit;
  const read = useRead<TicketView>(`tickets/${ticket.id}`, { about: [`ticket/${ticket.id}`] });
  return (
    <Section
      title={t('return_visits.story')}
      aside={
        <ThingLink type="ticket" id={ticket.id}>
          {ticket.number}
        </ThingLink>
      }
    >
      <p>
        <strong>{ticket.title}</strong>{' '}
        <span className="dim">
          {[said(ticket.kind.name), visit.place?.name ?? visit.place?.code].filter(Boolean).join(' · ')}
        </span>
      </p>
      {read.isPending ? <LoadingLines count={4} /> : null}
      <Facts lines={read.data ? linesOf(read.data) : [{ label: t('return_visits.outcome'), value: ticket.outcome }]} />
    </Section>
  );
}

function linesOf(ticket: TicketView) {
  const done = ticket.workOrders.filter((order) => order.stage === 'done');
  return [
    {
      label: t('return_visits.reported'),
      value: (
        <>
          <When at={ticket.openedAt} />
          {ticket.need && ticket.need !== ticket.title ? <p>{ticket.need}</p> : null}
        </>
      ),
    },
    { label: t('return_visits.promised'), value: ticket.promisedFor ? absolute(ticket.promisedFor) : null },
    {
      label: t('return_visits.done'),
      value: done.length > 0 ? done.map((order) => <Work key={order.id} order={order} />) : null,
    },
    { label: t('return_visits.outcome'), value: ticket.outcome },
    { label: t('return_visits.told'), value: ticket.toldAt ? <When at={ticket.toldAt} /> : null },
    { label: t('return_visits.handled_by'), value: ticket.owner.name },
  ];
}

function Work({ order }: { order: TicketView['workOrders'][number] }) {
  const name = order.person?.name ?? said(order.department.name);
  return (
    <div className={styles['work']}>
      <p className="dim">{t('return_visits.done_by', { name, when: order.doneAt ? spoken(order.doneAt) : '' })}</p>
      <p>{[order.findings, order.measures].filter(Boolean).join(' → ')}</p>
    </div>
  );
}

export function Tries({ tries }: { tries: VisitPage['tries'] }) {
  if (tries.length === 0) return null;
  return (
    <Section title={t('return_visits.tries')}>
      <ol className={styles['tries']}>
        {tries.map((one) => (
          <li key={one.no}>
            <When at={one.at} className="dim" />{' '}
            {t('return_visits.try_line', { name: one.by.name, channel: channelWords(one.channel) })} ·{' '}
            {one.reached ? t('return_visits.try_reached') : t('return_visits.try_missed')}
            {one.note ? <span className="dim"> · {one.note}</span> : null}
          </li>
        ))}
      </ol>
    </Section>
  );
}
