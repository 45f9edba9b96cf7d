import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../server/api.ts';
import { newId } from '../../server/ids.ts';
import { useDesk } from '../../matter/kinds.ts';
import { TicketPicker } from '../../matter/ticket-picker.tsx';
import type { Picked } from '../../ui/form/async-picker.tsx';
import { Choices } from '../../ui/form/choices.tsx';
import type { DraftForm } from '../../ui/form/draft-form.ts';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { nowMs } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { said, t } from '../../words/words.ts';
import { monthFrom, periodOf, thisMonth } from '../../matter/month.ts';
import { DepartmentSelect } from '../notices/department-select.tsx';

type Values = {
  from: 'ticket' | 'period';
  ticket: Picked | null;
  month: string;
  about: string;
  departmentId: string;
  text: string;
};

/** Feeds one complaint, or those of a month, back to a department. */
export function FeedBackForm({ ticket, close }: { ticket: string | undefined; close: () => void }) {
  const [id] = useState(() => newId<'feedback'>(nowMs()));
  const draft = useDraftForm<Values, { id: string }>({
    subject: `feedback/new/${ticket ?? 'by-hand'}`,
    initial: {
      from: 'ticket',
      ticket: ticket ? { id: ticket, label: t('feedback.this_complaint') } : null,
      month: thisMonth(),
      about: '',
      departmentId: '',
      text: '',
    },
    check: (values) => ({
      ticket: values.from === 'period' || values.ticket ? null : t('feedback.ticket_needed'),
      departmentId: values.departmentId ? null : t('improvement.department_needed'),
      text: values.text.trim() ? null : t('feedback.text_needed'),
    }),
    send: (values, options) => api.post('feedback/complaints', { id, ...bodyOf(values) }, options),
    changes: () => ['feedback', 'commitment', 'ticket'],
    done: () => {
      say(t('feedback.given'));
      close();
    },
  });
  const { form } = draft;
  return (
    <FormFrame draft={draft} submit={t('feedback.give')}>
      <Choices
        label={t('feedback.about')}
        options={(['ticket', 'period'] as const).map((value) => ({ value, label: t(`feedback.from_${value}`) }))}
        value={form.values.from}
        onChange={(from) => form.setFieldValue('from', from ?? 'ticket')}
      />
      {form.values.from === 'ticket' ? (
        <TicketPicker
          label={t('feedback.ticket')}
          except=""
          value={form.values.ticket}
          onChange={(picked) => form.setFieldValue('ticket', picked)}
          error={form.errors['ticket']}
        />
      ) : (
        <PeriodFields form={form} />
      )}
      <DepartmentSelect {...form.getInputProps('departmentId')} />
      <Textarea label={t('feedback.text')} required autosize minRows={3} {...form.getInputProps('text')} />
    </FormFrame>
  );
}

/** Which complaints of a month: all, or those about one thing. */
function PeriodFields({ form }: { form: DraftForm<Values>['form'] }) {
  const { items } = useDesk();
  const choices = items
    .filter((kind) => kind.type === 'complaint')
    .flatMap((kind) => kind.fields)
    .filter((field) => field.type === 'choice')
    .flatMap((field) => field.choices.map(({ key, name }) => ({ value: `${field.key} ${key}`, label: said(name) })));
  return (
    <>
      <TextInput
        type="month"
        label={t('quality.month')}
        max={thisMonth()}
        value={form.values.month}
        onChange={(event) => form.setFieldValue('month', monthFrom(event.currentTarget.value))}
      />
      <NativeSelect
        label={t('feedback.choice')}
        data={[{ value: '', label: t('quality.all_complaints') }, ...choices]}
        {...form.getInputProps('about')}
      />
    </>
  );
}

function bodyOf({ from, ticket, month, about, departmentId, text }: Values) {
  const common = { departmentId, text };
  if (from === 'ticket') return { ...common, ticketIds: ticket ? [ticket.id] : [] };
  const [field, choice] = about.split(' ');
  return { ...common, period: { ...periodOf(month), ...(field && choice ? { field, choice } : {}) } };
}
