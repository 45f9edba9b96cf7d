import { Select } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { api } from '../../../server/api.ts';
import { problemWords } from '../../../server/refusals.ts';
import { useSession } from '../../../session/session.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { printSlip, Slip } from '../../../ui/print.tsx';
import { absolute } from '../../../ui/time.ts';
import { say } from '../../../ui/toast.ts';
import { t } from '../../../words/words.ts';
import styles from '../side.module.css';
import type { TicketView } from '../view.ts';
import type { Dispute } from './answer.ts';
import { nameOf, partyWords, results } from './answer.ts';

const FILE = 'file';

/** The record on paper: whole for the file, or for a party without what the other side said in confidence. */
export function PrintRecord({ ticket, dispute }: { ticket: TicketView; dispute: Dispute }) {
  const { organisation } = useSession();
  const [whom, setWhom] = useState(FILE);
  const print = async () => {
    try {
      const query = whom === FILE ? {} : { for: whom };
      const record = await api.get<Dispute>(`tickets/${ticket.id}/dispute`, query);
      printSlip(<DisputeRecord ticket={ticket} dispute={record} organisation={organisation.name} />);
    } catch (problem) {
      say(problemWords(problem), 'problem');
    }
  };
  if (dispute.parties.length === 0) return null;
  return (
    <div className={styles['buttons']}>
      <Select
        aria-label={t('disputes.record_for')}
        allowDeselect={false}
        data={[
          { value: FILE, label: t('disputes.record_whole') },
          ...dispute.parties.map((party) => ({ value: party.id, label: partyWords(party) })),
        ]}
        value={whom}
        onChange={(value) => setWhom(value ?? FILE)}
      />
      <ActionButton label={t('disputes.print')} icon={IconPrinter} kind="quiet" onRun={() => void print()} />
    </div>
  );
}

type RecordProps = { ticket: TicketView; dispute: Dispute; organisation: string };

function DisputeRecord({ ticket, dispute, organisation }: RecordProps) {
  const stands = dispute.outcomes.find((one) => one.endedAt === null);
  const lines = [
    { label: t('disputes.record_matter'), text: ticket.title },
    { label: t('disputes.parties'), text: dispute.parties.map(partyWords).join('\n') },
    ...dispute.statements.map((one) => ({
      label: `${nameOf(dispute, one.partyId)} ${absolute(one.takenAt)}`,
      text: `${one.text}\n${t('disputes.taken_by', { name: one.takenBy.name })}`,
    })),
    ...dispute.attempts.map((one, index) => ({
      label: `${t('disputes.attempt', { no: index + 1 })} ${absolute(one.heldAt)}`,
      text: [
        one.parties.map((id) => nameOf(dispute, id)).join(' · '),
        one.others,
        one.proposed,
        one.words,
        t(results[one.result] ?? 'disputes.result_not_held'),
      ]
        .filter(Boolean)
        .join('\n'),
    })),
    ...dispute.outcomes.map((one) => ({
      label: `${one.referredTo ? t('disputes.referred_to', { whom: one.referredTo }) : t('disputes.agreement')} ${absolute(one.at)}`,
      text: [one.terms, one.checkBy ? t('disputes.check_by', { at: absolute(one.checkBy) }) : '', one.checkWords]
        .filter(Boolean)
        .join('\n'),
    })),
  ];
  const signers = stands?.kind === 'agreement' ? dispute.parties.map((party) => party.name) : [];
  return (
    <Slip
      organisation={organisation}
      title={t('disputes.record_title')}
      number={String(ticket.number)}
      lines={lines}
      signers={[...signers, t('disputes.mediator')]}
    />
  );
}
