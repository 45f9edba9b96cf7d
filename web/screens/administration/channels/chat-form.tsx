import { NativeSelect, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Language } from '../../../../src/kernel/words.ts';
import { useDesk } from '../../../matter/kinds.ts';
import { api } from '../../../server/api.ts';
import { newId } from '../../../server/ids.ts';
import { useDraftForm } from '../../../ui/form/draft-form.ts';
import { FormFrame } from '../../../ui/form/form-frame.tsx';
import { nowMs } from '../../../ui/time.ts';
import { languageNames, languages } from '../../../words/languages.ts';
import { said, t } from '../../../words/words.ts';
import type { Chat } from './channels.ts';

const HOURS = ['reception', 'department', 'always'] as const;

type Values = Omit<Chat['settings'], 'origins'> & { name: string; departmentId: string | null; origins: string };

const nothingYet: Values = {
  name: '',
  departmentId: null,
  hours: 'reception',
  atOnce: 3,
  acceptWithin: 45,
  skill: '',
  welcome: { en: '', 'zh-hans': '', 'zh-hant': '' },
  origins: '',
};

function valuesOf(chat: Chat | null): Values {
  if (!chat) return nothingYet;
  const { name, department, settings } = chat;
  return { ...settings, name, departmentId: department?.id ?? null, origins: settings.origins.join('\n') };
}

function bodyOf({ name, departmentId, origins, ...settings }: Values) {
  const pages = origins.split(/\s+/).filter(Boolean);
  return { name: name.trim(), departmentId, settings: { ...settings, origins: pages } };
}

/** When somebody is there, how many chats each of us has at once, what a visitor reads first, and where else the chat stands. */
export function ChatForm({ chat, done }: { chat: Chat | null; done: () => void }) {
  const [id] = useState(() => chat?.id ?? newId<'channel'>(nowMs()));
  const { departments } = useDesk();
  const draft = useDraftForm<Values, unknown>({
    subject: chat ? `channel/${id}/edit` : 'channel/new-chat',
    initial: valuesOf(chat),
    check: ({ name }) => ({ name: name.trim() ? null : t('channels.needed') }),
    send: (values, options) =>
      chat
        ? api.patch(`channels/${id}`, bodyOf(values), options)
        : api.post('channels', { kind: 'chat', id, ...bodyOf(values) }, options),
    changes: () => ['channel'],
    done,
  });
  const { form } = draft;
  return (
    <FormFrame draft={draft} submit={chat ? t('channels.keep') : t('channels.add_chat')}>
      <TextInput label={t('channels.name')} required maxLength={100} {...form.getInputProps('name')} />
      <Select
        label={t('channels.whose')}
        placeholder={t('channels.front_desk')}
        clearable
        data={departments.map((one) => ({ value: one.id, label: said(one.name) }))}
        {...form.getInputProps('departmentId')}
      />
      <NativeSelect
        label={t('channels.hours')}
        data={HOURS.map((value) => ({ value, label: t(`channels.hours_${value}`) }))}
        {...form.getInputProps('hours')}
      />
      <NumberInput label={t('channels.at_once')} min={1} max={20} {...form.getInputProps('atOnce')} />
      <NumberInput
        label={t('channels.accept_within')}
        description={t('channels.accept_within_why')}
        min={10}
        max={600}
        {...form.getInputProps('acceptWithin')}
      />
      <TextInput
        label={t('channels.skill')}
        description={t('channels.skill_why')}
        maxLength={40}
        {...form.getInputProps('skill')}
      />
      {languages.map((language: Language) => (
        <TextInput
          key={language}
          label={t('channels.welcome', { language: languageNames[language] })}
          lang={language}
          maxLength={300}
          {...form.getInputProps(`welcome.${language}`)}
        />
      ))}
      <Textarea
        label={t('channels.origins')}
        description={t('channels.origins_why')}
        autosize
        minRows={2}
        {...form.getInputProps('origins')}
      />
    </FormFrame>
  );
}
