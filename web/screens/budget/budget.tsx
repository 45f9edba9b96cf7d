import { getRouteApi } from '@tanstack/react-router';
import { Page } from '../../ui/page.tsx';
import { ViewTabs } from '../../ui/view-tabs.tsx';
import { t } from '../../words/words.ts';
import { AccountsList } from './accounts.tsx';
import { Compare } from './compare.tsx';
import { Expenses } from './expenses.tsx';
import { Month } from './month.tsx';
import type { View } from './search.ts';
import { views } from './search.ts';
import { WaitingApprovals } from './waiting.tsx';

const route = getRouteApi('/inside/budget');

const VIEWS: Record<View, () => React.ReactNode> = {
  month: () => <Month />,
  compare: () => <Compare />,
  expenses: () => <Expenses />,
  waiting: () => <WaitingApprovals />,
  accounts: () => <AccountsList />,
};

/** What the house plans to spend and spends (FINC-01, FINC-02), and what owners are told of it (FEE-04). */
export function Budget() {
  const { view = 'month' } = route.useSearch();
  const fills = view === 'expenses' || view === 'accounts';
  return (
    <Page
      title={t('budget.title')}
      shape={fills ? 'fill' : 'read'}
      actions={
        <ViewTabs
          label={t('budget.title')}
          to="/budget"
          tabs={views.map((key) => ({ key, label: t(`budget.view_${key}`) }))}
          view={view}
        />
      }
    >
      {VIEWS[view]()}
    </Page>
  );
}
