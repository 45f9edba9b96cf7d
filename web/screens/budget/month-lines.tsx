import { Go } from '../../ui/go.tsx';
import { moneyWords } from '../../ui/money.ts';
import { Section } from '../../ui/section.tsx';
import { ShareBar, Table } from '../../ui/table.tsx';
import { said, t } from '../../words/words.ts';
import type { BudgetPage } from './budget-data.ts';
import { shareWords } from './budget-words.ts';
import styles from './budget.module.css';

type Used = BudgetPage['total'];
type Row = Used & { key: string | null; label: string; asked: number | null };

/** Each line beside what became of it; its name leads to the expenses behind it. */
export function MonthLines({ page }: { page: BudgetPage }) {
  const { lines, total, currency, waiting } = page;
  const sum = lines.reduce((all, { asked }) => all + (asked ?? 0), 0);
  const rows: Row[] = [
    ...lines.map(({ name, ...line }) => ({ ...line, label: said(name) })),
    { ...total, key: null, label: t('budget.total'), asked: waiting === null ? null : sum },
  ];
  const money = (amount: number) =>
    amount === 0 ? <span className={styles['none']}>–</span> : moneyWords(amount, currency);
  return (
    <Section title={t('budget.lines')}>
      <Table
        label={t('budget.lines')}
        rows={rows}
        rowId={(row) => row.key ?? '='}
        columns={[
          { key: 'line', label: t('budget.line'), cell: (row) => <LineName row={row} page={page} /> },
          ...(waiting === null
            ? []
            : [
                {
                  key: 'asked',
                  label: t('budget.asked'),
                  number: true,
                  cell: (row: Row) => money(row.asked ?? 0),
                },
              ]),
          { key: 'planned', label: t('budget.planned'), number: true, cell: (row) => money(row.planned) },
          { key: 'spent', label: t('budget.spent'), number: true, cell: (row) => money(row.spent) },
          { key: 'committed', label: t('budget.committed'), number: true, cell: (row) => money(row.committed) },
          {
            key: 'left',
            label: t('budget.left'),
            number: true,
            cell: (row) => (
              <span data-tone={toneOf(row)} className={styles['left']}>
                {money(row.left)}
              </span>
            ),
          },
          { key: 'share', label: t('budget.used'), cell: (row) => <UsedBar used={row} /> },
        ]}
      />
    </Section>
  );
}

function LineName({ row, page }: { row: Row; page: BudgetPage }) {
  if (row.key === null) return <strong>{row.label}</strong>;
  const search = { view: 'expenses', department: page.department!.id, line: row.key, month: page.month };
  return (
    <Go to="/budget" search={search}>
      {row.label}
    </Go>
  );
}

/** Quiet while there is room, amber from four fifths on, red where more is used than was planned. */
export function toneOf({ left, share, spent, committed }: Used): 'run' | 'soon' | 'late' {
  if (left < 0 || (share === null && spent + committed > 0)) return 'late';
  return share !== null && share >= 80 ? 'soon' : 'run';
}

export function UsedBar({ used }: { used: Used }) {
  const { planned, spent, committed, share } = used;
  const tone = toneOf(used);
  return (
    <span className={styles['used']} data-tone={tone}>
      <ShareBar n={spent + committed} of={planned || spent + committed} tone={tone === 'late' ? 'late' : 'plain'} />
      <span>{shareWords(share)}</span>
    </span>
  );
}
