import { getRouteApi } from '@tanstack/react-router';
import { Page } from '../../ui/page.tsx';
import { ViewTabs } from '../../ui/view-tabs.tsx';
import { t } from '../../words/words.ts';
import { Plans } from './plans.tsx';
import { RoundRecord } from './record.tsx';
import styles from './rounds.module.css';
import { RoundFindings } from './findings.tsx';
import type { View } from './search.ts';
import { views } from './search.ts';
import { Shares } from './shares.tsx';
import { Today } from './today.tsx';
import { VacantUnits } from './vacant-units.tsx';

const route = getRouteApi('/inside/rounds');

/** Lists that fill the window. */
const LISTS: readonly View[] = ['record', 'findings', 'vacant'];

/** The checklists (RECP-06, RECP-07, RECP-13, CHAN-10): what is walked today, the record, what was found, vacant units, the share kept, and the lists themselves. */
export function Rounds() {
  const view = route.useSearch().view ?? 'today';
  const isList = LISTS.includes(view);
  return (
    <Page title={t('frame.rounds')} shape={isList ? 'fill' : 'read'}>
      <div className={isList ? styles['lists'] : styles['page']}>
        <ViewTabs
          label={t('rounds.views')}
          to="/rounds"
          view={view}
          tabs={views.map((key) => ({ key, label: t(`rounds.view_${key}`) }))}
        />
        {view === 'today' ? <Today /> : null}
        {view === 'record' ? <RoundRecord /> : null}
        {view === 'findings' ? <RoundFindings /> : null}
        {view === 'vacant' ? <VacantUnits /> : null}
        {view === 'shares' ? <Shares /> : null}
        {view === 'plans' ? <Plans /> : null}
      </div>
    </Page>
  );
}
