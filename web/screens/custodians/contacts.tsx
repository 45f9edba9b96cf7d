import { IconPhoneCheck, IconPhoneOff } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { CONTACT_STATES } from '../../../src/custodian/custodian.ts';
import type { OwedContactLine } from '../../../src/custodian/view.ts';
import { channelWords } from '../../matter/words.ts';
import { periodOptions } from '../../matter/periods.ts';
import { pageItems, usePages } from '../../server/queries.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Go } from '../../ui/go.tsx';
import { FilterSentence } from '../../ui/list/filter-sentence.tsx';
import { filtersOf } from '../../ui/list/filters-of.ts';
import { pagesState } from '../../ui/list/list-state.ts';
import { List } from '../../ui/list/list.tsx';
import type { Column, RowAction } from '../../ui/list/model.ts';
import { TwoLines } from '../../ui/list/two-lines.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { absolute } from '../../ui/time.ts';
import { When } from '../../ui/when.tsx';
import { t } from '../../words/words.ts';
import { FiltersAndTakeOut } from '../exchange/filters-and-take-out.tsx';
import { RecordForm, TriedForm } from './contact-forms.tsx';
import styles from './custodians.module.css';
import { className } from './data.ts';
import { contactsQueryOf } from './search.ts';

const route = getRouteApi('/inside/custodians');
type Doing = { act: 'record' | 'tried'; one: OwedContactLine } | null;

/** Contacts owed with customers who were given: recorded in detail by whoever has them. */
export function OwedContacts() {
  const query = contactsQueryOf(route.useSearch());
  const pages = usePages<OwedContactLine>('custodian-contacts', {
    about: ['custodian_contact', 'customer', 'contact', 'commitment'],
    query,
  });
  const rows = useMemo(() => pageItems(pages.data), [pages.data]);
  const shown = useMemo(() => columns(), []);
  const [doing, act] = useState<Doing>(null);
  const actions: RowAction<OwedContactLine>[] = [
    { key: 'record', label: t('custodians.record'), icon: IconPhoneCheck, hotkey: 'r' },
    { key: 'tried', label: t('custodians.tried'), icon: IconPhoneOff },
  ].map((one) => ({
    ...one,
    single: true,
    can: (row) => ({ [one.key]: row.can['record'] ?? null }),
    run: ([row]) => act({ act: one.key as 'record', one: row! }),
  }));
  return (
    <>
      <List
        name="custodian-contacts"
        label={t('custodians.view_contacts')}
        rows={rows}
        rowId={(row) => row.id}
        columns={shown}
        phoneRow={PhoneRow}
        open={(row) => (row.can['record'] === null ? act({ act: 'record', one: row }) : undefined)}
        actions={actions}
        filters={
          <FiltersAndTakeOut list="custodian-contacts" name={t('custodians.view_contacts')} query={query}>
            <Filters />
          </FiltersAndTakeOut>
        }
        state={pagesState(pages)}
        empty={<EmptyState title={t('custodians.no_contacts')}>{t('custodians.no_contacts_why')}</EmptyState>}
      />
      <Dialog
        opened={doing !== null}
        close={() => act(null)}
        title={t('custodians.contact_with', { name: doing?.one.customer.name ?? '' })}
      >
        {doing?.act === 'record' ? <RecordForm id={doing.one.id} close={() => act(null)} /> : null}
        {doing?.act === 'tried' ? <TriedForm id={doing.one.id} close={() => act(null)} /> : null}
      </Dialog>
    </>
  );
}

const columns = (): Column<OwedContactLine>[] => [
  {
    key: 'customer',
    label: t('custodians.customer'),
    width: 'minmax(7rem, 1fr)',
    always: true,
    cell: (row) => <Go to={`/customers/${row.customer.id}`}>{row.customer.name}</Go>,
  },
  {
    key: 'state',
    label: t('custodians.state'),
    width: 'minmax(6rem, 0.8fr)',
    always: true,
    cell: (row) => <State row={row} />,
  },
  { key: 'due', label: t('custodians.due'), width: '8rem', cell: (row) => <When at={row.dueAt} /> },
  { key: 'person', label: t('custodians.person'), width: 'minmax(5rem, 0.8fr)', cell: (row) => row.person.name },
  { key: 'said', label: t('custodians.said'), width: 'minmax(10rem, 2fr)', cell: saidOf },
  {
    key: 'done',
    label: t('custodians.done'),
    width: '8rem',
    cell: (row) => (row.doneAt ? <When at={row.doneAt} /> : null),
  },
  {
    key: 'sort',
    label: t('custodians.sort'),
    width: 'minmax(6rem, 0.8fr)',
    cell: (row) => t(`custodians.sort_${row.sort}`),
  },
  { key: 'class', label: t('custodians.class'), width: 'minmax(6rem, 0.8fr)', cell: className },
];

function State({ row }: { row: OwedContactLine }) {
  const late = row.state === 'late' || row.state === 'missed';
  return <span className={late ? styles['late'] : undefined}>{t(`custodians.state_${row.state}`)}</span>;
}

function saidOf({ contact, attempts }: OwedContactLine): string | null {
  if (contact) return [channelWords(contact.channel), contact.need, contact.outcome].filter(Boolean).join(' · ');
  return attempts > 0 ? t('custodians.attempts', { count: attempts }) : null;
}

function PhoneRow(row: OwedContactLine) {
  const facts = [absolute(row.dueAt), row.person.name, saidOf(row)];
  return <TwoLines subject={row.customer.name} beside={<State row={row} />} facts={facts} />;
}

function Filters() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const filter = filtersOf(search, (change) => void navigate({ search: (before) => ({ ...before, ...change }) }));
  return (
    <FilterSentence
      subject={t('custodians.view_contacts')}
      filters={[
        filter(
          'state',
          t('custodians.state'),
          CONTACT_STATES.map((value) => ({ value, label: t(`custodians.state_${value}`) })),
        ),
        filter('period', t('custodians.due'), periodOptions()),
        filter('mine', t('custodians.person'), [{ value: 'true', label: t('custodians.only_mine') }]),
      ]}
    />
  );
}
