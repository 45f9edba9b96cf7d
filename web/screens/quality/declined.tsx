import { getRouteApi } from '@tanstack/react-router';
import type { DeclinedLine } from '../../../src/ticket/view-declined.ts';
import { peopleOptions, useDesk } from '../../matter/kinds.ts';
import { periodOptions, spanOf } from '../../matter/periods.ts';
import { usePages } from '../../server/queries.ts';
import { Go } from '../../ui/go.tsx';
import { FilterSentence } from '../../ui/list/filter-sentence.tsx';
import { filtersOf } from '../../ui/list/filters-of.ts';
import { Pages } from '../../ui/list/pages.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { absolute } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import { FiltersAndTakeOut } from '../exchange/filters-and-take-out.tsx';
import styles from './quality.module.css';
import { declinedStates } from './search.ts';

const route = getRouteApi('/inside/quality');

/** Requests declined as excessive, each with its reason and what its reviewer says of it (RECP-15). */
export function DeclinedRequests() {
  const { person, reviewed, period } = route.useSearch();
  const query = { by: person, state: reviewed, ...spanOf(period) };
  const pages = usePages<DeclinedLine>('declined-requests', { about: ['ticket', 'commitment', 'clock'], query });
  return (
    <div className={styles['read']}>
      <FiltersAndTakeOut list="declined-requests" name={t('quality.view_declined')} query={query}>
        <DeclinedFilters />
      </FiltersAndTakeOut>
      <Pages read={pages} none={<EmptyState title={t('declined.none')}>{t('declined.none_why')}</EmptyState>}>
        {(rows) => <Lines rows={rows} />}
      </Pages>
    </div>
  );
}

function DeclinedFilters() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { people } = useDesk();
  const one = filtersOf(search, (change) => void navigate({ search: (before) => ({ ...before, ...change }) }));
  const filters = [
    one(
      'reviewed',
      t('declined.verdict'),
      declinedStates.map((value) => ({ value, label: t(`declined.state_${value}`) })),
    ),
    one('person', t('declined.by'), peopleOptions(people)),
    one('period', t('period.filter'), periodOptions()),
  ];
  return <FilterSentence subject={t('quality.view_declined')} filters={filters} />;
}

function Lines({ rows }: { rows: readonly DeclinedLine[] }) {
  return (
    <Table
      label={t('quality.view_declined')}
      rows={rows}
      rowId={(row) => row.id}
      columns={[
        {
          key: 'ticket',
          label: t('declined.matter'),
          cell: (row) => <Go to={`/tickets/${row.ticket.id}`}>{`${row.ticket.number} ${row.ticket.title}`}</Go>,
        },
        { key: 'reason', label: t('declined.reason'), cell: (row) => row.reason },
        { key: 'by', label: t('declined.by'), cell: (row) => row.by?.name },
        { key: 'at', label: t('declined.at'), cell: (row) => absolute(row.at) },
        { key: 'review', label: t('declined.verdict'), cell: (row) => <Review row={row} /> },
        {
          key: 'reviewer',
          label: t('declined.reviewer'),
          cell: (row) => (row.reviewedBy ?? row.reviewer)?.name,
        },
        {
          key: 'due',
          label: t('declined.due'),
          cell: (row) => (row.reviewedAt ? absolute(row.reviewedAt) : row.dueAt ? absolute(row.dueAt) : null),
        },
      ]}
    />
  );
}

function Review({ row }: { row: DeclinedLine }) {
  return (
    <div>
      {row.late && row.state === 'open' ? (
        <span className={styles['wrong']}>{t('declined.late')}</span>
      ) : (
        t(`declined.state_${row.state}`)
      )}
      {row.words ? <div className="dim">{row.words}</div> : null}
    </div>
  );
}
