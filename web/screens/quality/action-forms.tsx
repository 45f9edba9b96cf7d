import { Textarea, TextInput } from '@mantine/core';
import { api } from '../../server/api.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Choices } from '../../ui/form/choices.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { MomentField } from '../../ui/form/moment-field.tsx';
import { Section } from '../../ui/section.tsx';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import type { ActionPage } from './improvements.ts';
import { changedBy } from './improvements.ts';
import type { MeasureValues } from './measure-fields.tsx';
import { emptyMeasure, inDays, MeasureFields, measureProblem, measuresBody } from './measure-fields.tsx';

/** Whether it worked, by the person named: over, or another round. */
export function JudgeForm({ action }: { action: ActionPage }) {
  const draft = useDraftForm<{ worked: 'yes' | 'no' | null; text: string }>({
    subject: `improvement/${action.id}/judge`,
    initial: { worked: null, text: '' },
    check: ({ worked, text }) => ({
      worked: worked ? null : t('improvement.verdict_needed'),
      text: text.trim() ? null : t('improvement.seen_needed'),
    }),
    send: ({ worked, text }, options) =>
      api.post(`improvements/${action.id}/judge`, { worked: worked === 'yes', text }, options),
    changes: () => changedBy(action),
    done: () => say(t('improvement.judged')),
  });
  const { form } = draft;
  return (
    <Section title={t('improvement.check')}>
      <FormFrame draft={draft} submit={t('improvement.judge')}>
        <Choices
          label={t('improvement.did_it_work')}
          required
          options={[
            { value: 'yes', label: t('improvement.verdict_worked') },
            { value: 'no', label: t('improvement.verdict_did_not') },
          ]}
          value={form.values.worked}
          onChange={(worked) => form.setFieldValue('worked', worked)}
          error={form.errors['worked']}
        />
        <Textarea label={t('improvement.seen')} required autosize minRows={2} {...form.getInputProps('text')} />
      </FormFrame>
    </Section>
  );
}

/** Other measures, when those before did not work or it happened again. */
export function PlanForm({ action }: { action: ActionPage }) {
  const draft = useDraftForm<{ measures: MeasureValues[]; checkAt: string | null }>({
    subject: `improvement/${action.id}/round/${action.round}`,
    initial: { measures: [emptyMeasure], checkAt: null },
    check: ({ measures, checkAt }) => ({
      measures: measureProblem(measures),
      checkAt: checkAt ? null : t('improvement.check_needed'),
    }),
    send: ({ measures, checkAt }, options) =>
      api.post(`improvements/${action.id}/measures`, { measures: measuresBody(measures), checkAt }, options),
    changes: () => changedBy(action),
    done: () => say(t('improvement.planned')),
  });
  const { form } = draft;
  return (
    <Section title={t('improvement.plan')}>
      <FormFrame draft={draft} submit={t('improvement.plan_now')}>
        <MeasureFields
          measures={form.values.measures}
          change={(measures) => form.setFieldValue('measures', measures)}
          error={form.errors['measures']}
        />
        <MomentField
          label={t('improvement.check_at')}
          required
          value={form.values.checkAt}
          onChange={(at) => form.setFieldValue('checkAt', at)}
          error={form.errors['checkAt']}
          quick={inDays(14, 30, 60)}
        />
      </FormFrame>
    </Section>
  );
}

type WithdrawProps = { action: ActionPage; opened: boolean; close: () => void };

/** Takes an action back, with the reason; its number stays. */
export function WithdrawDialog({ action, opened, close }: WithdrawProps) {
  return (
    <Dialog opened={opened} close={close} title={t('improvement.withdraw')}>
      <WithdrawForm action={action} close={close} />
    </Dialog>
  );
}

function WithdrawForm({ action, close }: Omit<WithdrawProps, 'opened'>) {
  const draft = useDraftForm({
    subject: `improvement/${action.id}/withdraw`,
    initial: { reason: '' },
    check: ({ reason }) => ({ reason: reason.trim() ? null : t('improvement.reason_needed') }),
    send: (values, options) => api.post(`improvements/${action.id}/withdraw`, values, options),
    changes: () => changedBy(action),
    done: () => {
      say(t('improvement.withdrawn_done'));
      close();
    },
  });
  return (
    <FormFrame draft={draft} submit={t('improvement.withdraw')}>
      <TextInput label={t('improvement.reason')} required maxLength={200} {...draft.form.getInputProps('reason')} />
    </FormFrame>
  );
}
