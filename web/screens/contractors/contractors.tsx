import { getRouteApi } from '@tanstack/react-router';
import { Page } from '../../ui/page.tsx';
import { ViewTabs } from '../../ui/view-tabs.tsx';
import { t } from '../../words/words.ts';
import { ContractorNew } from './contractor-form.tsx';
import { Figures } from './figures.tsx';
import { Checks, Dues, Faults } from './records.tsx';
import { Register } from './register.tsx';
import type { View } from './search.ts';
import { VIEWS } from './search.ts';

const route = getRouteApi('/inside/contractors');

const SHOWN: Record<View, () => React.ReactNode> = {
  register: Register,
  dues: Dues,
  checks: Checks,
  faults: Faults,
  figures: Figures,
};

/** Contractors of services: who they are, what is owed on them, how they were found, and what they mended (EXTR-06). */
export function Contractors() {
  const { view = 'register' } = route.useSearch();
  const Shown = SHOWN[view];
  return (
    <Page
      title={t('contractors.title')}
      shape="fill"
      actions={
        <>
          <ViewTabs
            label={t('contractors.title')}
            to="/contractors"
            view={view}
            tabs={VIEWS.map((key) => ({ key, label: t(`contractors.view_${key}`) }))}
          />
          <ContractorNew />
        </>
      }
    >
      <Shown key={view} />
    </Page>
  );
}
