import { NativeSelect, Select, TextInput } from '@mantine/core';
import type { ComponentType } from 'react';
import { useState } from 'react';
import { useDesk } from '../../../matter/kinds.ts';
import { api } from '../../../server/api.ts';
import { newId } from '../../../server/ids.ts';
import { useDraftForm } from '../../../ui/form/draft-form.ts';
import { FormFrame } from '../../../ui/form/form-frame.tsx';
import { nowMs } from '../../../ui/time.ts';
import { said, t } from '../../../words/words.ts';
import type { ChannelValues } from './channel-values.ts';
import { bodyOf, problemsOf, valuesOf, SECRETS } from './channel-values.ts';
import type { Added, Kind, Way } from './channels.ts';
import { kindWords, WAYS } from './channels.ts';
import { ConnectorFields } from './connector-fields.tsx';
import type { FieldsProps } from './fields.ts';
import { MailFields } from './mail-fields.tsx';
import { SmsFields } from './sms-fields.tsx';
import { WechatFields } from './wechat-fields.tsx';

const FIELDS: Record<Kind, ComponentType<FieldsProps>> = {
  mail: MailFields,
  connector: ConnectorFields,
  sms: SmsFields,
  wechat: WechatFields,
  wecom: WechatFields,
};

type ChannelFormProps = { channel: Way | null; done: (added: Added | null, kind: Kind) => void };

/** A way in and out: whose it is to answer, and what its sort is set to. What is secret is kept in no draft. */
export function ChannelForm({ channel, done }: ChannelFormProps) {
  const [id] = useState(() => channel?.id ?? newId<'channel'>(nowMs()));
  const { departments } = useDesk();
  const draft = useDraftForm<ChannelValues, Added | null>({
    subject: channel ? `channel/${id}/edit` : 'channel/new',
    secrets: SECRETS,
    initial: valuesOf(channel),
    check: (values) => problemsOf(values, channel === null),
    send: (values, options) =>
      channel
        ? api.patch<unknown>(`channels/${id}`, bodyOf(values), options).then(() => null)
        : api.post<Added>('channels', { kind: values.kind, id, ...bodyOf(values) }, options),
    changes: () => ['channel'],
    done: (added, { kind }) => done(added, kind),
  });
  const { form } = draft;
  const { kind } = form.values;
  const Fields = FIELDS[kind];
  return (
    <FormFrame draft={draft} submit={channel ? t('channels.keep') : t('channels.add')}>
      {channel ? null : (
        <NativeSelect
          label={t('channels.kind')}
          data={WAYS.map((value) => ({ value, label: kindWords(value) }))}
          {...form.getInputProps('kind')}
        />
      )}
      <TextInput
        label={t('channels.name')}
        description={t('channels.name_why')}
        required
        maxLength={100}
        {...form.getInputProps('name')}
      />
      <TextInput
        label={t(`channels.address_${kind}`)}
        description={t(`channels.address_${kind}_why`)}
        type={kind === 'mail' ? 'email' : 'text'}
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
      <Fields form={form} fresh={channel === null} id={id} />
    </FormFrame>
  );
}
