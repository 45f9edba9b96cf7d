import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Scorecard } from '../../../src/pack/scorecards.ts';
import { TicketPicker } from '../../matter/ticket-picker.tsx';
import { api } from '../../server/api.ts';
import { newId } from '../../server/ids.ts';
import type { Picked } from '../../ui/form/async-picker.tsx';
import { Choices } from '../../ui/form/choices.tsx';
import type { DraftForm } from '../../ui/form/draft-form.ts';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { MomentField } from '../../ui/form/moment-field.tsx';
import { dayOf, nowMs } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { said, t } from '../../words/words.ts';
import { inDays } from './measure-fields.tsx';
import { ContactSelect, PersonSelect } from './review-whom.tsx';
import styles from './quality.module.css';

type Mark = { mark: string | null; remark: string };
type Values = {
  scorecard: string;
  contact: string;
  ticket: Picked | null;
  person: string;
  fromDay: string;
  untilDay: string;
  marks: Record<string, Mark>;
  remark: string;
  mendBy: string | null;
};

const untouched: Mark = { mark: null, remark: '' };

type Props = { cards: readonly Scorecard[]; contact: string | undefined; close: () => void };

/** One piece of work, scored line by line; what is not in order is his to mend by a day. */
export function ReviewForm({ cards, contact, close }: Props) {
  const [id] = useState(() => newId<'quality_review'>(nowMs()));
  const offered = cards.filter(({ on, of }) => on && (contact === undefined || of === 'contact'));
  const cardOf = (values: Values) => offered.find(({ key }) => key === values.scorecard);
  const draft = useDraftForm<Values>({
    subject: `quality_review/new/${contact ?? 'by-hand'}`,
    initial: {
      scorecard: offered[0]?.key ?? '',
      contact: contact ?? '',
      ticket: null,
      person: '',
      fromDay: `${dayOf(nowMs()).slice(0, 8)}01`,
      untilDay: dayOf(nowMs()),
      marks: {},
      remark: '',
      mendBy: null,
    },
    check: (values) => problemsOf(values, cardOf(values)),
    send: (values, options) => api.post('quality-reviews', { id, ...bodyOf(values, cardOf(values)!) }, options),
    changes: () => ['quality_review', 'work_item'],
    done: () => {
      say(t('reviews.given'));
      close();
    },
  });
  const { form } = draft;
  const card = cardOf(form.values);
  return (
    <FormFrame draft={draft} submit={t('reviews.give')}>
      <NativeSelect
        label={t('reviews.scorecard')}
        description={card ? said(card.about) : undefined}
        data={offered.map(({ key, name }) => ({ value: key, label: said(name) }))}
        {...form.getInputProps('scorecard')}
      />
      {card ? <Whom draft={draft} of={card.of} /> : null}
      {card ? <Lines draft={draft} card={card} /> : null}
      <Textarea label={t('quality.remark')} autosize minRows={1} maxLength={2000} {...form.getInputProps('remark')} />
      {card && failedOf(form.values, card).length > 0 ? (
        <MomentField
          label={t('reviews.mend_by')}
          description={t('reviews.mend_why')}
          required
          value={form.values.mendBy}
          onChange={(at) => form.setFieldValue('mendBy', at)}
          error={form.errors['mendBy']}
          quick={inDays(1, 3, 7)}
        />
      ) : null}
    </FormFrame>
  );
}

function Whom({ draft: { form }, of }: { draft: DraftForm<Values>; of: Scorecard['of'] }) {
  if (of === 'contact') return <ContactSelect {...form.getInputProps('contact')} />;
  if (of === 'complaint')
    return (
      <TicketPicker
        label={t('reviews.complaint')}
        except=""
        value={form.values.ticket}
        onChange={(picked) => form.setFieldValue('ticket', picked)}
        error={form.errors['ticket']}
      />
    );
  return (
    <>
      <PersonSelect {...form.getInputProps('person')} />
      {of === 'period' ? (
        <div className={styles['fields']}>
          <TextInput type="date" label={t('reviews.from_day')} required {...form.getInputProps('fromDay')} />
          <TextInput type="date" label={t('reviews.until_day')} required {...form.getInputProps('untilDay')} />
        </div>
      ) : null}
    </>
  );
}

function Lines({ draft: { form }, card }: { draft: DraftForm<Values>; card: Scorecard }) {
  const set = (key: string, change: Partial<Mark>) =>
    form.setFieldValue('marks', { ...form.values.marks, [key]: { ...markOf(form.values, key), ...change } });
  const scale = Array.from({ length: card.best + 1 }, (_, at) => String(card.best - at));
  return card.lines.map(({ key, name }, at) => {
    const line = markOf(form.values, key);
    return (
      <div key={key} className={styles['line']}>
        <Choices
          label={`${at + 1}. ${said(name)}`}
          required
          options={scale.map((value) => ({
            value,
            label: card.best === 1 ? t(`reviews.mark_${value as '0' | '1'}`) : value,
          }))}
          value={line.mark}
          onChange={(mark) => set(key, { mark })}
          error={form.errors[`marks.${key}`]}
        />
        {line.mark !== null && Number(line.mark) < card.passes ? (
          <TextInput
            label={t('reviews.seen')}
            required
            maxLength={200}
            value={line.remark}
            onChange={(event) => set(key, { remark: event.currentTarget.value })}
          />
        ) : null}
      </div>
    );
  });
}

function markOf(values: Values, key: string): Mark {
  return values.marks[key] ?? untouched;
}

function failedOf(values: Values, card: Scorecard): Mark[] {
  return card.lines
    .map(({ key }) => markOf(values, key))
    .filter(({ mark }) => mark !== null && Number(mark) < card.passes);
}

function problemsOf(values: Values, card: Scorecard | undefined): Record<string, string | null> {
  if (!card) return { scorecard: t('reviews.scorecard_needed') };
  const whose = card.of === 'person' || card.of === 'period';
  return {
    contact: card.of !== 'contact' || values.contact ? null : t('reviews.contact_needed'),
    ticket: card.of !== 'complaint' || values.ticket ? null : t('reviews.complaint_needed'),
    person: !whose || values.person ? null : t('reviews.person_needed'),
    untilDay: card.of !== 'period' || values.fromDay <= values.untilDay ? null : t('reviews.days_needed'),
    mendBy: failedOf(values, card).length === 0 || values.mendBy ? null : t('reviews.mend_by_needed'),
    ...Object.fromEntries(card.lines.map(({ key }) => [`marks.${key}`, problemOf(markOf(values, key), card)])),
  };
}

function problemOf({ mark, remark }: Mark, card: Scorecard): string | null {
  if (mark === null) return t('reviews.mark_needed');
  return Number(mark) >= card.passes || remark.trim() ? null : t('reviews.seen_needed');
}

function bodyOf(values: Values, card: Scorecard): Record<string, unknown> {
  const whom = {
    contact: { contactId: values.contact },
    complaint: { ticketId: values.ticket?.id },
    person: { personId: values.person },
    period: { personId: values.person, fromDay: values.fromDay, untilDay: values.untilDay },
  };
  const marks = card.lines.map(({ key }) => {
    const { mark, remark } = markOf(values, key);
    return { line: key, mark: Number(mark), remark };
  });
  const mendBy = failedOf(values, card).length > 0 ? { mendBy: values.mendBy } : {};
  return { scorecard: card.key, ...whom[card.of], marks, remark: values.remark, ...mendBy };
}
