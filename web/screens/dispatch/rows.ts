import type { z } from 'zod';
import type { dispatchOut } from '../../../src/report/dispatch.ts';
import type { Count } from '../../server/contract.ts';
import type { Heading } from '../../ui/list/model.ts';
import { t } from '../../words/words.ts';
import type { Window } from '../work-orders/orders.ts';

/** `GET /api/dispatch` */
export type DispatchAnswer = z.output<typeof dispatchOut>;
export type Hand = DispatchAnswer['people'][number];
type Ticket = DispatchAnswer['undispatched'][number];
type Order = DispatchAnswer['unassigned'][number];

/** What waits for hands: a matter nobody was sent for, or an order nobody has taken on. */
export type WaitingRow = Omit<Ticket, 'departmentId'> & {
  group: 'undispatched' | 'unassigned';
  inGroup: Count;
  departmentId: string | null;
  order: (Pick<Order, 'no' | 'task' | 'person' | 'issuedAt'> & { id: string; appointment: Window | null }) | null;
};

/** Both lists as one run of rows, so that one cursor goes through all that waits. */
export function rowsOf(answer: DispatchAnswer | undefined): WaitingRow[] {
  if (!answer) return [];
  const { undispatched, unassigned } = answer;
  const waiting = { n: undispatched.length, more: answer.moreUndispatched };
  const sent = { n: unassigned.length, more: answer.moreUnassigned };
  return [
    ...undispatched.map((ticket) => ({
      ...ticket,
      group: 'undispatched' as const,
      inGroup: waiting,
      order: null,
    })),
    ...unassigned.map(({ workOrderId, no, task, person, issuedAt, appointment, ...ticket }) => ({
      ...ticket,
      group: 'unassigned' as const,
      inGroup: sent,
      order: { id: workOrderId, no, task, person, issuedAt, appointment },
    })),
  ];
}

export const rowId = (row: WaitingRow): string => row.order?.id ?? row.id;

export function headingOf(row: WaitingRow): Heading {
  return { key: row.group, label: t(`dispatch.${row.group}`), count: row.inGroup };
}

export function numberOf(row: WaitingRow): string {
  return row.order ? `${row.number}-${row.order.no}` : String(row.number);
}
