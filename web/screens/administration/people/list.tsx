import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconUserPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { pageItems, usePages } from '../../../server/queries.ts';
import { useRight } from '../../../session/session.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { FilterSentence } from '../../../ui/list/filter-sentence.tsx';
import { pagesState } from '../../../ui/list/list-state.ts';
import { List } from '../../../ui/list/list.tsx';
import type { Column } from '../../../ui/list/model.ts';
import { TwoLines } from '../../../ui/list/two-lines.tsx';
import { SendIn } from '../../exchange/send-in.tsx';
import { TakeOut } from '../../exchange/take-out.tsx';
import { Page } from '../../../ui/page.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { numberWords } from '../../../ui/time.ts';
import { said, t } from '../../../words/words.ts';
import { AdministrationNav } from '../administration-nav.tsx';
import styles from '../administration.module.css';
import type { Person } from './people.ts';
import { postsWords, stateWords, useDepartments } from './people.ts';

const rowId = (row: Person) => row.id;
const states = ['here', 'on_duty', 'away', 'left'] as const;

/** Who works here, by name, with posts, duty and what lies with them. */
export function People() {
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [state, setState] = useState<string | null>(null);
  const [department, setDepartment] = useState<string | null>(null);
  const [q] = useDebouncedValue(typed.trim(), 200);
  const query = { q, state, department };
  const found = usePages<Person>('people', {
    about: ['person', 'post', 'duty', 'ticket', 'work_order'],
    query,
  });
  const rows = useMemo(() => pageItems(found.data), [found.data]);
  const shown = useMemo(() => columns(), []);
  const mayAdd = useRight('people.edit');
  return (
    <Page
      title={t('administration.people')}
      shape="fill"
      actions={
        <>
          <TakeOut list="people" name={t('administration.people')} query={query} />
          <SendIn list="people" name={t('administration.people')} />
          {mayAdd ? <AddButton /> : null}
        </>
      }
    >
      <div className={styles['framed']}>
        <AdministrationNav />
        <List
          name="people"
          label={t('administration.people')}
          rows={rows}
          rowId={rowId}
          columns={shown}
          phoneRow={PhoneRow}
          open={(row) => void navigate({ to: `/administration/people/${row.id}` })}
          filters={<Filters {...{ typed, setTyped, state, setState, department, setDepartment }} />}
          state={pagesState(found)}
          empty={<EmptyState title={t('people.none')}>{t('people.none_why')}</EmptyState>}
        />
      </div>
    </Page>
  );
}

function AddButton() {
  const navigate = useNavigate();
  return (
    <ActionButton
      label={t('people.add')}
      icon={IconUserPlus}
      kind="primary"
      hotkey="c"
      onRun={() => void navigate({ to: '/administration/people/new' })}
    />
  );
}

type FilterProps = {
  typed: string;
  setTyped: (text: string) => void;
  state: string | null;
  setState: (state: string | null) => void;
  department: string | null;
  setDepartment: (department: string | null) => void;
};

function Filters({ typed, setTyped, state, setState, department, setDepartment }: FilterProps) {
  const departments = useDepartments();
  return (
    <div className={styles['filters']}>
      <TextInput
        type="search"
        className={styles['find']}
        aria-label={t('people.find')}
        placeholder={t('people.find')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <FilterSentence
        subject=""
        filters={[
          {
            key: 'state',
            name: t('people.state'),
            says: (option) => option.label,
            options: states.map((one) => ({ value: one, label: t(`people.state_${one}`) })),
            value: state,
            set: setState,
          },
          {
            key: 'department',
            name: t('people.department'),
            says: (option) => option.label,
            options: departments.map((one) => ({ value: one.id, label: said(one.name) })),
            value: department,
            set: setDepartment,
          },
        ]}
      />
    </div>
  );
}

function columns(): Column<Person>[] {
  return [
    {
      key: 'name',
      label: t('people.name'),
      width: 'minmax(8rem, 1fr)',
      always: true,
      cell: (row) => <span className="subject">{row.name}</span>,
    },
    { key: 'posts', label: t('administration.posts'), width: 'minmax(12rem, 3fr)', cell: postsWords },
    { key: 'state', label: t('people.state'), width: '8rem', cell: (row) => <Duty person={row} /> },
    { key: 'tickets', label: t('people.tickets'), width: '6.5rem', cell: (row) => numberWords(row.openTickets) },
    { key: 'orders', label: t('people.orders'), width: '7rem', cell: (row) => numberWords(row.openWorkOrders) },
    { key: 'phone', label: t('people.phone'), width: 'minmax(8rem, 1fr)', cell: (row) => row.phone },
  ];
}

export function Duty({ person }: { person: Person }) {
  return (
    <span className={styles['duty']} data-on={person.onDuty}>
      {stateWords(person)}
    </span>
  );
}

function PhoneRow(row: Person) {
  return <TwoLines subject={row.name} beside={<Duty person={row} />} facts={[postsWords(row)]} />;
}
