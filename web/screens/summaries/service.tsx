import { Go } from '../../ui/go.tsx';
import { Section } from '../../ui/section.tsx';
import { Table } from '../../ui/table.tsx';
import { absolute, numberWords } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import { madeOfWords, valueWords } from '../figures/figure-words.ts';
import { HowCounted } from '../figures/how-counted.tsx';
import type { SummaryAnswer } from './summary.tsx';

type Service = NonNullable<SummaryAnswer['service']>;

/** The service of the centre in figures, each beside the period before and leading to its records, and what stands open. */
export function ServiceFigures({ service }: { service: Service }) {
  return (
    <>
      <Section title={t('summaries.service_figures')}>
        <Table
          label={t('summaries.service_figures')}
          rows={service.figures}
          rowId={(row) => row.key}
          columns={[
            {
              key: 'name',
              label: t('summaries.figure'),
              cell: (row) => (
                <Go to="/figures" search={{ measure: row.key, records: row.records }}>
                  {said(row.name)}
                </Go>
              ),
            },
            {
              key: 'value',
              label: t('figures.number'),
              number: true,
              cell: (row) => valueWords(row.unit, row.value),
            },
            { key: 'of', label: t('figures.made_of'), cell: (row) => madeOfWords(row.unit, row) },
            {
              key: 'before',
              label: t('summaries.period_before'),
              number: true,
              cell: (row) => valueWords(row.unit, row.before?.value ?? null),
            },
          ]}
        />
        <HowCounted measures={service.figures} />
      </Section>
      <Section title={t('summaries.open_by_department')}>
        <Table
          label={t('summaries.open_by_department')}
          rows={service.open}
          rowId={(row) => row.departmentId ?? 'none'}
          columns={[
            {
              key: 'name',
              label: t('board.department'),
              cell: (row) => (row.name ? said(row.name) : t('figures.none_of_it')),
            },
            { key: 'n', label: t('figures.number'), number: true, cell: (row) => numberWords(row.n) },
            {
              key: 'before',
              label: t('summaries.period_before'),
              number: true,
              cell: (row) => numberWords(row.before),
            },
          ]}
        />
      </Section>
    </>
  );
}

/** What was late, on which matter, by whom, and what the department said to it. */
export function Late({ rows, more }: { rows: Service['late']; more: boolean }) {
  return (
    <Section title={t('summaries.late_promises')} aside={more ? t('summaries.more') : null}>
      {rows.length === 0 ? <p className="dim">{t('summaries.nothing_late')}</p> : null}
      {rows.length > 0 ? (
        <Table
          label={t('summaries.late_promises')}
          rows={rows}
          rowId={(row) => row.id}
          columns={[
            { key: 'owed', label: t('summaries.owed_what'), cell: (row) => said(row.owed) },
            {
              key: 'matter',
              label: t('list.title'),
              cell: (row) =>
                row.ticketId ? (
                  <Go to={`/tickets/${row.ticketId}`}>
                    {row.number} {row.title}
                  </Go>
                ) : null,
            },
            { key: 'who', label: t('summaries.who'), cell: (row) => row.owner },
            { key: 'due', label: t('summaries.was_due'), cell: (row) => absolute(row.dueAt) },
            {
              key: 'kept',
              label: t('summaries.was_kept'),
              cell: (row) => (row.settledAt ? absolute(row.settledAt) : t('summaries.still_owed')),
            },
            { key: 'because', label: t('summaries.because'), cell: (row) => row.because },
          ]}
        />
      ) : null}
    </Section>
  );
}
