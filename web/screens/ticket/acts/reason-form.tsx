import { Textarea } from '@mantine/core';
import type { WriteOptions } from '../../../server/api.ts';
import { t } from '../../../words/words.ts';
import { ActForm } from '../act-form.tsx';
import { needed } from '../needed.ts';
import type { ActProps } from './act.ts';

type Props = ActProps & {
  name: string;
  submit: string;
  /** What the reason is for. */
  why?: string;
  send: (reason: string, options: Required<Pick<WriteOptions, 'key'>>) => Promise<unknown>;
};

/** An act that asks for nothing but the reason. */
export function ReasonForm({ ticket, name, submit, why, send, done }: Props) {
  return (
    <ActForm
      ticket={ticket}
      name={name}
      initial={{ reason: '' }}
      submit={submit}
      check={(values) => ({ reason: needed(values.reason) })}
      send={({ reason }, options) => send(reason, options)}
      done={done}
    >
      {(form) => (
        <Textarea
          label={t('ticket.reason')}
          description={why}
          autosize
          minRows={1}
          maxRows={4}
          required
          data-autofocus
          {...form.getInputProps('reason')}
        />
      )}
    </ActForm>
  );
}
