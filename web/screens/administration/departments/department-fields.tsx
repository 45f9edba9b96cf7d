import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Words } from '../../../../src/kernel/words.ts';
import { t } from '../../../words/words.ts';
import { NameFields } from '../names-fields.tsx';
import type { Department } from '../people/people.ts';
import { useCalendarNames } from './use-calendar-names.ts';

export type Values = { name: Words; calendarId: string; phone: string; outsideFirm: boolean; closed: boolean };

export function valuesOf(department: Department | null): Values {
  return {
    name: department?.name ?? { en: '', 'zh-hans': '', 'zh-hant': '' },
    calendarId: department?.calendarId ?? '',
    phone: department?.phone ?? '',
    outsideFirm: department?.outsideFirm ?? false,
    closed: department?.closed ?? false,
  };
}

type Props = {
  values: Values;
  change: (some: Partial<Values>) => void;
  errors?: { name?: ReactNode; calendarId?: ReactNode };
};

/** What a department is called, when it works, where it is reached. */
export function DepartmentFields({ values, change, errors = {} }: Props) {
  const calendars = useCalendarNames();
  return (
    <>
      <NameFields label={t('posts.name')} value={values.name} change={(name) => change({ name })} error={errors.name} />
      <NativeSelect
        label={t('departments.calendar')}
        description={t('departments.calendar_why')}
        data={[{ value: '', label: t('people.choose') }, ...[...calendars].map(([value, label]) => ({ value, label }))]}
        value={values.calendarId}
        error={errors.calendarId}
        onChange={(event) => change({ calendarId: event.currentTarget.value })}
      />
      <TextInput
        type="tel"
        label={t('people.phone')}
        value={values.phone}
        onChange={(event) => change({ phone: event.currentTarget.value })}
      />
      <Checkbox
        size="md"
        label={t('departments.is_outside_firm')}
        checked={values.outsideFirm}
        onChange={(event) => change({ outsideFirm: event.currentTarget.checked })}
      />
    </>
  );
}
