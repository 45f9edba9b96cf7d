import { Textarea } from '@mantine/core';
import { IconArrowBackUp, IconBell, IconUserShare } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { later } from '../../routes/later.ts';
import { api } from '../../server/api.ts';
import { useRight } from '../../session/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import { SendDialog } from '../dispatch/send-dialog.tsx';
import { UrgeDialog } from '../dispatch/urge-dialog.tsx';
import type { OrderPage } from './orders.ts';
import { orderNumber } from './orders.ts';

const ChargeOrder = later(async () => (await import('../charges/charge-order.tsx')).ChargeOrder);

/** What the office does with an order: send somebody else, urge, take it back. */
export function OrderOffice({ page }: { page: OrderPage }) {
  const [doing, setDoing] = useState<'send' | 'urge' | 'cancel' | null>(null);
  const issues = useRight('work_order.issue');
  const mayCharge = useRight('charge.receive');
  if (!issues) return null;
  const { order, ticketId } = page;
  const number = orderNumber(page);
  const close = () => setDoing(null);
  const sending = { ticketId, number, kind: page.kind.key, departmentId: order.department.id, order, personId: null };
  return (
    <>
      <ActionButton
        label={t('dispatch.assign')}
        icon={IconUserShare}
        can={order.can}
        action="assign"
        hotkey="a"
        kind="quiet"
        onRun={() => setDoing('send')}
      />
      <ActionButton
        label={t('dispatch.urge')}
        icon={IconBell}
        hotkey="u"
        kind="quiet"
        refused={order.can['cancel'] ?? null}
        onRun={() => setDoing('urge')}
      />
      <ActionButton
        label={t('dispatch.cancel')}
        icon={IconArrowBackUp}
        can={order.can}
        action="cancel"
        kind="quiet"
        onRun={() => setDoing('cancel')}
      />
      {order.stage === 'done' && mayCharge ? (
        <Suspense fallback={null}>
          <ChargeOrder orderId={order.id} />
        </Suspense>
      ) : null}
      <SendDialog sending={doing === 'send' ? sending : null} close={close} />
      <UrgeDialog urging={doing === 'urge' ? { ticketId, number, workOrderId: order.id } : null} close={close} />
      <Dialog opened={doing === 'cancel'} close={close} title={t('dispatch.cancel_title', { number })}>
        <CancelForm page={page} close={close} />
      </Dialog>
    </>
  );
}

function CancelForm({ page, close }: { page: OrderPage; close: () => void }) {
  const draft = useDraftForm({
    subject: `work_order/${page.id}/cancel`,
    initial: { reason: '' },
    send: (values, options) => api.post(`work-orders/${page.id}/cancel`, values, options),
    changes: () => ['work_order', `work_order/${page.id}`, 'ticket', `ticket/${page.ticketId}`],
    done: () => {
      say(t('dispatch.cancelled', { number: orderNumber(page) }));
      close();
    },
  });
  return (
    <FormFrame draft={draft} submit={t('dispatch.cancel')}>
      <Textarea
        label={t('dispatch.cancel_why')}
        required
        rows={2}
        maxLength={200}
        data-autofocus
        {...draft.form.getInputProps('reason')}
      />
    </FormFrame>
  );
}
