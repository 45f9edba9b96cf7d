import type { ComponentType } from 'react';
import { api } from '../../server/api.ts';
import { later } from '../../routes/later.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import type { PlainKey } from '../../words/words.ts';
import { t } from '../../words/words.ts';
import { useWrite } from '../../server/writes.ts';
import type { ActProps } from './acts/act.ts';
import type { OrderProps } from './acts/order-forms.tsx';
import type { Open } from './dialogs.tsx';
import styles from './side.module.css';
import type { WorkOrder } from './view.ts';

type Forms = typeof import('./acts/order-forms.tsx');

/** A step's form comes when the step is taken: most who look at a ticket take none. */
const form = (name: keyof Forms) =>
  later<OrderProps>(() => import('./acts/order-forms.tsx').then((forms) => forms[name]));

type Step = { key: string; label: PlainKey; path?: string; form?: ComponentType<OrderProps> };

/** In the order in which they are taken; the server's `can` says which may be taken now. */
const steps: readonly Step[] = [
  { key: 'accept', label: 'ticket.order_accept', path: 'accept' },
  { key: 'set_out', label: 'ticket.order_set_out', path: 'set-out' },
  { key: 'arrive', label: 'ticket.order_arrive', path: 'arrive' },
  { key: 'finish', label: 'ticket.order_finish', form: form('Finish') },
  { key: 'no_access', label: 'ticket.order_no_access', form: form('NoAccess') },
  { key: 'appoint', label: 'ticket.order_appoint', form: form('Appoint') },
  { key: 'assign', label: 'ticket.order_assign', form: form('Assign') },
  { key: 'refuse', label: 'ticket.order_refuse', form: form('RefuseOrder') },
  { key: 'cancel', label: 'ticket.order_cancel', form: form('CancelOrder') },
];

/** The steps of a work order that can be taken now. Those out of turn are left out: nine grey buttons help nobody. */
export function OrderSteps({ order, open }: { order: WorkOrder; open: Open }) {
  const step = useWrite<string>({
    send: (path, options) => api.post(`work-orders/${order.id}/${path}`, {}, options),
    changes: () => ['ticket', 'work_order', 'commitment'],
  });
  const offered = steps.filter(({ key }) => order.can[key] === null);
  if (offered.length === 0) return null;
  const run = ({ path, form: Form, label }: Step) => {
    if (path) void step.run(path);
    else if (Form) open({ title: t(label), form: (props: ActProps) => <Form {...props} order={order} /> });
  };
  return (
    <div className={styles['buttons']}>
      {offered.map((one) => (
        <ActionButton key={one.key} label={t(one.label)} kind="quiet" busy={step.busy} onRun={() => run(one)} />
      ))}
    </div>
  );
}
