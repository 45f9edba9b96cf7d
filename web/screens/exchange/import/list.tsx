import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { z } from 'zod';
import { LIST_KEYS } from '../../../../src/exchange/in/keys.ts';
import type { importsOut } from '../../../../src/exchange/in/inputs.ts';
import { peopleOptions, useDesk } from '../../../matter/kinds.ts';
import { periodOptions } from '../../../matter/periods.ts';
import { usePages } from '../../../server/queries.ts';
import { Go } from '../../../ui/go.tsx';
import { FilterSentence } from '../../../ui/list/filter-sentence.tsx';
import { filtersOf } from '../../../ui/list/filters-of.ts';
import { Pages } from '../../../ui/list/pages.tsx';
import { Page } from '../../../ui/page.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { Table } from '../../../ui/table.tsx';
import { numberWords } from '../../../ui/time.ts';
import { When } from '../../../ui/when.tsx';
import { said, t } from '../../../words/words.ts';
import { SendAnyIn } from '../send-in.tsx';
import type { ImportLine } from './imports.ts';
import { stateWords } from './imports.ts';
import type { ImportsSearch } from './search.ts';
import { importsQueryOf } from './search.ts';

type Answer = z.output<typeof importsOut>;
const route = getRouteApi('/inside/imports');

/** Every file that came in: who, when, into which list, and what came of its rows. */
export function Imports() {
  const search = route.useSearch();
  const query = useMemo(() => importsQueryOf(search), [search]);
  const pages = usePages<ImportLine, Answer>('imports', { about: ['import'], query });
  return (
    <Page title={t('imports.all')} actions={<SendAnyIn />}>
      <Filters search={search} everybody={pages.data?.pages[0]?.all ?? false} />
      <Pages
        read={pages}
        lines={12}
        none={<EmptyState title={t('imports.nothing_came')}>{t('imports.nothing_came_why')}</EmptyState>}
      >
        {(rows) => <ImportTable rows={rows} />}
      </Pages>
    </Page>
  );
}

function ImportTable({ rows }: { rows: readonly ImportLine[] }) {
  const count = (n: (counts: ImportLine['counts']) => number) => (row: ImportLine) => numberWords(n(row.counts));
  return (
    <Table
      label={t('imports.all')}
      rows={rows}
      rowId={(row) => row.id}
      columns={[
        { key: 'at', label: t('imports.when'), cell: (row) => <When at={row.madeAt} /> },
        { key: 'by', label: t('imports.by'), cell: (row) => row.person.name },
        { key: 'list', label: t('imports.list'), cell: (row) => said(row.name) },
        { key: 'file', label: t('imports.file'), cell: (row) => <Go to={`/imports/${row.id}`}>{row.fileName}</Go> },
        { key: 'state', label: t('imports.state'), cell: (row) => stateWords(row.state) },
        { key: 'in', label: t('imports.new'), number: true, cell: count((one) => one.new) },
        { key: 'changed', label: t('imports.changed'), number: true, cell: count((one) => one.changed) },
        { key: 'same', label: t('imports.same'), number: true, cell: count((one) => one.same) },
        { key: 'refused', label: t('imports.refused'), number: true, cell: count((one) => one.refused) },
        { key: 'undone', label: t('imports.undone'), number: true, cell: count((one) => one.undone) },
      ]}
    />
  );
}

function Filters({ search, everybody }: { search: ImportsSearch; everybody: boolean }) {
  const navigate = route.useNavigate();
  const { people } = useDesk();
  const filter = filtersOf(search, (change) => void navigate({ search: (before) => ({ ...before, ...change }) }));
  const says = ({ label }: { label: string }) => t('imports.says_by', { name: label });
  return (
    <FilterSentence
      subject={t('imports.all')}
      filters={[
        filter(
          'list',
          t('imports.list'),
          LIST_KEYS.map((value) => ({ value, label: t(`imports.list_${value}`) })),
        ),
        filter('period', t('period.filter'), periodOptions()),
        ...(everybody ? [filter('person', t('imports.by'), peopleOptions(people), says)] : []),
      ]}
    />
  );
}
