import { MultiSelect, NativeSelect, TextInput } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Training } from '../../../src/training/view.ts';
import { api } from '../../server/api.ts';
import { newId } from '../../server/ids.ts';
import type { DraftForm } from '../../ui/form/draft-form.ts';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { MomentField } from '../../ui/form/moment-field.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState, ErrorState, LoadingLines } from '../../ui/states.tsx';
import { nowMs } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import { newSessionSearch } from './search.ts';
import type { SessionValues } from './session-values.ts';
import { bodyOf, coursesOf, problemsOf, startWith } from './session-values.ts';
import styles from './training.module.css';
import { optionsOf, personOptions, useTraining } from './training-data.ts';

/** A session of training: what, in which form, by whom, where, when and for whom (TRNG-01). */
export function NewSession() {
  const { data, error, refetch } = useTraining();
  return (
    <Page title={t('training.plan_session')}>
      {error && !data ? <ErrorState problem={error} retry={() => void refetch()} /> : null}
      {!data && !error ? <LoadingLines count={10} /> : null}
      {data ? <Known training={data} /> : null}
    </Page>
  );
}

function Known({ training }: { training: Training }) {
  if (training.rules === null)
    return <EmptyState title={t('training.no_rules')}>{t('training.no_rules_why')}</EmptyState>;
  return <SessionForm training={training} />;
}

function SessionForm({ training }: { training: Training }) {
  const search = newSessionSearch(useSearch({ strict: false }));
  const navigate = useNavigate();
  const [id] = useState(() => newId<'training_session'>(nowMs()));
  const draft = useDraftForm<SessionValues>({
    subject: search.person ? null : 'training_session/new',
    initial: startWith(training, search),
    check: (values) => problemsOf(training, values),
    send: (values, options) => api.post('training/sessions', { id, ...bodyOf(values) }, options),
    changes: () => ['training_session', 'commitment'],
    done: () => void navigate({ to: `/staff/training/sessions/${id}` }),
  });
  return (
    <FormFrame draft={draft} submit={t('training.plan_session')}>
      <What draft={draft} training={training} />
      <Who draft={draft} training={training} />
      <When draft={draft} />
    </FormFrame>
  );
}

type FieldsProps = { draft: DraftForm<SessionValues>; training: Training };

function What({ draft: { form }, training }: FieldsProps) {
  const { rules, departments, processes } = training;
  const none = { value: '', label: t('training.none_chosen') };
  const plans = departments.filter(({ can }) => can['plan'] === null);
  const takeForm = (key: string) => {
    const fits = coursesOf(training, key).some((one) => one.key === form.values.course);
    form.setValues({ form: key, ...(fits ? {} : { course: '' }) });
  };
  return (
    <>
      <TextInput label={t('training.subject')} required maxLength={200} {...form.getInputProps('subject')} />
      <div className={styles['fields']}>
        <NativeSelect
          label={t('training.form')}
          data={optionsOf(rules?.forms)}
          value={form.values.form}
          onChange={({ currentTarget: { value } }) => takeForm(value)}
        />
        <NativeSelect
          label={t('training.course')}
          data={[none, ...optionsOf(coursesOf(training, form.values.form))]}
          {...form.getInputProps('course')}
        />
        {processes.length > 0 ? (
          <NativeSelect
            label={t('training.process')}
            data={[none, ...processes.map(({ id, name }) => ({ value: id, label: said(name) }))]}
            {...form.getInputProps('articleId')}
          />
        ) : null}
        {plans.length > 1 ? (
          <NativeSelect
            label={t('training.whose_plan')}
            data={plans.map(({ id, name }) => ({ value: id, label: said(name) }))}
            {...form.getInputProps('departmentId')}
          />
        ) : null}
      </div>
      <p className="dim">{t('training.course_hint')}</p>
    </>
  );
}

function Who({ draft: { form }, training }: FieldsProps) {
  const people = personOptions(training);
  const { values } = form;
  const coached = training.rules?.forms.find(({ key }) => key === values.form)?.coached ?? false;
  return (
    <>
      <div className={styles['fields']}>
        <NativeSelect
          label={coached ? t('training.coach') : t('training.trainer')}
          required={coached}
          data={[{ value: '', label: coached ? '' : t('training.from_outside') }, ...people]}
          {...form.getInputProps('trainerId')}
        />
        {values.trainerId === '' && !coached ? (
          <TextInput
            label={t('training.outside_trainer')}
            required
            maxLength={200}
            {...form.getInputProps('outsideTrainer')}
          />
        ) : null}
      </div>
      <MultiSelect
        label={t('training.for_whom')}
        required
        searchable
        data={people.filter(({ value }) => value !== values.trainerId)}
        {...form.getInputProps('people')}
      />
    </>
  );
}

function When({ draft: { form } }: { draft: DraftForm<SessionValues> }) {
  return (
    <div className={styles['fields']}>
      <TextInput label={t('training.place')} required maxLength={200} {...form.getInputProps('place')} />
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
    </div>
  );
}
