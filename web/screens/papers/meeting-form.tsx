import { Checkbox, MultiSelect, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { MeetingView } from '../../../src/meeting/view.ts';
import { peopleOptions, useDesk } from '../../matter/kinds.ts';
import { api } from '../../server/api.ts';
import { newId } from '../../server/ids.ts';
import { useRight } from '../../session/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import type { DraftForm } from '../../ui/form/draft-form.ts';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { MomentField } from '../../ui/form/moment-field.tsx';
import { nowMs } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import type { MeetingValues } from './meeting-values.ts';
import { blankMeeting, bodyOf, valuesOf } from './meeting-values.ts';
import { useMeetingSorts } from './house.ts';

/** Opens the form that calls a meeting. */
export function CallButton() {
  const [opened, open] = useState(false);
  const close = () => open(false);
  if (!useRight('meeting.call')) return null;
  return (
    <>
      <ActionButton label={t('papers.call')} icon={IconUsersGroup} kind="primary" hotkey="n" onRun={() => open(true)} />
      <Dialog opened={opened} close={close} title={t('papers.call')} size="lg">
        <MeetingForm meeting={null} done={close} />
      </Dialog>
    </>
  );
}

/** A meeting as it is called, and as it is arranged otherwise before it is held. */
export function MeetingForm({ meeting, done }: { meeting: MeetingView | null; done: () => void }) {
  const navigate = useNavigate();
  const [id] = useState(() => meeting?.id ?? newId<'meeting'>(nowMs()));
  const draft = useDraftForm<MeetingValues>({
    subject: meeting ? `meeting/${meeting.id}/arrange` : 'meeting/new',
    initial: meeting ? valuesOf(meeting) : blankMeeting,
    version: meeting?.version,
    check: (values) => ({
      sort: values.sort ? null : t('papers.sort_needed'),
      title: values.title.trim() ? null : t('papers.about_needed'),
      startsAt: values.startsAt ? null : t('papers.starts_needed'),
      room: values.room.trim() ? null : t('papers.room_needed'),
      personIds: values.personIds.length > 0 ? null : t('papers.people_needed'),
      agenda: values.agenda.trim() ? null : t('papers.agenda_needed'),
    }),
    send: (values, options, { version }) =>
      meeting
        ? api.put(`meetings/${id}`, { seen: version, ...bodyOf(values) }, options)
        : api.post('meetings', { id, sort: values.sort, regular: values.regular, ...bodyOf(values) }, options),
    changes: () => ['meeting', `meeting/${id}`],
    done: () => {
      done();
      if (!meeting) void navigate({ to: `/papers/meetings/${id}` as never });
    },
  });
  return (
    <FormFrame draft={draft} submit={meeting ? t('papers.save') : t('papers.call_now')}>
      <Fields draft={draft} isNew={meeting === null} />
    </FormFrame>
  );
}

function Fields({ draft: { form }, isNew }: { draft: DraftForm<MeetingValues>; isNew: boolean }) {
  const { people } = useDesk();
  const names = peopleOptions(people);
  const sorts = useMeetingSorts();
  const sort = sorts.find(({ key }) => key === form.values.sort);
  const of = form.getInputProps;
  const anybody = [{ value: '', label: t('papers.whoever_calls') }, ...names];
  return (
    <>
      {isNew ? (
        <NativeSelect
          label={t('papers.sort')}
          required
          data={[
            { value: '', label: '' },
            ...sorts
              .filter(({ can }) => can['call'] === null)
              .map(({ key, name }) => ({ value: key, label: said(name) })),
          ]}
          {...of('sort')}
        />
      ) : null}
      {isNew && sort?.every ? (
        <Checkbox label={t(`papers.counts_for_${sort.every}`)} {...of('regular', { type: 'checkbox' })} />
      ) : null}
      <TextInput label={t('papers.about')} required maxLength={200} {...of('title')} />
      <MomentField
        label={t('papers.starts')}
        required
        value={form.values.startsAt}
        onChange={(at) => form.setFieldValue('startsAt', at)}
        error={form.errors['startsAt']}
      />
      <TextInput label={t('papers.room')} required maxLength={200} {...of('room')} />
      <MultiSelect label={t('papers.invited')} required searchable data={names} {...of('personIds')} />
      {!isNew || sort?.outsiders ? (
        <Textarea
          label={t('papers.outsiders')}
          description={t('papers.outsiders_hint')}
          autosize
          minRows={2}
          {...of('outsiders')}
        />
      ) : null}
      <Textarea
        label={t('papers.agenda')}
        description={t('papers.agenda_hint')}
        required
        autosize
        minRows={3}
        {...of('agenda')}
      />
      <NativeSelect label={t('papers.chair')} data={anybody} {...of('chairId')} />
      <NativeSelect label={t('papers.recorder')} data={anybody} {...of('recorderId')} />
    </>
  );
}
