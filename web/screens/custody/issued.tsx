import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { z } from 'zod';
import { ISSUED_STATES } from '../../../src/custody/sorts.ts';
import type { issuedLineOut } from '../../../src/custody/view.ts';
import { periodOptions } from '../../matter/periods.ts';
import { ThingLink } from '../../matter/thing-link.tsx';
import { pageItems, usePages } from '../../server/queries.ts';
import { FilterSentence } from '../../ui/list/filter-sentence.tsx';
import { filtersOf } from '../../ui/list/filters-of.ts';
import { pagesState } from '../../ui/list/list-state.ts';
import { List } from '../../ui/list/list.tsx';
import type { Column } from '../../ui/list/model.ts';
import { TwoLines } from '../../ui/list/two-lines.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { absoluteDay, listWords } from '../../ui/time.ts';
import { When } from '../../ui/when.tsx';
import { said, t } from '../../words/words.ts';
import { FiltersAndTakeOut } from '../exchange/filters-and-take-out.tsx';
import { kindWords, thingWords, useCustodyKinds } from './custody-words.ts';
import styles from './custody.module.css';
import { issuedQueryOf } from './search.ts';

type Line = z.output<typeof issuedLineOut>;

const route = getRouteApi('/inside/custody');

/** The register of passes and certificates issued: for whom, for which unit, on which papers, until when, and taken back. */
export function Issued() {
  const navigate = useNavigate();
  const query = issuedQueryOf(route.useSearch());
  const pages = usePages<Line>('custody/issued', { about: ['custody_item'], query });
  const rows = useMemo(() => pageItems(pages.data), [pages.data]);
  const shown = useMemo(() => columns(), []);
  return (
    <List
      name="custody-issued"
      label={t('formalities.register')}
      rows={rows}
      rowId={(row) => row.id}
      columns={shown}
      phoneRow={PhoneRow}
      open={(row) => void navigate({ to: `/custody/${row.item}` })}
      filters={
        <FiltersAndTakeOut list="custody-issued" name={t('formalities.register')} query={query}>
          <Filters />
        </FiltersAndTakeOut>
      }
      state={pagesState(pages)}
      empty={<EmptyState title={t('formalities.register_none')}>{t('formalities.register_none_why')}</EmptyState>}
    />
  );
}

function StateOf({ row }: { row: Line }) {
  return (
    <span className={row.state === 'valid' ? undefined : styles['wrong']}>{t(`formalities.state_${row.state}`)}</span>
  );
}

const shownPapers = (row: Line): string => listWords(row.papers.map(said));

const columns = (): Column<Line>[] => [
  {
    key: 'number',
    label: t('custody.number'),
    width: '8rem',
    always: true,
    cell: (row) => <span className="subject">{row.number}</span>,
  },
  { key: 'kind', label: t('custody.kind'), width: 'minmax(7rem, 1fr)', always: true, cell: kindWords },
  {
    key: 'applicant',
    label: t('formalities.applicant'),
    width: 'minmax(6rem, 0.8fr)',
    always: true,
    cell: (row) => row.applicant,
  },
  { key: 'unit', label: t('formalities.unit'), width: '6rem', cell: (row) => row.place?.code },
  { key: 'papers', label: t('formalities.papers_shown'), width: 'minmax(9rem, 1.6fr)', cell: shownPapers },
  { key: 'issued', label: t('formalities.issued_at'), width: '8rem', cell: (row) => <When at={row.issuedAt} /> },
  {
    key: 'until',
    label: t('custody.valid_until'),
    width: '7rem',
    cell: (row) => (row.validUntil ? absoluteDay(row.validUntil) : null),
  },
  { key: 'state', label: t('custody.state'), width: '6rem', always: true, cell: (row) => <StateOf row={row} /> },
  {
    key: 'withdrawn',
    label: t('formalities.withdrawn_at'),
    width: '8rem',
    cell: (row) => (row.withdrawnAt ? <When at={row.withdrawnAt} /> : null),
  },
  {
    key: 'why',
    label: t('formalities.withdrawn_why'),
    width: 'minmax(6rem, 0.8fr)',
    spare: true,
    cell: (row) => row.withdrawnWhy,
  },
  { key: 'by', label: t('formalities.issued_by'), width: '6rem', spare: true, cell: (row) => row.issuedBy.name },
  {
    key: 'ticket',
    label: t('custody.ticket'),
    width: '6rem',
    spare: true,
    cell: (row) =>
      row.ticket ? (
        <ThingLink type="ticket" id={row.ticket.id}>
          {row.ticket.number}
        </ThingLink>
      ) : null,
  },
];

function PhoneRow(row: Line) {
  return (
    <TwoLines
      subject={thingWords(row)}
      beside={<StateOf row={row} />}
      facts={[kindWords(row), row.applicant, row.place?.code, row.validUntil && absoluteDay(row.validUntil)]}
    />
  );
}

function Filters() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { items: kinds } = useCustodyKinds();
  const filter = filtersOf(search, (change) => void navigate({ search: (before) => ({ ...before, ...change }) }));
  return (
    <FilterSentence
      subject={t('formalities.register')}
      filters={[
        filter('period', t('period.filter'), periodOptions()),
        filter(
          'kind',
          t('custody.kind'),
          kinds
            .filter(({ sort }) => sort === 'pass' || sort === 'certificate')
            .map(({ key, name }) => ({ value: key, label: said(name) })),
        ),
        filter(
          'stands',
          t('custody.state'),
          ISSUED_STATES.map((value) => ({ value, label: t(`formalities.state_${value}`) })),
        ),
      ]}
    />
  );
}
