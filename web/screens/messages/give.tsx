import { Select } from '@mantine/core';
import { peopleOptions, useDesk } from '../../matter/kinds.ts';
import { api } from '../../server/api.ts';
import { useWrite } from '../../server/writes.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import type { ConversationView } from './conversation-view.ts';
import { changedBy } from './conversation-view.ts';

type GiveProps = { conversation: ConversationView; opened: boolean; close: () => void };

export function Give({ conversation, opened, close }: GiveProps) {
  return (
    <Dialog opened={opened} close={close} title={t('messages.give')}>
      <GiveForm conversation={conversation} close={close} />
    </Dialog>
  );
}

/** A colleague answers from now on, or whoever takes it first. */
function GiveForm({ conversation: { id, owner }, close }: Omit<GiveProps, 'opened'>) {
  const { people } = useDesk();
  const send = (personId: string | null, options: { key: string }) =>
    api.post<void>(`conversations/${id}/take`, { personId }, options);
  const draft = useDraftForm({
    subject: `conversation/${id}/give`,
    initial: { personId: null as string | null },
    check: ({ personId }) => ({ personId: personId ? null : t('messages.who_needed') }),
    send: ({ personId }, options) => send(personId, options),
    changes: () => changedBy(id),
    done: (_, { personId }) => {
      say(t('messages.given', { name: people.find((one) => one.id === personId)?.name ?? '' }));
      close();
    },
  });
  const giveUp = useWrite<void>({
    send: (_, options) => send(null, options),
    changes: () => changedBy(id),
    done: close,
  });
  return (
    <FormFrame
      draft={draft}
      submit={t('messages.give')}
      beside={
        owner ? (
          <ActionButton label={t('messages.give_up')} kind="quiet" busy={giveUp.busy} onRun={() => void giveUp.run()} />
        ) : null
      }
    >
      <Select
        label={t('messages.who_answers')}
        searchable
        required
        data={peopleOptions(people.filter((one) => one.id !== owner?.id))}
        {...draft.form.getInputProps('personId')}
      />
    </FormFrame>
  );
}
