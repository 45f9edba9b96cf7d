import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Words } from '../../../../src/kernel/words.ts';
import { api } from '../../../api.ts';
import { newId } from '../../../ids.ts';
import { useSession } from '../../../session.ts';
import { useDraftForm } from '../../../ui/form/draft-form.ts';
import { FormFrame } from '../../../ui/form/form-frame.tsx';
import { nowMs } from '../../../ui/time.ts';
import { say } from '../../../ui/toast.ts';
import { t } from '../../../words/words.ts';
import { KeptVersions } from '../kept-versions.tsx';
import { NameFields, nameProblem } from '../names-fields.tsx';
import type { Department } from '../people/people.ts';
import { keyOf } from '../posts/post-values.ts';
import { useCalendarNames } from './use-calendar-names.ts';

type Values = { name: Words; calendarId: string; phone: string; outsideFirm: boolean; closed: boolean; why: string };

function valuesOf(department: Department | null): Values {
  return {
    name: department?.name ?? { en: '', 'zh-hans': '', 'zh-hant': '' },
    calendarId: department?.calendarId ?? '',
    phone: department?.phone ?? '',
    outsideFirm: department?.outsideFirm ?? false,
    closed: department?.closed ?? false,
    why: '',
  };
}

export function DepartmentForm({ department, close }: { department: Department | null; close: () => void }) {
  const [id] = useState(() => department?.id ?? newId<'department'>(nowMs()));
  const { centre } = useSession();
  const calendars = useCalendarNames();
  const draft = useDraftForm<Values, unknown>({
    subject: null,
    initial: valuesOf(department),
    version: department?.version,
    check: ({ name, calendarId, why }) => ({
      why: department && why.trim() === '' ? t('calendars.why_needed') : null,
      name: nameProblem(name),
      calendarId: calendarId ? null : t('departments.calendar_needed'),
    }),
    send: ({ closed, phone, why, ...values }, options, { version }) => {
      const body = { ...values, phone: phone.trim() || null };
      if (department)
        return api.patch(`departments/${id}`, { ...body, closed, seen: version, why: why.trim() }, options);
      return api.post('departments', { ...body, id, key: keyOf(values.name.en, id), centreId: centre.id }, options);
    },
    changes: () => ['department', 'calendar'],
    done: () => {
      say(t('people.saved'));
      close();
    },
  });
  const { form } = draft;
  return (
    <FormFrame draft={draft} submit={t('people.save')}>
      <NameFields
        label={t('posts.name')}
        value={form.getValues().name}
        change={(name) => form.setFieldValue('name', name)}
        error={form.errors['name']}
      />
      <NativeSelect
        label={t('departments.calendar')}
        description={t('departments.calendar_why')}
        data={[{ value: '', label: t('people.choose') }, ...[...calendars].map(([value, label]) => ({ value, label }))]}
        {...form.getInputProps('calendarId')}
      />
      <TextInput type="tel" label={t('people.phone')} {...form.getInputProps('phone')} />
      <Checkbox
        size="md"
        label={t('departments.is_outside_firm')}
        {...form.getInputProps('outsideFirm', { type: 'checkbox' })}
      />
      {department ? (
        <Checkbox
          size="md"
          label={t('departments.is_closed')}
          description={t('departments.is_closed_why')}
          {...form.getInputProps('closed', { type: 'checkbox' })}
        />
      ) : null}
      {department ? (
        <TextInput
          label={t('calendars.why')}
          description={t('calendars.why_kept')}
          required
          maxLength={200}
          {...form.getInputProps('why')}
        />
      ) : null}
      {department ? (
        <KeptVersions
          address={`departments/${id}/versions`}
          about={['department']}
          putBack={({ phone, ...content }) => form.setValues({ ...content, phone: String(phone ?? '') })}
        />
      ) : null}
    </FormFrame>
  );
}
