import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { BodyLine, MatterLine } from '../../../src/liaison/view.ts';
import { pageItems, usePages } from '../../server/queries.ts';
import { FilterSentence } from '../../ui/list/filter-sentence.tsx';
import { pagesState } from '../../ui/list/list-state.ts';
import { List } from '../../ui/list/list.tsx';
import type { Column } from '../../ui/list/model.ts';
import { TwoLines } from '../../ui/list/two-lines.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { When } from '../../ui/when.tsx';
import { said, t } from '../../words/words.ts';
import { FiltersAndTakeOut } from '../exchange/filters-and-take-out.tsx';
import { NewBody } from './body-form.tsx';
import { useAsked } from './filters.tsx';
import { optionsOf, useBodyKinds } from './house.ts';
import styles from './papers.module.css';
import { queryOf } from './queries.ts';
import { TextFilter } from './text-filter.tsx';
import { matterState, openWords } from './words.ts';

const route = getRouteApi('/inside/papers');

/** Bodies outside the house by name, with what is open with each (EXTR-01, -02, -08). */
export function Bodies() {
  const navigate = useNavigate();
  const query = queryOf.bodies(route.useSearch());
  const pages = usePages<BodyLine>('liaison-bodies', { about: ['liaison_body', 'liaison_matter'], query });
  const rows = useMemo(() => pageItems(pages.data), [pages.data]);
  const kinds = useBodyKinds();
  const { person, filter } = useAsked();
  return (
    <List
      name="liaison-bodies"
      label={t('papers.list_bodies')}
      rows={rows}
      rowId={(row) => row.id}
      columns={bodyColumns()}
      phoneRow={BodyRow}
      open={(row) => void navigate({ to: `/papers/bodies/${row.id}` as never })}
      filters={
        <FiltersAndTakeOut list="liaison-bodies" name={t('papers.list_bodies')} query={query}>
          <div className={styles['narrow']}>
            <FilterSentence
              subject={t('papers.list_bodies')}
              filters={[filter('kind', t('papers.kind'), optionsOf(kinds)), person(t('papers.in_charge'))]}
            />
            <TextFilter of="text" label={t('papers.find_body')} />
          </div>
        </FiltersAndTakeOut>
      }
      state={pagesState(pages)}
      empty={
        <EmptyState title={t('papers.no_bodies')} action={<NewBody />}>
          {t('papers.no_bodies_why')}
        </EmptyState>
      }
    />
  );
}

const bodyColumns = (): Column<BodyLine>[] => [
  { key: 'name', label: t('papers.body'), width: 'minmax(10rem, 1.5fr)', always: true, cell: (row) => row.name },
  { key: 'kind', label: t('papers.kind'), width: 'minmax(7rem, 1fr)', cell: (row) => said(row.kind.name) },
  { key: 'open', label: t('papers.open_matters'), width: 'minmax(10rem, 1.2fr)', always: true, cell: openWords },
  { key: 'phone', label: t('papers.phone'), width: '9rem', cell: (row) => row.phone },
  { key: 'person', label: t('papers.in_charge'), width: 'minmax(5rem, 0.7fr)', cell: (row) => row.person.name },
  {
    key: 'last',
    label: t('papers.last'),
    width: '8rem',
    cell: (row) => (row.lastAt ? <When at={row.lastAt} /> : null),
  },
  {
    key: 'touch',
    label: t('papers.touch_by'),
    width: '8rem',
    cell: (row) => (row.touchBy ? <When at={row.touchBy} /> : null),
  },
];

function BodyRow(row: BodyLine) {
  return <TwoLines subject={row.name} facts={[said(row.kind.name), openWords(row), row.person.name]} />;
}

/** What is dealt with with bodies outside: open ones with their next step. */
export function Matters() {
  const navigate = useNavigate();
  const query = queryOf.matters(route.useSearch());
  const pages = usePages<MatterLine>('liaison-matters', { about: ['liaison_matter', 'clock'], query });
  const rows = useMemo(() => pageItems(pages.data), [pages.data]);
  const kinds = useBodyKinds();
  const { period, yes, person, filter } = useAsked();
  return (
    <List
      name="liaison-matters"
      label={t('papers.list_matters')}
      rows={rows}
      rowId={(row) => row.id}
      columns={matterColumns()}
      phoneRow={MatterRow}
      open={(row) => void navigate({ to: `/papers/matters/${row.id}` as never })}
      filters={
        <FiltersAndTakeOut list="liaison-matters" name={t('papers.list_matters')} query={query}>
          <FilterSentence
            subject={t('papers.list_matters')}
            filters={[
              period(),
              filter('kind', t('papers.kind'), optionsOf(kinds)),
              yes('open', t('papers.matter_open'), t('papers.matter_closed')),
              yes('late', t('papers.step_late')),
              person(t('papers.in_charge')),
            ]}
          />
        </FiltersAndTakeOut>
      }
      state={pagesState(pages)}
      empty={<EmptyState title={t('papers.no_matters')}>{t('papers.no_matters_why')}</EmptyState>}
    />
  );
}

const matterColumns = (): Column<MatterLine>[] => [
  {
    key: 'subject',
    label: t('papers.matter'),
    width: 'minmax(10rem, 1.5fr)',
    always: true,
    cell: (row) => row.subject,
  },
  { key: 'body', label: t('papers.body'), width: 'minmax(8rem, 1fr)', always: true, cell: (row) => row.body.name },
  { key: 'next', label: t('papers.next_step'), width: 'minmax(8rem, 1fr)', cell: (row) => row.nextStep },
  { key: 'state', label: t('papers.state'), width: 'minmax(9rem, 1fr)', cell: matterState },
  { key: 'person', label: t('papers.in_charge'), width: 'minmax(5rem, 0.7fr)', cell: (row) => row.person.name },
  { key: 'outcome', label: t('papers.outcome'), width: 'minmax(8rem, 1fr)', spare: true, cell: (row) => row.outcome },
];

function MatterRow(row: MatterLine) {
  return <TwoLines subject={row.subject} facts={[row.body.name, matterState(row), row.person.name]} />;
}
