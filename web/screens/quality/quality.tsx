import { getRouteApi } from '@tanstack/react-router';
import { Page } from '../../ui/page.tsx';
import { ViewTabs } from '../../ui/view-tabs.tsx';
import { t } from '../../words/words.ts';
import { Checks } from './checks.tsx';
import { Plans } from './plans.tsx';
import styles from './quality.module.css';
import type { View } from './search.ts';
import { views } from './search.ts';
import { VisitShare } from './share.tsx';

const route = getRouteApi('/inside/quality');

const shown: Record<View, () => React.ReactNode> = { checks: Checks, plans: Plans, share: VisitShare };

/** What is checked by sample, and what is mended for good. */
export function Quality() {
  const view = route.useSearch().view ?? 'checks';
  const Shown = shown[view];
  return (
    <Page title={t('frame.quality')} shape="fill">
      <div className={styles['lists']}>
        <div className={styles['views']}>
          <ViewTabs
            label={t('quality.views')}
            to="/quality"
            view={view}
            tabs={views.map((key) => ({ key, label: t(`quality.view_${key}`) }))}
          />
        </div>
        <Shown />
      </div>
    </Page>
  );
}
