import { Textarea } from '@mantine/core';
import { FOLLOW_UP_VERDICTS } from '../../../src/contractor/contractor.ts';
import type { FaultView } from '../../../src/contractor/view.ts';
import { api } from '../../server/api.ts';
import { Choices } from '../../ui/form/choices.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { MomentField } from '../../ui/form/moment-field.tsx';
import { t } from '../../words/words.ts';

type Verdict = (typeof FOLLOW_UP_VERDICTS)[number];
type Values = { verdict: Verdict | null; result: string; dueAt: string | null };

/** Somebody looked again: mended, or another day. */
export function FollowUpForm({ fault, done }: { fault: FaultView; done: () => void }) {
  const draft = useDraftForm<Values>({
    subject: `contractor_fault/${fault.id}`,
    initial: { verdict: null, result: '', dueAt: null },
    check: ({ verdict, result, dueAt }) => ({
      verdict: verdict ? null : t('contractors.verdict_needed'),
      result: result.trim() ? null : t('contractors.result_needed'),
      dueAt: verdict !== 'not_mended' || dueAt ? null : t('contractors.due_needed'),
    }),
    send: ({ verdict, result, dueAt }, options) =>
      api.post(
        `contractor-faults/${fault.id}/follow-ups`,
        { verdict, result, ...(verdict === 'not_mended' ? { dueAt } : {}) },
        options,
      ),
    changes: () => ['contractor', `contractor/${fault.contractor.id}`, 'contractor_fault', 'commitment'],
    done,
  });
  const { form } = draft;
  return (
    <FormFrame draft={draft} submit={t('contractors.save')}>
      <p>{fault.improvement}</p>
      <Choices
        label={t('contractors.verdict')}
        required
        options={FOLLOW_UP_VERDICTS.map((value) => ({ value, label: t(`contractors.seen_${value}`) }))}
        value={form.values.verdict}
        onChange={(verdict) => form.setFieldValue('verdict', verdict)}
        error={form.errors['verdict']}
      />
      <Textarea label={t('contractors.result')} required autosize minRows={2} {...form.getInputProps('result')} />
      {form.values.verdict === 'not_mended' ? (
        <MomentField
          label={t('contractors.next_due')}
          required
          value={form.values.dueAt}
          onChange={(at) => form.setFieldValue('dueAt', at)}
          error={form.errors['dueAt']}
        />
      ) : null}
    </FormFrame>
  );
}
