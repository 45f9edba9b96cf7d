import { NativeSelect, NumberInput, PasswordInput, Select, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useState } from 'react';
import { useDesk } from '../../../matter/kinds.ts';
import { api } from '../../../server/api.ts';
import { newId } from '../../../server/ids.ts';
import { useDraftForm } from '../../../ui/form/draft-form.ts';
import { FormFrame } from '../../../ui/form/form-frame.tsx';
import { nowMs } from '../../../ui/time.ts';
import { said, t } from '../../../words/words.ts';
import type { ChannelValues } from './channel-values.ts';
import { bodyOf, problemsOf, valuesOf } from './channel-values.ts';
import type { Mailbox } from './channels.ts';
import { AUTHS, SECURITIES, securityWords } from './channels.ts';
import styles from './channels.module.css';

type Form = { form: UseFormReturnType<ChannelValues> };

/** A mailbox: whose it is to answer, its two servers, and how we sign in there. What is secret is kept in no draft. */
export function ChannelForm({ channel, done }: { channel: Mailbox | null; done: () => void }) {
  const [id] = useState(() => channel?.id ?? newId<'channel'>(nowMs()));
  const { departments } = useDesk();
  const draft = useDraftForm<ChannelValues, unknown>({
    subject: null,
    initial: valuesOf(channel),
    check: (values) => problemsOf(values, channel === null),
    send: (values, options) =>
      channel
        ? api.patch(`channels/${id}`, bodyOf(values), options)
        : api.post('channels', { kind: 'mail', id, ...bodyOf(values) }, options),
    changes: () => ['channel'],
    done,
  });
  const { form } = draft;
  return (
    <FormFrame draft={draft} submit={channel ? t('channels.keep') : t('channels.add')}>
      <TextInput
        label={t('channels.name')}
        description={t('channels.name_why')}
        required
        maxLength={100}
        {...form.getInputProps('name')}
      />
      <TextInput
        label={t('channels.address')}
        description={t('channels.address_why')}
        type="email"
        required
        {...form.getInputProps('address')}
      />
      <Select
        label={t('channels.whose')}
        placeholder={t('channels.front_desk')}
        clearable
        data={departments.map((one) => ({ value: one.id, label: said(one.name) }))}
        {...form.getInputProps('departmentId')}
      />
      <ServerFields form={form} of="imap" />
      <ServerFields form={form} of="smtp" />
      <SignInFields form={form} fresh={channel === null} />
    </FormFrame>
  );
}

function ServerFields({ form, of }: Form & { of: 'imap' | 'smtp' }) {
  return (
    <fieldset className={styles['server']}>
      <legend>{t(`channels.${of}`)}</legend>
      <TextInput label={t('channels.host')} required {...form.getInputProps(`${of}.host`)} />
      <NumberInput label={t('channels.port')} required min={1} max={65_535} {...form.getInputProps(`${of}.port`)} />
      <NativeSelect
        label={t('channels.secure')}
        data={SECURITIES.map((value) => ({ value, label: securityWords(value) }))}
        {...form.getInputProps(`${of}.secure`)}
      />
    </fieldset>
  );
}

function SignInFields({ form, fresh }: Form & { fresh: boolean }) {
  const byPassword = form.getValues().auth === 'password';
  return (
    <>
      <TextInput label={t('channels.user')} required autoComplete="off" {...form.getInputProps('user')} />
      <NativeSelect
        label={t('channels.auth')}
        data={AUTHS.map((value) => ({ value, label: t(`channels.auth_${value}`) }))}
        {...form.getInputProps('auth')}
      />
      <PasswordInput
        label={t(byPassword ? 'channels.password' : 'channels.token')}
        description={fresh ? t('channels.secret_why') : t('channels.secret_stays')}
        required={fresh}
        autoComplete="new-password"
        {...form.getInputProps('secret')}
      />
      {byPassword ? null : <TokenFields form={form} />}
    </>
  );
}

/** Where a new token is had by itself whenever the former one ends. */
function TokenFields({ form }: Form) {
  return (
    <>
      <TextInput
        label={t('channels.token_url')}
        description={t('channels.token_url_why')}
        type="url"
        {...form.getInputProps('oauth.tokenUrl')}
      />
      <TextInput label={t('channels.client_id')} {...form.getInputProps('oauth.clientId')} />
      <TextInput label={t('channels.scope')} {...form.getInputProps('oauth.scope')} />
      <PasswordInput
        label={t('channels.client_secret')}
        autoComplete="new-password"
        {...form.getInputProps('clientSecret')}
      />
    </>
  );
}
