import { channelWords, satisfactionWords } from '../../matter/words.ts';
import { Slip } from '../../ui/print.tsx';
import { absolute } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import type { VisitPage } from './visits.ts';
import { stateWords, whomOf } from './visits.ts';

/** The slip as it is filed: printed before the call it has room to write, after it the answers. */
export function VisitSlip({ visit, organisation }: { visit: VisitPage; organisation: string }) {
  const { ticket, satisfaction } = visit;
  const lines = [
    { label: t('return_visits.customer'), text: [whomOf(visit), ...visit.phones].join('  ') },
    { label: t('return_visits.place'), text: visit.place ? `${visit.place.code} ${visit.place.name}` : '' },
    { label: t('return_visits.matter'), text: `${said(ticket.kind.name)}: ${ticket.title}` },
    { label: t('return_visits.outcome'), text: ticket.outcome ?? '' },
    { label: t('return_visits.result'), text: stateWords(visit.state) },
    { label: t('return_visits.ended'), text: visit.endedAt ? absolute(visit.endedAt) : '' },
    {
      label: t('return_visits.whom'),
      text: [visit.reachedWhom, visit.channel ? channelWords(visit.channel) : null].filter(Boolean).join(' · '),
    },
    {
      label: t('return_visits.satisfaction'),
      text: satisfaction === null ? '' : `${satisfaction} · ${satisfactionWords(satisfaction)}`,
    },
    { label: t('return_visits.opinion'), text: visit.opinion ?? '' },
    { label: t('return_visits.criticism'), text: visit.criticism ?? '' },
    { label: t('return_visits.proposals'), text: visit.adoptedProposals ?? '' },
    { label: t('return_visits.fault_findings'), text: visit.fault ?? '' },
    { label: t('return_visits.told_result'), text: visit.resultTold ?? '' },
  ];
  return (
    <Slip
      organisation={organisation}
      title={t('return_visits.slip_title')}
      number={String(ticket.number)}
      lines={lines}
      signers={[
        visit.by ? `${t('return_visits.slip_visitor')} ${visit.by.name}` : t('return_visits.slip_visitor'),
        visit.signedBy ? `${t('return_visits.slip_head')} ${visit.signedBy.name}` : t('return_visits.slip_head'),
      ]}
    />
  );
}
