import { Page } from '../../../ui/page.tsx';
import { t } from '../../../words/words.ts';
import { AdministrationNav } from '../administration-nav.tsx';
import { Holds } from './holds.tsx';
import { Rules } from './rules.tsx';
import { Runs } from './runs.tsx';

/** How long what is personal is kept, what holds it back, and what went. */
export function Privacy() {
  return (
    <Page title={t('privacy.title')}>
      <AdministrationNav />
      <Rules />
      <Runs />
      <Holds />
    </Page>
  );
}
