import { useEffect, useState } from 'react';
import type { DraftForm } from '../../ui/form/draft-form.ts';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { dropDraft, keepDraft, localDraft } from '../../ui/form/draft-store.ts';
import { MINUTE, ms, nowMs } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import type { OrderPage } from '../work-orders/orders.ts';
import type { FormProps } from './asking.tsx';
import { describe, sendFile } from './report.ts';
import { blobOf } from './signature.ts';
import { isEnded } from '../../../src/work-order/work-order.ts';

export type Finish = {
  findings: string;
  measures: string;
  minutes: number | '';
  informedId: string;
  signedBy: string;
  /** What was drawn, as a data address, so that it survives with the rest. */
  signature: string | null;
  /** Photos are on their way as soon as they are taken; the report names them. */
  photoIds: string[];
};

const mostMinutes = 10_000;

export function finishSubject(id: string): string {
  return `work_order/${id}/finish`;
}

/**
 * The report of a finished job. The draft is kept until the server has accepted it: a report sent from a basement may be
 * refused an hour later (somebody else was sent), and nothing that was typed may be lost then.
 */
export function useFinish(page: OrderPage, report: FormProps['report']): DraftForm<Finish> {
  const [initial] = useState(() => firstOf(page));
  return useDraftForm<Finish>({
    subject: finishSubject(page.id),
    initial,
    check: (values) => ({
      findings: values.findings.trim() ? null : t('worker.text_needed'),
      measures: values.measures.trim() ? null : t('worker.text_needed'),
      minutes:
        values.minutes !== '' && values.minutes >= 0 && values.minutes <= mostMinutes
          ? null
          : t('worker.minutes_needed'),
      signedBy: values.signature === null || values.signedBy.trim() ? null : t('worker.signer_needed'),
    }),
    send: async (values) => report(bodyOf(page, values)),
    done: (_nothing, values) => keepDraft(finishSubject(page.id), JSON.stringify(values)),
  });
}

/** Begins with the time since arriving, to the next five minutes. */
function firstOf(page: OrderPage): Finish {
  const since = page.order.arrivedAt ? (nowMs() - ms(page.order.arrivedAt)) / MINUTE : 0;
  const minutes = since > 1 && since < 600 ? Math.ceil(since / 5) * 5 : 30;
  return { findings: '', measures: '', minutes, informedId: '', signedBy: '', signature: null, photoIds: [] };
}

function bodyOf(page: OrderPage, values: Finish): Record<string, unknown> {
  const drawn = blobOf(values.signature);
  const signedBy = values.signedBy.trim();
  return {
    findings: values.findings.trim(),
    measures: values.measures.trim(),
    minutes: values.minutes,
    photoIds: values.photoIds,
    ...(values.informedId ? { informedId: values.informedId } : {}),
    ...(signedBy ? { signedBy } : {}),
    ...(drawn ? { signatureId: sendFile(describe(page), drawn, 'signature.png') } : {}),
  };
}

/** Once the server knows that the order has ended, its draft need not be kept any longer. */
export function useDraftUntilEnd(page: OrderPage): void {
  const ended = isEnded(page.order);
  useEffect(() => {
    if (ended && localDraft(finishSubject(page.id))) dropDraft(finishSubject(page.id));
  }, [ended, page.id]);
}
