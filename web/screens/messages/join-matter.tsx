import { useState } from 'react';
import { TicketPicker } from '../../matter/ticket-picker.tsx';
import { api } from '../../server/api.ts';
import { Dialog } from '../../ui/dialog.tsx';
import type { Picked } from '../../ui/form/async-picker.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import type { ConversationView } from './conversation-view.ts';
import { changedBy } from './conversation-view.ts';
import { OpenOfCustomer } from './open-of-customer.tsx';
import { WhichMessages } from './which-messages.tsx';

type JoinProps = { conversation: ConversationView; of: readonly string[]; opened: boolean; close: () => void };

export function JoinMatter({ opened, close, ...form }: JoinProps) {
  return (
    <Dialog opened={opened} close={close} title={t('messages.join_matter')} size="lg">
      <JoinForm {...form} close={close} />
    </Dialog>
  );
}

/** Messages that belong to a matter there is: one of his that is open by one tap, any other by its number. */
function JoinForm({ conversation, of, close }: Omit<JoinProps, 'opened'>) {
  const [messageIds, setMessageIds] = useState<string[]>([...of]);
  const draft = useDraftForm({
    subject: `conversation/${conversation.id}/join`,
    initial: { ticket: null as Picked | null },
    check: ({ ticket }) => ({
      ticket: ticket ? null : t('messages.which_matter_needed'),
      messageIds: messageIds.length > 0 ? null : t('messages.messages_needed'),
    }),
    send: ({ ticket }, options) =>
      api.post(`conversations/${conversation.id}/join`, { ticketId: ticket!.id, messageIds }, options),
    changes: () => changedBy(conversation.id),
    done: () => {
      say(t('messages.joined'));
      close();
    },
  });
  const { form } = draft;
  return (
    <FormFrame draft={draft} submit={t('messages.join_matter')}>
      <WhichMessages
        conversation={conversation}
        value={messageIds}
        onChange={setMessageIds}
        error={form.errors['messageIds']}
      />
      <OpenOfCustomer
        conversation={conversation}
        choose={(ticket) => form.setFieldValue('ticket', ticket)}
        chosen={form.values.ticket?.id ?? null}
      />
      <TicketPicker
        label={t('messages.which_matter')}
        except=""
        value={form.values.ticket}
        onChange={(ticket) => form.setFieldValue('ticket', ticket)}
        error={form.errors['ticket']}
      />
    </FormFrame>
  );
}
