import { Textarea } from '@mantine/core';
import type { LineSort } from '../../../src/daily-record/daily-record.ts';
import { LINE_SORTS } from '../../../src/daily-record/daily-record.ts';
import { api } from '../../server/api.ts';
import { refusalWords } from '../../server/refusals.ts';
import { Choices } from '../../ui/form/choices.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { Notice, Section } from '../../ui/section.tsx';
import { say } from '../../ui/toast.ts';
import { said, t } from '../../words/words.ts';
import type { DayPage } from './day.tsx';

/** Completes the record with what stands in no ticket. */
export function AddLine({ day }: { day: DayPage }) {
  const initial = { departmentId: null as string | null, sort: null as LineSort | null, text: '' };
  const draft = useDraftForm({
    subject: `daily_record/${day.id}/line`,
    initial,
    check: ({ departmentId, sort, text }) => ({
      departmentId: departmentId ? null : t('daily.department_needed'),
      sort: sort ? null : t('daily.sort_needed'),
      text: text.trim() ? null : t('daily.text_needed'),
    }),
    send: (values, options) => api.post<unknown>(`daily-records/${day.id}/lines`, values, options),
    changes: () => [`daily_record/${day.id}`],
    done: () => say(t('daily.added')),
  });
  const { form } = draft;
  return (
    <Section title={t('daily.by_hand')}>
      <FormFrame draft={draft} submit={t('daily.add')}>
        <Choices
          label={t('daily.department')}
          options={day.choices.map((one) => ({ value: one.id, label: said(one.name) }))}
          value={form.values.departmentId}
          onChange={(value) => form.setFieldValue('departmentId', value)}
          error={form.errors['departmentId']}
          required
        />
        <Choices
          label={t('daily.sort')}
          options={LINE_SORTS.map((value) => ({ value, label: t(`daily.sort_${value}`) }))}
          value={form.values.sort}
          onChange={(value) => form.setFieldValue('sort', value)}
          error={form.errors['sort']}
          required
        />
        <Textarea label={t('daily.what')} required autosize minRows={2} {...form.getInputProps('text')} />
      </FormFrame>
    </Section>
  );
}

/** Hands the day over, once it is over; until then it says why not. */
export function HandOver({ day }: { day: DayPage }) {
  const draft = useDraftForm({
    subject: `daily_record/${day.id}/remark`,
    initial: { remark: '' },
    send: (values, options) => api.post<unknown>(`daily-records/${day.id}/hand-over`, values, options),
    changes: () => [`daily_record/${day.id}`, 'daily_record', 'commitment'],
    done: () => say(t('daily.handed_done')),
  });
  const refused = day.can['hand_over'] ?? null;
  if (refused) return <Notice tone="wait">{refusalWords(refused)}</Notice>;
  return (
    <Section title={t('daily.hand_over')}>
      <FormFrame draft={draft} submit={t('daily.hand_over')}>
        <Textarea label={t('daily.remark')} autosize minRows={2} {...draft.form.getInputProps('remark')} />
      </FormFrame>
    </Section>
  );
}
