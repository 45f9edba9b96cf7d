import { CloseButton, Textarea } from '@mantine/core';
import { Choices } from '../../ui/form/choices.tsx';
import { purposes, purposeWords } from '../../matter/words.ts';
import { t } from '../../words/words.ts';
import { Channels } from './channels.tsx';
import styles from './contact-form.module.css';
import { IntakeFrame } from './intake-frame.tsx';
import type { IntakeForm } from './use-intake.ts';

/** A call or visit that opens nothing: what it was about, which matters it concerns, and what came of it. */
export function ContactForm({ intake, next }: { intake: IntakeForm; next: () => void }) {
  const { values, change, errorOf, takesCursor } = intake;
  const { feeds } = values;
  return (
    <IntakeFrame intake={intake} submit={t('front_desk.record')} next={next}>
      {feeds.length > 0 ? (
        <ul className={styles['feeds']} aria-label={t('front_desk.about_matters')}>
          {feeds.map((one) => (
            <li key={one.id}>
              <span className="cut">
                {t('front_desk.about_matter', { number: String(one.number), title: one.title })}
              </span>
              <CloseButton
                size="sm"
                aria-label={t('front_desk.not_about', { number: String(one.number) })}
                onClick={() => change({ feeds: feeds.filter((other) => other.id !== one.id) })}
              />
            </li>
          ))}
        </ul>
      ) : null}
      <Textarea
        label={t('front_desk.need')}
        autosize
        minRows={2}
        maxRows={8}
        autoFocus={takesCursor}
        value={values.need}
        error={errorOf('need')}
        onChange={(event) => change({ need: event.currentTarget.value })}
      />
      <Choices
        label={t('front_desk.purpose')}
        options={purposes.map((value) => ({ value, label: purposeWords(value) }))}
        value={values.purpose ?? (feeds.length > 0 ? 'follow_up' : null)}
        onChange={(purpose) => change({ purpose })}
        required
        error={errorOf('purpose')}
      />
      <Channels intake={intake} />
      <Textarea
        label={t('front_desk.outcome')}
        description={t('front_desk.outcome_why')}
        autosize
        minRows={1}
        maxRows={6}
        value={values.outcome}
        error={errorOf('outcome')}
        onChange={(event) => change({ outcome: event.currentTarget.value })}
      />
    </IntakeFrame>
  );
}
