import { getRouteApi } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { Page } from '../../ui/page.tsx';
import { ViewTabs } from '../../ui/view-tabs.tsx';
import { t } from '../../words/words.ts';
import { Amendments } from './amendments.tsx';
import { Articles } from './articles.tsx';
import { Processes } from './processes.tsx';
import { Readings } from './readings.tsx';
import { Reviews } from './reviews.tsx';
import type { View } from './search.ts';
import { views } from './search.ts';
import { Standards } from './standards.tsx';
import { Tests } from './tests.tsx';

const route = getRouteApi('/inside/knowledge');

const parts: Record<View, ComponentType> = {
  articles: Articles,
  reviews: Reviews,
  readings: Readings,
  standards: Standards,
  processes: Processes,
  tests: Tests,
  amendments: Amendments,
};
/** These hold a list that scrolls by itself. */
const filling: readonly View[] = ['articles', 'reviews'];

/** What the house knows: articles and their search, what is to be looked at again, read, passed and decided (KNOW). */
export function Knowledge() {
  const { view = 'articles' } = route.useSearch();
  const Part = parts[view];
  return (
    <Page
      title={t('frame.knowledge')}
      shape={filling.includes(view) ? 'fill' : 'read'}
      actions={
        <ViewTabs
          label={t('knowledge.views')}
          to="/knowledge"
          view={view}
          tabs={views.map((key) => ({ key, label: t(`knowledge.view_${key}`) }))}
        />
      }
    >
      <Part key={view} />
    </Page>
  );
}
