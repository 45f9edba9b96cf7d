import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { peopleOptions, useDesk } from '../../matter/kinds.ts';
import { periodOptions } from '../../matter/periods.ts';
import { pageItems, usePages } from '../../server/queries.ts';
import { FilterSentence } from '../../ui/list/filter-sentence.tsx';
import { filtersOf } from '../../ui/list/filters-of.ts';
import { pagesState } from '../../ui/list/list-state.ts';
import { List } from '../../ui/list/list.tsx';
import type { Column } from '../../ui/list/model.ts';
import { TwoLines } from '../../ui/list/two-lines.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { ms, shortDay, timeOfDay } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import { FiltersAndTakeOut } from '../exchange/filters-and-take-out.tsx';
import type { Shift } from './attendance-data.ts';
import { aboutShifts, hoursWords, isFaulty, stateWords } from './attendance-data.ts';
import styles from './attendance.module.css';
import { faults, listQuery } from './search.ts';
import { ShiftDialog } from './shift-dialog.tsx';

const route = getRouteApi('/inside/staff/attendance');

/** Attendance shift by shift, the newest first: planned against what came of it. */
export function AttendanceList() {
  const search = route.useSearch();
  const query = listQuery(search);
  const pages = usePages<Shift>('attendance', { about: aboutShifts, query });
  const rows = useMemo(() => pageItems(pages.data), [pages.data]);
  const shown = useMemo(() => columns(), []);
  const [looking, look] = useState<Shift | null>(null);
  return (
    <>
      <List
        name="attendance"
        label={t('attendance.view_list')}
        rows={rows}
        rowId={(row) => row.id}
        columns={shown}
        phoneRow={PhoneRow}
        open={look}
        filters={
          <FiltersAndTakeOut list="attendance" name={t('attendance.view_list')} query={query}>
            <Filters />
          </FiltersAndTakeOut>
        }
        state={pagesState(pages)}
        empty={<EmptyState title={t('attendance.none')}>{t('attendance.none_why')}</EmptyState>}
      />
      <ShiftDialog shift={looking} close={() => look(null)} />
    </>
  );
}

const atOrDash = (at: string | null) => (at ? timeOfDay(ms(at)) : '–');

function columns(): Column<Shift>[] {
  return [
    { key: 'day', label: t('attendance.day'), width: '6.5rem', always: true, cell: ({ day }) => shortDay(day) },
    {
      key: 'person',
      label: t('attendance.person'),
      width: 'minmax(5rem, 1fr)',
      always: true,
      cell: ({ person }) => person.name,
    },
    { key: 'hours', label: t('attendance.hours'), width: '7rem', always: true, cell: hoursWords },
    {
      key: 'state',
      label: t('attendance.state'),
      width: 'minmax(8rem, 1.6fr)',
      always: true,
      cell: (row) => <span className={isFaulty(row) ? styles['fault'] : undefined}>{stateWords(row)}</span>,
    },
    { key: 'in', label: t('attendance.came'), width: '5rem', cell: ({ inAt }) => atOrDash(inAt) },
    { key: 'out', label: t('attendance.went'), width: '5rem', cell: ({ outAt }) => atOrDash(outAt) },
    {
      key: 'where',
      label: t('attendance.where'),
      width: '5rem',
      cell: ({ presence }) => t(`attendance.${presence}`),
    },
    {
      key: 'department',
      label: t('attendance.department'),
      width: 'minmax(6rem, 1fr)',
      cell: ({ department }) => (department ? said(department.name) : null),
    },
  ];
}

function PhoneRow(row: Shift) {
  return (
    <TwoLines
      subject={row.person.name}
      beside={<span className={isFaulty(row) ? styles['fault'] : 'dim'}>{stateWords(row)}</span>}
      facts={[shortDay(row.day), hoursWords(row)]}
    />
  );
}

function Filters() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { people } = useDesk();
  const filter = filtersOf(search, (change) => void navigate({ search: (before) => ({ ...before, ...change }) }));
  return (
    <FilterSentence
      subject={t('attendance.view_list')}
      filters={[
        filter('period', t('period.filter'), periodOptions()),
        filter(
          'only',
          t('attendance.only'),
          faults.map((value) => ({ value, label: t(`attendance.only_${value}`) })),
        ),
        filter('person', t('attendance.person'), peopleOptions(people)),
      ]}
    />
  );
}
