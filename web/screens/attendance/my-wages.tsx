import type { z } from 'zod';
import type { myWagesOut } from '../../../src/wage/view.ts';
import { useRead } from '../../server/queries.ts';
import { Section } from '../../ui/section.tsx';
import { EmptyState, LoadingLines } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { said, t } from '../../words/words.ts';
import styles from './attendance.module.css';
import { moneyWords } from '../../ui/money.ts';

type Mine = z.output<typeof myWagesOut>;

/** My own line of every table that is closed. */
export function MyWages() {
  const { data } = useRead<Mine>('wages/mine', { about: ['wage_table'] });
  if (!data) return <LoadingLines count={3} />;
  return (
    <Section title={t('attendance.my_wages')}>
      {data.items.length === 0 ? (
        <EmptyState title={t('attendance.no_wages')}>{t('attendance.no_wages_why')}</EmptyState>
      ) : (
        <Table
          label={t('attendance.my_wages')}
          rows={data.items}
          rowId={({ month }) => month}
          columns={[
            { key: 'month', label: t('attendance.month'), cell: ({ month }) => month },
            { key: 'base', label: t('attendance.base'), number: true, cell: (row) => amountOf(row.base, row.currency) },
            { key: 'items', label: t('attendance.items'), cell: (row) => itemsWords(row, row.currency) },
            { key: 'net', label: t('attendance.net'), number: true, cell: (row) => amountOf(row.net, row.currency) },
          ]}
        />
      )}
    </Section>
  );
}

export function amountOf(amount: number | null, currency: string) {
  if (amount === null) return <span className={styles['fault']}>{t('attendance.base_none')}</span>;
  return moneyWords(amount, currency);
}

export function itemsWords({ items }: Pick<Mine['items'][number], 'items'>, currency: string): string {
  if (items.length === 0) return '–';
  return items
    .map(({ what, name, amount }) =>
      t('attendance.item_line', {
        what: name ? said(name) : t(`attendance.item_${what}`),
        amount: moneyWords(amount, currency),
      }),
    )
    .join(' · ');
}
