import { NumberInput, PasswordInput, TextInput } from '@mantine/core';
import { Notice } from '../../../ui/section.tsx';
import { t } from '../../../words/words.ts';
import { hooksOf } from './channels.ts';
import type { FieldsProps } from './fields.ts';

/** Which account or application it is, and the keys that are typed at Tencent too. */
export function WechatFields({ form, fresh, id }: FieldsProps) {
  const { kind } = form.getValues();
  const why = fresh ? t('channels.secret_why') : t('channels.secret_stays');
  const secret = { required: fresh, autoComplete: 'new-password' };
  return (
    <>
      {kind === 'wechat' ? (
        <TextInput label={t('channels.app_id')} required {...form.getInputProps('settings.appId')} />
      ) : (
        <>
          <TextInput label={t('channels.corp_id')} required {...form.getInputProps('settings.corpId')} />
          <NumberInput label={t('channels.agent_id')} required min={1} {...form.getInputProps('settings.agentId')} />
        </>
      )}
      <PasswordInput label={t('channels.app_secret')} description={why} {...secret} {...form.getInputProps('secret')} />
      <PasswordInput label={t('channels.hook_token')} description={why} {...secret} {...form.getInputProps('token')} />
      <PasswordInput label={t('channels.aes_key')} description={why} {...secret} {...form.getInputProps('aesKey')} />
      <Notice tone="wait">
        {t(kind === 'wechat' ? 'channels.wechat_how' : 'channels.wecom_how')}
        <p>{hooksOf(id, kind)[0]}</p>
      </Notice>
    </>
  );
}
