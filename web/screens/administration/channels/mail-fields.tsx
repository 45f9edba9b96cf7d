import { NativeSelect, NumberInput, PasswordInput, TextInput } from '@mantine/core';
import { t } from '../../../words/words.ts';
import { AUTHS, SECURITIES, securityWords } from './channels.ts';
import styles from './channels.module.css';
import type { FieldsProps } from './fields.ts';

/** A mailbox's two servers, and how we sign in there. */
export function MailFields({ form, fresh }: FieldsProps) {
  return (
    <>
      <ServerFields form={form} of="imap" />
      <ServerFields form={form} of="smtp" />
      <SignInFields form={form} fresh={fresh} />
    </>
  );
}

function ServerFields({ form, of }: Pick<FieldsProps, 'form'> & { of: 'imap' | 'smtp' }) {
  return (
    <fieldset className={styles['server']}>
      <legend>{t(`channels.${of}`)}</legend>
      <TextInput label={t('channels.host')} required {...form.getInputProps(`settings.${of}.host`)} />
      <NumberInput
        label={t('channels.port')}
        required
        min={1}
        max={65_535}
        {...form.getInputProps(`settings.${of}.port`)}
      />
      <NativeSelect
        label={t('channels.secure')}
        data={SECURITIES.map((value) => ({ value, label: securityWords(value) }))}
        {...form.getInputProps(`settings.${of}.secure`)}
      />
    </fieldset>
  );
}

function SignInFields({ form, fresh }: Omit<FieldsProps, 'id'>) {
  const byPassword = form.getValues().settings.auth === 'password';
  return (
    <>
      <TextInput label={t('channels.user')} required autoComplete="off" {...form.getInputProps('settings.user')} />
      <NativeSelect
        label={t('channels.auth')}
        data={AUTHS.map((value) => ({ value, label: t(`channels.auth_${value}`) }))}
        {...form.getInputProps('settings.auth')}
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
function TokenFields({ form }: Pick<FieldsProps, 'form'>) {
  return (
    <>
      <TextInput
        label={t('channels.token_url')}
        description={t('channels.token_url_why')}
        type="url"
        {...form.getInputProps('settings.oauth.tokenUrl')}
      />
      <TextInput label={t('channels.client_id')} {...form.getInputProps('settings.oauth.clientId')} />
      <TextInput label={t('channels.scope')} {...form.getInputProps('settings.oauth.scope')} />
      <PasswordInput
        label={t('channels.client_secret')}
        autoComplete="new-password"
        {...form.getInputProps('clientSecret')}
      />
    </>
  );
}
