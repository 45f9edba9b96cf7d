import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { DOCUMENT_STATES } from '../../../src/document/document.ts';
import { DOCUMENT_WAYS } from '../../../src/document/document.ts';
import type { DocumentLine } from '../../../src/document/view.ts';
import { pageItems, usePages } from '../../server/queries.ts';
import { FilterSentence } from '../../ui/list/filter-sentence.tsx';
import { pagesState } from '../../ui/list/list-state.ts';
import { List } from '../../ui/list/list.tsx';
import type { Column } from '../../ui/list/model.ts';
import { TwoLines } from '../../ui/list/two-lines.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { absoluteDay } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import { FiltersAndTakeOut } from '../exchange/filters-and-take-out.tsx';
import { useAsked } from './filters.tsx';
import { optionsOf, usePaperRules } from './house.ts';
import styles from './papers.module.css';
import { queryOf } from './queries.ts';
import { TextFilter } from './text-filter.tsx';
import { documentState } from './words.ts';

const route = getRouteApi('/inside/papers');

/** The register: documents, letters and papers in one list, the newest first (DOCS-02). */
export function Documents() {
  const navigate = useNavigate();
  const query = queryOf.documents(route.useSearch());
  const pages = usePages<DocumentLine>('documents', { about: ['document', 'clock'], query });
  const rows = useMemo(() => pageItems(pages.data), [pages.data]);
  const rules = usePaperRules();
  const { period, state, yes, person, filter } = useAsked();
  return (
    <List
      name="documents"
      label={t('papers.list_documents')}
      rows={rows}
      rowId={(row) => row.id}
      columns={columns()}
      phoneRow={PhoneRow}
      open={(row) => void navigate({ to: `/papers/documents/${row.id}` as never })}
      filters={
        <FiltersAndTakeOut list="documents" name={t('papers.list_documents')} query={query}>
          <div className={styles['narrow']}>
            <FilterSentence
              subject={t('papers.list_documents')}
              filters={[
                period(),
                filter(
                  'way',
                  t('papers.way'),
                  DOCUMENT_WAYS.map((value) => ({ value, label: t(`papers.way_${value}`) })),
                ),
                filter('kind', t('papers.kind'), optionsOf(rules.kinds)),
                filter('class', t('papers.class'), optionsOf(rules.classes)),
                state(DOCUMENT_STATES, (one) => t(`papers.document_${one}`)),
                person(t('papers.in_charge')),
                yes('lent', t('papers.lent')),
                yes('over', t('papers.over')),
              ]}
            />
            <TextFilter of="text" label={t('papers.find_document')} />
            <TextFilter of="counterpart" label={t('papers.counterpart')} />
          </div>
        </FiltersAndTakeOut>
      }
      state={pagesState(pages)}
      empty={<EmptyState title={t('papers.no_documents')}>{t('papers.no_documents_why')}</EmptyState>}
    />
  );
}

const columns = (): Column<DocumentLine>[] => [
  { key: 'number', label: t('papers.number'), width: '9rem', always: true, cell: (row) => row.number },
  { key: 'subject', label: t('papers.subject'), width: 'minmax(10rem, 2fr)', always: true, cell: (row) => row.subject },
  { key: 'kind', label: t('papers.kind'), width: 'minmax(6rem, 0.8fr)', cell: (row) => said(row.kind.name) },
  { key: 'counterpart', label: t('papers.counterpart'), width: 'minmax(6rem, 1fr)', cell: (row) => row.counterpart },
  { key: 'person', label: t('papers.in_charge'), width: 'minmax(5rem, 0.7fr)', cell: (row) => row.person.name },
  {
    key: 'dated',
    label: t('papers.dated'),
    width: '8rem',
    cell: (row) => (row.dated ? absoluteDay(row.dated) : null),
  },
  { key: 'state', label: t('papers.state'), width: 'minmax(7rem, 0.9fr)', cell: documentState },
  { key: 'lies', label: t('papers.lies_at'), width: 'minmax(6rem, 1fr)', cell: (row) => row.liesAt },
  {
    key: 'class',
    label: t('papers.class'),
    width: 'minmax(6rem, 0.8fr)',
    spare: true,
    cell: (row) => said(row.class.name),
  },
];

function PhoneRow(row: DocumentLine) {
  const facts = [row.number ?? said(row.kind.name), documentState(row), row.counterpart || row.person.name];
  return <TwoLines subject={row.subject} facts={facts} />;
}
