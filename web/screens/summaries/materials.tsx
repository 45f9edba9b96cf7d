import { Go } from '../../ui/go.tsx';
import { Section } from '../../ui/section.tsx';
import { EmptyState } from '../../ui/states.tsx';
import type { TableColumn } from '../../ui/table.tsx';
import { Table } from '../../ui/table.tsx';
import { numberWords } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import type { UpwardAnswer } from './upward.tsx';

type MaterialRow = NonNullable<UpwardAnswer['materials']>[number];
type WorkRow = NonNullable<UpwardAnswer['work']>[number];

const besideWords = ({ n, before }: WorkRow['planned']): string =>
  t('custody.report_number', { n: numberWords(n), before: numberWords(before) });

/** The plan of material of the month and what became of it; each leads to the entries behind it (REPT-01). */
export function MaterialPlan({ rows }: { rows: readonly MaterialRow[] }) {
  return (
    <Section title={t('materials.report')} aside={t('materials.report_why')}>
      {rows.length === 0 ? (
        <EmptyState title={t('materials.nothing_planned')}>{t('materials.nothing_planned_why')}</EmptyState>
      ) : (
        <Table
          label={t('materials.report')}
          rows={rows}
          rowId={(row) => row.records}
          columns={[
            {
              key: 'name',
              label: t('materials.material'),
              cell: (row) => (
                <Go to="/materials" search={entriesOf(row)}>
                  {`${row.name}（${row.unit}）`}
                </Go>
              ),
            },
            {
              key: 'department',
              label: t('budget.department'),
              cell: (row) => (row.department ? said(row.department.name) : ''),
            },
            number('planned', t('materials.planned')),
            number('requested', t('materials.requested')),
            number('received', t('materials.received')),
            number('issued', t('materials.issued')),
            number('inStock', t('materials.in_stock')),
            number('short', t('materials.short')),
            {
              key: 'receivedNow',
              label: t('materials.received_now'),
              number: true,
              cell: (row) => besideWords(row.receivedNow),
            },
            {
              key: 'issuedNow',
              label: t('materials.issued_now'),
              number: true,
              cell: (row) => besideWords(row.issuedNow),
            },
          ]}
        />
      )}
    </Section>
  );
}

function number(
  key: 'planned' | 'requested' | 'received' | 'issued' | 'inStock' | 'short',
  label: string,
): TableColumn<MaterialRow> {
  return { key, label, number: true, cell: (row) => numberWords(row[key]) };
}

function entriesOf({ records }: MaterialRow): Record<string, string> {
  return { view: 'entries', ...Object.fromEntries(new URL(records, location.origin).searchParams) };
}

/** What each was to do, did and did late, beside the period before (REPT-01). */
export function WorkStatus({ rows }: { rows: readonly WorkRow[] }) {
  return (
    <Section title={t('materials.work_status')}>
      {rows.length === 0 ? (
        <EmptyState title={t('day.none')}>{t('day.none_why')}</EmptyState>
      ) : (
        <Table
          label={t('materials.work_status')}
          rows={rows}
          rowId={(row) => row.person.id}
          columns={[
            { key: 'person', label: t('day.person'), cell: (row) => row.person.name },
            ...(['planned', 'done', 'late', 'sentBack'] as const).map((key) => ({
              key,
              label: t(`materials.items_${key}`),
              number: true,
              cell: (row: WorkRow) => besideWords(row[key]),
            })),
          ]}
        />
      )}
    </Section>
  );
}
