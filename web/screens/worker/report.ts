import { useRef, useState } from 'react';
import { newId } from '../../server/ids.ts';
import { sendWhenPossible, useDone } from '../../offline/outbox.ts';
import { instantOf, nowMs } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import type { OrderPage } from '../work-orders/orders.ts';
import { orderNumber } from '../work-orders/orders.ts';
import type { Standing, WorkerStep } from './steps.ts';
import { standingOf, stepPaths } from './steps.ts';

type Report = (step: WorkerStep, body?: Record<string, unknown>) => void;

/** Where the order stands here, and how a step of it is reported: at once where there is a connection, else as soon as there is. */
export function useReport(page: OrderPage): { standing: Standing; report: Report; busy: WorkerStep | null } {
  const standing = standingOf(page.id, page.order, useDone());
  const taken = useRef<WorkerStep | null>(null);
  const [busy, setBusy] = useState<WorkerStep | null>(null);
  const report: Report = (step, body = {}) => {
    // A second tap before the first has been kept is the same tap.
    if (taken.current === step) return;
    taken.current = step;
    setBusy(step);
    void sendWhenPossible({
      method: 'post',
      path: `work-orders/${page.id}/${stepPaths[step]}`,
      body: step === 'appoint' ? body : { ...body, happenedAt: instantOf(nowMs()) },
      label: t(`worker.did_${step}`, { order: describe(page) }),
      changes: [`work_order/${page.id}`, 'work_order', `ticket/${page.ticketId}`, 'ticket'],
    }).finally(() => {
      taken.current = null;
      setBusy(null);
    });
  };
  return { standing, report, busy: standing.unsent.includes(busy as WorkerStep) ? null : busy };
}

export function describe(page: OrderPage): string {
  return [orderNumber(page), page.place?.code].filter(Boolean).join(' ');
}

/** Puts a photo or signature `of` something on its way, before what names it; answers with its id. */
export function sendFile(of: string, file: Blob, name: string): string {
  const id = newId<'file'>(nowMs());
  const query = new URLSearchParams({ id, name });
  void sendWhenPossible({
    method: 'post',
    path: `files?${query.toString()}`,
    body: file,
    label: t('worker.photo_of', { order: of }),
    changes: [],
  });
  return id;
}
