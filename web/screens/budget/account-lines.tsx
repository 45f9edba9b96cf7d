import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { ACCOUNT_SIDES } from '../../../src/accounts/accounts.ts';
import { api } from '../../server/api.ts';
import { useWrite } from '../../server/writes.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { moneyWords } from '../../ui/money.ts';
import { Section } from '../../ui/section.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { t } from '../../words/words.ts';
import { SendIn } from '../exchange/send-in.tsx';
import type { AccountsPage } from './budget-data.ts';
import styles from './budget.module.css';
import { AccountLineForm } from './account-line-form.tsx';

type Line = AccountsPage['lines'][number];

/** Income and expenditure line by line; until they are supplied each can be changed or taken out. */
export function AccountLines({ accounts }: { accounts: AccountsPage }) {
  const [opened, open] = useState<Line | 'new' | null>(null);
  const writes = accounts.can['write'] === null;
  const { lines, totals, currency } = accounts;
  const close = () => open(null);
  return (
    <Section
      title={t('accounts.lines')}
      actions={
        writes ? (
          <>
            <SendIn list="account-lines" name={t('accounts.lines')} />
            <ActionButton label={t('accounts.add')} icon={IconPlus} hotkey="n" onRun={() => open('new')} />
          </>
        ) : null
      }
    >
      {lines.length === 0 ? <EmptyState title={t('accounts.no_lines')}>{t('accounts.no_lines_why')}</EmptyState> : null}
      {ACCOUNT_SIDES.map((side) => {
        const rows = lines.filter((one) => one.side === side);
        return rows.length === 0 ? null : (
          <div key={side} className={styles['side']}>
            <h3>
              {t(`accounts.${side}`)} <span className="dim">{moneyWords(totals[side], currency)}</span>
            </h3>
            <Table
              label={t(`accounts.${side}`)}
              rows={rows}
              rowId={(row) => row.id}
              columns={[
                { key: 'name', label: t('accounts.item'), cell: (row) => row.name },
                { key: 'note', label: t('accounts.note'), cell: (row) => row.note },
                {
                  key: 'amount',
                  label: t('budget.amount'),
                  number: true,
                  cell: (row) => moneyWords(row.amount, currency),
                },
                ...(writes
                  ? [
                      {
                        key: 'acts',
                        label: t('budget.decision'),
                        acts: true as const,
                        cell: (row: Line) => <LineActs line={row} edit={() => open(row)} />,
                      },
                    ]
                  : []),
              ]}
            />
          </div>
        );
      })}
      {lines.length > 0 ? (
        <p className={styles['result']}>
          <strong>{t('accounts.result')}</strong> {moneyWords(totals.result, currency)}
        </p>
      ) : null}
      <Dialog
        opened={opened !== null}
        close={close}
        title={opened === 'new' ? t('accounts.add') : t('accounts.change')}
      >
        {opened === null ? null : (
          <AccountLineForm accounts={accounts} line={opened === 'new' ? null : opened} done={close} />
        )}
      </Dialog>
    </Section>
  );
}

function LineActs({ line, edit }: { line: Line; edit: () => void }) {
  const remove = useWrite<void>({
    send: (_nothing, options) => api.delete(`account-lines/${line.id}`, options),
    changes: () => ['accounts'],
  });
  return (
    <span className={styles['acts']}>
      <ActionButton label={t('accounts.change_line', { name: line.name })} icon={IconPencil} iconOnly onRun={edit} />
      <ActionButton
        label={t('accounts.remove_line', { name: line.name })}
        icon={IconTrash}
        iconOnly
        busy={remove.busy}
        onRun={() => void remove.run()}
      />
    </span>
  );
}
