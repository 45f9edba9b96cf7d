import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { MatterView } from '../../../src/liaison/view.ts';
import { peopleOptions, useDesk } from '../../matter/kinds.ts';
import { api } from '../../server/api.ts';
import { newId } from '../../server/ids.ts';
import { Choices } from '../../ui/form/choices.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { nowMs } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import type { Next, Said } from './dealing-fields.tsx';
import { blankSaid, DealingFields, dealingOf, NextFields, nextProblems, saidProblems } from './dealing-fields.tsx';

type FormProps = { matter: MatterView; done: () => void };
const changesOf = ({ id, body, ticket }: MatterView) => [
  'liaison_matter' as const,
  `liaison_matter/${id}` as const,
  `liaison_body/${body.id}` as const,
  'commitment' as const,
  ...(ticket ? [`ticket/${ticket.id}` as const] : []),
];

type Dealt = Said & Next & { goesOn: 'next' | 'done'; outcome: string; lesson: string };

/** What was dealt with, and what comes next by which day, or how it ended. */
export function DealForm({ matter, done }: FormProps) {
  const [id] = useState(() => newId<'liaison_dealing'>(nowMs()));
  const draft = useDraftForm<Dealt>({
    subject: `liaison_matter/${matter.id}/dealing`,
    initial: { ...blankSaid, goesOn: 'next', step: '', by: null, outcome: '', lesson: '' },
    check: (values) => ({
      ...saidProblems(values),
      ...(values.goesOn === 'next'
        ? nextProblems(values)
        : {
            outcome: values.outcome.trim() ? null : t('papers.outcome_needed'),
            lesson: !matter.learns || values.lesson.trim() ? null : t('papers.lesson_needed'),
          }),
    }),
    send: (values, options) => {
      const { goesOn, step, by, outcome, lesson } = values;
      const follows = goesOn === 'next' ? { next: { step, by } } : { done: { outcome, lesson } };
      return api.post(`liaison-matters/${matter.id}/dealings`, { id, ...dealingOf(values), ...follows }, options);
    },
    changes: () => changesOf(matter),
    done,
  });
  const { form } = draft;
  return (
    <FormFrame draft={draft} submit={t('papers.log')}>
      <DealingFields form={form} contacts={matter.contacts} />
      <Choices
        label={t('papers.goes_on')}
        options={(['next', 'done'] as const).map((value) => ({ value, label: t(`papers.goes_on_${value}`) }))}
        value={form.values.goesOn}
        onChange={(goesOn) => form.setFieldValue('goesOn', goesOn as Dealt['goesOn'])}
      />
      {form.values.goesOn === 'next' ? (
        <NextFields form={form} />
      ) : (
        <>
          <TextInput label={t('papers.outcome')} required maxLength={200} {...form.getInputProps('outcome')} />
          {matter.learns ? (
            <Textarea
              label={t('papers.lesson')}
              required
              autosize
              minRows={2}
              maxLength={2000}
              {...form.getInputProps('lesson')}
            />
          ) : null}
        </>
      )}
    </FormFrame>
  );
}

/** Somebody else in charge, another next step. */
export function ChangeForm({ matter, done }: FormProps) {
  const { people } = useDesk();
  const draft = useDraftForm<{ subject: string; personId: string } & Next>({
    subject: `liaison_matter/${matter.id}/change`,
    initial: {
      subject: matter.subject,
      personId: matter.person.id,
      step: matter.nextStep ?? '',
      by: matter.nextBy,
    },
    version: matter.version,
    check: (values) => ({
      subject: values.subject.trim() ? null : t('papers.matter_needed'),
      ...nextProblems(values),
    }),
    send: ({ step, by, ...values }, options, { version }) =>
      api.put(`liaison-matters/${matter.id}`, { seen: version, ...values, next: { step, by } }, options),
    changes: () => changesOf(matter),
    done,
  });
  const of = draft.form.getInputProps;
  return (
    <FormFrame draft={draft} submit={t('papers.save')}>
      <TextInput label={t('papers.matter')} required maxLength={200} {...of('subject')} />
      <NativeSelect label={t('papers.in_charge')} data={peopleOptions(people)} {...of('personId')} />
      <NextFields form={draft.form} />
    </FormFrame>
  );
}
