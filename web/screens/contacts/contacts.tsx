import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { pageItems, usePages } from '../../server/queries.ts';
import { pagesState } from '../../ui/list/list-state.ts';
import { List } from '../../ui/list/list.tsx';
import { SendIn } from '../exchange/send-in.tsx';
import { TakeOut } from '../exchange/take-out.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { ViewTabs } from '../../ui/view-tabs.tsx';
import { t } from '../../words/words.ts';
import type { ContactLine } from './columns.tsx';
import { columns, PhoneRow } from './columns.tsx';
import { ContactFilters } from './filters.tsx';
import { queryOf, views } from './search.ts';
import { TouchDialog } from './touch-dialog.tsx';

const route = getRouteApi('/inside/contacts');

/** Every call, visit and letter, newest first: the visit record (RECP-03) and the complaint book (CHAN-08, RECP-04) among them. */
export function Contacts() {
  const search = route.useSearch();
  const view = search.view ?? 'all';
  const [opened, setOpened] = useState<string | null>(null);
  const pages = usePages<ContactLine>('contacts', { about: ['contact'], query: queryOf(search) });
  const rows = useMemo(() => pageItems(pages.data), [pages.data]);
  const shown = useMemo(() => columns(view), [view]);
  const count = rows.length;
  const aside = pages.hasNextPage ? t('contacts.count_more', { count }) : t('contacts.count', { count });
  return (
    <Page
      title={t('frame.contacts')}
      shape="fill"
      aside={pages.data ? aside : null}
      actions={
        <>
          <ViewTabs
            label={t('contacts.views')}
            to="/contacts"
            view={view}
            tabs={views.map((key) => ({ key, label: t(`contacts.view_${key}`) }))}
          />
          <TakeOut list="contacts" name={t(`contacts.view_${view}`)} query={queryOf(search)} />
          <SendIn list="contacts" name={t('imports.list_contacts')} />
        </>
      }
    >
      <List
        key={view}
        name={`contacts-${view}`}
        label={t(`contacts.subject_${view}`)}
        rows={rows}
        rowId={(row) => row.id}
        columns={shown}
        phoneRow={PhoneRow}
        open={(row) => setOpened(row.id)}
        filters={<ContactFilters view={view} />}
        state={pagesState(pages)}
        empty={<EmptyState title={t('contacts.none')}>{t('contacts.none_why')}</EmptyState>}
      />
      <TouchDialog id={opened} close={() => setOpened(null)} />
    </Page>
  );
}
