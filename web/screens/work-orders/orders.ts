import type { z } from 'zod';
import type { workOrderLineOut } from '../../../src/work-order/list.ts';
import type { readWorkOrder } from '../../../src/work-order/page.ts';
import type { Topic } from '../../server/queries.ts';
import { daysAway, ms, nowMs } from '../../ui/time.ts';

/** A line of `GET /api/work-orders` */
export type OrderLine = z.output<typeof workOrderLineOut>;
/** `GET /api/work-orders/:id` */
export type OrderPage = Awaited<ReturnType<typeof readWorkOrder>>;

/** A stretch of somebody's day. */
export type Window = { fromAt: string; untilAt: string };

/** `10427-2`: the ticket's number and the order's within it, short enough for the phone. */
export function orderNumber(order: Pick<OrderLine, 'number' | 'no'>): string {
  return `${order.number}-${order.no}`;
}

export function isToday(moment: string): boolean {
  return daysAway(ms(moment), nowMs()) <= 0;
}

export function aboutOrder(id: string): Topic[] {
  return [`work_order/${id}`, 'clock'];
}
