import { IconFileInvoice } from '@tabler/icons-react';
import { useState } from 'react';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { t } from '../../words/words.ts';
import { useCharging } from './charge-words.ts';
import { NewCharge } from './new-charge.tsx';

/** Straight from a finished work order to its bill (WORK-10). */
export function ChargeOrder({ orderId }: { orderId: string }) {
  const { data } = useCharging();
  const [open, show] = useState(false);
  const charging = data?.charging;
  if (!charging) return null;
  const item = charging.items.find((one) => one.paidService && one.on)?.key;
  return (
    <>
      <ActionButton label={t('charges.charge_order')} icon={IconFileInvoice} kind="quiet" onRun={() => show(true)} />
      <Dialog opened={open} close={() => show(false)} title={t('charges.charge_order')}>
        {open ? <NewCharge charging={charging} order={{ id: orderId, item }} close={() => show(false)} /> : null}
      </Dialog>
    </>
  );
}
