import { getRouteApi } from '@tanstack/react-router';
import { Go } from '../../ui/go.tsx';
import { Page } from '../../ui/page.tsx';
import { ViewTabs } from '../../ui/view-tabs.tsx';
import { t } from '../../words/words.ts';
import { useRight } from '../../session/session.ts';
import { Documents } from './document-list.tsx';
import { Dealings } from './dealing-list.tsx';
import { Items } from './item-list.tsx';
import { Bodies, Matters } from './liaison-lists.tsx';
import { Dues, Meetings } from './meeting-lists.tsx';
import { CallButton } from './meeting-form.tsx';
import { NewBody } from './body-form.tsx';
import { NewDocument } from './document-forms.tsx';
import { NewMatterOf } from './new-matter.tsx';
import styles from './papers.module.css';
import type { PaperList, View } from './search.ts';
import { LISTS, VIEWS } from './search.ts';

const route = getRouteApi('/inside/papers');

const SHOWN: Record<PaperList, () => React.ReactNode> = {
  meetings: Meetings,
  dues: Dues,
  items: Items,
  documents: Documents,
  bodies: Bodies,
  matters: Matters,
  dealings: Dealings,
};
const ACTS: Record<View, () => React.ReactNode> = { meetings: CallButton, documents: NewDocument, liaison: NewBody };

/** Meetings, documents and liaison: the paper side of the house, one tab each with its lists. */
export function Papers() {
  const search = route.useSearch();
  const writes = useRight('document.write');
  const views = VIEWS.filter((one) => one !== 'documents' || writes);
  const view = views.find((one) => one === search.view) ?? 'meetings';
  const lists: readonly PaperList[] = LISTS[view];
  const list = lists.find((one) => one === search.list) ?? lists[0]!;
  const Shown = SHOWN[list];
  const Act = ACTS[view];
  return (
    <Page
      title={t('papers.title')}
      shape="fill"
      actions={
        <>
          <ViewTabs
            label={t('papers.title')}
            to="/papers"
            view={view}
            tabs={views.map((key) => ({ key, label: t(`papers.view_${key}`) }))}
          />
          {view === 'liaison' && search.ticket ? <NewMatterOf ticketId={search.ticket} /> : <Act />}
        </>
      }
    >
      <div className={styles['lists']}>
        {lists.length > 1 ? <Lists view={view} lists={lists} list={list} /> : <span />}
        <Shown key={list} />
      </div>
    </Page>
  );
}

function Lists({ view, lists, list }: { view: View; lists: readonly PaperList[]; list: PaperList }) {
  return (
    <nav className={styles['which']} aria-label={t(`papers.view_${view}`)}>
      {lists.map((key) => (
        <Go key={key} to="/papers" search={{ view, list: key }} aria-current={key === list ? 'page' : undefined}>
          {t(`papers.list_${key}`)}
        </Go>
      ))}
    </nav>
  );
}
