import {
  IconArrowBackUp,
  IconEye,
  IconFileCheck,
  IconFileExport,
  IconMessage2,
  IconScale,
  IconSignature,
  IconUserPlus,
} from '@tabler/icons-react';
import { ActionButton } from '../../../ui/action-button.tsx';
import { ErrorState, LoadingLines } from '../../../ui/states.tsx';
import { t } from '../../../words/words.ts';
import type { Act } from '../acts/act.ts';
import type { Open } from '../dialogs.tsx';
import type { PartProps } from '../matters-of.tsx';
import { formOf } from '../acts/form-of.ts';
import styles from '../side.module.css';
import type { Dispute } from './answer.ts';
import { partyWords, useDispute } from './answer.ts';
import { Attempts, Outcomes, Statements } from './course.tsx';
import { PrintRecord } from './record.tsx';

const Agree = formOf(() => import('./end-forms.tsx'), 'Agree');
const Check = formOf(() => import('./end-forms.tsx'), 'Check');
const Confirm = formOf(() => import('./end-forms.tsx'), 'Confirm');
const Refer = formOf(() => import('./end-forms.tsx'), 'Refer');
const TakeBack = formOf(() => import('./end-forms.tsx'), 'TakeBack');
const AddParty = formOf(() => import('./hear-forms.tsx'), 'AddParty');
const Mediate = formOf(() => import('./hear-forms.tsx'), 'Mediate');
const State = formOf(() => import('./hear-forms.tsx'), 'State');

type Step = Pick<Act, 'label' | 'icon' | 'form'> & { action: string };

function hearing(): Step[] {
  return [
    { action: 'add_party', label: t('disputes.add_party'), icon: IconUserPlus, form: AddParty },
    { action: 'state', label: t('disputes.state'), icon: IconMessage2, form: State },
    { action: 'mediate', label: t('disputes.mediate'), icon: IconScale, form: Mediate },
  ];
}

function ending(): Step[] {
  return [
    { action: 'agree', label: t('disputes.agree'), icon: IconFileCheck, form: Agree },
    { action: 'refer', label: t('disputes.refer'), icon: IconFileExport, form: Refer },
    { action: 'confirm', label: t('disputes.confirm'), icon: IconSignature, form: Confirm },
    { action: 'check', label: t('disputes.check'), icon: IconEye, form: Check },
    { action: 'take_back', label: t('disputes.take_back'), icon: IconArrowBackUp, form: TakeBack },
  ];
}

/** While nothing stands it is mediated and ended; once something does, it is confirmed and looked after. */
function stepsOf(dispute: Dispute): Step[] {
  const stands = dispute.outcomes.some((one) => one.endedAt === null);
  const after = ['confirm', 'check', 'take_back'];
  return [...hearing(), ...ending()].filter(({ action }) => after.includes(action) === stands);
}

/** A dispute between households: who, what each says, every attempt, and what came of it. */
export function DisputeOf({ ticket, open }: PartProps) {
  const { data, error, refetch } = useDispute(ticket.id);
  return (
    <section>
      <h2>{t('disputes.title')}</h2>
      {data ? null : error ? <ErrorState problem={error} retry={() => void refetch()} /> : <LoadingLines count={4} />}
      {data ? (
        <>
          <Parties dispute={data} />
          <Statements dispute={data} />
          <Attempts dispute={data} />
          <Outcomes dispute={data} />
          <Steps dispute={data} open={open} />
          <PrintRecord ticket={ticket} dispute={data} />
        </>
      ) : null}
    </section>
  );
}

function Steps({ dispute, open }: { dispute: Dispute; open: Open }) {
  return (
    <div className={styles['buttons']}>
      {stepsOf(dispute).map(({ action, label, icon, form }) => (
        <ActionButton
          key={action}
          label={label}
          icon={icon}
          can={dispute.can}
          action={action}
          onRun={() => open({ title: label, form })}
        />
      ))}
    </div>
  );
}

function Parties({ dispute }: { dispute: Dispute }) {
  if (dispute.parties.length === 0) return <p className="dim">{t('disputes.no_parties')}</p>;
  return (
    <ul aria-label={t('disputes.parties')}>
      {dispute.parties.map((party) => (
        <li key={party.id}>
          <strong>{partyWords(party)}</strong>{' '}
          {party.confirmedBy ? (
            <span className="dim">
              {party.confirmedBy === 'signed' ? t('disputes.confirmed_signed') : t('disputes.confirmed_spoken')}
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
