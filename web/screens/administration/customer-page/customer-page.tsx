import type { z } from 'zod';
import type { centresOut } from '../../../../src/organisation/departments-view.ts';
import { base } from '../../../server/base.ts';
import { useRead } from '../../../server/queries.ts';
import { useSession } from '../../../session/session.ts';
import { Page } from '../../../ui/page.tsx';
import { Section } from '../../../ui/section.tsx';
import { ErrorState, LoadingLines } from '../../../ui/states.tsx';
import { t } from '../../../words/words.ts';
import { AdministrationNav } from '../administration-nav.tsx';
import { CustomerPageForm } from './form.tsx';

export type Centre = z.output<typeof centresOut>['items'][number];

/** What customers read on the page of the centre: where it is reached, its texts, and what they may send in. */
export function CustomerPage() {
  const { centre } = useSession();
  const read = useRead<z.output<typeof centresOut>>('centres', { about: ['organisation'] });
  const own = read.data?.items.find((one) => one.id === centre.id);
  return (
    <Page title={t('customer_page.title')}>
      <AdministrationNav />
      {read.isPending ? <LoadingLines count={12} /> : null}
      {read.error && !read.data ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
      {own ? (
        <Section
          title={own.name}
          actions={
            <a href={`${base}c`} target="_blank" rel="noreferrer">
              {t('customer_page.look')}
            </a>
          }
        >
          <p className="dim">{t('customer_page.why_here')}</p>
          <CustomerPageForm key={own.version} centre={own} />
        </Section>
      ) : null}
    </Page>
  );
}
