import { Textarea, TextInput } from '@mantine/core';
import { ChannelChoice } from '../../matter/channel-choice.tsx';
import { api } from '../../server/api.ts';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { MomentField } from '../../ui/form/moment-field.tsx';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import type { Channel } from '../../../src/kernel/channels.ts';

type Props = { id: string; close: () => void };

const CHANGES = ['custodian_contact', 'customer', 'contact', 'commitment'] as const;
const detail = { channel: 'phone' as Channel, with: '', need: '', outcome: '', happenedAt: '' };

/** The contact in detail: how, with whom, what was spoken of, what came of it. */
export function RecordForm({ id, close }: Props) {
  const draft = useDraftForm<typeof detail, unknown>({
    subject: `custodian_contact/${id}`,
    initial: detail,
    check: ({ need, outcome }) => ({
      need: need.trim() ? null : t('custodians.need_needed'),
      outcome: outcome.trim() ? null : t('custodians.outcome_needed'),
    }),
    send: ({ happenedAt, ...values }, options) =>
      api.post(`custodian-contacts/${id}/made`, { ...values, ...(happenedAt ? { happenedAt } : {}) }, options),
    changes: () => CHANGES,
    done: () => finish(close),
  });
  const { form } = draft;
  return (
    <FormFrame draft={draft} submit={t('custodians.record')}>
      <ChannelChoice value={form.values.channel} onChange={(channel) => form.setFieldValue('channel', channel)} />
      <TextInput label={t('custodians.spoke_with')} maxLength={100} {...form.getInputProps('with')} />
      <Textarea
        label={t('custodians.need')}
        required
        autosize
        minRows={3}
        maxLength={10_000}
        {...form.getInputProps('need')}
      />
      <Textarea
        label={t('custodians.outcome')}
        required
        autosize
        minRows={2}
        maxLength={2000}
        {...form.getInputProps('outcome')}
      />
      <MomentField
        label={t('custodians.happened')}
        value={form.values.happenedAt || null}
        onChange={(moment) => form.setFieldValue('happenedAt', moment ?? '')}
        quick={[]}
        error={form.errors['happenedAt']}
      />
    </FormFrame>
  );
}

const attempt = { channel: 'phone' as Channel, outcome: '' };

/** Nobody was reached: how it was tried. */
export function TriedForm({ id, close }: Props) {
  const draft = useDraftForm<typeof attempt, unknown>({
    subject: `custodian_contact/${id}/tried`,
    initial: attempt,
    check: ({ outcome }) => ({ outcome: outcome.trim() ? null : t('custodians.outcome_needed') }),
    send: (values, options) => api.post(`custodian-contacts/${id}/tried`, values, options),
    changes: () => CHANGES,
    done: () => finish(close),
  });
  const { form } = draft;
  return (
    <FormFrame draft={draft} submit={t('custodians.tried')}>
      <ChannelChoice value={form.values.channel} onChange={(channel) => form.setFieldValue('channel', channel)} />
      <TextInput label={t('custodians.tried_how')} required maxLength={200} {...form.getInputProps('outcome')} />
    </FormFrame>
  );
}

function finish(close: () => void) {
  say(t('custodians.recorded'));
  close();
}
