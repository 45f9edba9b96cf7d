import { NativeSelect, Select, Textarea, TextInput } from '@mantine/core';
import { CAUSE_BRANCHES } from '../../../src/survey/survey.ts';
import { peopleOptions, useDesk } from '../../matter/kinds.ts';
import { api } from '../../server/api.ts';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { dayOf, nowMs } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import type { Cause } from './cause-words.ts';
import { measureWords } from './cause-words.ts';
import type { Survey } from './survey-words.ts';
import { CHANGED } from './survey-words.ts';

type FormProps = { survey: Survey; problem: string; parent: Cause | null; close: () => void };

export function CauseForm({ survey, problem, parent, close }: FormProps) {
  const draft = useDraftForm({
    subject: `survey/${survey.id}/cause/${parent?.id ?? problem}`,
    initial: { branch: (parent?.branch ?? 'people') as string, text: '' },
    check: ({ text }) => ({ text: text.trim() ? null : t('surveys.cause_needed') }),
    send: ({ branch, text }, options) =>
      api.post(
        `surveys/${survey.id}/causes`,
        { problem, text, ...(parent ? { parentId: parent.id } : { branch }) },
        options,
      ),
    changes: () => CHANGED,
    done: close,
  });
  const { form } = draft;
  return (
    <FormFrame draft={draft} submit={t('surveys.add_cause')}>
      {parent ? (
        <p className="dim">{t('surveys.why_is', { cause: parent.text })}</p>
      ) : (
        <BranchSelect {...form.getInputProps('branch')} />
      )}
      <TextInput label={t('surveys.cause')} required maxLength={200} {...form.getInputProps('text')} />
    </FormFrame>
  );
}

export function BranchSelect(props: object) {
  return (
    <NativeSelect
      label={t('surveys.branch')}
      data={CAUSE_BRANCHES.map((value) => ({ value, label: t(`surveys.branch_${value}`) }))}
      {...props}
    />
  );
}

export function MeasureForm({ cause, close }: { cause: Cause; close: () => void }) {
  const { people } = useDesk();
  const draft = useDraftForm<{ measure: string; personId: string | null; dueOn: string }>({
    subject: `survey_cause/${cause.id}/measure`,
    initial: {
      measure: cause.measure?.text ?? '',
      personId: cause.measure?.person.id ?? null,
      dueOn: cause.measure?.dueOn ?? '',
    },
    check: ({ measure, personId, dueOn }) => ({
      measure: measure.trim() ? null : t('surveys.measure_needed'),
      personId: personId ? null : t('surveys.person_needed'),
      dueOn: dueOn ? null : t('surveys.day_needed'),
    }),
    send: (values, options) => api.put(`survey-causes/${cause.id}/measure`, values, options),
    changes: () => CHANGED,
    done: close,
  });
  const { form } = draft;
  return (
    <FormFrame draft={draft} submit={t('surveys.cause_measure')}>
      <p className="dim">{cause.text}</p>
      <TextInput label={t('surveys.measure')} required maxLength={200} {...form.getInputProps('measure')} />
      <Select
        label={t('surveys.by_whom')}
        required
        searchable
        data={peopleOptions(people)}
        {...form.getInputProps('personId')}
      />
      <TextInput
        type="date"
        label={t('surveys.by_when')}
        required
        min={dayOf(nowMs())}
        {...form.getInputProps('dueOn')}
      />
    </FormFrame>
  );
}

export function DoneForm({ cause, close }: { cause: Cause; close: () => void }) {
  const draft = useDraftForm({
    subject: `survey_cause/${cause.id}/done`,
    initial: { text: '' },
    check: ({ text }) => ({ text: text.trim() ? null : t('surveys.done_needed') }),
    send: (values, options) => api.post(`survey-causes/${cause.id}/done`, values, options),
    changes: () => CHANGED,
    done: close,
  });
  return (
    <FormFrame draft={draft} submit={t('surveys.cause_report')}>
      <p className="dim">{measureWords(cause)}</p>
      <Textarea label={t('surveys.what_done')} required autosize minRows={2} {...draft.form.getInputProps('text')} />
    </FormFrame>
  );
}
