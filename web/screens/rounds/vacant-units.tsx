import { IconPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { z } from 'zod';
import type { vacanciesOut } from '../../../src/vacancy/view.ts';
import { pageItems, usePages } from '../../server/queries.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FilterSentence } from '../../ui/list/filter-sentence.tsx';
import { filtersOf } from '../../ui/list/filters-of.ts';
import { pagesState } from '../../ui/list/list-state.ts';
import { List } from '../../ui/list/list.tsx';
import type { Column } from '../../ui/list/model.ts';
import { TwoLines } from '../../ui/list/two-lines.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { absoluteDay } from '../../ui/time.ts';
import { When } from '../../ui/when.tsx';
import { StateMark } from '../../ui/state-mark.tsx';
import { t } from '../../words/words.ts';
import { FiltersAndTakeOut } from '../exchange/filters-and-take-out.tsx';
import { inspections, listed, reasons, vacanciesQueryOf } from './search.ts';
import { VacancyForm } from './vacancy-form.tsx';
import type { VacancyLine } from './vacancy.tsx';
import { VacancyOf } from './vacancy.tsx';

const route = getRouteApi('/inside/rounds');
type Vacancies = z.output<typeof vacanciesOut>;

/** The list of vacant units: since when, when each was inspected last and is next, and what is not mended yet (PTRL-06). */
export function VacantUnits() {
  const search = route.useSearch();
  const query = vacanciesQueryOf(search);
  const pages = usePages<VacancyLine>('vacancies', { about: ['place', 'round', 'ticket', 'clock'], query });
  const rows = useMemo(() => pageItems(pages.data), [pages.data]);
  const shown = useMemo(() => columns(), []);
  const [adding, setAdding] = useState(false);
  const [chosen, choose] = useState<string | null>(null);
  const first = pages.data?.pages[0] as Vacancies | undefined;
  const open = rows.find(({ id }) => id === chosen);
  const add = (
    <ActionButton
      label={t('vacancies.list')}
      icon={IconPlus}
      can={first?.can ?? {}}
      action="list"
      onRun={() => setAdding(true)}
    />
  );
  return (
    <>
      <List
        name="vacancies"
        label={t('vacancies.subject')}
        rows={rows}
        rowId={(row) => row.id}
        columns={shown}
        phoneRow={PhoneRow}
        open={(row) => choose(row.id)}
        filters={
          <FiltersAndTakeOut list="vacancies" name={t('vacancies.subject')} query={query}>
            <VacancyFilters />
            {add}
          </FiltersAndTakeOut>
        }
        state={pagesState(pages)}
        empty={<EmptyState title={t('vacancies.none')}>{t('vacancies.none_why')}</EmptyState>}
      />
      <Dialog opened={adding} close={() => setAdding(false)} title={t('vacancies.list')}>
        <VacancyForm done={() => setAdding(false)} />
      </Dialog>
      <Dialog opened={open !== undefined} close={() => choose(null)} title={open?.place.code ?? ''}>
        {open ? <VacancyOf vacancy={open} done={() => choose(null)} /> : null}
      </Dialog>
    </>
  );
}

function Next({ row }: { row: VacancyLine }) {
  if (row.endedAs !== null) return t(`vacancies.ended_as_${row.endedAs}`);
  if (row.next === null) return null;
  return (
    <StateMark tone={row.next.state === 'late' ? 'late' : 'plain'}>
      <When at={row.next.dueAt} />
    </StateMark>
  );
}

function columns(): Column<VacancyLine>[] {
  return [
    {
      key: 'unit',
      label: t('vacancies.unit'),
      width: 'minmax(6rem, 1fr)',
      always: true,
      cell: (row) => <span className="subject">{row.place.code}</span>,
    },
    { key: 'since', label: t('vacancies.since'), width: '8rem', cell: (row) => absoluteDay(row.since) },
    {
      key: 'reason',
      label: t('vacancies.reason'),
      width: 'minmax(6rem, 0.8fr)',
      cell: (row) => t(`vacancies.reason_${row.reason}`),
    },
    {
      key: 'last',
      label: t('vacancies.last'),
      width: '9rem',
      cell: (row) => (row.last ? <When at={row.last.at} /> : t('vacancies.not_yet')),
    },
    { key: 'next', label: t('vacancies.next'), width: '9rem', always: true, cell: (row) => <Next row={row} /> },
    {
      key: 'faults',
      label: t('vacancies.open_faults'),
      width: 'minmax(6rem, 0.8fr)',
      cell: (row) => (row.openFaults > 0 ? t('vacancies.n_open_faults', { count: row.openFaults }) : ''),
    },
  ];
}

function PhoneRow(row: VacancyLine) {
  const faults = row.openFaults > 0 ? t('vacancies.n_open_faults', { count: row.openFaults }) : '';
  return (
    <TwoLines
      subject={row.place.code}
      beside={<Next row={row} />}
      facts={[absoluteDay(row.since), t(`vacancies.reason_${row.reason}`), faults]}
    />
  );
}

function VacancyFilters() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const filter = filtersOf(search, (change) => void navigate({ search: (before) => ({ ...before, ...change }) }));
  return (
    <FilterSentence
      subject={t('vacancies.subject')}
      filters={[
        filter(
          'inspection',
          t('vacancies.inspection'),
          inspections.map((value) => ({ value, label: t(`vacancies.inspection_${value}`) })),
        ),
        filter('faults', t('vacancies.faults'), [{ value: 'true', label: t('vacancies.faults_true') }]),
        filter(
          'reason',
          t('vacancies.reason'),
          reasons.map((value) => ({ value, label: t(`vacancies.reason_${value}`) })),
        ),
        filter(
          'listed',
          t('vacancies.state'),
          listed.map((value) => ({ value, label: t(`vacancies.state_${value}`) })),
        ),
      ]}
    />
  );
}
