import type { z } from 'zod';
import type { workOrderLineOut } from '../../../src/work-order/list.ts';
import type { readWorkOrder } from '../../../src/work-order/page.ts';
import type { WorkOrderStage } from '../../../src/work-order/work-order.ts';
import type { Topic } from '../../queries.ts';
import { dayOf, daysAway, ms, nowMs, timeOfDay, weekdayAndTime } from '../../ui/time.ts';
import { t } from '../../words/words.ts';

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

export function stageWords(stage: string): string {
  return t(`work_orders.stage_${stage as WorkOrderStage}`);
}

/** `today 14:00–15:00` */
export function windowWords({ fromAt, untilAt }: Window): string {
  const sameDay = dayOf(ms(fromAt)) === dayOf(ms(untilAt));
  return t('work_orders.window', {
    from: dayAndTime(fromAt),
    until: sameDay ? timeOfDay(ms(untilAt)) : dayAndTime(untilAt),
  });
}

/** By the clock even when it is near ("today 14:00", never "in 12 min"): somebody waits at the door for it. */
function dayAndTime(moment: string): string {
  const time = timeOfDay(ms(moment));
  const away = daysAway(ms(moment), nowMs());
  if (away === 0) return t('time.today', { time });
  if (away === 1) return t('time.tomorrow', { time });
  return away === -1 ? t('time.yesterday', { time }) : weekdayAndTime(moment);
}

export function isToday(moment: string): boolean {
  return daysAway(ms(moment), nowMs()) <= 0;
}

export function aboutOrder(id: string): Topic[] {
  return [`work_order/${id}`, 'clock'];
}
