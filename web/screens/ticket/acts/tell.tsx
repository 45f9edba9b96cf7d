import { Textarea, TextInput } from '@mantine/core';
import { api } from '../../../server/api.ts';
import type { Channel } from '../../../../src/kernel/channels.ts';
import { Satisfaction } from '../../../matter/satisfaction.tsx';
import { ChannelChoice } from '../../../matter/channel-choice.tsx';
import { t } from '../../../words/words.ts';
import { ActForm } from '../act-form.tsx';
import { needed } from '../needed.ts';
import type { ActProps } from './act.ts';

/** The customer was told the result: by whom, how, in what words, and what he thinks of it. */
export function Tell({ ticket, done }: ActProps) {
  const initial = {
    channel: 'phone' as Channel,
    toWhom: '',
    text: ticket.outcome ?? '',
    satisfaction: null as number | null,
  };
  return (
    <ActForm
      ticket={ticket}
      name="tell"
      initial={initial}
      submit={t('ticket.tell')}
      check={(values) => ({ text: needed(values.text) })}
      send={({ satisfaction, ...values }, options) =>
        api.post(
          `tickets/${ticket.id}/tell`,
          { version: ticket.version, ...values, ...(satisfaction ? { satisfaction } : {}) },
          options,
        )
      }
      done={done}
    >
      {(form) => (
        <>
          <Textarea
            label={t('ticket.told_what')}
            autosize
            minRows={2}
            maxRows={10}
            required
            data-autofocus
            {...form.getInputProps('text')}
          />
          <ChannelChoice value={form.values.channel} onChange={(channel) => form.setFieldValue('channel', channel)} />
          <TextInput
            label={t('ticket.told_whom')}
            description={t('ticket.told_whom_why')}
            {...form.getInputProps('toWhom')}
          />
          <Satisfaction
            value={form.values.satisfaction}
            onChange={(value) => form.setFieldValue('satisfaction', value)}
          />
        </>
      )}
    </ActForm>
  );
}
