import { moneyWords } from '../../ui/money.ts';
import { Section } from '../../ui/section.tsx';
import { Table } from '../../ui/table.tsx';
import { absolute } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import type { AccountsPage } from './budget-data.ts';

type Props = { changes: AccountsPage['changes']; currency: string };

/** Who changed which line when, and what it said before. */
export function AccountChanges({ changes, currency }: Props) {
  if (changes.length === 0) return null;
  const money = (amount: number | null) => (amount === null ? '–' : moneyWords(amount, currency));
  return (
    <Section title={t('accounts.changes')}>
      <Table
        label={t('accounts.changes')}
        rows={changes}
        rowId={(row) => `${row.at} ${row.side} ${row.name} ${row.before} ${row.after}`}
        columns={[
          { key: 'name', label: t('accounts.item'), cell: (row) => `${t(`accounts.${row.side}`)} · ${row.name}` },
          { key: 'before', label: t('accounts.before'), number: true, cell: (row) => money(row.before) },
          { key: 'after', label: t('accounts.after'), number: true, cell: (row) => money(row.after) },
          { key: 'by', label: t('budget.by'), cell: (row) => `${row.by?.name ?? ''} · ${absolute(row.at)}` },
        ]}
      />
    </Section>
  );
}
