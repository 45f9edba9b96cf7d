import { IconArrowLeft } from '@tabler/icons-react';
import { t } from '../../words/words.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import type { OrderPage } from '../work-orders/orders.ts';
import { AppointForm, NoAccessForm, RefuseForm } from './short-forms.tsx';
import { FinishForm } from './finish-form.tsx';
import styles from './order.module.css';
import type { AskingStep } from './steps.ts';

export type FormProps = {
  page: OrderPage;
  /** Hands the step in; it is on its way, or waits for a connection. */
  report: (body: Record<string, unknown>) => void;
};

const forms = { finish: FinishForm, no_access: NoAccessForm, refuse: RefuseForm, appoint: AppointForm } as const;

/** A step that needs more than a tap, on a page of its own. */
export function Asking({ step, back, ...form }: FormProps & { step: AskingStep; back: () => void }) {
  const Form = forms[step];
  return (
    <div className={styles['form']}>
      <div>
        <ActionButton label={t('worker.back_to_order')} icon={IconArrowLeft} kind="quiet" onRun={back} />
      </div>
      <h2>{t(`worker.step_${step}`)}</h2>
      <Form {...form} />
    </div>
  );
}
