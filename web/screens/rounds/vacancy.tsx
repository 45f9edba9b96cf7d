import { Textarea } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { z } from 'zod';
import type { vacancyOut } from '../../../src/vacancy/view.ts';
import { api } from '../../server/api.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Choices } from '../../ui/form/choices.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { Facts } from '../../ui/section.tsx';
import { absolute, absoluteDay, numberWords } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import styles from './rounds.module.css';

export type VacancyLine = z.output<typeof vacancyOut>;
const ends = ['occupied', 'by_mistake'] as const;
type Ended = (typeof ends)[number];
type Props = { vacancy: VacancyLine; done: () => void };

/** One vacant unit: what is known of it, its inspections, and taking it off the list. */
export function VacancyOf({ vacancy, done }: Props) {
  const [ending, setEnding] = useState(false);
  const { last, next } = vacancy;
  return (
    <>
      <VacancyFacts vacancy={vacancy} />
      <div className={styles['acts']}>
        {next ? (
          <Link to="/rounds/$roundId" params={{ roundId: next.id }}>
            {t('vacancies.go_to_next')}
          </Link>
        ) : null}
        {last ? (
          <Link to="/rounds/$roundId" params={{ roundId: last.id }}>
            {t('vacancies.go_to_last')}
          </Link>
        ) : null}
        {ending ? null : (
          <ActionButton
            label={t('vacancies.end')}
            kind="quiet"
            can={vacancy.can}
            action="end"
            onRun={() => setEnding(true)}
          />
        )}
      </div>
      {ending ? <EndForm vacancy={vacancy} done={done} /> : null}
    </>
  );
}

function VacancyFacts({ vacancy }: { vacancy: VacancyLine }) {
  const { last, next, endedAs, endedAt } = vacancy;
  return (
    <Facts
      lines={[
        { label: t('vacancies.since'), value: absoluteDay(vacancy.since) },
        { label: t('vacancies.reason'), value: t(`vacancies.reason_${vacancy.reason}`) },
        { label: t('vacancies.note'), value: vacancy.note },
        { label: t('vacancies.listed_by'), value: vacancy.listedBy?.name },
        {
          label: t('vacancies.last'),
          value: last
            ? t('vacancies.last_line', { when: absolute(last.at), name: last.by.name })
            : t('vacancies.not_yet'),
        },
        { label: t('vacancies.next'), value: next ? absolute(next.dueAt) : null },
        { label: t('vacancies.missed'), value: numberWords(vacancy.missed) },
        { label: t('vacancies.open_faults'), value: numberWords(vacancy.openFaults) },
        {
          label: t('vacancies.end'),
          value:
            endedAs && endedAt
              ? t('vacancies.ended_line', { how: t(`vacancies.ended_as_${endedAs}`), when: absolute(endedAt) })
              : null,
        },
        { label: t('vacancies.ended_by'), value: endedAs ? (vacancy.endedBy?.name ?? t('vacancies.by_itself')) : null },
        { label: t('vacancies.end_note'), value: vacancy.endedNote },
      ]}
    />
  );
}

function EndForm({ vacancy, done }: Props) {
  const draft = useDraftForm<{ as: Ended; note: string }>({
    subject: `vacancy/${vacancy.id}/end`,
    initial: { as: 'occupied', note: '' },
    check: () => ({}),
    send: (values, options) => api.post(`vacancies/${vacancy.id}/end`, values, options),
    changes: () => ['place', 'round', 'commitment'],
    done: () => {
      say(t('vacancies.ended'));
      done();
    },
  });
  const { form } = draft;
  return (
    <FormFrame draft={draft} submit={t('vacancies.end')}>
      <Choices<Ended>
        label={t('vacancies.end_as')}
        required
        options={ends.map((value) => ({ value, label: t(`vacancies.ended_as_${value}`) }))}
        value={form.values.as}
        onChange={(as) => form.setFieldValue('as', as ?? 'occupied')}
      />
      <Textarea label={t('vacancies.end_note')} autosize minRows={2} maxLength={2000} {...form.getInputProps('note')} />
    </FormFrame>
  );
}
