import { getRouteApi } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { useSession } from '../../session/session.ts';
import { Page } from '../../ui/page.tsx';
import { ViewTabs } from '../../ui/view-tabs.tsx';
import { t } from '../../words/words.ts';
import { Compliments, MyCompliments } from './compliments.tsx';
import { Disputes } from './disputes.tsx';
import { Proposals } from './proposals.tsx';
import type { View } from './search.ts';
import { views } from './search.ts';

const route = getRouteApi('/inside/registers');

const registers: Record<View, ComponentType> = {
  disputes: Disputes,
  proposals: Proposals,
  compliments: Compliments,
  mine: MyCompliments,
};

/** The registers of what is neither repair nor complaint: disputes, suggestions, compliments, and what is said of oneself. */
export function Registers() {
  const { view: asked } = route.useSearch();
  const { rights } = useSession();
  const shown = views.filter((view) => view !== 'compliments' || rights.includes('report.see'));
  const view = shown.find((one) => one === asked) ?? 'disputes';
  const Register = registers[view];
  return (
    <Page
      title={t('frame.registers')}
      shape="fill"
      actions={
        <ViewTabs
          label={t('registers.views')}
          to="/registers"
          view={view}
          tabs={shown.map((key) => ({ key, label: t(`registers.view_${key}`) }))}
        />
      }
    >
      <Register key={view} />
    </Page>
  );
}
