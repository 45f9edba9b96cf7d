import { useState } from 'react';
import { api } from '../../server/api.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { say } from '../../ui/toast.ts';
import { useNavigate } from '@tanstack/react-router';
import { LoadingLines } from '../../ui/states.tsx';
import { t } from '../../words/words.ts';
import { OtherHomes } from '../front-desk/cards.tsx';
import { intakeBody } from '../front-desk/intake-body.ts';
import type { Intake } from '../front-desk/intake.ts';
import { nothingYet } from '../front-desk/intake.ts';
import { KindKeys } from '../front-desk/kind-keys.tsx';
import { Likely } from '../front-desk/likely.tsx';
import { MatterForm } from '../front-desk/matter-form.tsx';
import { useIntake } from '../front-desk/use-intake.ts';
import type { ConversationView } from './conversation-view.ts';
import { changedBy, whoWrites } from './conversation-view.ts';
import styles from './messages.module.css';
import { useKnownCustomer } from './open-of-customer.tsx';
import { WhichMessages } from './which-messages.tsx';

export type OpenMatterProps = {
  conversation: ConversationView;
  of: readonly string[];
  opened: boolean;
  close: () => void;
};
type Homes = { placeId: string; code: string; relation: string }[];

/** A matter made of messages: the form of the front desk, with all that is known already in it. */
export function OpenMatter({ opened, close, conversation, of }: OpenMatterProps) {
  return (
    <Dialog opened={opened} close={close} title={t('messages.open_matter')} size="xl">
      <OnceKnown conversation={conversation} of={of} close={close} />
    </Dialog>
  );
}

/** Where he lives is asked first, and only by a window that is open. */
function OnceKnown({ conversation, of, close }: Omit<OpenMatterProps, 'opened'>) {
  const known = useKnownCustomer(conversation);
  if (conversation.customer !== null && known === undefined) return <LoadingLines count={8} />;
  return <OpenForm conversation={conversation} of={of} homes={known?.customer.places ?? []} close={close} />;
}

type OpenFormProps = Omit<OpenMatterProps, 'opened'> & { homes: Homes };

function OpenForm({ conversation, of, homes, close }: OpenFormProps) {
  const { id } = conversation;
  const navigate = useNavigate();
  const [messageIds, setMessageIds] = useState<string[]>([...of]);
  const intake = useIntake(
    (outcome) => {
      if (!('opened' in outcome)) return;
      const open = () => void navigate({ to: '/tickets/$id', params: { id: outcome.opened } });
      say(t('messages.opened'), 'done', { label: t('messages.show'), run: open });
      close();
    },
    {
      subject: `conversation/${id}/matter`,
      initial: filledIn(conversation, of, homes),
      changes: changedBy(id),
      send: async (values, kind, options) => {
        const { contact, ticket, workOrder, promise } = intakeBody(values, kind!);
        const matter = { ...ticket, need: contact.need, placeId: contact.placeId };
        const body = { messageIds, purpose: contact.purpose, ticket: matter, workOrder, promise };
        const opened = await api.post<{ id: string }>(`conversations/${id}/tickets`, body, options);
        return { opened: opened.id };
      },
    },
  );
  return (
    <div className={styles['stack']}>
      <WhichMessages
        conversation={conversation}
        value={messageIds}
        onChange={setMessageIds}
        error={messageIds.length > 0 ? null : t('messages.messages_needed')}
      />
      {homes.length > 1 ? <OtherHomes intake={intake} places={homes} /> : null}
      <KindKeys intake={intake} opens />
      {intake.kind ? (
        <>
          <Likely intake={intake} kind={intake.kind} />
          <MatterForm key={intake.kind.key} intake={intake} kind={intake.kind} next={intake.draft.discard} ofMessage />
        </>
      ) : null}
    </div>
  );
}

/** Who writes, where he lives where that is one place only, and what he wrote. */
function filledIn(conversation: ConversationView, of: readonly string[], homes: Homes): Intake {
  const { customer, messages, subject, place } = conversation;
  const [home] = homes;
  const scanned = place && { id: place.id, code: place.code };
  return {
    ...nothingYet,
    customer: customer && { ...customer, vip: false },
    place: home && homes.length === 1 ? { id: home.placeId, code: home.code } : scanned,
    callerName: whoWrites(conversation).slice(0, 100),
    channel: 'email',
    written: true,
    title: subject.slice(0, 200),
    need: messages
      .filter(({ id }) => of.includes(id))
      .map(({ text }) => text.trim())
      .join('\n\n')
      .slice(0, 10_000),
  };
}
