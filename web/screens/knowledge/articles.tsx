import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconNotes, IconPlus } from '@tabler/icons-react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import type { z } from 'zod';
import type { articlesOut } from '../../../src/knowledge/view.ts';
import { pageItems, usePages } from '../../server/queries.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { useKeys } from '../../ui/keys.ts';
import { pagesState } from '../../ui/list/list-state.ts';
import { List } from '../../ui/list/list.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { t } from '../../words/words.ts';
import { FiltersAndTakeOut } from '../exchange/filters-and-take-out.tsx';
import { columns, PhoneRow } from './columns.tsx';
import { ArticleFilters } from './filters.tsx';
import type { ArticleLine } from './knowledge.ts';
import styles from './knowledge.module.css';
import { queryOf } from './search.ts';

const route = getRouteApi('/inside/knowledge');
type Answer = z.output<typeof articlesOut>;

const rowId = (row: ArticleLine) => row.id;

/** Every article for whoever looks: by their words those called so first, else the newest first. */
export function Articles() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const query = queryOf(search);
  const pages = usePages<ArticleLine, Answer>('articles', { about: ['article'], query });
  const rows = useMemo(() => pageItems(pages.data), [pages.data]);
  const shown = useMemo(() => columns(), []);
  const can = pages.data?.pages[0]?.can;
  return (
    <List
      name="articles"
      label={t('knowledge.view_articles')}
      rows={rows}
      rowId={rowId}
      columns={shown}
      phoneRow={PhoneRow}
      open={(row) => void navigate({ to: '/knowledge/$id', params: { id: row.id } })}
      filters={
        <FiltersAndTakeOut list="articles" name={t('frame.knowledge')} query={query}>
          <div className={styles['find']}>
            <SearchField />
            <ArticleFilters />
            <Add can={can} />
          </div>
        </FiltersAndTakeOut>
      }
      state={pagesState(pages)}
      empty={
        <EmptyState title={t(search.q ? 'knowledge.none_found' : 'knowledge.none')}>
          {t(search.q ? 'knowledge.none_found_why' : 'knowledge.none_why')}
        </EmptyState>
      }
    />
  );
}

/** What is typed stands in the address a moment later, so that back and reload find it. */
function SearchField() {
  const { q = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const [typed, setTyped] = useState(q);
  const field = useRef<HTMLInputElement>(null);
  const ask = useDebouncedCallback(
    (text: string) => void navigate({ search: (now) => ({ ...now, q: text.trim() || undefined }), replace: true }),
    200,
  );
  useKeys([{ key: '/', label: t('knowledge.search'), group: 'screen', run: () => field.current?.focus() }]);
  return (
    <TextInput
      ref={field}
      type="search"
      aria-label={t('knowledge.search')}
      placeholder={t('knowledge.search')}
      value={typed}
      onChange={({ currentTarget: { value } }) => {
        setTyped(value);
        ask(value);
      }}
    />
  );
}

function Add({ can }: { can: Answer['can'] | undefined }) {
  const navigate = useNavigate();
  return (
    <>
      {can?.['write'] === null ? (
        <ActionButton
          label={t('knowledge.add')}
          icon={IconPlus}
          kind="primary"
          hotkey="c"
          onRun={() => void navigate({ to: '/knowledge/new', search: {} })}
        />
      ) : null}
      <ActionButton
        label={t('knowledge.add_note')}
        icon={IconNotes}
        onRun={() => void navigate({ to: '/knowledge/new', search: { sort: 'experience' } })}
      />
    </>
  );
}
