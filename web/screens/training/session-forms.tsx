import { MultiSelect, Textarea, TextInput } from '@mantine/core';
import type { SessionPage } from '../../../src/training/view.ts';
import { api } from '../../server/api.ts';
import type { About } from '../../server/queries.ts';
import { Choices } from '../../ui/form/choices.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { MomentField } from '../../ui/form/moment-field.tsx';
import { Section } from '../../ui/section.tsx';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import { personOptions, useTraining } from './training-data.ts';

type FormProps = { session: SessionPage; close: () => void };

export const changedBy = ({ id }: SessionPage): About => ['training_session', `training_session/${id}`, 'commitment'];

/** Who is to come besides, and who need not. */
export function InviteForm({ session, close }: FormProps) {
  const { data } = useTraining();
  const before = session.sheet.map(({ person }) => person.id);
  const draft = useDraftForm<{ people: string[] }>({
    subject: `training_session/${session.id}/invite`,
    initial: { people: before },
    check: ({ people }) => ({ people: people.length > 0 ? null : t('training.people_needed') }),
    send: ({ people }, options) =>
      api.post(
        `training/sessions/${session.id}/invite`,
        {
          add: people.filter((one) => !before.includes(one)),
          remove: before.filter((one) => !people.includes(one)),
        },
        options,
      ),
    changes: () => changedBy(session),
    done: close,
  });
  return (
    <FormFrame draft={draft} submit={t('training.invite_now')}>
      <MultiSelect
        label={t('training.for_whom')}
        required
        searchable
        data={personOptions(data).filter(({ value }) => value !== session.trainer?.id)}
        {...draft.form.getInputProps('people')}
      />
    </FormFrame>
  );
}

/** Another time, with the reason; the plan keeps when it was to be at first. */
export function MoveForm({ session, close }: FormProps) {
  const draft = useDraftForm<{ fromAt: string | null; untilAt: string | null; place: string; why: string }>({
    subject: `training_session/${session.id}/move`,
    initial: { fromAt: session.fromAt, untilAt: session.untilAt, place: session.place, why: '' },
    check: ({ fromAt, untilAt, place, why }) => ({
      fromAt: fromAt ? null : t('training.when_needed'),
      untilAt: untilAt && fromAt && untilAt > fromAt ? null : t('training.until_needed'),
      place: place.trim() ? null : t('training.place_needed'),
      why: why.trim() ? null : t('training.why_needed'),
    }),
    send: (values, options) => api.post(`training/sessions/${session.id}/move`, values, options),
    changes: () => changedBy(session),
    done: () => {
      say(t('training.moved_now'));
      close();
    },
  });
  const { form } = draft;
  return (
    <FormFrame draft={draft} submit={t('training.move')}>
      <MomentField
        label={t('training.from')}
        required
        value={form.values.fromAt}
        onChange={(at) => form.setFieldValue('fromAt', at)}
        error={form.errors['fromAt']}
        quick={[]}
      />
      <MomentField
        label={t('training.until')}
        required
        value={form.values.untilAt}
        onChange={(at) => form.setFieldValue('untilAt', at)}
        error={form.errors['untilAt']}
        quick={[]}
      />
      <TextInput label={t('training.place')} required maxLength={200} {...form.getInputProps('place')} />
      <TextInput label={t('training.why')} required maxLength={200} {...form.getInputProps('why')} />
    </FormFrame>
  );
}

const GRADES = ['1', '2', '3', '4', '5'] as const;

/** What came of it, by whoever planned or gave it. */
export function EvaluateForm({ session }: { session: SessionPage }) {
  const draft = useDraftForm<{ grade: (typeof GRADES)[number] | null; evaluation: string }>({
    subject: `training_session/${session.id}/evaluation`,
    initial: { grade: null, evaluation: '' },
    check: ({ grade, evaluation }) => ({
      grade: grade ? null : t('training.grade_needed'),
      evaluation: evaluation.trim() ? null : t('training.evaluation_needed'),
    }),
    send: ({ grade, evaluation }, options) =>
      api.post(`training/sessions/${session.id}/evaluate`, { grade: Number(grade), evaluation }, options),
    changes: () => changedBy(session),
    done: () => say(t('training.evaluated_now')),
  });
  const { form } = draft;
  return (
    <Section title={t('training.evaluate')}>
      <FormFrame draft={draft} submit={t('training.evaluate')}>
        <Choices
          label={t('training.grade')}
          hint={t('training.grade_hint')}
          required
          options={GRADES.map((value) => ({ value, label: value }))}
          value={form.values.grade}
          onChange={(grade) => form.setFieldValue('grade', grade)}
          error={form.errors['grade']}
        />
        <Textarea
          label={t('training.evaluation')}
          required
          autosize
          minRows={2}
          {...form.getInputProps('evaluation')}
        />
      </FormFrame>
    </Section>
  );
}
