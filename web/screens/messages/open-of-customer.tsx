import type { z } from 'zod';
import type { deskCustomerOut } from '../../../src/search/desk.ts';
import { MatterLine } from '../../matter/matter-line.tsx';
import { useRead } from '../../server/queries.ts';
import { useRight } from '../../session/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import type { Picked } from '../../ui/form/async-picker.tsx';
import { t } from '../../words/words.ts';
import type { ConversationView } from './conversation-view.ts';

type DeskCustomer = z.output<typeof deskCustomerOut>;

/** What is known of who writes, as the front desk sees it; nothing where he is not known or it may not be seen. */
export function useKnownCustomer({ customer }: Pick<ConversationView, 'customer'>): DeskCustomer | undefined {
  const may = useRight('contact.record');
  return useRead<DeskCustomer>(`desk/customer/${customer?.id}`, {
    about: ['ticket', 'work_order', 'clock', 'customer'],
    enabled: may && customer !== null,
  }).data;
}

type OpenOfCustomerProps = {
  conversation: ConversationView;
  chosen?: string | null;
  choose?: (ticket: Picked) => void;
};

/** What else is open for him: to choose from, or only to know; then without what this conversation is about anyway. */
export function OpenOfCustomer({ conversation, chosen, choose }: OpenOfCustomerProps) {
  const own = choose ? [] : conversation.tickets.map(({ id }) => id);
  const open = (useKnownCustomer(conversation)?.open ?? []).filter(({ id }) => !own.includes(id));
  if (open.length === 0) return null;
  return (
    <section>
      <h2>{t('messages.open_matters')}</h2>
      {open.map((matter) => (
        <MatterLine
          key={matter.id}
          matter={matter}
          actions={
            choose ? (
              <ActionButton
                label={t('messages.join_matter')}
                kind={chosen === matter.id ? 'primary' : 'plain'}
                onRun={() => choose({ id: matter.id, label: `${matter.number} ${matter.title}` })}
              />
            ) : undefined
          }
        />
      ))}
    </section>
  );
}
