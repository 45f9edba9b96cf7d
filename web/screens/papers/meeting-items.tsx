import { NativeSelect, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { MEETING_ITEM_SORTS } from '../../../src/meeting/meeting.ts';
import type { MeetingItemView, MeetingView } from '../../../src/meeting/view.ts';
import { peopleOptions, useDesk } from '../../matter/kinds.ts';
import { api } from '../../server/api.ts';
import { newId } from '../../server/ids.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { MomentField } from '../../ui/form/moment-field.tsx';
import { Go } from '../../ui/go.tsx';
import { Section } from '../../ui/section.tsx';
import { nowMs } from '../../ui/time.ts';
import { When } from '../../ui/when.tsx';
import { StateMark } from '../../ui/state-mark.tsx';
import { t } from '../../words/words.ts';
import styles from './papers.module.css';
import { itemState, itemTone } from './words.ts';

/** Problems and ideas with who sees to each (MEET-04): what this meeting left, and what earlier ones left open. */
export function MeetingItems({ meeting }: { meeting: MeetingView }) {
  const [opened, open] = useState(false);
  const close = () => open(false);
  const carried = meeting.points.flatMap(({ item }) => item ?? []);
  if (meeting.left.length === 0 && carried.length === 0 && meeting.state !== 'held') return null;
  return (
    <Section
      title={t('papers.list_items')}
      actions={
        meeting.state === 'held' ? (
          <ActionButton
            label={t('papers.add_item')}
            icon={IconPlus}
            can={meeting.can}
            action="add_item"
            onRun={() => open(true)}
          />
        ) : null
      }
    >
      {meeting.left.length === 0 ? <p className="dim">{t('papers.nothing_left')}</p> : null}
      <ul className={styles['rows']}>
        {meeting.left.map((item) => (
          <Item key={item.id} item={item} />
        ))}
        {carried.map((item) => (
          <Item key={item.id} item={item} from={item.meeting.title} />
        ))}
      </ul>
      <Dialog opened={opened} close={close} title={t('papers.add_item')}>
        <ItemForm meeting={meeting} done={close} />
      </Dialog>
    </Section>
  );
}

function Item({ item, from }: { item: MeetingItemView; from?: string }) {
  return (
    <li className={styles['row']}>
      <div className={styles['line']}>
        <strong>{item.title}</strong>
        <StateMark tone={itemTone(item)}>{itemState(item)}</StateMark>
      </div>
      <p className="dim">
        {t(`papers.item_${item.sort}`)} · {item.person.name} · <When at={item.dueAt} />
        {from ? ` · ${t('papers.carried', { meeting: from })}` : null}
      </p>
      {item.outcome ? (
        <p className={styles['said']}>{item.outcome}</p>
      ) : (
        <Go to="/day-plan">{t('papers.say_outcome')}</Go>
      )}
    </li>
  );
}

type Values = { sort: string; title: string; personId: string; dueAt: string | null };

function ItemForm({ meeting, done }: { meeting: MeetingView; done: () => void }) {
  const [id] = useState(() => newId<'work_item'>(nowMs()));
  const { people } = useDesk();
  const draft = useDraftForm<Values>({
    subject: `meeting/${meeting.id}/item`,
    initial: { sort: 'problem', title: '', personId: '', dueAt: null },
    check: ({ title, personId, dueAt }) => ({
      title: title.trim() ? null : t('papers.what_needed'),
      personId: personId ? null : t('papers.person_needed'),
      dueAt: dueAt ? null : t('papers.due_needed'),
    }),
    send: (values, options) => api.post(`meetings/${meeting.id}/items`, { id, ...values }, options),
    changes: () => ['meeting', `meeting/${meeting.id}`, 'work_item', 'commitment'],
    done,
  });
  const { form } = draft;
  return (
    <FormFrame draft={draft} submit={t('papers.add_item')}>
      <NativeSelect
        label={t('papers.sort')}
        data={MEETING_ITEM_SORTS.map((value) => ({ value, label: t(`papers.item_${value}`) }))}
        {...form.getInputProps('sort')}
      />
      <TextInput label={t('papers.what')} required maxLength={200} {...form.getInputProps('title')} />
      <NativeSelect
        label={t('papers.in_charge')}
        required
        data={[{ value: '', label: '' }, ...peopleOptions(people)]}
        {...form.getInputProps('personId')}
      />
      <MomentField
        label={t('papers.due')}
        required
        value={form.values.dueAt}
        onChange={(at) => form.setFieldValue('dueAt', at)}
        error={form.errors['dueAt']}
      />
    </FormFrame>
  );
}
