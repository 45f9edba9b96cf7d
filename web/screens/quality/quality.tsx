import { getRouteApi } from '@tanstack/react-router';
import { useSession } from '../../session/session.ts';
import { Page } from '../../ui/page.tsx';
import { ViewTabs } from '../../ui/view-tabs.tsx';
import { t } from '../../words/words.ts';
import { Actions } from './actions.tsx';
import { Checks } from './checks.tsx';
import { DeclinedRequests } from './declined.tsx';
import { Errors } from './errors.tsx';
import { Feedback } from './feedback.tsx';
import { Plans } from './plans.tsx';
import styles from './quality.module.css';
import { Repeated } from './repetitions.tsx';
import { Reviews } from './reviews.tsx';
import type { View } from './search.ts';
import { views } from './search.ts';
import { VisitShare } from './share.tsx';

const route = getRouteApi('/inside/quality');

/** Each view with the right without which the server would not answer it. */
const shown: Record<View, { right: string; Shown: () => React.ReactNode }> = {
  checks: { right: 'report.see', Shown: Checks },
  actions: { right: 'rectification.see', Shown: Actions },
  repeated: { right: 'rectification.issue', Shown: Repeated },
  feedback: { right: 'rectification.see', Shown: Feedback },
  reviews: { right: 'search', Shown: Reviews },
  errors: { right: 'search', Shown: Errors },
  declined: { right: 'report.see', Shown: DeclinedRequests },
  share: { right: 'report.see', Shown: VisitShare },
  plans: { right: 'report.see', Shown: Plans },
};

/** What is checked by sample, and what is mended for good. */
export function Quality() {
  const { rights } = useSession();
  const open = views.filter((key) => rights.includes(shown[key].right));
  const asked = route.useSearch().view;
  const view = asked && open.includes(asked) ? asked : (open[0] ?? 'actions');
  const { Shown } = shown[view];
  return (
    <Page title={t('frame.quality')} shape="fill">
      <div className={styles['lists']}>
        <div className={styles['views']}>
          <ViewTabs
            label={t('quality.views')}
            to="/quality"
            view={view}
            tabs={open.map((key) => ({ key, label: t(`quality.view_${key}`) }))}
          />
        </div>
        <Shown />
      </div>
    </Page>
  );
}
