import { Go } from '../../ui/go.tsx';
import { Section } from '../../ui/section.tsx';
import { Table } from '../../ui/table.tsx';
import { absolute } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import type { SummaryAnswer } from './summary.tsx';

/** The records behind the figures; each leads to its ticket. */
export function Complaints({ rows, more }: { rows: SummaryAnswer['complaints']; more: boolean }) {
  return (
    <Section title={t('summaries.complaints')} aside={more ? t('summaries.more') : null}>
      <Table
        label={t('summaries.complaints')}
        rows={rows}
        rowId={(row) => row.id}
        columns={[
          {
            key: 'title',
            label: t('list.title'),
            cell: (row) => (
              <Go to={`/tickets/${row.id}`}>
                {row.number} {row.title}
              </Go>
            ),
          },
          { key: 'opened', label: t('summaries.opened'), cell: (row) => absolute(row.openedAt) },
          { key: 'cause', label: t('summaries.real_cause'), cell: (row) => row.realCause },
          { key: 'result', label: t('summaries.result'), cell: (row) => row.outcome },
          {
            key: 'closed',
            label: t('summaries.closed'),
            cell: (row) => (row.closedAt ? absolute(row.closedAt) : null),
          },
        ]}
      />
    </Section>
  );
}
