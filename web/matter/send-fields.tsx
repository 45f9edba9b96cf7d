import { Select, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { Choices } from '../ui/form/choices.tsx';
import { byName } from '../ui/time.ts';
import { said, t } from '../words/words.ts';
import type { Colleague, Department } from './kinds.ts';
import { useDesk } from './kinds.ts';
import styles from './matter.module.css';
import { SlotPicker } from './slot-picker.tsx';

/** Who is sent, to do what, and when: the fields of a work order. */
export type Sending = {
  departmentId: string | null;
  personId: string | null;
  task: string;
  fromAt: string | null;
  untilAt: string | null;
};

export const nobodySent: Sending = { departmentId: null, personId: null, task: '', fromAt: null, untilAt: null };

type SendFieldsProps = {
  value: Sending;
  onChange: (change: Partial<Sending>) => void;
  errorOf: (field: string) => ReactNode;
  /** What is sent where no task is written. */
  usualTask?: string;
};

/** Which department, who of it, what to do, and a window in which nobody is booked twice. */
export function SendFields({ value, onChange, errorOf, usualTask }: SendFieldsProps) {
  const { departments, people } = useDesk();
  const department = departments.find((one) => one.id === value.departmentId);
  return (
    <div className={styles['group']}>
      <Select
        label={t('matter.department')}
        data={departments.map((one) => ({ value: one.id, label: departmentWords(one) }))}
        value={value.departmentId}
        onChange={(departmentId) => onChange({ departmentId, personId: null })}
        error={errorOf('departmentId')}
        allowDeselect={false}
        required
      />
      <WhoGoes
        people={people.filter((one) => one.departmentId === department?.id)}
        value={value.personId}
        onChange={(personId) => onChange({ personId })}
        error={errorOf('personId')}
      />
      <Textarea
        label={t('matter.task')}
        autosize
        minRows={1}
        maxRows={6}
        value={value.task}
        placeholder={usualTask}
        required={!usualTask}
        onChange={(event) => onChange({ task: event.currentTarget.value })}
        error={errorOf('task')}
      />
      <SlotPicker
        personId={value.personId}
        orderId={null}
        fromAt={value.fromAt}
        untilAt={value.untilAt}
        onChange={onChange}
        error={errorOf('appointment') ?? errorOf('fromAt') ?? errorOf('untilAt')}
      />
    </div>
  );
}

export function departmentWords(department: Department): string {
  return department.outsideFirm ? t('matter.outside_firm', { name: said(department.name) }) : said(department.name);
}

type WhoGoesProps = {
  people: readonly Colleague[];
  value: string | null;
  onChange: (personId: string | null) => void;
  error?: ReactNode;
};

/** Somebody of the department, those on duty first, or nobody in particular: then the department sends somebody. */
export function WhoGoes({ people, value, onChange, error }: WhoGoesProps) {
  if (people.length === 0) return null;
  const sorted = [...people].sort(
    (one, other) => Number(other.onDuty) - Number(one.onDuty) || byName(one.name, other.name),
  );
  return (
    <Choices
      label={t('matter.who_goes')}
      optional
      hint={value === null ? t('matter.department_decides') : null}
      options={sorted.map((one) => ({
        value: one.id,
        label: one.onDuty ? one.name : t('matter.off_duty', { name: one.name }),
      }))}
      value={value}
      onChange={onChange}
      error={error}
    />
  );
}
