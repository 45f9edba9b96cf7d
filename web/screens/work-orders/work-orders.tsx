import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { pageItems, usePages } from '../../server/queries.ts';
import { pagesState } from '../../ui/list/list-state.ts';
import { List } from '../../ui/list/list.tsx';
import { TakeOut } from '../exchange/take-out.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { t } from '../../words/words.ts';
import type { Sending } from '../dispatch/send-dialog.tsx';
import { SendDialog } from '../dispatch/send-dialog.tsx';
import type { Urging } from '../dispatch/urge-dialog.tsx';
import { UrgeDialog } from '../dispatch/urge-dialog.tsx';
import { usePromising } from '../tickets/promising.tsx';
import { useRowActions } from './actions.ts';
import { columns, PhoneRow } from './columns.tsx';
import { OrderFilters } from './filters.tsx';
import type { OrderLine } from './orders.ts';

const route = getRouteApi('/inside/work-orders');

/** Work orders in my scope: by appointment, or by the clock that runs out first. */
export function WorkOrders() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const [sending, setSending] = useState<Sending | null>(null);
  const [urging, setUrging] = useState<Urging | null>(null);
  const pages = usePages<OrderLine>('work-orders', { about: ['work_order', 'commitment', 'clock'], query: search });
  const rows = useMemo(() => pageItems(pages.data), [pages.data]);
  const shown = useMemo(() => columns(), []);
  const { promise, dialog } = usePromising((row: OrderLine) => row.ticketId);
  const count = rows.length;
  const aside = pages.hasNextPage ? t('work_orders.count_more', { count }) : t('work_orders.count', { count });
  return (
    <Page
      title={t('frame.work_orders')}
      shape="fill"
      aside={pages.data ? aside : null}
      actions={<TakeOut list="work-orders" name={t('frame.work_orders')} query={search} />}
    >
      <List
        name="work-orders"
        label={t('frame.work_orders')}
        rows={rows}
        rowId={(row) => row.id}
        columns={shown}
        phoneRow={PhoneRow}
        open={(row) =>
          void navigate({ to: '/work-orders/$orderId', params: { orderId: row.id }, search: { from: 'office' } })
        }
        actions={[...useRowActions(setSending, setUrging), promise]}
        filters={<OrderFilters />}
        state={pagesState(pages)}
        empty={<EmptyState title={t('work_orders.none')}>{t('work_orders.none_why')}</EmptyState>}
      />
      <SendDialog sending={sending} close={() => setSending(null)} />
      <UrgeDialog urging={urging} close={() => setUrging(null)} />
      {dialog}
    </Page>
  );
}
