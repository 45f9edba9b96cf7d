import type { SpecialSort } from '../../../src/summary/summary.ts';
import { SPECIAL_SORTS } from '../../../src/summary/summary.ts';
import { Go } from '../../ui/go.tsx';
import { Section } from '../../ui/section.tsx';
import { Table } from '../../ui/table.tsx';
import { absolute, numberWords } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import type { SummaryAnswer } from './summary.tsx';

type Special = NonNullable<SummaryAnswer['special']>;

const SORT: Record<SpecialSort, () => string> = {
  situation: () => t('summaries.special_situation'),
  major: () => t('summaries.special_major'),
  grave: () => t('summaries.special_grave'),
  declined: () => t('summaries.special_declined'),
  vip: () => t('summaries.special_vip'),
};

/** The figures of the month, each beside that of the month before. */
export function SpecialFigures({ figures }: { figures: Special['figures'] }) {
  return (
    <Section title={t('summaries.figures')}>
      <Table
        label={t('summaries.figures')}
        rows={SPECIAL_SORTS}
        rowId={(sort) => sort}
        columns={[
          { key: 'sort', label: t('summaries.figure'), cell: (sort) => SORT[sort]() },
          {
            key: 'n',
            label: t('summaries.this_month'),
            number: true,
            cell: (sort) => numberWords(figures[sort].n),
          },
          {
            key: 'before',
            label: t('summaries.month_before'),
            number: true,
            cell: (sort) => numberWords(figures[sort].before),
          },
        ]}
      />
    </Section>
  );
}

/** The records behind the figures; each leads to its ticket. */
export function Situations({ rows, more }: { rows: Special['situations']; more: boolean }) {
  return (
    <Section title={t('summaries.situations')} aside={more ? t('summaries.more') : null}>
      {rows.length === 0 ? <p className="dim">{t('summaries.no_situations')}</p> : null}
      {rows.length > 0 ? (
        <Table
          label={t('summaries.situations')}
          rows={rows}
          rowId={(row) => `${row.sort} ${row.at} ${row.ticketId}`}
          columns={[
            { key: 'at', label: t('summaries.at'), cell: (row) => absolute(row.at) },
            { key: 'sort', label: t('summaries.sort'), cell: (row) => SORT[row.sort]() },
            {
              key: 'title',
              label: t('list.title'),
              cell: (row) => (
                <Go to={`/tickets/${row.ticketId}`}>
                  {row.number} {row.title}
                </Go>
              ),
            },
            { key: 'words', label: t('summaries.words'), cell: (row) => row.words },
          ]}
        />
      ) : null}
    </Section>
  );
}
