import { IconListCheck, IconUsersGroup } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { RECEIPT_STATES } from '../../../src/receipt/receipt.ts';
import { later } from '../../routes/later.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { ShareBar } from '../../ui/table.tsx';
import { t } from '../../words/words.ts';
import type { ActProps } from './acts/act.ts';
import type { PartProps } from './matters-of.tsx';
import styles from './side.module.css';

const Choose = later<ActProps>(() => import('./addressees.tsx').then((file) => file.ChooseAddressees));

/** Of a notice: how many households know of how many, and the way to each of them. */
export function ReceiptsOf({ ticket, open }: PartProps) {
  const navigate = useNavigate();
  const { receipts } = ticket;
  if (!receipts) return null;
  const { households, counts, can } = receipts;
  return (
    <section>
      <h2>{t('receipts.households')}</h2>
      {households === 0 ? (
        <p className="dim">{t('receipts.nobody_yet')}</p>
      ) : (
        <>
          <p>{t('receipts.know_of', { known: counts.known, count: households })}</p>
          <ShareBar n={counts.known} of={households} />
          <p className="dim">
            {RECEIPT_STATES.filter((state) => state !== 'known' && counts[state] > 0)
              .map((state) => `${t(`receipts.state_${state}`)} ${counts[state]}`)
              .join(' · ')}
          </p>
        </>
      )}
      <div className={styles['buttons']}>
        {can['choose'] === null ? (
          <ActionButton
            label={t('receipts.choose')}
            icon={IconUsersGroup}
            onRun={() => open({ title: t('receipts.choose'), form: Choose })}
          />
        ) : null}
        {households > 0 ? (
          <ActionButton
            label={t('receipts.show')}
            icon={IconListCheck}
            kind="quiet"
            onRun={() => void navigate({ to: '/receipts', search: { ticket: ticket.id } })}
          />
        ) : null}
      </div>
    </section>
  );
}
