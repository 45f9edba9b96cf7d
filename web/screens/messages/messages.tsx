import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { z } from 'zod';
import type { countsOut } from '../../../src/conversation/view.ts';
import { pageItems, usePages, useRead } from '../../server/queries.ts';
import { pagesState } from '../../ui/list/list-state.ts';
import { List } from '../../ui/list/list.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { ViewTabs } from '../../ui/view-tabs.tsx';
import { t } from '../../words/words.ts';
import { TakeOut } from '../exchange/take-out.tsx';
import chat from './chat.module.css';
import { ChatBar } from './chat-later.tsx';
import { columns, PhoneRow } from './columns.tsx';
import type { ConversationLine } from './conversation-view.ts';
import { MessageFilters } from './filters.tsx';
import { queryOf, views } from './search.ts';
import { useLineActions } from './use-line-actions.ts';

const route = getRouteApi('/inside/messages');

/** What is written to us: who waits longest first, whose it is to answer, who looks or writes now (CHAN-02). */
export function Messages() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const view = search.view ?? 'waiting';
  const pages = usePages<ConversationLine>('conversations', {
    about: ['conversation', 'commitment', 'clock'],
    query: queryOf(search),
  });
  const rows = useMemo(() => pageItems(pages.data), [pages.data]);
  const shown = useMemo(() => columns(), []);
  const actions = useLineActions();
  return (
    <Page
      title={t('messages.title')}
      shape="fill"
      aside={<Counts />}
      actions={
        <>
          <ViewTabs
            label={t('messages.views')}
            to="/messages"
            view={view}
            tabs={views.map((key) => ({ key, label: t(`messages.view_${key}`) }))}
          />
          <TakeOut list="conversations" name={t(`messages.view_${view}`)} query={queryOf(search)} />
        </>
      }
    >
      <div className={chat['over']}>
        <ChatBar queue />
        <List
          key={view}
          name="messages"
          label={t(`messages.subject_${view}`)}
          rows={rows}
          rowId={(line) => line.id}
          columns={shown}
          phoneRow={PhoneRow}
          open={({ id }) => void navigate({ to: '/messages/$conversationId', params: { conversationId: id } })}
          actions={actions}
          filters={<MessageFilters view={view} />}
          state={pagesState(pages)}
          empty={
            <EmptyState title={t(view === 'waiting' ? 'messages.none_waiting' : 'messages.none')}>
              {t('messages.none_why')}
            </EmptyState>
          }
        />
      </div>
    </Page>
  );
}

function Counts() {
  const { data } = useRead<z.output<typeof countsOut>>('conversations/counts', { about: ['conversation', 'clock'] });
  if (!data) return null;
  const late = data.late > 0 ? t('messages.late_count', { count: data.late }) : null;
  return [t('messages.waiting_count', { count: data.waiting }), late].filter(Boolean).join(' · ');
}
