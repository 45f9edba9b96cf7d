import type { ReactNode } from 'react';
import { useState } from 'react';
import type { RowAction } from '../../ui/list/model.ts';
import { workActs } from '../ticket/acts/all.ts';
import { RowAct } from './row-acts.tsx';

type Promising<Row> = { promise: RowAction<Row>; dialog: ReactNode };

/**
 * A promised reply is one key away wherever a row stands for a ticket: the same key, dialog and rule as on the ticket
 * itself, without leaving the list (RECP-05).
 */
export function usePromising<Row>(ticketOf: (row: Row) => string): Promising<Row> {
  const [ticketId, setTicketId] = useState<string | null>(null);
  const act = workActs().find(({ key }) => key === 'promise')!;
  const close = () => setTicketId(null);
  return {
    promise: {
      key: act.key,
      label: act.label,
      icon: act.icon,
      hotkey: act.hotkey!,
      single: true,
      small: true,
      run: ([row]) => row && setTicketId(ticketOf(row)),
    },
    dialog: ticketId ? <RowAct acting={{ id: ticketId, act, next: false }} close={close} done={close} /> : null,
  };
}
