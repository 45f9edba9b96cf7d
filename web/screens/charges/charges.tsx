import { IconCash, IconFileInvoice, IconPlus, IconRuler2 } from '@tabler/icons-react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../server/api.ts';
import { useWrite } from '../../server/writes.ts';
import { useRight } from '../../session/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState, LoadingLines } from '../../ui/states.tsx';
import { ViewTabs } from '../../ui/view-tabs.tsx';
import { t } from '../../words/words.ts';
import { ArrearsView } from './arrears.tsx';
import { BasisForm } from './basis-form.tsx';
import { useCharging } from './charge-words.ts';
import type { ChargingAnswer } from './charge-words.ts';
import styles from './charges.module.css';
import { Deliveries } from './deliveries.tsx';
import { Dunnings } from './dunnings.tsx';
import { Items } from './items.tsx';
import { ChargeList } from './list.tsx';
import { NewCharge } from './new-charge.tsx';
import { Receipts } from './receipts.tsx';
import { Runs } from './runs.tsx';
import type { View } from './search.ts';
import { views } from './search.ts';

const route = getRouteApi('/inside/charges');

const SHOWN: Record<View, () => React.JSX.Element> = {
  charges: ChargeList,
  runs: Runs,
  receipts: Receipts,
  dunning: Dunnings,
  deliveries: Deliveries,
  arrears: ArrearsView,
  items: Items,
};

/** The money of a centre: what was charged, billed, taken, is overdue, went to finance, and by which prices. */
export function Charges() {
  const { view = 'charges' } = route.useSearch();
  const { data } = useCharging();
  const Shown = SHOWN[view];
  const tabs = views.map((key) => ({ key, label: t(`charges.view_${key}`) }));
  return (
    <Page title={t('charges.title')} shape="fill" actions={data?.charging ? <Acts answer={data} /> : null}>
      <div className={styles['lists']}>
        <div className={styles['views']}>
          <ViewTabs label={t('charges.title')} to="/charges" tabs={tabs} view={view} />
        </div>
        {!data ? <LoadingLines count={8} /> : null}
        {data?.charging ? <Shown /> : null}
        {data && !data.charging ? (
          <EmptyState title={t('charges.nothing')} action={<Begin answer={data} />}>
            {t('charges.nothing_why')}
          </EmptyState>
        ) : null}
      </div>
    </Page>
  );
}

function Begin({ answer }: { answer: ChargingAnswer }) {
  const write = useWrite<void, unknown>({
    send: (_, options) => api.post('charging/shipped', {}, options),
    changes: () => ['kind', 'organisation'],
  });
  return (
    <ActionButton
      label={t('charges.begin')}
      kind="primary"
      can={answer.can}
      action="change"
      busy={write.busy}
      onRun={() => void write.run()}
    />
  );
}

function Acts({ answer }: { answer: ChargingAnswer }) {
  const navigate = useNavigate();
  const mayReceive = useRight('charge.receive');
  const [open, show] = useState<'basis' | 'charge' | null>(null);
  return (
    <>
      {answer.can['set_basis'] === null ? (
        <ActionButton label={t('charges.basis')} icon={IconRuler2} kind="quiet" onRun={() => show('basis')} />
      ) : null}
      {mayReceive ? (
        <ActionButton label={t('charges.charge_one')} icon={IconPlus} kind="quiet" onRun={() => show('charge')} />
      ) : null}
      {answer.can['bill'] === null ? (
        <ActionButton
          label={t('charges.bill')}
          icon={IconFileInvoice}
          onRun={() => void navigate({ to: '/charges/bill' })}
        />
      ) : null}
      {mayReceive ? (
        <ActionButton
          label={t('charges.pay')}
          icon={IconCash}
          kind="primary"
          hotkey="n"
          onRun={() => void navigate({ to: '/charges/pay', search: {} })}
        />
      ) : null}
      <Dialog
        opened={open !== null}
        close={() => show(null)}
        title={t(open === 'charge' ? 'charges.charge_one' : 'charges.basis')}
      >
        {open === 'basis' ? <BasisForm charging={answer.charging!} close={() => show(null)} /> : null}
        {open === 'charge' ? <NewCharge charging={answer.charging!} close={() => show(null)} /> : null}
      </Dialog>
    </>
  );
}
