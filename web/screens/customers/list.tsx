import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import { pageItems, usePages } from '../../server/queries.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { useKeys } from '../../ui/keys.ts';
import { FilterSentence } from '../../ui/list/filter-sentence.tsx';
import { pagesState } from '../../ui/list/list-state.ts';
import { List } from '../../ui/list/list.tsx';
import { SendIn } from '../exchange/send-in.tsx';
import { TakeOut } from '../exchange/take-out.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { t } from '../../words/words.ts';
import { useRight } from '../../session/session.ts';
import { columns, PhoneRow } from './columns.tsx';
import type { CustomerRow } from './customers.ts';
import { kinds, kindWords } from './customers.ts';
import styles from './customers.module.css';

const rowId = (row: CustomerRow) => row.id;

/** Who we know: found by name, pinyin, phone or flat; else the newest first. */
export function Customers() {
  const navigate = useNavigate();
  const mayAdd = useRight('customer.edit');
  const [typed, setTyped] = useState('');
  const [kind, setKind] = useState<string | null>(null);
  const [asked] = useDebouncedValue(typed.trim(), 200);
  const query = { q: asked, kind };
  const found = usePages<CustomerRow>('customers', { about: ['customer', 'ticket'], query });
  const rows = useMemo(() => pageItems(found.data), [found.data]);
  const shown = useMemo(() => columns(), []);
  return (
    <Page
      title={t('frame.customers')}
      shape="fill"
      actions={
        <>
          <TakeOut list="customers" name={t('frame.customers')} query={query} />
          <SendIn list="customers" name={t('frame.customers')} />
          {mayAdd ? <AddButton /> : null}
        </>
      }
    >
      <List
        name="customers"
        label={t('frame.customers')}
        rows={rows}
        rowId={rowId}
        columns={shown}
        phoneRow={PhoneRow}
        open={(row) => void navigate({ to: `/customers/${row.id}` })}
        filters={<Filters typed={typed} type={setTyped} kind={kind} choose={setKind} />}
        state={pagesState(found)}
        empty={
          <EmptyState title={t('customers.none')} action={mayAdd ? <AddButton /> : null}>
            {asked ? t('customers.none_found', { text: asked }) : t('customers.none_why')}
          </EmptyState>
        }
      />
    </Page>
  );
}

function AddButton() {
  const navigate = useNavigate();
  return (
    <ActionButton
      label={t('customers.add')}
      icon={IconPlus}
      kind="primary"
      hotkey="c"
      onRun={() => void navigate({ to: '/customers/new' })}
    />
  );
}

type FilterProps = {
  typed: string;
  type: (text: string) => void;
  kind: string | null;
  choose: (kind: string | null) => void;
};

function Filters({ typed, type, kind, choose }: FilterProps) {
  const field = useRef<HTMLInputElement>(null);
  useKeys([{ key: '/', label: t('customers.find'), group: 'screen', run: () => field.current?.focus() }]);
  return (
    <div className={styles['filters']}>
      <TextInput
        ref={field}
        type="search"
        aria-label={t('customers.find')}
        placeholder={t('customers.find_hint')}
        value={typed}
        onChange={(event) => type(event.currentTarget.value)}
        className={styles['find']}
      />
      <FilterSentence
        subject=""
        filters={[
          {
            key: 'kind',
            name: t('customers.kind'),
            says: (option) => option.label,
            options: kinds.map((one) => ({ value: one, label: kindWords(one) })),
            value: kind,
            set: choose,
          },
        ]}
      />
    </div>
  );
}
