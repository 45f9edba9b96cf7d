import { IconSignature } from '@tabler/icons-react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { api } from '../../server/api.ts';
import { pageItems, usePages } from '../../server/queries.ts';
import { pagesState } from '../../ui/list/list-state.ts';
import { List } from '../../ui/list/list.tsx';
import type { RowAction } from '../../ui/list/model.ts';
import { EmptyState } from '../../ui/states.tsx';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import { useWrite } from '../../server/writes.ts';
import { columns, PhoneRow } from './columns.tsx';
import { NoticeFilters } from './filters.tsx';
import type { NoticeLine } from './list-notices.ts';
import { changedBy } from './list-notices.ts';
import type { View } from './search.ts';
import { queryOf } from './search.ts';

const route = getRouteApi('/inside/notices');

/** Notices of one view, the most overdue first; several can be signed for at once. */
export function NoticeList({ view }: { view: Exclude<View, 'findings'> }) {
  const search = route.useSearch();
  const navigate = useNavigate();
  const pages = usePages<NoticeLine>('notices', {
    about: ['rectification', 'commitment', 'clock'],
    query: queryOf(view, search),
  });
  const rows = useMemo(() => pageItems(pages.data), [pages.data]);
  const shown = useMemo(() => columns(), []);
  return (
    <List
      name="notices"
      label={t(`notices.view_${view}`)}
      rows={rows}
      rowId={(row) => row.id}
      columns={shown}
      phoneRow={PhoneRow}
      open={(row) => void navigate({ to: '/notices/$noticeId', params: { noticeId: row.id } })}
      actions={[useReceive()]}
      filters={<NoticeFilters view={view} />}
      state={pagesState(pages)}
      empty={<EmptyState title={t('notices.none')}>{t('notices.none_why')}</EmptyState>}
    />
  );
}

function useReceive(): RowAction<NoticeLine> {
  const receive = useWrite<NoticeLine[]>({
    send: async (rows, { key }) => {
      for (const [at, row] of rows.entries()) await api.post(`notices/${row.id}/receive`, {}, { key: `${key}-${at}` });
    },
    changes: (rows) => rows.flatMap(changedBy),
    done: (_nothing, rows) => say(t('notices.received_many', { count: rows.length })),
  });
  return {
    key: 'receive',
    label: t('notices.receive_rows'),
    icon: IconSignature,
    hotkey: 'y',
    can: (row) => row.can,
    run: (rows) => void receive.run(rows),
  };
}
