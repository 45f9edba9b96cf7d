import { getRouteApi } from '@tanstack/react-router';
import { Page } from '../../ui/page.tsx';
import { ViewTabs } from '../../ui/view-tabs.tsx';
import { t } from '../../words/words.ts';
import { Plans } from './plans.tsx';
import { RoundRecord } from './record.tsx';
import styles from './rounds.module.css';
import { views } from './search.ts';
import { Shares } from './shares.tsx';
import { Today } from './today.tsx';

const route = getRouteApi('/inside/rounds');

/** The checklists (RECP-06, RECP-07, RECP-13, CHAN-10): what is walked today, the record, the share kept, and the lists themselves. */
export function Rounds() {
  const view = route.useSearch().view ?? 'today';
  return (
    <Page title={t('frame.rounds')} shape={view === 'record' ? 'fill' : 'read'}>
      <div className={view === 'record' ? styles['lists'] : styles['page']}>
        <ViewTabs
          label={t('rounds.views')}
          to="/rounds"
          view={view}
          tabs={views.map((key) => ({ key, label: t(`rounds.view_${key}`) }))}
        />
        {view === 'today' ? <Today /> : null}
        {view === 'record' ? <RoundRecord /> : null}
        {view === 'shares' ? <Shares /> : null}
        {view === 'plans' ? <Plans /> : null}
      </div>
    </Page>
  );
}
