import { IconCash } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { z } from 'zod';
import type { accountOut } from '../../../src/charge/view.ts';
import { useRead } from '../../server/queries.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Go } from '../../ui/go.tsx';
import { Section } from '../../ui/section.tsx';
import { Table } from '../../ui/table.tsx';
import { absoluteDay } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import { beginsWords, LEDGER, moneyWords, stateWords, toneOf } from './charge-words.ts';
import styles from './charges.module.css';

/** What a customer owes, on his page; nothing where nothing is charged here. */
export function AccountCard({ customerId }: { customerId: string }) {
  const navigate = useNavigate();
  const { data } = useRead<z.output<typeof accountOut>>(`charge-accounts/${customerId}`, { about: LEDGER });
  if (!data) return null;
  const { open, overdue, currency, charges, dunningId, customer, can } = data;
  const money = (amount: number) => moneyWords(amount, currency);
  return (
    <Section
      title={t('charges.account')}
      aside={
        open > 0 ? t('charges.account_sum', { open: money(open), overdue: money(overdue) }) : t('charges.account_none')
      }
      actions={
        open > 0 ? (
          <ActionButton
            label={t('charges.pay')}
            icon={IconCash}
            can={can}
            action="receive"
            onRun={() => void navigate({ to: '/charges/pay', search: { customer: customer.id, name: customer.name } })}
          />
        ) : null
      }
    >
      {charges.length > 0 ? (
        <Table
          label={t('charges.account')}
          rows={charges}
          rowId={(row) => row.id}
          columns={[
            {
              key: 'item',
              label: t('charges.item'),
              cell: (row) => <Go to={`/charges/${row.id}`}>{said(row.item.name)}</Go>,
            },
            { key: 'place', label: t('charges.place'), cell: (row) => row.place?.code },
            { key: 'period', label: t('charges.period'), cell: (row) => beginsWords(row.begins) },
            { key: 'due', label: t('charges.due'), cell: (row) => absoluteDay(row.dueDay) },
            {
              key: 'state',
              label: t('charges.state'),
              cell: (row) => (
                <span className={styles['state']} data-tone={toneOf(row.state)}>
                  {stateWords(row.state)}
                </span>
              ),
            },
            { key: 'open', label: t('charges.open'), number: true, cell: (row) => money(row.open) },
          ]}
        />
      ) : null}
      <p className={styles['row']}>
        {dunningId ? <Go to={`/charges/dunning/${dunningId}`}>{t('charges.account_dunning')}</Go> : null}
        <Go to="/charges" search={{ view: 'charges', customer: customer.id }}>
          {t('charges.account_all')}
        </Go>
      </p>
    </Section>
  );
}
