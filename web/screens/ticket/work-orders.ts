import type { WorkOrder } from './view.ts';

const ended = new Set(['done', 'refused', 'cancelled']);

export const isOpenOrder = (order: WorkOrder): boolean => !ended.has(order.stage);
