import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconHeartHandshake, IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import { pageItems, usePages } from '../../server/queries.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Go } from '../../ui/go.tsx';
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
import { kinds, kindWords, quietOptions, quietSinceOf, relations, relationWords } from './customers.ts';
import styles from './customers.module.css';

const rowId = (row: CustomerRow) => row.id;

/** Who we know: found by name, pinyin, phone or flat; else the newest first. */
export function Customers() {
  const navigate = useNavigate();
  const mayAdd = useRight('customer.edit');
  const mayReach = useRight('outreach.send');
  const [typed, setTyped] = useState('');
  const [kind, setKind] = useState<string | null>(null);
  const [relation, setRelation] = useState<string | null>(null);
  const [quiet, setQuiet] = useState<string | null>(null);
  const [asked] = useDebouncedValue(typed.trim(), 200);
  const quietSince = useMemo(() => (quiet === null ? null : quietSinceOf(quiet)), [quiet]);
  const query = { q: asked, kind, relation, quietSince };
  const found = usePages<CustomerRow>('customers', { about: ['customer', 'ticket'], query });
  const rows = useMemo(() => pageItems(found.data), [found.data]);
  const shown = useMemo(() => columns(), []);
  return (
    <Page
      title={t('frame.customers')}
      shape="fill"
      actions={
        <>
          <Go to="/custodians">{t('custodians.title')}</Go>
          <Go to="/outreach">{t('outreach.title')}</Go>
          {mayReach ? <ReachButton search={{ kind, relation, quiet }} /> : null}
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
        filters={
          <Filters
            typed={typed}
            type={setTyped}
            chosen={{ kind, relation, quiet }}
            choose={{ kind: setKind, relation: setRelation, quiet: setQuiet }}
          />
        }
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

/** Those whom the list shows, by the same filters; what was typed may be a name, and goes along with nothing. */
function ReachButton({ search }: { search: Record<Chosen, string | null> }) {
  const navigate = useNavigate();
  const chosen = Object.fromEntries(Object.entries(search).filter(([, value]) => value !== null));
  return (
    <ActionButton
      label={t('outreach.new_to')}
      icon={IconHeartHandshake}
      onRun={() => void navigate({ to: '/outreach/new', search: chosen })}
    />
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
  chosen: Record<Chosen, string | null>;
  choose: Record<Chosen, (value: string | null) => void>;
};

type Chosen = 'kind' | 'relation' | 'quiet';

function Filters({ typed, type, chosen, choose }: FilterProps) {
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
            value: chosen.kind,
            set: choose.kind,
          },
          {
            key: 'relation',
            name: t('customers.relation_is'),
            says: (option) => option.label,
            options: relations.map((one) => ({ value: one, label: relationWords(one) })),
            value: chosen.relation,
            set: choose.relation,
          },
          {
            key: 'quiet',
            name: t('customers.quiet'),
            says: (option) => t('customers.quiet_for', { days: option.label }),
            options: quietOptions(),
            value: chosen.quiet,
            set: choose.quiet,
          },
        ]}
      />
    </div>
  );
}
