import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { ENTRY_SORTS } from '../../../src/material/material.ts';
import { peopleOptions, useDesk } from '../../matter/kinds.ts';
import { periodOptions } from '../../matter/periods.ts';
import { pageItems, usePages } from '../../server/queries.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FilterSentence } from '../../ui/list/filter-sentence.tsx';
import { filtersOf } from '../../ui/list/filters-of.ts';
import { pagesState } from '../../ui/list/list-state.ts';
import { List } from '../../ui/list/list.tsx';
import type { Column } from '../../ui/list/model.ts';
import { TwoLines } from '../../ui/list/two-lines.tsx';
import { moneyWords } from '../../ui/money.ts';
import { Facts } from '../../ui/section.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { absolute, absoluteDay } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import { FiltersAndTakeOut } from '../exchange/filters-and-take-out.tsx';
import { departmentOptions } from '../budget/budget-data.ts';
import { TakeBack } from '../budget/take-back.tsx';
import type { Entry } from './materials-data.ts';
import { aboutMaterial, counted, materialOptions, useMaterials, usePlan } from './materials-data.ts';
import { entriesQueryOf } from './search.ts';

const route = getRouteApi('/inside/materials');

/** The ledger: what came in and what was issued, to whom; an entry that was wrong is taken back by another. */
export function Entries() {
  const search = route.useSearch();
  const [opened, setOpened] = useState<Entry | null>(null);
  const query = entriesQueryOf(search);
  const pages = usePages<Entry>('material-entries', { about: ['material'], query });
  const rows = useMemo(() => pageItems(pages.data), [pages.data]);
  const shown = useMemo(() => columns(), []);
  const close = () => setOpened(null);
  return (
    <>
      <List
        name="material-entries"
        label={t('materials.view_entries')}
        rows={rows}
        rowId={(row) => row.id}
        columns={shown}
        phoneRow={PhoneRow}
        open={setOpened}
        filters={
          <FiltersAndTakeOut list="material-entries" name={t('materials.view_entries')} query={query}>
            <Filters />
          </FiltersAndTakeOut>
        }
        state={pagesState(pages)}
        empty={<EmptyState title={t('materials.no_entries')}>{t('materials.no_entries_why')}</EmptyState>}
      />
      <Dialog opened={opened !== null} close={close} title={opened?.material.name ?? ''}>
        {opened ? <EntrySheet entry={opened} done={close} /> : null}
      </Dialog>
    </>
  );
}

const whatOf = ({ sort, corrects, corrected }: Entry): string =>
  [t(`materials.sort_${sort}`), corrects ? t('materials.counter') : null, corrected ? t('materials.taken_back') : null]
    .filter(Boolean)
    .join(' · ');

function columns(): Column<Entry>[] {
  return [
    { key: 'day', label: t('materials.on_day'), width: '8rem', always: true, cell: (row) => absoluteDay(row.onDay) },
    {
      key: 'what',
      label: t('materials.material'),
      width: 'minmax(8rem, 1.4fr)',
      always: true,
      cell: (row) => <span className="subject">{row.material.name}</span>,
    },
    { key: 'sort', label: t('materials.entry'), width: 'minmax(7rem, 1fr)', cell: whatOf },
    {
      key: 'quantity',
      label: t('materials.quantity'),
      width: '6rem',
      always: true,
      cell: (row) => counted(row.quantity, row.material),
    },
    {
      key: 'whom',
      label: t('materials.whom'),
      width: 'minmax(7rem, 1fr)',
      cell: (row) => row.person?.name ?? row.supplier,
    },
    {
      key: 'cost',
      label: t('materials.paid'),
      width: '7rem',
      cell: (row) => (row.cost === 0 ? '' : moneyWords(row.cost, row.currency)),
    },
    { key: 'by', label: t('materials.entered_by'), width: 'minmax(5rem, 0.8fr)', cell: (row) => row.by?.name },
    {
      key: 'department',
      label: t('budget.department'),
      width: 'minmax(6rem, 1fr)',
      spare: true,
      cell: (row) => said(row.department.name),
    },
  ];
}

function PhoneRow(row: Entry) {
  return (
    <TwoLines
      subject={row.material.name}
      beside={counted(row.quantity, row.material)}
      facts={[absoluteDay(row.onDay), whatOf(row), row.person?.name ?? row.supplier]}
    />
  );
}

function EntrySheet({ entry, done }: { entry: Entry; done: () => void }) {
  return (
    <>
      <Facts
        lines={[
          { label: t('materials.entry'), value: whatOf(entry) },
          { label: t('materials.quantity'), value: counted(entry.quantity, entry.material) },
          { label: t('materials.on_day'), value: absoluteDay(entry.onDay) },
          { label: t('materials.whom'), value: entry.person?.name ?? entry.supplier },
          { label: t('materials.paid'), value: entry.cost === 0 ? null : moneyWords(entry.cost, entry.currency) },
          { label: t('budget.department'), value: said(entry.department.name) },
          { label: t('budget.because'), value: entry.because },
          { label: t('materials.entered_by'), value: `${entry.by?.name ?? ''} · ${absolute(entry.at)}` },
        ]}
      />
      <TakeBack
        act={t('budget.take_back')}
        path={`material-entries/${entry.id}/correct`}
        changes={aboutMaterial}
        news={t('budget.taken_back_done')}
        can={entry.can}
        action="correct"
        done={done}
      >
        <p>{t('materials.take_back_why')}</p>
      </TakeBack>
    </>
  );
}

function Filters() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data: plan } = usePlan({});
  const { data: materials } = useMaterials();
  const { people } = useDesk();
  const filter = filtersOf(search, (to) => void navigate({ search: (before) => ({ ...before, ...to }) }));
  return (
    <FilterSentence
      subject={t('materials.view_entries')}
      filters={[
        filter('period', t('period.filter'), periodOptions()),
        filter(
          'sort',
          t('materials.entry'),
          ENTRY_SORTS.map((value) => ({ value, label: t(`materials.sort_${value}`) })),
        ),
        filter('department', t('budget.department'), departmentOptions(plan)),
        filter('material', t('materials.material'), materialOptions(materials)),
        filter('person', t('materials.to'), peopleOptions(people)),
      ]}
    />
  );
}
