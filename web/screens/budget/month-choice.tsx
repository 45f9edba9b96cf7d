import { NativeSelect, TextInput } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { monthAway } from '../../matter/month.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { said, t } from '../../words/words.ts';
import type { BudgetPage } from './budget-data.ts';
import { departmentOptions } from './budget-data.ts';
import styles from './budget.module.css';

type MonthChoiceProps = {
  page: Pick<BudgetPage, 'department' | 'departments' | 'month'>;
  show: (to: { department?: string | undefined; month?: string | undefined }) => void;
  /** What can be done with the month. */
  children: ReactNode;
};

/** Whose month is looked at, a step back and forth, and beside it what can be done. */
export function MonthChoice({ page, show, children }: MonthChoiceProps) {
  const { department, departments, month } = page;
  return (
    <div className={styles['choice']}>
      {departments.length > 1 ? (
        <NativeSelect
          label={t('budget.department')}
          value={department!.id}
          data={departmentOptions(page)}
          onChange={(event) => show({ department: event.currentTarget.value })}
        />
      ) : (
        <h2>{said(department!.name)}</h2>
      )}
      <div className={styles['steps']}>
        <ActionButton
          label={t('budget.month_before')}
          icon={IconChevronLeft}
          iconOnly
          onRun={() => show({ month: monthAway(month, -1) })}
        />
        <TextInput
          type="month"
          label={t('budget.month')}
          value={month}
          onChange={(event) => show({ month: event.currentTarget.value || undefined })}
        />
        <ActionButton
          label={t('budget.month_after')}
          icon={IconChevronRight}
          iconOnly
          onRun={() => show({ month: monthAway(month, 1) })}
        />
      </div>
      <div className={styles['acts']}>{children}</div>
    </div>
  );
}
