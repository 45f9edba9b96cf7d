import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { z } from 'zod';
import type { actOut } from '../../../../src/administration/acts-shapes.ts';
import { apiUrl } from '../../../server/base.ts';
import { useDesk } from '../../../matter/kinds.ts';
import { usePages } from '../../../server/queries.ts';
import { FilterSentence } from '../../../ui/list/filter-sentence.tsx';
import { Pages } from '../../../ui/list/pages.tsx';
import { Page } from '../../../ui/page.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { Table } from '../../../ui/table.tsx';
import { When } from '../../../ui/when.tsx';
import { said, t } from '../../../words/words.ts';
import { AdministrationNav } from '../administration-nav.tsx';
import { Fold } from '../fold.tsx';
import styles from '../administration.module.css';
import { useCommonFilters } from './filters.ts';
import { actWords } from './journal-words.ts';
import type { ActsSearch, Sort } from './search.ts';
import { actsQueryOf, sorts } from './search.ts';

type Act = z.output<typeof actOut>;
const route = getRouteApi('/inside/administration/journal');

/** The journal of administrative acts: who changed what, when, why, and what stood there before. */
export function Acts() {
  const search = route.useSearch();
  const query = useMemo(() => actsQueryOf(search), [search]);
  const pages = usePages<Act>('acts', { about: ['organisation', 'post', 'person', 'department', 'calendar'], query });
  return (
    <Page title={t('administration.journal')} actions={<Export query={query} />}>
      <AdministrationNav />
      <Filters search={search} />
      <Pages read={pages} lines={12} none={<EmptyState title={t('journal.none')}>{t('journal.none_why')}</EmptyState>}>
        {(rows) => <ActTable rows={rows} />}
      </Pages>
    </Page>
  );
}

function Filters({ search }: { search: ActsSearch }) {
  const navigate = route.useNavigate();
  const set = (change: Partial<ActsSearch>) => void navigate({ search: (before) => ({ ...before, ...change }) });
  const common = useCommonFilters(search, set);
  return (
    <FilterSentence
      subject={t('journal.acts')}
      filters={[
        ...common,
        {
          key: 'sort',
          name: t('journal.sort'),
          says: (option) => option.label,
          options: sorts.map((value) => ({ value, label: t(`journal.sort_${value}`) })),
          value: search.sort ?? null,
          set: (value) => set({ sort: (value ?? undefined) as Sort | undefined }),
        },
      ]}
    />
  );
}

function ActTable({ rows }: { rows: readonly Act[] }) {
  const kinds = useDesk().items;
  return (
    <Table
      label={t('administration.journal')}
      rows={rows}
      rowId={(row) => row.key}
      columns={[
        { key: 'at', label: t('calendars.changed'), cell: (row) => <When at={row.at} /> },
        { key: 'by', label: t('calendars.by'), cell: (row) => row.by?.name ?? t('journal.system') },
        { key: 'type', label: t('journal.act'), cell: (row) => actWords(row.type) },
        {
          key: 'what',
          label: t('journal.what'),
          cell: (row) => said(kinds.find((kind) => kind.key === row.what)?.name ?? row.what),
        },
        { key: 'version', label: t('calendars.version'), number: true, cell: (row) => row.version },
        { key: 'why', label: t('calendars.why'), cell: (row) => row.why },
        { key: 'changes', label: t('journal.changes'), cell: (row) => <Changes act={row} /> },
      ]}
    />
  );
}

function Changes({ act }: { act: Act }) {
  if (act.changes.length === 0) return null;
  return (
    <Fold
      summary={<summary className={styles['more']}>{t('journal.n_changes', { count: act.changes.length })}</summary>}
    >
      <ul>
        {act.changes.map((change) => (
          <li key={change.path}>
            {t('journal.change', { path: change.path, before: valueOf(change.before), after: valueOf(change.after) })}
          </li>
        ))}
      </ul>
    </Fold>
  );
}

const valueOf = (value: Act['changes'][number]['before']): string => (value === null ? '–' : String(value));

/** The same acts as they are narrowed, as a file for a spreadsheet. */
function Export({ query }: { query: ReturnType<typeof actsQueryOf> }) {
  const given = Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]]));
  const address = `acts.csv?${new URLSearchParams(given).toString()}`;
  return (
    <a href={apiUrl(address)} download>
      {t('journal.export')}
    </a>
  );
}
