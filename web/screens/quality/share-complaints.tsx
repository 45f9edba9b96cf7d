import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { z } from 'zod';
import type { shareComplaintsOut } from '../../../src/return-visit/share-view.ts';
import { pageItems, usePages } from '../../server/queries.ts';
import { TakeOut } from '../exchange/take-out.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { Go } from '../../ui/go.tsx';
import { Section } from '../../ui/section.tsx';
import { Table } from '../../ui/table.tsx';
import { absolute, numberWords } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import type { QualitySearch } from './search.ts';

const route = getRouteApi('/inside/quality');

type Complaint = z.output<typeof shareComplaintsOut>['items'][number];

/** The complaints behind a number of the share; each leads to its ticket and its visit. */
export function ShareComplaints({ span }: { span: { from: string; until: string } }) {
  const { department, person, visited } = route.useSearch();
  const navigate = route.useNavigate();
  const query = { ...span, department, person, visited };
  const pages = usePages<Complaint>('visit-share/complaints', { about: ['ticket', 'return_visit'], query });
  const rows = useMemo(() => pageItems(pages.data), [pages.data]);
  const all: Partial<QualitySearch> = { department: undefined, person: undefined, visited: undefined };
  const narrowed = department ?? person ?? visited;
  return (
    <Section
      title={t('quality.records_behind')}
      actions={
        <>
          {narrowed ? (
            <ActionButton
              label={t('quality.show_all')}
              onRun={() => void navigate({ search: (before) => ({ ...before, ...all }) })}
            />
          ) : null}
          <TakeOut list="visit-share-complaints" name={t('quality.records_behind')} query={query} />
        </>
      }
    >
      {pages.data && rows.length === 0 ? <p className="dim">{t('quality.none_closed')}</p> : null}
      {rows.length > 0 ? <Complaints rows={rows} /> : null}
      {pages.hasNextPage ? <ActionButton label={t('list.more')} onRun={() => void pages.fetchNextPage()} /> : null}
    </Section>
  );
}

function Complaints({ rows }: { rows: readonly Complaint[] }) {
  return (
    <Table
      label={t('quality.records_behind')}
      rows={rows}
      rowId={(row) => row.id}
      columns={[
        {
          key: 'ticket',
          label: t('list.title'),
          cell: (row) => (
            <Go to={`/tickets/${row.id}`}>
              {row.number} {row.title}
            </Go>
          ),
        },
        {
          key: 'department',
          label: t('quality.department'),
          cell: (row) => (row.department ? said(row.department.name) : null),
        },
        { key: 'person', label: t('quality.accountable'), cell: (row) => row.person.name },
        { key: 'closed', label: t('quality.closed'), cell: (row) => absolute(row.closedAt) },
        { key: 'visit', label: t('quality.visited'), cell: (row) => <VisitOf row={row} /> },
        {
          key: 'satisfaction',
          label: t('quality.satisfaction'),
          cell: (row) => (row.satisfaction === null ? null : numberWords(row.satisfaction)),
        },
      ]}
    />
  );
}

function VisitOf({ row }: { row: Complaint }) {
  if (row.visitId) return <Go to={`/return-visits/${row.visitId}`}>{t('quality.visit_made')}</Go>;
  return row.drawnOut ? t('quality.drawn_out') : t('quality.no_visit');
}
