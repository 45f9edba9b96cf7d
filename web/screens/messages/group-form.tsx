import { NativeSelect } from '@mantine/core';
import { GROUP_SORTS, MEMBER_SORTS, TONES } from '../../../src/conversation/conversation.ts';
import { api } from '../../server/api.ts';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import type { ConversationView } from './conversation-view.ts';
import { changedBy } from './conversation-view.ts';

type Member = ConversationView['members'][number];
type Values = {
  sort: 'customer' | 'internal';
  tone: '' | (typeof TONES)[number];
  members: Record<string, Member['sort']>;
};
type GroupFormProps = {
  conversation: ConversationView;
  group: NonNullable<ConversationView['group']>;
  close: () => void;
};

/** Which sort of group it is, how one speaks there, and what each member is. */
export function GroupForm({ conversation: { id, members }, group, close }: GroupFormProps) {
  const before = Object.fromEntries(members.map((member) => [member.id, member.sort]));
  const draft = useDraftForm<Values, unknown>({
    subject: `conversation/${id}/group`,
    initial: { sort: group.sort, tone: group.tone ?? '', members: before },
    send: ({ sort, tone, members: sorts }, options) => {
      const said = Object.entries(sorts).filter(([member, is]) => is !== before[member]);
      const changed = said.map(([member, is]) => ({ id: member, sort: is }));
      return api.patch(`conversations/${id}/group`, { sort, tone: tone || null, members: changed }, options);
    },
    changes: () => changedBy(id),
    done: () => {
      say(t('messages.group_changed'));
      close();
    },
  });
  const { form } = draft;
  return (
    <FormFrame draft={draft} submit={t('messages.keep_group')}>
      <NativeSelect
        label={t('messages.group_sort')}
        description={t('messages.group_internal_why')}
        data={GROUP_SORTS.map((value) => ({ value, label: t(`messages.group_${value}`) }))}
        {...form.getInputProps('sort')}
      />
      <NativeSelect
        label={t('messages.tone')}
        data={[
          { value: '', label: t('messages.tone_usual') },
          ...TONES.map((value) => ({ value, label: t(`messages.tone_${value}`) })),
        ]}
        {...form.getInputProps('tone')}
      />
      {members.map((member) => (
        <NativeSelect
          key={member.id}
          label={t('messages.member_is', { name: member.name || member.address })}
          data={MEMBER_SORTS.map((value) => ({ value, label: t(`messages.member_${value}`) }))}
          {...form.getInputProps(`members.${member.id}`)}
        />
      ))}
    </FormFrame>
  );
}
