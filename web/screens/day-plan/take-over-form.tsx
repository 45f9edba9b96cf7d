import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useDesk } from '../../matter/kinds.ts';
import { api } from '../../server/api.ts';
import { newId } from '../../server/ids.ts';
import type { DraftForm } from '../../ui/form/draft-form.ts';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { MomentField } from '../../ui/form/moment-field.tsx';
import { nowMs } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import { usePeople } from './item-forms.tsx';
import { ItemFields } from './item-fields.tsx';
import { planSorts } from './search.ts';
import type { TakeOverValues } from './take-over.ts';
import { bodyOf, problemsOf, untaken } from './take-over.ts';

/** A plan or order from above, a reception of guests, or a department’s own plan, broken into items with person and due time (ASGN-06, RECP-14, REPT-02). */
export function TakeOverForm({ done }: { done: () => void }) {
  const [id] = useState(() => newId<'work_plan'>(nowMs()));
  const navigate = useNavigate();
  const draft = useDraftForm<TakeOverValues, { id: string }>({
    subject: 'work_plan/new',
    initial: untaken,
    check: problemsOf,
    send: (values, options) => api.post('work-plans', { id, ...bodyOf(values) }, options),
    changes: () => ['work_plan', 'work_item', 'commitment'],
    done: (plan) => {
      done();
      void navigate({ to: '/day-plan/plans/$planId', params: { planId: plan.id } });
    },
  });
  const { form } = draft;
  const people = usePeople([]);
  const { departments } = useDesk();
  const isReception = form.values.sort === 'reception';
  const isDepartment = form.values.sort === 'department';
  return (
    <FormFrame draft={draft} submit={t('day.take_over_now')}>
      <NativeSelect
        label={t('day.sort')}
        data={planSorts.map((value) => ({ value, label: t(`day.sort_${value}`) }))}
        {...form.getInputProps('sort')}
      />
      <TextInput label={t('day.what')} required maxLength={200} {...form.getInputProps('title')} />
      {isReception ? <ReceptionFields draft={draft} people={people} /> : null}
      {isDepartment ? (
        <NativeSelect
          label={t('day.department')}
          required
          data={[{ value: '', label: '' }, ...departments.map(({ id: value, name }) => ({ value, label: said(name) }))]}
          {...form.getInputProps('departmentId')}
        />
      ) : null}
      {isReception || isDepartment ? null : (
        <NativeSelect
          label={t('day.giver')}
          required
          data={[{ value: '', label: '' }, ...people]}
          {...form.getInputProps('giverId')}
        />
      )}
      <Textarea label={t('day.text')} autosize minRows={2} {...form.getInputProps('text')} />
      <MomentField
        label={t('day.report_by')}
        required
        value={form.values.dueAt}
        onChange={(at) => form.setFieldValue('dueAt', at)}
        error={form.errors['dueAt']}
      />
      <ItemFields draft={draft} people={people} />
    </FormFrame>
  );
}

type FieldsProps = { draft: DraftForm<TakeOverValues>; people: { value: string; label: string }[] };

/** Who comes when, who receives them, and in which order. */
function ReceptionFields({ draft: { form }, people }: FieldsProps) {
  return (
    <>
      <TextInput label={t('day.guest_body')} required maxLength={200} {...form.getInputProps('guestBody')} />
      <MomentField
        label={t('day.held_at')}
        required
        value={form.values.heldAt}
        onChange={(at) => form.setFieldValue('heldAt', at)}
        error={form.errors['heldAt']}
      />
      <NativeSelect
        label={t('day.host')}
        required
        data={[{ value: '', label: '' }, ...people]}
        {...form.getInputProps('hostId')}
      />
      <Textarea label={t('day.programme')} required autosize minRows={2} {...form.getInputProps('programme')} />
    </>
  );
}
