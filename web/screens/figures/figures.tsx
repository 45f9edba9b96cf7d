import { NativeSelect, TextInput } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import type { z } from 'zod';
import type { figuresOut } from '../../../src/report/figures-shapes.ts';
import type { departmentsOut } from '../../../src/organisation/departments-view.ts';
import { useRead } from '../../queries.ts';
import { useRight } from '../../session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Go } from '../../ui/go.tsx';
import { usePrintable } from '../../ui/printable.ts';
import { Page } from '../../ui/page.tsx';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import { said, t } from '../../words/words.ts';
import styles from './figures.module.css';
import { monthAway, monthFrom, periodOf, thisMonth } from './month.ts';
import { Tables } from './tables.tsx';

export type FiguresAnswer = z.output<typeof figuresOut>;

/** The figures of a month; every share says what it is a share of. */
export function Figures() {
  const [month, setMonth] = useState(thisMonth());
  const [department, setDepartment] = useState('');
  const { from, until } = periodOf(month);
  const read = useRead<FiguresAnswer>('figures', {
    about: ['ticket', 'commitment', 'return_visit'],
    query: { from, until, department },
    keep: true,
  });
  usePrintable();
  return (
    <Page
      title={t('frame.figures')}
      aside={month}
      actions={
        <>
          <Go to="/summaries">{t('summaries.open_all')}</Go>
          <ActionButton label={t('figures.print')} icon={IconPrinter} hotkey="p" onRun={() => window.print()} />
        </>
      }
    >
      <div className={styles['period']}>
        <ActionButton
          label={t('figures.month_before')}
          icon={IconChevronLeft}
          iconOnly
          onRun={() => setMonth(monthAway(month, -1))}
        />
        <TextInput
          type="month"
          label={t('figures.month')}
          max={thisMonth()}
          value={month}
          onChange={(event) => setMonth(monthFrom(event.currentTarget.value))}
        />
        <ActionButton
          label={t('figures.month_after')}
          icon={IconChevronRight}
          iconOnly
          refused={month >= thisMonth() ? t('figures.not_yet') : null}
          onRun={() => setMonth(monthAway(month, 1))}
        />
        <DepartmentChoice value={department} choose={setDepartment} />
      </div>
      {read.isPending ? <LoadingLines count={16} /> : null}
      {read.error && !read.data ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
      {read.data ? <Tables figures={read.data} /> : null}
    </Page>
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
