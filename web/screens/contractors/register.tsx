import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { ContractorLine } from '../../../src/contractor/view.ts';
import { pageItems, usePages } from '../../server/queries.ts';
import { FilterSentence } from '../../ui/list/filter-sentence.tsx';
import { pagesState } from '../../ui/list/list-state.ts';
import { List } from '../../ui/list/list.tsx';
import type { Column } from '../../ui/list/model.ts';
import { TwoLines } from '../../ui/list/two-lines.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { When } from '../../ui/when.tsx';
import { t } from '../../words/words.ts';
import { FiltersAndTakeOut } from '../exchange/filters-and-take-out.tsx';
import { ContractorNew } from './contractor-form.tsx';
import { useAsked } from './filters.tsx';
import { ABOUT } from './house.ts';
import { queryOf } from './search.ts';
import { lastWords, servicesWords } from './words.ts';

const route = getRouteApi('/inside/contractors');

/** The register of contractors, with the last check, the next one owed, and what is not mended. */
export function Register() {
  const navigate = useNavigate();
  const query = queryOf.register(route.useSearch());
  const pages = usePages<ContractorLine>('contractors', { about: ABOUT, query });
  const rows = useMemo(() => pageItems(pages.data), [pages.data]);
  const { service, person, filter } = useAsked();
  const ended = [{ value: 'true', label: t('contractors.only_ended') }];
  return (
    <List
      name="contractors"
      label={t('contractors.view_register')}
      rows={rows}
      rowId={(row) => row.id}
      columns={columns()}
      phoneRow={PhoneRow}
      open={(row) => void navigate({ to: `/contractors/${row.id}` as never })}
      filters={
        <FiltersAndTakeOut list="contractors" name={t('contractors.title')} query={query}>
          <FilterSentence
            subject={t('contractors.title')}
            filters={[service(), person(t('contractors.in_charge')), filter('ended', t('contractors.ended'), ended)]}
          />
        </FiltersAndTakeOut>
      }
      state={pagesState(pages)}
      empty={
        <EmptyState title={t('contractors.none')} action={<ContractorNew plain />}>
          {t('contractors.none_why')}
        </EmptyState>
      }
    />
  );
}

const columns = (): Column<ContractorLine>[] => [
  {
    key: 'name',
    label: t('contractors.contractor'),
    width: 'minmax(10rem, 1.5fr)',
    always: true,
    cell: (row) => row.name,
  },
  { key: 'services', label: t('contractors.service'), width: 'minmax(8rem, 1fr)', cell: servicesWords },
  { key: 'last', label: t('contractors.last_check'), width: 'minmax(11rem, 1.2fr)', always: true, cell: lastWords },
  {
    key: 'next',
    label: t('contractors.check_by'),
    width: '9rem',
    cell: (row) => (row.checkBy ? <When at={row.checkBy} /> : null),
  },
  { key: 'faults', label: t('contractors.open_faults'), width: '6rem', cell: (row) => row.openFaults || null },
  { key: 'person', label: t('contractors.in_charge'), width: 'minmax(5rem, 0.7fr)', cell: (row) => row.person.name },
  {
    key: 'agreed',
    label: t('contractors.agreed_until'),
    width: '7rem',
    spare: true,
    cell: (row) => row.agreedUntil,
  },
];

function PhoneRow(row: ContractorLine) {
  return <TwoLines subject={row.name} facts={[servicesWords(row), lastWords(row), row.person.name]} />;
}
