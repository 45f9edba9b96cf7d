import { IconAlarm } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { Late } from '../../frame/arriving.tsx';
import { later } from '../../routes/later.ts';
import type { RowAction } from '../../ui/list/model.ts';
import { t } from '../../words/words.ts';

/** Comes when it is asked for: with it come all acts on a ticket, which the first screen does without. */
const PromiseOnRow = later(() => import('./promise-on-row.tsx').then((file) => file.PromiseOnRow));

type Promising<Row> = { promise: RowAction<Row>; dialog: ReactNode };

/**
 * A promised reply is one key away wherever a row stands for a ticket: the same key, dialog and rule as on the ticket
 * itself, without leaving the list (RECP-05).
 */
export function usePromising<Row>(ticketOf: (row: Row) => string): Promising<Row> {
  const [ticketId, setTicketId] = useState<string | null>(null);
  const close = () => setTicketId(null);
  return {
    promise: {
      key: 'promise',
      label: t('ticket.promise'),
      icon: IconAlarm,
      hotkey: 'p',
      single: true,
      small: true,
      run: ([row]) => row && setTicketId(ticketOf(row)),
    },
    dialog: (
      <Late opened={ticketId !== null} title={t('ticket.promise')} close={close}>
        {ticketId ? <PromiseOnRow ticketId={ticketId} close={close} /> : null}
      </Late>
    ),
  };
}
