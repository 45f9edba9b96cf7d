import { CUSTODY_SORTS, CUSTODY_STATES } from '../../../src/custody/sorts.ts';
import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import {
  IconArrowBackUp,
  IconArrowsExchange,
  IconHandGrab,
  IconId,
  IconIdOff,
  IconPlus,
  IconRefresh,
} from '@tabler/icons-react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import type { EnteredAct } from '../../../src/custody/custody.ts';
import { peopleOptions, useDesk } from '../../matter/kinds.ts';
import { pageItems, usePages } from '../../server/queries.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useKeys } from '../../ui/keys.ts';
import { FilterSentence } from '../../ui/list/filter-sentence.tsx';
import { filtersOf } from '../../ui/list/filters-of.ts';
import { pagesState } from '../../ui/list/list-state.ts';
import { List } from '../../ui/list/list.tsx';
import type { RowAction } from '../../ui/list/model.ts';
import { EmptyState } from '../../ui/states.tsx';
import { said, t } from '../../words/words.ts';
import { SendIn } from '../exchange/send-in.tsx';
import { FiltersAndTakeOut } from '../exchange/filters-and-take-out.tsx';
import { itemColumns, PhoneRow } from './columns.tsx';
import type { CustodyLine } from './custody-words.ts';
import { thingWords, useCustodyKinds } from './custody-words.ts';
import styles from './custody.module.css';
import { EntryForm } from './entry-form.tsx';
import { ItemForm } from './item-form.tsx';
import { itemsQueryOf } from './search.ts';

const route = getRouteApi('/inside/custody');

/** What is done at the counter all day has a key each. */
const ACTS = [
  { act: 'drawn', icon: IconHandGrab, hotkey: 'd' },
  { act: 'returned', icon: IconArrowBackUp, hotkey: 'r' },
  { act: 'handed_over', icon: IconArrowsExchange, hotkey: 'h' },
  { act: 'issued', icon: IconId, hotkey: 'i' },
  { act: 'renewed', icon: IconRefresh, hotkey: 'w' },
  { act: 'withdrawn', icon: IconIdOff, hotkey: 'b' },
] as const satisfies readonly { act: EnteredAct; icon: unknown; hotkey: string }[];

type Doing = { act: EnteredAct; item: CustodyLine };

/** The register: found by number, each thing with who has it, and the acts of the counter on keys. */
export function Items() {
  const navigate = useNavigate();
  const search = route.useSearch();
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed.trim(), 200);
  const [doing, act] = useState<Doing | null>(null);
  const query = { ...itemsQueryOf(search), text: text || undefined };
  const pages = usePages<CustodyLine>('custody', { about: ['custody_item'], query });
  const rows = useMemo(() => pageItems(pages.data), [pages.data]);
  const columns = useMemo(() => itemColumns(), []);
  const actions: RowAction<CustodyLine>[] = ACTS.map(({ act: key, icon, hotkey }) => ({
    key,
    label: t(`custody.do_${key}`),
    icon,
    hotkey,
    single: true,
    can: (row) => row.can,
    run: ([item]) => act({ act: key, item: item! }),
  }));
  const narrowed = Object.values(query).some((value) => value !== undefined);
  return (
    <>
      <List
        name="custody"
        label={t('custody.title')}
        rows={rows}
        rowId={(row) => row.id}
        columns={columns}
        phoneRow={PhoneRow}
        open={(row) => void navigate({ to: `/custody/${row.id}` })}
        actions={actions}
        filters={
          <FiltersAndTakeOut list="custody" name={t('custody.title')} query={query}>
            <Filters typed={typed} type={setTyped} />
            <div className={styles['acts']}>
              <SendIn list="custody" name={t('custody.title')} />
              <RegisterButton />
            </div>
          </FiltersAndTakeOut>
        }
        state={pagesState(pages)}
        empty={
          narrowed ? (
            <EmptyState title={t('custody.none_found')} />
          ) : (
            <EmptyState title={t('custody.none')}>{t('custody.none_why')}</EmptyState>
          )
        }
      />
      <Dialog
        opened={doing !== null}
        close={() => act(null)}
        title={
          doing ? t('custody.of_thing', { what: t(`custody.do_${doing.act}`), thing: thingWords(doing.item) }) : ''
        }
      >
        {doing ? <EntryForm act={doing.act} item={doing.item} done={() => act(null)} /> : null}
      </Dialog>
    </>
  );
}

function RegisterButton() {
  const { can } = useCustodyKinds();
  const navigate = useNavigate();
  const [opened, open] = useState(false);
  if (can['keep'] !== null) return null;
  return (
    <>
      <ActionButton label={t('custody.register')} icon={IconPlus} kind="primary" hotkey="n" onRun={() => open(true)} />
      <Dialog opened={opened} close={() => open(false)} title={t('custody.register')}>
        <ItemForm item={null} done={(id) => void navigate({ to: `/custody/${id}` })} />
      </Dialog>
    </>
  );
}

function Filters({ typed, type }: { typed: string; type: (text: string) => void }) {
  const field = useRef<HTMLInputElement>(null);
  useKeys([{ key: '/', label: t('custody.find'), group: 'screen', run: () => field.current?.focus() }]);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { people } = useDesk();
  const { items: kinds } = useCustodyKinds();
  const filter = filtersOf(search, (change) => void navigate({ search: (before) => ({ ...before, ...change }) }));
  return (
    <div className={styles['filters']}>
      <TextInput
        ref={field}
        type="search"
        aria-label={t('custody.find')}
        placeholder={t('custody.find')}
        value={typed}
        onChange={(event) => type(event.currentTarget.value)}
        className={styles['find'] ?? ''}
      />
      <FilterSentence
        subject=""
        filters={[
          filter(
            'sort',
            t('custody.sort'),
            CUSTODY_SORTS.map((value) => ({ value, label: t(`custody.sort_${value}`) })),
          ),
          filter(
            'kind',
            t('custody.kind'),
            kinds.map(({ key, name }) => ({ value: key, label: said(name) })),
          ),
          filter(
            'state',
            t('custody.state'),
            CUSTODY_STATES.map((value) => ({ value, label: t(`custody.state_${value}`) })),
          ),
          filter(
            'only',
            t('custody.overdue'),
            (['overdue', 'damaged'] as const).map((value) => ({ value, label: t(`custody.only_${value}`) })),
          ),
          filter(
            'valid',
            t('custody.valid'),
            (['true', 'false'] as const).map((value) => ({ value, label: t(`custody.valid_${value}`) })),
          ),
          filter('holder', t('custody.holder'), peopleOptions(people), ({ label }) =>
            t('custody.holder_is', { name: label }),
          ),
        ]}
      />
    </div>
  );
}
