import { getRouteApi } from '@tanstack/react-router';
import { useRight } from '../../session/session.ts';
import { Page } from '../../ui/page.tsx';
import { ViewTabs } from '../../ui/view-tabs.tsx';
import { t } from '../../words/words.ts';
import { Costs } from './costs.tsx';
import { Entries } from './entries.tsx';
import { Plan } from './plan.tsx';
import { Requests } from './requests.tsx';
import type { View } from './search.ts';
import { views } from './search.ts';
import { Stock } from './stock.tsx';

const route = getRouteApi('/inside/materials');

const VIEWS: Record<View, () => React.ReactNode> = {
  plan: () => <Plan />,
  requests: () => <Requests />,
  stock: () => <Stock />,
  entries: () => <Entries />,
  costs: () => <Costs />,
};

/** Material planned, asked for, received and issued (ASST-06), and what the plans of a department may cost (REPT-17). */
export function MaterialsScreen() {
  const { view = 'plan' } = route.useSearch();
  const seesMoney = useRight('budget.see');
  const fills = view === 'requests' || view === 'entries';
  return (
    <Page
      title={t('materials.title')}
      shape={fills ? 'fill' : 'read'}
      actions={
        <ViewTabs
          label={t('materials.title')}
          to="/materials"
          tabs={views
            .filter((key) => key !== 'costs' || seesMoney)
            .map((key) => ({ key, label: t(`materials.view_${key}`) }))}
          view={view}
        />
      }
    >
      {VIEWS[view]()}
    </Page>
  );
}
