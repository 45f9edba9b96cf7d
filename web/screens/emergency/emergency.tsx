import { getRouteApi } from '@tanstack/react-router';
import { useRight } from '../../session/session.ts';
import { Page } from '../../ui/page.tsx';
import { ViewTabs } from '../../ui/view-tabs.tsx';
import { t } from '../../words/words.ts';
import { Hands } from './hands.tsx';
import { Orders } from './orders.tsx';
import { VIEWS } from './search.ts';

const route = getRouteApi('/inside/emergency');

/** Dispatch in an emergency: who is on duty and free, and the orders given, by whom, to whom, done when (SAFE-06). */
export function Emergency() {
  const search = route.useSearch();
  const sees = useRight('work_order.see');
  const view = sees ? (search.view ?? 'hands') : 'orders';
  return (
    <Page
      title={t('emergency.title')}
      shape="fill"
      actions={
        <ViewTabs
          label={t('emergency.title')}
          to="/emergency"
          view={view}
          tabs={VIEWS.filter((one) => one === 'orders' || sees).map((key) => ({
            key,
            label: t(`emergency.view_${key}`),
          }))}
        />
      }
    >
      {view === 'hands' ? <Hands /> : <Orders />}
    </Page>
  );
}
