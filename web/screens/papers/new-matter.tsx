import { NativeSelect } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { z } from 'zod';
import type { bodiesOut, BodyView } from '../../../src/liaison/view.ts';
import type { TicketView } from '../ticket/view.ts';
import { useRead } from '../../server/queries.ts';
import { useRight } from '../../session/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { LoadingLines } from '../../ui/states.tsx';
import { t } from '../../words/words.ts';
import { MatterForm } from './matter-form.tsx';

/** Begins something with a body outside for a ticket: which body, and what. */
export function NewMatterOf({ ticketId }: { ticketId: string }) {
  const [opened, open] = useState(false);
  const close = () => open(false);
  if (!useRight('liaison.log')) return null;
  return (
    <>
      <ActionButton label={t('papers.new_matter')} icon={IconPlus} kind="primary" hotkey="n" onRun={() => open(true)} />
      <Dialog opened={opened} close={close} title={t('papers.new_matter')} size="lg">
        <Choose ticketId={ticketId} done={close} />
      </Dialog>
    </>
  );
}

function Choose({ ticketId, done }: { ticketId: string; done: () => void }) {
  const [bodyId, choose] = useState('');
  const bodies = useRead<z.output<typeof bodiesOut>>('liaison-bodies', {
    about: ['liaison_body'],
    query: { limit: 200 },
  });
  const ticket = useRead<TicketView>(`tickets/${ticketId}`, { about: [`ticket/${ticketId}`] }).data;
  const body = useRead<BodyView>(`liaison-bodies/${bodyId}`, {
    about: [`liaison_body/${bodyId}`],
    enabled: bodyId !== '',
  }).data;
  if (!bodies.data || !ticket) return <LoadingLines count={3} />;
  const { items } = bodies.data;
  if (items.length === 0) return <p>{t('papers.no_bodies_why')}</p>;
  return (
    <>
      <NativeSelect
        label={t('papers.body')}
        required
        data={[{ value: '', label: '' }, ...items.map(({ id, name }) => ({ value: id, label: name }))]}
        value={bodyId}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      {body && body.id === bodyId ? (
        <MatterForm
          key={bodyId}
          body={body}
          ticket={{ id: ticketId, label: `${ticket.number} ${ticket.title}` }}
          done={done}
        />
      ) : null}
    </>
  );
}
