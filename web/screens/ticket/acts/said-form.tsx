import { Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import type { WriteOptions } from '../../../server/api.ts';
import { ChannelChoice } from '../../../matter/channel-choice.tsx';
import type { Channel } from '../../../../src/kernel/channels.ts';
import { t } from '../../../words/words.ts';
import { ActForm } from '../act-form.tsx';
import { needed } from '../needed.ts';
import type { ActProps } from './act.ts';

type Said = { text: string; channel: Channel };

type Props = ActProps & {
  name: string;
  submit: string;
  /** How it is said most often. */
  channel: Channel;
  send: (said: Said, options: Required<Pick<WriteOptions, 'key'>>) => Promise<unknown>;
  children: ReactNode;
};

/** What was said, and by which channel. */
export function SaidForm({ ticket, name, submit, channel, send, done, children }: Props) {
  return (
    <ActForm
      ticket={ticket}
      name={name}
      initial={{ text: '', channel }}
      submit={submit}
      check={(values) => ({ text: needed(values.text) })}
      send={send}
      done={done}
    >
      {(form) => (
        <>
          {children}
          <Textarea
            label={t('ticket.said_what')}
            autosize
            minRows={2}
            maxRows={8}
            required
            data-autofocus
            {...form.getInputProps('text')}
          />
          <ChannelChoice value={form.values.channel} onChange={(picked) => form.setFieldValue('channel', picked)} />
        </>
      )}
    </ActForm>
  );
}
