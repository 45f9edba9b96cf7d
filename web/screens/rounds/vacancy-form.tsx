import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { z } from 'zod';
import type { unlistedOut } from '../../../src/vacancy/view.ts';
import { api } from '../../server/api.ts';
import { newId } from '../../server/ids.ts';
import { useRead } from '../../server/queries.ts';
import { Choices } from '../../ui/form/choices.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { nowMs } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import { reasons } from './search.ts';

type Reason = (typeof reasons)[number];
type Values = { placeId: string; since: string; reason: Reason | null; note: string };

/** A unit goes on the list of vacant units, and its inspections begin. Offered are those with nobody on file. */
export function VacancyForm({ done }: { done: () => void }) {
  const [id] = useState(() => newId<'vacancy'>(nowMs()));
  const units = useRead<z.output<typeof unlistedOut>>('vacancies/unlisted', { about: ['place', 'customer'] }).data;
  const offered = units?.items ?? [];
  const draft = useDraftForm<Values>({
    subject: 'vacancy/new',
    initial: { placeId: '', since: '', reason: null, note: '' },
    check: ({ placeId, since, reason }) => ({
      placeId: placeId ? null : t('vacancies.unit_needed'),
      since: since ? null : t('vacancies.since_needed'),
      reason: reason ? null : t('patrols.way_needed'),
    }),
    send: (values, options) => api.post('vacancies', { id, ...values }, options),
    changes: () => ['place', 'round', 'commitment'],
    done: () => {
      say(t('vacancies.listed'));
      done();
    },
  });
  const { form } = draft;
  const none = units && offered.length === 0 ? t('vacancies.no_unit') : '';
  return (
    <FormFrame draft={draft} submit={t('vacancies.list')}>
      <NativeSelect
        label={t('vacancies.unit')}
        description={t('vacancies.unit_why')}
        required
        data={[{ value: '', label: none }, ...offered.map((one) => ({ value: one.id, label: one.code }))]}
        {...form.getInputProps('placeId')}
      />
      <TextInput type="date" label={t('vacancies.since')} required {...form.getInputProps('since')} />
      <Choices<Reason>
        label={t('vacancies.reason')}
        required
        options={reasons.map((value) => ({ value, label: t(`vacancies.reason_${value}`) }))}
        value={form.values.reason}
        onChange={(reason) => form.setFieldValue('reason', reason)}
        error={form.errors['reason']}
      />
      <Textarea
        label={t('vacancies.note')}
        description={t('vacancies.note_why')}
        autosize
        minRows={2}
        maxLength={2000}
        {...form.getInputProps('note')}
      />
    </FormFrame>
  );
}
