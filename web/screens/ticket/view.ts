import type { z } from 'zod';
import type { ticketOut } from '../../../src/ticket/view.ts';
import type { About } from '../../server/queries.ts';
import { useRead } from '../../server/queries.ts';

/** `GET /api/tickets/:id` */
export type TicketView = z.output<typeof ticketOut>;
export type WorkOrder = TicketView['workOrders'][number];
export type Clock = TicketView['clocks'][number];

/** What a ticket's page is about: itself and all that hangs under it. */
export function aboutTicket(id: string): About {
  return [`ticket/${id}`, 'work_order', 'commitment', 'return_visit', 'rectification', 'clock'];
}

export function useTicket(id: string) {
  return useRead<TicketView>(`tickets/${id}`, { about: aboutTicket(id) });
}

/** Everything that one act may have changed. */
export const changedBy = (id: string): About => ['ticket', `ticket/${id}`, 'work_order', 'commitment', 'contact'];
