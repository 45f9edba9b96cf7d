import { Textarea, TextInput } from '@mantine/core';
import { scoreOf } from '../../../src/personnel/assessment.ts';
import type { Assessment } from '../../../src/personnel/view.ts';
import { api } from '../../server/api.ts';
import { Choices } from '../../ui/form/choices.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { say } from '../../ui/toast.ts';
import { said, t } from '../../words/words.ts';
import styles from './staff.module.css';
import { scoreWords } from './staff-words.ts';

type Mark = { mark: string | null; remark: string };
type Values = { marks: Record<string, Mark>; remark: string };

const UNTOUCHED: Mark = { mark: null, remark: '' };
const markOf = ({ marks }: Values, key: string): Mark => marks[key] ?? UNTOUCHED;

/** A mark and a remark for each indicator; what it comes to is seen while it is filled in. */
export function AssessmentForm({ assessment }: { assessment: Assessment }) {
  const { id, indicators, best } = assessment;
  const draft = useDraftForm<Values>({
    subject: `staff_assessment/${id}/marks`,
    initial: { marks: {}, remark: '' },
    check: (values) =>
      Object.fromEntries(indicators.map(({ key }) => [`marks.${key}`, problemOf(markOf(values, key))])),
    send: (values, options) =>
      api.post(`staff/assessments/${id}/submit`, { marks: bodyOf(values, assessment), remark: values.remark }, options),
    changes: () => ['staff_assessment'],
    done: () => say(t('staff.submitted_now')),
  });
  const { form } = draft;
  const set = (key: string, change: Partial<Mark>) =>
    form.setFieldValue('marks', { ...form.values.marks, [key]: { ...markOf(form.values, key), ...change } });
  const scale = Array.from({ length: best + 1 }, (_, at) => String(best - at));
  return (
    <FormFrame draft={draft} submit={t('staff.submit')}>
      {indicators.map(({ key, name, weight }) => (
        <div key={key} className={styles['mark']}>
          <Choices
            label={t('staff.indicator_weighs', { name: said(name), weight })}
            required
            options={scale.map((value) => ({ value, label: value }))}
            value={markOf(form.values, key).mark}
            onChange={(mark) => set(key, { mark })}
            error={form.errors[`marks.${key}`]}
          />
          <TextInput
            label={t('staff.remark')}
            maxLength={500}
            value={markOf(form.values, key).remark}
            onChange={(event) => set(key, { remark: event.currentTarget.value })}
          />
        </div>
      ))}
      <Textarea
        label={t('staff.whole_remark')}
        autosize
        minRows={2}
        maxLength={2000}
        {...form.getInputProps('remark')}
      />
      <p role="status">{t('staff.comes_to', { score: scoreWords(scoreOf(assessment, givenIn(form.values))) })}</p>
    </FormFrame>
  );
}

const givenIn = ({ marks }: Values) =>
  Object.entries(marks).flatMap(([indicator, { mark }]) => (mark === null ? [] : [{ indicator, mark: Number(mark) }]));

function problemOf({ mark, remark }: Mark): string | null {
  if (mark === null) return t('staff.mark_needed');
  return mark === '0' && !remark.trim() ? t('staff.zero_needs_words') : null;
}

function bodyOf(values: Values, { indicators }: Assessment) {
  return indicators.map(({ key }) => {
    const { mark, remark } = markOf(values, key);
    return { indicator: key, mark: Number(mark), remark };
  });
}
