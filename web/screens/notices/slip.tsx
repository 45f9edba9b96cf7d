import { Slip } from '../../ui/print.tsx';
import { absolute } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import type { NoticePage } from './list-notices.ts';
import { sourceWords } from './list-notices.ts';

/** The notice on paper, with room for the three signatures it passes through. */
export function NoticeSlip({ notice, organisation }: { notice: NoticePage; organisation: string }) {
  const { missed, ticket } = notice;
  const lines = [
    { label: t('notices.department'), text: said(notice.department.name) },
    { label: t('notices.addressee'), text: notice.addressee?.name ?? '' },
    { label: t('notices.source'), text: sourceWords(notice.source) },
    {
      label: t('notices.missed'),
      text: missed ? t('notices.missed_line', { name: said(missed.name), at: absolute(missed.dueAt) }) : '',
    },
    { label: t('notices.ticket'), text: ticket ? `${ticket.number} ${ticket.title}` : '' },
    { label: t('notices.findings'), text: notice.findings },
    { label: t('notices.issued'), text: absolute(notice.issuedAt) },
    { label: t('notices.deadline'), text: absolute(notice.deadlineAt) },
    { label: t('notices.reply'), text: notice.reply ?? '' },
  ];
  return (
    <Slip
      organisation={organisation}
      title={t('notices.slip_title')}
      number={String(notice.number)}
      lines={lines}
      signers={[t('notices.signer_issuer'), t('notices.signer_addressee'), t('notices.signer_verifier')]}
    />
  );
}
