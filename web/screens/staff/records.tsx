import { TextInput } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { RECORDS } from '../../../src/personnel/record.ts';
import type { StaffRecord } from '../../../src/personnel/view-records.ts';
import { periodOptions } from '../../matter/periods.ts';
import { usePages } from '../../server/queries.ts';
import { FilterSentence } from '../../ui/list/filter-sentence.tsx';
import { filtersOf } from '../../ui/list/filters-of.ts';
import { Pages } from '../../ui/list/pages.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { t } from '../../words/words.ts';
import { RecordItem } from './record-item.tsx';
import { daysOf } from './search.ts';
import styles from './staff.module.css';
import { StaffTabs } from './tabs.tsx';

const route = getRouteApi('/inside/staff/records');

/** What stands in all files in reach, by sort, period and words. */
export function Records() {
  const { sort, period } = route.useSearch();
  const [typed, type] = useState('');
  const q = useDeferredValue(typed.trim()) || undefined;
  const pages = usePages<StaffRecord>('staff/records', {
    about: ['staff_assessment', 'staff_finding', 'staff_breach', 'staff_move', 'notification'],
    query: { sort, q, ...daysOf(period) },
  });
  return (
    <Page title={t('staff.title')} actions={<StaffTabs tab="records" />}>
      <div className={styles['file']}>
        <Filters />
        <TextInput
          label={t('staff.search')}
          maxLength={60}
          value={typed}
          onChange={(event) => type(event.currentTarget.value)}
        />
        <Pages read={pages} none={<EmptyState title={t('staff.no_records')}>{t('staff.no_records_all')}</EmptyState>}>
          {(rows) => (
            <ul className={styles['records']}>
              {rows.map((record) => (
                <RecordItem key={record.id} record={record} named />
              ))}
            </ul>
          )}
        </Pages>
      </div>
    </Page>
  );
}

function Filters() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const filter = filtersOf(search, (change) => void navigate({ search: (before) => ({ ...before, ...change }) }));
  return (
    <FilterSentence
      subject={t('staff.records')}
      filters={[
        filter(
          'sort',
          t('staff.sort'),
          RECORDS.map((value) => ({ value, label: t(`staff.of_${value}`) })),
        ),
        filter('period', t('period.filter'), periodOptions()),
      ]}
    />
  );
}
