import { ThingLink } from '../../matter/thing-link.tsx';
import { Facts, Section } from '../../ui/section.tsx';
import { absolute, spoken } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import type { NoticePage } from './list-notices.ts';
import { errorWords, sourceWords } from './list-notices.ts';
import styles from './notices.module.css';

type By = { name: string } | null;

function byWhen(by: By, at: string | null): string | null {
  return at === null
    ? null
    : t('notices.by_when', { name: by?.name ?? t('notices.issued_by_clock'), when: spoken(at) });
}

/** What was not kept or not right, to whom it went, and how far it is. */
export function NoticeFacts({ notice }: { notice: NoticePage }) {
  const { findings } = notice;
  const missed = notice.missed
    ? t('notices.missed_line', { name: said(notice.missed.name), at: absolute(notice.missed.dueAt) })
    : null;
  return (
    <Section title={findings ? t('notices.findings') : t('notices.missed')}>
      <p className={styles['text']}>{findings || missed}</p>
      <Facts
        lines={[
          { label: t('notices.missed'), value: findings ? missed : null },
          { label: t('notices.source'), value: findings ? sourceWords(notice.source) : null },
          { label: t('notices.department'), value: said(notice.department.name) },
          { label: t('notices.addressee'), value: notice.addressee?.name },
          { label: t('notices.issued_by'), value: byWhen(notice.issuedBy, notice.issuedAt) },
          { label: t('notices.deadline'), value: absolute(notice.deadlineAt) },
          { label: t('notices.received'), value: byWhen(notice.receivedBy, notice.receivedAt) },
          { label: t('notices.reply'), value: notice.reply },
          { label: t('notices.replied'), value: byWhen(notice.repliedBy, notice.repliedAt) },
          { label: t('notices.verified'), value: byWhen(notice.verifiedBy, notice.verifiedAt) },
          {
            label: t('notices.withdrawn_by'),
            value: notice.withdrawn ? byWhen(notice.withdrawn.by, notice.withdrawn.at) : null,
          },
          { label: t('notices.withdrawn_why'), value: withdrawnWhy(notice) },
          { label: t('notices.ticket'), value: <TicketOf notice={notice} /> },
          ...around(notice),
        ].filter(({ label }) => label !== t('notices.ticket') || notice.ticket !== null)}
      />
    </Section>
  );
}

function TicketOf({ notice: { ticket } }: { notice: NoticePage }) {
  return ticket ? (
    <ThingLink type="ticket" id={ticket.id}>
      {ticket.number} {ticket.title}
    </ThingLink>
  ) : null;
}

function around({ visitId, workOrderId, spotCheckId }: NoticePage) {
  return [
    {
      label: t('notices.visit'),
      value: visitId ? (
        <ThingLink type="return_visit" id={visitId}>
          {t('notices.to_visit')}
        </ThingLink>
      ) : null,
    },
    {
      label: t('notices.order'),
      value: workOrderId ? (
        <ThingLink type="work_order" id={workOrderId}>
          {t('notices.to_order')}
        </ThingLink>
      ) : null,
    },
    {
      label: t('notices.spot_check'),
      value: spotCheckId ? (
        <ThingLink type="spot_check" id={spotCheckId}>
          {t('notices.spot_check')}
        </ThingLink>
      ) : null,
    },
  ];
}

function withdrawnWhy({ withdrawn }: NoticePage): string | null {
  if (!withdrawn) return null;
  return withdrawn.by === null ? errorWords(withdrawn.reason) : withdrawn.reason;
}

/** Answers that were not enough, and why; they stay. */
export function Rejected({ notice: { rejected } }: { notice: NoticePage }) {
  if (rejected.length === 0) return null;
  const line = (by: By, at: string, text: string) =>
    t('notices.rejected_line', { name: by?.name ?? '', when: spoken(at), text });
  return (
    <Section title={t('notices.rejected_title')}>
      <ol className={styles['rejected']}>
        {rejected.map((one) => (
          <li key={one.rejectedAt}>
            <p>{line(one.repliedBy, one.repliedAt, one.reply)}</p>
            <p className={styles['no']}>{line(one.rejectedBy, one.rejectedAt, one.reason)}</p>
          </li>
        ))}
      </ol>
    </Section>
  );
}
