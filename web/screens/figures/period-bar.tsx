import { NativeSelect, TextInput } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { z } from 'zod';
import type { departmentsOut } from '../../../src/organisation/departments-view.ts';
import { useRead } from '../../server/queries.ts';
import { useRight } from '../../session/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { said, t } from '../../words/words.ts';
import styles from './figures.module.css';
import { daysOf, hasBegun } from './period.ts';
import type { FigureSearch, Length } from './search.ts';
import { lengths } from './search.ts';
import { useFigureSearch } from './use-figures.ts';

/** Of when, of whom, and beside what. */
export function PeriodBar() {
  const { search, change } = useFigureSearch();
  const { length = 'month', compare = 'before', department = '' } = search;
  const set = (to: Partial<FigureSearch>) => change({ ...to, records: undefined });
  return (
    <div className={styles['period']}>
      <NativeSelect
        label={t('figures.length')}
        value={length}
        onChange={(event) => set({ length: event.currentTarget.value as Length })}
        data={lengths.map((value) => ({ value, label: t(`figures.length_${value}`) }))}
      />
      {length === 'custom' ? <Own search={search} set={set} /> : <Steps search={search} set={set} />}
      <NativeSelect
        label={t('figures.compare')}
        value={compare}
        onChange={(event) => set({ compare: event.currentTarget.value as NonNullable<FigureSearch['compare']> })}
        data={(['before', 'year', 'none'] as const).map((value) => ({ value, label: t(`figures.compare_${value}`) }))}
      />
      <DepartmentChoice value={department} choose={(id) => set({ department: id || undefined })} />
    </div>
  );
}

type Setting = { search: FigureSearch; set: (to: Partial<FigureSearch>) => void };

function Steps({ search, set }: Setting) {
  const after = daysOf(search, 1);
  return (
    <div className={styles['steps']}>
      <ActionButton
        label={t('figures.one_before')}
        icon={IconChevronLeft}
        iconOnly
        onRun={() => set({ day: daysOf(search, -1).first })}
      />
      <TextInput
        type="date"
        label={t('figures.day_in_it')}
        value={daysOf(search).first}
        onChange={(event) => set({ day: event.currentTarget.value || undefined })}
      />
      <ActionButton
        label={t('figures.one_after')}
        icon={IconChevronRight}
        iconOnly
        refused={hasBegun(after) ? null : t('figures.not_yet')}
        onRun={() => set({ day: after.first })}
      />
    </div>
  );
}

function Own({ search, set }: Setting) {
  const { first } = daysOf(search);
  return (
    <>
      <TextInput
        type="date"
        label={t('figures.first_day')}
        value={first}
        onChange={(event) => set({ day: event.currentTarget.value || undefined })}
      />
      <TextInput
        type="date"
        label={t('figures.last_day')}
        min={first}
        value={search.last ?? first}
        onChange={(event) => set({ day: first, last: event.currentTarget.value || undefined })}
      />
    </>
  );
}

function DepartmentChoice({ value, choose }: { value: string; choose: (id: string) => void }) {
  const may = useRight('people.see');
  const read = useRead<z.output<typeof departmentsOut>>('departments', { about: ['department'], enabled: may });
  if (!read.data) return null;
  return (
    <NativeSelect
      label={t('board.department')}
      value={value}
      onChange={(event) => choose(event.currentTarget.value)}
      data={[
        { value: '', label: t('figures.all_departments') },
        ...read.data.items.map((one) => ({ value: one.id, label: said(one.name) })),
      ]}
    />
  );
}
