import { IconFolderPlus } from '@tabler/icons-react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { z } from 'zod';
import { ARCHIVE_STATES } from '../../../src/customer-archive/customer-archive.ts';
import type { ArchiveLine, archivesOut } from '../../../src/customer-archive/view.ts';
import { peopleOptions, useDesk } from '../../matter/kinds.ts';
import { pageItems, usePages } from '../../server/queries.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Go } from '../../ui/go.tsx';
import { FilterSentence } from '../../ui/list/filter-sentence.tsx';
import { filtersOf } from '../../ui/list/filters-of.ts';
import { pagesState } from '../../ui/list/list-state.ts';
import { List } from '../../ui/list/list.tsx';
import type { Column, RowAction } from '../../ui/list/model.ts';
import { TwoLines } from '../../ui/list/two-lines.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { listWords, numberWords } from '../../ui/time.ts';
import { When } from '../../ui/when.tsx';
import { said, t } from '../../words/words.ts';
import { FiltersAndTakeOut } from '../exchange/filters-and-take-out.tsx';
import styles from './archives.module.css';
import { ArchiveFiguresLine } from './figures.tsx';
import { OpenForm } from './open-form.tsx';
import { archivesQueryOf } from './search.ts';

const route = getRouteApi('/inside/customer-archives');
const rowId = (row: ArchiveLine) => row.customer.id;
type Parts = z.output<typeof archivesOut>['parts'];

/** Which customers have no archive, which archives lack a part, and which nobody touched in time. */
export function Archives() {
  const navigate = useNavigate();
  const search = route.useSearch();
  const query = archivesQueryOf(search);
  const pages = usePages<ArchiveLine, z.output<typeof archivesOut>>('customer-archives', {
    about: ['customer_archive', 'customer', 'commitment'],
    query,
  });
  const rows = useMemo(() => pageItems(pages.data), [pages.data]);
  const shown = useMemo(() => columns(), []);
  const [opening, open] = useState<ArchiveLine[] | null>(null);
  const first = pages.data?.pages[0];
  const may = first?.can['open'] ?? null;
  const actions: RowAction<ArchiveLine>[] = [
    {
      key: 'open',
      label: t('customer_archives.open'),
      icon: IconFolderPlus,
      can: (row): RowCan => (row.archive ? {} : { open: may }),
      run: open,
    },
  ];
  return (
    <Page title={t('customer_archives.title')} shape="fill" actions={<Go to="/custodians">{t('custodians.title')}</Go>}>
      <div className={styles['whole']}>
        <ArchiveFiguresLine department={search.department} />
        <List
          name="customer-archives"
          label={t('customer_archives.title')}
          rows={rows}
          rowId={rowId}
          columns={shown}
          phoneRow={PhoneRow}
          open={(row) => (row.archive ? void navigate({ to: `/customer-archives/${row.archive.id}` }) : open([row]))}
          actions={actions}
          filters={
            <FiltersAndTakeOut list="customer-archives" name={t('customer_archives.title')} query={query}>
              <Filters parts={first?.parts ?? []} />
            </FiltersAndTakeOut>
          }
          state={pagesState(pages)}
          empty={<EmptyState title={t('customer_archives.none')}>{t('customer_archives.none_why')}</EmptyState>}
        />
      </div>
      <Dialog
        opened={opening !== null}
        close={() => open(null)}
        title={t('customer_archives.open_n', { count: opening?.length ?? 0 })}
      >
        {opening ? <OpenForm customers={opening.map(rowId)} close={() => open(null)} /> : null}
      </Dialog>
    </Page>
  );
}

type RowCan = ReturnType<NonNullable<RowAction<ArchiveLine>['can']>>;

const columns = (): Column<ArchiveLine>[] => [
  {
    key: 'customer',
    label: t('customer_archives.customer'),
    width: 'minmax(8rem, 1.5fr)',
    always: true,
    cell: (row) => <span className="subject">{row.customer.name}</span>,
  },
  {
    key: 'state',
    label: t('customer_archives.state'),
    width: 'minmax(9.5rem, 1fr)',
    always: true,
    cell: (row) => <State row={row} />,
  },
  {
    key: 'missing',
    label: t('customer_archives.missing'),
    width: 'minmax(9rem, 2fr)',
    cell: missingOf,
  },
  {
    key: 'keeper',
    label: t('customer_archives.keeper'),
    width: 'minmax(5rem, 0.8fr)',
    cell: (row) => row.archive?.keeper.name,
  },
  {
    key: 'touched',
    label: t('customer_archives.touched'),
    width: '8rem',
    cell: (row) => (row.archive ? <When at={row.archive.touchedAt} /> : null),
  },
  {
    key: 'filed',
    label: t('customer_archives.filed'),
    width: '5rem',
    cell: (row) => (row.archive ? numberWords(row.archive.filed) : null),
  },
  {
    key: 'department',
    label: t('customer_archives.department'),
    width: 'minmax(6rem, 1fr)',
    cell: (row) => (row.archive ? said(row.archive.department.name) : null),
  },
];

const missingOf = ({ archive }: ArchiveLine): string =>
  archive ? listWords(archive.missing.map(({ name }) => said(name))) : '';

/** What is to be done about it: both, where it is incomplete and stale. */
function State({ row: { archive } }: { row: ArchiveLine }) {
  const wrong = archive
    ? [...(archive.missing.length > 0 ? ['incomplete' as const] : []), ...(archive.stale ? ['stale' as const] : [])]
    : ['none' as const];
  if (wrong.length === 0) return t('customer_archives.state_sound');
  return <span className={styles['late']}>{listWords(wrong.map((one) => t(`customer_archives.state_${one}`)))}</span>;
}

function PhoneRow(row: ArchiveLine) {
  return (
    <TwoLines
      subject={row.customer.name}
      beside={<State row={row} />}
      facts={[row.archive?.keeper.name, missingOf(row)]}
    />
  );
}

function Filters({ parts }: { parts: Parts }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { departments, people } = useDesk();
  const filter = filtersOf(search, (change) => void navigate({ search: (before) => ({ ...before, ...change }) }));
  return (
    <FilterSentence
      subject={t('customer_archives.title')}
      filters={[
        filter(
          'state',
          t('customer_archives.state'),
          ARCHIVE_STATES.map((value) => ({ value, label: t(`customer_archives.state_${value}`) })),
        ),
        filter(
          'part',
          t('customer_archives.lacks'),
          parts.map(({ key, name }) => ({ value: key, label: said(name) })),
        ),
        filter(
          'department',
          t('customer_archives.department'),
          departments.map(({ id, name }) => ({ value: id, label: said(name) })),
        ),
        filter('keeper', t('customer_archives.keeper'), peopleOptions(people)),
      ]}
    />
  );
}
