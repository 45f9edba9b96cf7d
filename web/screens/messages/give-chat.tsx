import { Select } from '@mantine/core';
import { useDesk } from '../../matter/kinds.ts';
import { api } from '../../server/api.ts';
import { useSession } from '../../session/session.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { said, t } from '../../words/words.ts';
import { useBoard } from './chat.ts';
import { changedBy } from './conversation-view.ts';

type GiveProps = { id: string; opened: boolean; close: () => void };

/** A chat handed over to a colleague who takes chats now, or to a department; mine until it is accepted. */
export function GiveChat({ id, opened, close }: GiveProps) {
  return (
    <Dialog opened={opened} close={close} title={t('chat.give')}>
      <GiveForm id={id} close={close} />
    </Dialog>
  );
}

function GiveForm({ id, close }: Omit<GiveProps, 'opened'>) {
  const { departments } = useDesk();
  const me = useSession().person.id;
  const ready = (useBoard()?.agents ?? []).filter(({ state, person }) => state === 'ready' && person.id !== me);
  const draft = useDraftForm({
    subject: `conversation/${id}/give`,
    initial: { personId: null as string | null, departmentId: null as string | null },
    check: ({ personId, departmentId }) => ({ personId: personId || departmentId ? null : t('chat.to_needed') }),
    send: ({ personId, departmentId }, options) =>
      api.post<void>(`conversations/${id}/chat/give`, personId ? { personId } : { departmentId }, options),
    changes: () => changedBy(id),
    done: close,
  });
  const { form } = draft;
  return (
    <FormFrame draft={draft} submit={t('chat.give')}>
      <p className="dim">{t('chat.give_why')}</p>
      <Select
        label={t('chat.to_colleague')}
        clearable
        data={ready.map(({ person }) => ({ value: person.id, label: person.name }))}
        {...form.getInputProps('personId')}
      />
      <Select
        label={t('chat.to_department')}
        clearable
        data={departments.map((one) => ({ value: one.id, label: said(one.name) }))}
        {...form.getInputProps('departmentId')}
      />
    </FormFrame>
  );
}
