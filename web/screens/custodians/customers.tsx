import { IconTag, IconUserCheck } from '@tabler/icons-react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { InChargeLine } from '../../../src/custodian/view.ts';
import { peopleOptions } from '../../matter/kinds.ts';
import { pageItems, usePages } from '../../server/queries.ts';
import { useRight } from '../../session/session.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FilterSentence } from '../../ui/list/filter-sentence.tsx';
import { filtersOf } from '../../ui/list/filters-of.ts';
import { pagesState } from '../../ui/list/list-state.ts';
import { List } from '../../ui/list/list.tsx';
import type { Column, RowAction } from '../../ui/list/model.ts';
import { TwoLines } from '../../ui/list/two-lines.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { When } from '../../ui/when.tsx';
import { t } from '../../words/words.ts';
import { FiltersAndTakeOut } from '../exchange/filters-and-take-out.tsx';
import { ClassifyForm } from './classify-form.tsx';
import styles from './custodians.module.css';
import { classOptions, className, useClasses, useCustodians } from './data.ts';
import { GiveForm } from './give-form.tsx';
import { customersQueryOf } from './search.ts';

const route = getRouteApi('/inside/custodians');
const rowId = (row: InChargeLine) => row.customer.id;

/** Customers by name, each with his class, whose he is, and the contact that is owed. */
export function InCharge() {
  const navigate = useNavigate();
  const query = customersQueryOf(route.useSearch());
  const mayAssign = useRight('customer.assign');
  const pages = usePages<InChargeLine>('customers-in-charge', {
    about: ['customer', 'custodian_contact', 'contact', 'commitment'],
    query,
  });
  const rows = useMemo(() => pageItems(pages.data), [pages.data]);
  const shown = useMemo(() => columns(), []);
  const [classifying, classify] = useState<InChargeLine[] | null>(null);
  const [giving, give] = useState<InChargeLine | null>(null);
  const actions: RowAction<InChargeLine>[] = [
    { key: 'classify', label: t('custodians.classify'), icon: IconTag, run: classify },
    { key: 'give', label: t('custodians.give'), icon: IconUserCheck, single: true, run: ([row]) => give(row!) },
  ];
  return (
    <>
      <List
        name="customers-in-charge"
        label={t('custodians.view_customers')}
        rows={rows}
        rowId={rowId}
        columns={shown}
        phoneRow={PhoneRow}
        open={(row) => void navigate({ to: `/customers/${row.customer.id}` })}
        actions={mayAssign ? actions : []}
        filters={
          <FiltersAndTakeOut list="customers-in-charge" name={t('custodians.title')} query={query}>
            <Filters />
          </FiltersAndTakeOut>
        }
        state={pagesState(pages)}
        empty={<EmptyState title={t('custodians.none')}>{t('custodians.none_why')}</EmptyState>}
      />
      <Dialog
        opened={classifying !== null}
        close={() => classify(null)}
        title={t('custodians.classify_n', { count: classifying?.length ?? 0 })}
      >
        {classifying ? <ClassifyForm customers={classifying.map(rowId)} close={() => classify(null)} /> : null}
      </Dialog>
      <Dialog
        opened={giving !== null}
        close={() => give(null)}
        title={t('custodians.give_to', { name: giving?.customer.name ?? '' })}
      >
        {giving ? (
          <GiveForm customerId={giving.customer.id} now={giving.person?.id ?? null} close={() => give(null)} />
        ) : null}
      </Dialog>
    </>
  );
}

const columns = (): Column<InChargeLine>[] => [
  {
    key: 'customer',
    label: t('custodians.customer'),
    width: 'minmax(8rem, 1.5fr)',
    always: true,
    cell: (row) => <span className="subject">{row.customer.name}</span>,
  },
  {
    key: 'person',
    label: t('custodians.person'),
    width: 'minmax(6rem, 1fr)',
    always: true,
    cell: (row) => row.person?.name ?? <span className="dim">{t('custodians.nobody')}</span>,
  },
  {
    key: 'class',
    label: t('custodians.class'),
    width: 'minmax(6rem, 1fr)',
    cell: (row) => className(row) ?? <span className="dim">{t('custodians.no_class')}</span>,
  },
  { key: 'next', label: t('custodians.next'), width: 'minmax(8rem, 1fr)', cell: (row) => <Owed row={row} /> },
  {
    key: 'last',
    label: t('custodians.last'),
    width: '8rem',
    cell: (row) =>
      row.lastContactAt ? <When at={row.lastContactAt} /> : <span className="dim">{t('custodians.never')}</span>,
  },
  {
    key: 'since',
    label: t('custodians.since'),
    width: '8rem',
    cell: (row) => (row.since ? <When at={row.since} /> : null),
  },
];

function Owed({ row: { owed } }: { row: InChargeLine }) {
  if (!owed) return null;
  return (
    <span className={owed.state === 'late' ? styles['late'] : undefined}>
      <When at={owed.dueAt} />
    </span>
  );
}

function PhoneRow(row: InChargeLine) {
  const facts = [row.person?.name ?? t('custodians.nobody'), className(row)];
  return <TwoLines subject={row.customer.name} beside={<Owed row={row} />} facts={facts} />;
}

function Filters() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const classes = useClasses();
  const mayAssign = useRight('customer.assign');
  const { data } = useCustodians({}, mayAssign);
  const filter = filtersOf(search, (change) => void navigate({ search: (before) => ({ ...before, ...change }) }));
  const people = peopleOptions((data?.items ?? []).map(({ person }) => person));
  return (
    <FilterSentence
      subject={t('custodians.view_customers')}
      filters={[
        filter('class', t('custodians.class'), classOptions(classes)),
        ...(mayAssign ? [filter('person', t('custodians.person'), people)] : []),
        filter('without', t('custodians.nobody'), [{ value: 'true', label: t('custodians.only_without') }]),
      ]}
    />
  );
}
