import { TextInput } from '@mantine/core';
import { ATTENDANCES } from '../../../src/training/training.ts';
import type { Attendance } from '../../../src/training/training.ts';
import type { SessionPage } from '../../../src/training/view.ts';
import { api } from '../../server/api.ts';
import { Choices } from '../../ui/form/choices.tsx';
import type { DraftForm } from '../../ui/form/draft-form.ts';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { MomentField } from '../../ui/form/moment-field.tsx';
import { NumberField } from '../../ui/form/number-field.tsx';
import { Section } from '../../ui/section.tsx';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import { changedBy } from './session-forms.tsx';
import styles from './training.module.css';

type MarkValues = { attendance: Attendance | null; minutes: number | string; score: number | string; remark: string };
type Values = { heldFrom: string | null; heldUntil: string | null; marks: Record<string, MarkValues>; why: string };

const startOf = (session: SessionPage): Values => ({
  heldFrom: session.heldFrom ?? session.fromAt,
  heldUntil: session.heldUntil ?? session.untilAt,
  marks: Object.fromEntries(
    session.sheet.map(({ person, attendance, minutes, score, remark }) => [
      person.id,
      { attendance, minutes: attendance === 'came' ? (minutes ?? '') : '', score: score ?? '', remark },
    ]),
  ),
  why: '',
});

function problemsOf(session: SessionPage, { heldFrom, heldUntil, marks, why }: Values) {
  const given = Object.values(marks);
  const untold = given.some(({ attendance }) => attendance === null);
  const untested =
    session.passes !== null && given.some(({ attendance, score }) => attendance === 'came' && score === '');
  return {
    heldFrom: heldFrom ? null : t('training.when_needed'),
    heldUntil: heldUntil && heldFrom && heldUntil > heldFrom ? null : t('training.until_needed'),
    marks: untold ? t('training.attendance_needed') : untested ? t('training.score_needed') : null,
    why: session.state === 'held' && !why.trim() ? t('training.why_needed') : null,
  };
}

/** Who was there, how long and with which score, and when it was held; what was recorded is corrected with a reason. */
export function SheetForm({ session, done }: { session: SessionPage; done: () => void }) {
  const draft = useDraftForm<Values>({
    subject: `training_session/${session.id}/sheet`,
    initial: startOf(session),
    check: (values) => problemsOf(session, values),
    send: ({ marks, why, ...held }, options) =>
      api.post(
        `training/sessions/${session.id}/record`,
        {
          ...held,
          sheet: Object.entries(marks).map(([personId, { attendance, minutes, score, remark }]) => ({
            personId,
            attendance,
            remark,
            ...(attendance === 'came' && minutes !== '' ? { minutes: Number(minutes) } : {}),
            score: attendance === 'came' && score !== '' ? Number(score) : null,
          })),
          ...(why.trim() ? { why } : {}),
        },
        options,
      ),
    changes: () => [...changedBy(session), 'skill_mastery'],
    done: () => {
      say(t('training.recorded_now'));
      done();
    },
  });
  const { form } = draft;
  return (
    <Section title={t(session.state === 'held' ? 'training.correct' : 'training.record')}>
      <FormFrame draft={draft} submit={t('training.record')}>
        <div className={styles['fields']}>
          <MomentField
            label={t('training.held_from')}
            required
            value={form.values.heldFrom}
            onChange={(at) => form.setFieldValue('heldFrom', at)}
            error={form.errors['heldFrom']}
            quick={[]}
          />
          <MomentField
            label={t('training.held_until')}
            required
            value={form.values.heldUntil}
            onChange={(at) => form.setFieldValue('heldUntil', at)}
            error={form.errors['heldUntil']}
            quick={[]}
          />
        </div>
        {session.passes === null ? null : <p className="dim">{t('training.passes_from', { score: session.passes })}</p>}
        {session.sheet.map(({ person }) => (
          <MarkLine key={person.id} draft={draft} person={person} tested={session.passes !== null} />
        ))}
        {form.errors['marks'] ? (
          <p role="alert" className={styles['wrong']}>
            {form.errors['marks']}
          </p>
        ) : null}
        {session.state === 'held' ? (
          <TextInput label={t('training.why')} required maxLength={200} {...form.getInputProps('why')} />
        ) : null}
      </FormFrame>
    </Section>
  );
}

type LineProps = { draft: DraftForm<Values>; person: { id: string; name: string }; tested: boolean };

function MarkLine({ draft: { form }, person, tested }: LineProps) {
  const mark = form.values.marks[person.id]!;
  const set = (change: Partial<MarkValues>) =>
    form.setFieldValue('marks', { ...form.values.marks, [person.id]: { ...mark, ...change } });
  const came = mark.attendance === 'came';
  return (
    <div className={styles['mark']} role="group" aria-label={person.name}>
      <span className={styles['name']}>{person.name}</span>
      <Choices
        label={t('training.attendance')}
        required
        options={ATTENDANCES.map((value) => ({ value, label: t(`training.attendance_${value}`) }))}
        value={mark.attendance}
        onChange={(attendance) => set({ attendance })}
      />
      <NumberField
        label={t('training.minutes')}
        placeholder={t('training.all_of_it')}
        min={0}
        max={1_440}
        disabled={!came}
        value={came ? mark.minutes : ''}
        onChange={(minutes) => set({ minutes })}
      />
      <NumberField
        label={t('training.score')}
        min={0}
        max={100}
        required={tested && came}
        disabled={!came}
        value={came ? mark.score : ''}
        onChange={(score) => set({ score })}
      />
      <TextInput
        label={t('training.remark')}
        maxLength={500}
        value={mark.remark}
        onChange={(event) => set({ remark: event.currentTarget.value })}
      />
    </div>
  );
}
