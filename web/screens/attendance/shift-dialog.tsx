import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../server/api.ts';
import { useRead } from '../../server/queries.ts';
import { useWrite } from '../../server/writes.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { AskWhy } from '../../ui/ask-why.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Choices } from '../../ui/form/choices.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { Facts, Section } from '../../ui/section.tsx';
import { LoadingLines } from '../../ui/states.tsx';
import { absolute, absoluteDay, fromLocal, ms, timeOfDay, toLocal } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import type { Shift, ShiftPage } from './attendance-data.ts';
import { aboutShifts, hoursWords, needed, stateWords } from './attendance-data.ts';
import styles from './attendance.module.css';

/** One shift: how it stands, every mark and correction of it, and what its keeper or planner can do. */
export function ShiftDialog({ shift, close }: { shift: Shift | null; close: () => void }) {
  const title = shift ? `${shift.person.name} · ${absoluteDay(shift.day)}` : '';
  return (
    <Dialog opened={shift !== null} close={close} title={title}>
      {shift ? <Shown id={shift.id} close={close} /> : null}
    </Dialog>
  );
}

function Shown({ id, close }: { id: string; close: () => void }) {
  const { data } = useRead<ShiftPage>(`attendance/shifts/${id}`, { about: aboutShifts });
  const [correcting, correct] = useState(false);
  if (!data) return <LoadingLines count={5} />;
  const { can, marks } = data;
  return (
    <div className={styles['page']}>
      <Facts
        lines={[
          { label: t('attendance.hours'), value: hoursWords(data) },
          { label: t('attendance.where'), value: t(`attendance.${data.presence}`) },
          { label: t('attendance.due_at'), value: data.thereBy ? timeOfDay(ms(data.thereBy)) : null },
          { label: t('attendance.state'), value: data.published ? stateWords(data) : t('attendance.draft') },
          { label: t('attendance.planned_by'), value: data.madeBy.name },
        ]}
      />
      {marks.length > 0 ? (
        <Section title={t('attendance.marks')}>
          <ul>
            {marks.map((mark) => (
              <li key={`${mark.sort} ${mark.recordedAt}`}>{markWords(mark)}</li>
            ))}
          </ul>
        </Section>
      ) : null}
      {correcting ? (
        <MarkForm shift={data} done={() => correct(false)} />
      ) : (
        <>
          {can['keep'] === null && data.published ? (
            <ActionButton label={t('attendance.record_for')} onRun={() => correct(true)} />
          ) : null}
          {can['take_out'] === null && data.inAt === null ? <TakeOutOfRota shift={data} done={close} /> : null}
        </>
      )}
    </div>
  );
}

function markWords({ sort, at, former, by, recordedAt, why }: ShiftPage['marks'][number]): string {
  const what = at ? t(`attendance.mark_${sort}`, { at: absolute(at) }) : t(`attendance.struck_${sort}`);
  const before = former ? t('attendance.mark_before', { at: absolute(former) }) : '';
  const who = why === null ? '' : t('attendance.mark_by', { name: by.name, at: absolute(recordedAt), why });
  return [what, before, who].filter(Boolean).join(' · ');
}

type MarkValues = { sort: 'in' | 'out'; at: string; why: string };

/** Recorded for somebody, or corrected; the reason stays with it. */
function MarkForm({ shift, done }: { shift: ShiftPage; done: () => void }) {
  const sort = shift.inAt === null ? 'in' : 'out';
  const draft = useDraftForm<MarkValues>({
    subject: `shift/${shift.id}/mark`,
    initial: { sort, at: toLocal(sort === 'in' ? shift.from : shift.until), why: '' },
    check: ({ at, why }) => ({ at: needed(at), why: needed(why) }),
    send: (values, options) =>
      api.post(
        `attendance/shifts/${shift.id}/marks`,
        { sort: values.sort, at: fromLocal(values.at), why: values.why.trim() },
        options,
      ),
    changes: () => ['shift'],
    done,
  });
  const { form } = draft;
  return (
    <FormFrame draft={draft} submit={t('attendance.record')}>
      <Choices
        label={t('attendance.mark')}
        options={(['in', 'out'] as const).map((value) => ({ value, label: t(`attendance.sort_${value}`) }))}
        value={form.getValues().sort}
        onChange={(value) => form.setFieldValue('sort', value ?? sort)}
      />
      <TextInput type="datetime-local" label={t('attendance.at')} required {...form.getInputProps('at')} />
      <TextInput
        label={t('attendance.why')}
        description={t('attendance.why_kept')}
        required
        maxLength={200}
        {...form.getInputProps('why')}
      />
    </FormFrame>
  );
}

function TakeOutOfRota({ shift, done }: { shift: ShiftPage; done: () => void }) {
  const [asked, ask] = useState(false);
  const write = useWrite<string | null>({
    send: (why, options) => api.post(`attendance/shifts/${shift.id}/take-out`, why === null ? {} : { why }, options),
    changes: () => ['shift'],
    done,
  });
  const run = () => (shift.published ? ask(true) : void write.run(null));
  return (
    <>
      <ActionButton label={t('attendance.take_out')} kind="quiet" busy={write.busy} onRun={run} />
      <AskWhy
        opened={asked}
        close={() => ask(false)}
        title={t('attendance.take_out')}
        act={t('attendance.take_out')}
        label={t('attendance.why')}
        busy={write.busy}
        run={(why) => void write.run(why)}
      />
    </>
  );
}
