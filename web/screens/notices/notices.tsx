import { IconFileAlert, IconSearch } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useRight } from '../../session/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { SendIn } from '../exchange/send-in.tsx';
import { TakeOut } from '../exchange/take-out.tsx';
import { Page } from '../../ui/page.tsx';
import { ViewTabs } from '../../ui/view-tabs.tsx';
import { t } from '../../words/words.ts';
import { FindingDialog } from './finding-dialog.tsx';
import { Findings } from './findings.tsx';
import { IssueDialog } from './issue-dialog.tsx';
import { NoticeList } from './notice-list.tsx';
import styles from './notices.module.css';
import { queryOf, views } from './search.ts';

const route = getRouteApi('/inside/notices');

/** Rectification notices (整改通知): mine first, then what waits for a signature, an answer, a look; and what supervision found. */
export function Notices() {
  const search = route.useSearch();
  const view = search.view ?? 'mine';
  const issues = useRight('rectification.issue');
  const [doing, setDoing] = useState<'issue' | 'finding' | null>(null);
  const close = () => setDoing(null);
  return (
    <Page
      title={t('frame.notices')}
      shape="fill"
      actions={
        <>
          {issues ? (
            <>
              <ActionButton
                label={t('notices.record_finding')}
                icon={IconSearch}
                hotkey="F"
                onRun={() => setDoing('finding')}
              />
              <ActionButton
                label={t('notices.issue')}
                icon={IconFileAlert}
                hotkey="I"
                onRun={() => setDoing('issue')}
              />
            </>
          ) : null}
          <TakeOut
            list={view === 'findings' ? 'findings' : 'notices'}
            name={t(`notices.view_${view}`)}
            query={queryOf(view, search)}
          />
          {view === 'findings' ? <SendIn list="findings" name={t('imports.list_findings')} /> : null}
        </>
      }
    >
      <div className={styles['lists']}>
        <div className={styles['views']}>
          <ViewTabs
            label={t('notices.views')}
            to="/notices"
            view={view}
            tabs={views.map((key) => ({ key, label: t(`notices.view_${key}`) }))}
          />
        </div>
        {view === 'findings' ? <Findings /> : <NoticeList key={view} view={view} />}
      </div>
      <IssueDialog opened={doing === 'issue'} close={close} />
      <FindingDialog opened={doing === 'finding'} close={close} />
    </Page>
  );
}
