import { NativeSelect, PasswordInput, Textarea, TextInput } from '@mantine/core';
import { t } from '../../../words/words.ts';
import styles from './channels.module.css';
import type { FieldsProps } from './fields.ts';

/** What stands for what in the body, as it is written there. */
const PLACES = { to: '{to}', local: '{local}', text: '{text}', id: '{id}', secret: '{secret}' };

/** How a gateway is asked to send, and where what it says has what. */
export function SmsFields({ form, fresh }: FieldsProps) {
  return (
    <>
      <SendFields form={form} fresh={fresh} />
      <fieldset className={styles['fields']}>
        <legend>{t('channels.incoming')}</legend>
        <p className="dim">{t('channels.paths_why')}</p>
        <Path form={form} at="incoming.from" label={t('channels.incoming_from')} required />
        <Path form={form} at="incoming.text" label={t('channels.incoming_text')} required />
        <Path form={form} at="incoming.id" label={t('channels.incoming_id')} />
      </fieldset>
      <fieldset className={styles['fields']}>
        <legend>{t('channels.report')}</legend>
        <p className="dim">{t('channels.paths_why')}</p>
        <Path form={form} at="report.message" label={t('channels.report_message')} required />
        <Path form={form} at="report.state" label={t('channels.report_state')} required />
        <Path form={form} at="report.delivered" label={t('channels.report_delivered')} required />
        <Path form={form} at="report.fault" label={t('channels.report_fault')} />
        <Path form={form} at="reply" label={t('channels.reply')} />
      </fieldset>
    </>
  );
}

function SendFields({ form, fresh }: Omit<FieldsProps, 'id'>) {
  return (
    <fieldset className={styles['fields']}>
      <legend>{t('channels.sending')}</legend>
      <TextInput
        className={styles['wide'] ?? ''}
        label={t('channels.gateway_url')}
        type="url"
        required
        maxLength={500}
        {...form.getInputProps('settings.url')}
      />
      <NativeSelect
        label={t('channels.format')}
        data={[
          { value: 'json', label: t('channels.format_json') },
          { value: 'form', label: t('channels.format_form') },
        ]}
        {...form.getInputProps('settings.format')}
      />
      <PasswordInput
        label={t('channels.gateway_secret')}
        description={fresh ? t('channels.secret_why') : t('channels.secret_stays')}
        required={fresh}
        autoComplete="new-password"
        {...form.getInputProps('secret')}
      />
      <Textarea
        className={styles['wide'] ?? ''}
        label={t('channels.template')}
        description={t('channels.template_why', PLACES)}
        required
        autosize
        minRows={2}
        {...form.getInputProps('settings.template')}
      />
      <Textarea
        className={styles['wide'] ?? ''}
        label={t('channels.headers')}
        description={t('channels.headers_why', { secret: PLACES.secret })}
        autosize
        minRows={1}
        {...form.getInputProps('settings.headers')}
      />
      <Path form={form} at="accepted.path" label={t('channels.accepted_path')} />
      <Path form={form} at="accepted.value" label={t('channels.accepted_value')} />
      <Path form={form} at="reference" label={t('channels.reference')} />
    </fieldset>
  );
}

type PathProps = Pick<FieldsProps, 'form'> & { at: string; label: string; required?: boolean };

function Path({ form, at, label, required = false }: PathProps) {
  return <TextInput label={label} required={required} maxLength={100} {...form.getInputProps(`settings.${at}`)} />;
}
