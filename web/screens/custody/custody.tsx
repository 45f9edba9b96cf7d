import { getRouteApi } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { Page } from '../../ui/page.tsx';
import { ViewTabs } from '../../ui/view-tabs.tsx';
import { t } from '../../words/words.ts';
import { Counts } from './counts.tsx';
import { Entries } from './entries.tsx';
import { Figures } from './figures.tsx';
import { Issued } from './issued.tsx';
import { Items } from './items.tsx';
import type { CustodyView } from './search.ts';
import { custodyViews } from './search.ts';

const route = getRouteApi('/inside/custody');

const parts: Record<CustodyView, ComponentType> = {
  items: Items,
  issued: Issued,
  entries: Entries,
  counts: Counts,
  figures: Figures,
};

/** What the house keeps and who has it (KEYS, PASS, ASST): the register, its ledger, the counts and figures. */
export function Custody() {
  const { view = 'items' } = route.useSearch();
  const Part = parts[view];
  return (
    <Page
      title={t('custody.title')}
      shape={view === 'figures' ? 'read' : 'fill'}
      actions={
        <ViewTabs
          label={t('custody.title')}
          to="/custody"
          view={view}
          tabs={custodyViews.map((key) => ({ key, label: t(`custody.view_${key}`) }))}
        />
      }
    >
      <Part key={view} />
    </Page>
  );
}
