import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { DISPATCH_STATES } from '../../../src/dispatch/dispatch.ts';
import type { OrderView } from '../../../src/dispatch/view.ts';
import { peopleOptions, useDesk } from '../../matter/kinds.ts';
import { periodOptions } from '../../matter/periods.ts';
import { pageItems, usePages } from '../../server/queries.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FilterSentence } from '../../ui/list/filter-sentence.tsx';
import { filtersOf } from '../../ui/list/filters-of.ts';
import { pagesState } from '../../ui/list/list-state.ts';
import { List } from '../../ui/list/list.tsx';
import type { Column } from '../../ui/list/model.ts';
import { TwoLines } from '../../ui/list/two-lines.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { When } from '../../ui/when.tsx';
import { t } from '../../words/words.ts';
import { FiltersAndTakeOut } from '../exchange/filters-and-take-out.tsx';
import { Order } from './order.tsx';
import type { EmergencySearch } from './search.ts';
import { ordersQueryOf } from './search.ts';
import { ABOUT, stateWords, whereWords } from './words.ts';

const route = getRouteApi('/inside/emergency');

/** Every order: who gave it, who took it, when it was done. */
export function Orders() {
  const query = ordersQueryOf(route.useSearch());
  const pages = usePages<OrderView>('dispatch/orders', { about: ABOUT, query });
  const rows = useMemo(() => pageItems(pages.data), [pages.data]);
  const [looked, look] = useState<string | null>(null);
  const close = () => look(null);
  const order = rows.find(({ id }) => id === looked) ?? null;
  return (
    <>
      <List
        name="dispatch-orders"
        label={t('emergency.view_orders')}
        rows={rows}
        rowId={(row) => row.id}
        columns={columns()}
        phoneRow={PhoneRow}
        open={(row) => look(row.id)}
        filters={
          <FiltersAndTakeOut list="dispatch-orders" name={t('emergency.view_orders')} query={query}>
            <Narrow />
          </FiltersAndTakeOut>
        }
        state={pagesState(pages)}
        empty={<EmptyState title={t('emergency.no_orders')}>{t('emergency.no_orders_why')}</EmptyState>}
      />
      <Dialog
        opened={order !== null}
        close={close}
        title={order ? t('emergency.order_to', { name: order.to.name }) : ''}
      >
        {order ? <Order order={order} /> : null}
      </Dialog>
    </>
  );
}

const columns = (): Column<OrderView>[] => [
  { key: 'given', label: t('emergency.given'), width: '9rem', always: true, cell: (row) => <When at={row.givenAt} /> },
  { key: 'what', label: t('emergency.what'), width: 'minmax(10rem, 2fr)', always: true, cell: (row) => row.what },
  { key: 'where', label: t('emergency.where'), width: 'minmax(6rem, 1fr)', cell: whereWords },
  { key: 'to', label: t('emergency.sent'), width: 'minmax(5rem, 0.7fr)', always: true, cell: (row) => row.to.name },
  { key: 'by', label: t('emergency.given_by'), width: 'minmax(5rem, 0.7fr)', cell: (row) => row.givenBy.name },
  { key: 'state', label: t('emergency.state'), width: 'minmax(8rem, 1fr)', cell: stateWords },
  {
    key: 'taken',
    label: t('emergency.taken'),
    width: '9rem',
    cell: (row) => (row.takenAt ? <When at={row.takenAt} /> : null),
  },
  {
    key: 'done',
    label: t('emergency.done'),
    width: '9rem',
    cell: (row) => (row.doneAt ? <When at={row.doneAt} /> : null),
  },
];

function PhoneRow(row: OrderView) {
  const facts = [row.to.name, stateWords(row), whereWords(row)];
  return <TwoLines subject={row.what} beside={<When at={row.givenAt} className="dim" />} facts={facts} />;
}

function Narrow() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { people } = useDesk();
  const names = peopleOptions(people);
  const filter = filtersOf<EmergencySearch>(
    search,
    (change) => void navigate({ search: (before) => ({ ...before, ...change }) }),
  );
  const yes = (key: 'open' | 'late' | 'mine', label: string) => filter(key, label, [{ value: 'true', label }]);
  const ofTicket = search.ticket ? [{ value: search.ticket, label: t('emergency.this_ticket') }] : [];
  return (
    <FilterSentence
      subject={t('emergency.view_orders')}
      filters={[
        filter('period', t('period.filter'), periodOptions()),
        filter(
          'state',
          t('emergency.state'),
          DISPATCH_STATES.map((value) => ({ value, label: stateWords({ state: value, late: false }) })),
        ),
        yes('open', t('emergency.only_open')),
        yes('late', t('emergency.only_late')),
        yes('mine', t('emergency.only_mine')),
        filter('to', t('emergency.sent'), names, ({ label }) => `${t('emergency.sent')}: ${label}`),
        filter('givenBy', t('emergency.given_by'), names, ({ label }) => `${t('emergency.given_by')}: ${label}`),
        ...(search.ticket ? [filter('ticket', t('emergency.ticket'), ofTicket)] : []),
      ]}
    />
  );
}
