import { TextInput } from '@mantine/core';
import { api } from '../../server/api.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { Notice } from '../../ui/section.tsx';
import { say } from '../../ui/toast.ts';
import type { PlainKey } from '../../words/words.ts';
import { t } from '../../words/words.ts';
import { Chips } from './chips.tsx';
import type { VisitPage } from './visits.ts';
import { changedBy, whomOf } from './visits.ts';

type EndProps = { visit: VisitPage; opened: boolean; close: () => void };

const phrases: readonly PlainKey[] = [
  'return_visits.phrase_no_answer',
  'return_visits.phrase_busy',
  'return_visits.phrase_off',
  'return_visits.phrase_later',
];

/** Nobody was reached: it counts, and the last attempt the rule asks for ends the visit. */
export function AttemptDialog({ visit, opened, close }: EndProps) {
  const number = visit.attempts + 1;
  const title = t('return_visits.not_reached_title', { number, most: visit.mostAttempts });
  return (
    <Dialog opened={opened} close={close} title={title}>
      <AttemptForm visit={visit} number={number} close={close} />
    </Dialog>
  );
}

function AttemptForm({ visit, number, close }: { visit: VisitPage; number: number; close: () => void }) {
  const most = visit.mostAttempts;
  const draft = useDraftForm({
    subject: `return_visit/${visit.id}/attempt`,
    initial: { note: t('return_visits.phrase_no_answer') },
    send: (values, options) =>
      api.post(`return-visits/${visit.id}/attempts`, { ...values, version: visit.version }, options),
    changes: () => changedBy(visit),
    done: () => {
      say(t('return_visits.not_reached_done', { number, most }));
      close();
    },
  });
  return (
    <FormFrame draft={draft} submit={t('return_visits.not_reached')}>
      {number >= most ? <Notice tone="soon">{t('return_visits.not_reached_last')}</Notice> : null}
      <div>
        <TextInput
          label={t('return_visits.not_reached_note')}
          maxLength={500}
          data-autofocus
          {...draft.form.getInputProps('note')}
        />
        <Chips
          label={t('return_visits.not_reached_note')}
          texts={phrases.map((key) => t(key))}
          value={draft.form.values.note}
          onChange={(note) => draft.form.setFieldValue('note', note)}
        />
      </div>
    </FormFrame>
  );
}

/** The customer was reached and wants no visit; where the rule knows no exception, the button says so. */
export function DeclineDialog({ visit, opened, close }: EndProps) {
  return (
    <Dialog opened={opened} close={close} title={t('return_visits.decline_title')}>
      <DeclineForm visit={visit} close={close} />
    </Dialog>
  );
}

function DeclineForm({ visit, close }: { visit: VisitPage; close: () => void }) {
  const draft = useDraftForm({
    subject: `return_visit/${visit.id}/decline`,
    initial: { who: whomOf(visit), note: '' },
    check: (values) => ({ who: values.who.trim() ? null : t('return_visits.whom_needed') }),
    send: (values, options) =>
      api.post(`return-visits/${visit.id}/decline`, { ...values, version: visit.version }, options),
    changes: () => changedBy(visit),
    done: () => {
      say(t('return_visits.declined_done'));
      close();
    },
  });
  const { form } = draft;
  return (
    <FormFrame draft={draft} submit={t('return_visits.decline')}>
      <TextInput label={t('return_visits.decline_who')} required data-autofocus {...form.getInputProps('who')} />
      <TextInput label={t('return_visits.decline_note')} maxLength={500} {...form.getInputProps('note')} />
    </FormFrame>
  );
}
