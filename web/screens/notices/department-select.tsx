import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useDesk } from '../../matter/kinds.ts';
import { departmentWords } from '../../matter/send-fields.tsx';
import { t } from '../../words/words.ts';

/** As a form's `getInputProps` gives it. */
type DepartmentSelectProps = { value?: string; onChange: (id: string) => void; error?: ReactNode };

/** Which department is to put something right. */
export function DepartmentSelect({ value = '', onChange, error }: DepartmentSelectProps) {
  const { departments } = useDesk();
  return (
    <NativeSelect
      label={t('notices.which_department')}
      required
      data={[{ value: '', label: '' }, ...departments.map((one) => ({ value: one.id, label: departmentWords(one) }))]}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
