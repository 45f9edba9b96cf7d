import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { pageItems, usePages } from '../../server/queries.ts';
import { pagesState } from '../../ui/list/list-state.ts';
import { List } from '../../ui/list/list.tsx';
import type { Column } from '../../ui/list/model.ts';
import { TwoLines } from '../../ui/list/two-lines.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { say } from '../../ui/toast.ts';
import { When } from '../../ui/when.tsx';
import { said, t } from '../../words/words.ts';
import { NoticeFilters } from './filters.tsx';
import type { FindingLine } from './list-notices.ts';
import { stateWords } from './list-notices.ts';
import type { Way } from './search.ts';
import { queryOf } from './search.ts';

const route = getRouteApi('/inside/notices');

/** What checking the departments found, newest first, each with the way that was taken (ESCL-03). */
export function Findings() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const pages = usePages<FindingLine>('findings', {
    about: ['finding', 'rectification'],
    query: queryOf('findings', search),
  });
  const rows = useMemo(() => pageItems(pages.data), [pages.data]);
  const shown = useMemo(() => columns(), []);
  // A finding handed to a department leads to its notice; another is all there is, and is read out in full.
  const open = ({ notice, text }: FindingLine) => {
    if (notice) void navigate({ to: '/notices/$noticeId', params: { noticeId: notice.id } });
    else say(text, 'news');
  };
  return (
    <List
      name="findings"
      label={t('notices.view_findings')}
      rows={rows}
      rowId={(row) => row.id}
      columns={shown}
      phoneRow={PhoneRow}
      open={open}
      filters={<NoticeFilters view="findings" />}
      state={pagesState(pages)}
      empty={<EmptyState title={t('notices.none_findings')}>{t('notices.none_findings_why')}</EmptyState>}
    />
  );
}

function wayWords(row: FindingLine): string {
  const way = t(`notices.way_${row.way as Way}`);
  return row.notice ? `${way} · ${row.notice.number} ${stateWords(row.notice.state)}` : way;
}

function columns(): Column<FindingLine>[] {
  return [
    { key: 'at', label: t('notices.found_at'), width: '8rem', always: true, cell: (row) => <When at={row.at} /> },
    {
      key: 'text',
      label: t('notices.findings'),
      width: 'minmax(12rem, 3fr)',
      always: true,
      cell: (row) => <span className="subject">{row.text}</span>,
    },
    {
      key: 'department',
      label: t('notices.department'),
      width: 'minmax(7rem, 1fr)',
      cell: (row) => said(row.department.name),
    },
    { key: 'way', label: t('notices.way'), width: 'minmax(9rem, 1.3fr)', cell: wayWords },
    { key: 'by', label: t('notices.found_by'), width: 'minmax(5rem, 0.7fr)', cell: (row) => row.by.name },
  ];
}

function PhoneRow(row: FindingLine) {
  const facts = [said(row.department.name), wayWords(row)];
  return <TwoLines subject={row.text} beside={<When at={row.at} className="dim" />} facts={facts} />;
}
