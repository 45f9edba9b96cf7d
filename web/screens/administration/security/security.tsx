import type { z } from 'zod';
import type { securityOut } from '../../../../src/auth/security-view.ts';
import { useRead } from '../../../server/queries.ts';
import { Page } from '../../../ui/page.tsx';
import { ErrorState, LoadingLines } from '../../../ui/states.tsx';
import { t } from '../../../words/words.ts';
import { AdministrationNav } from '../administration-nav.tsx';
import { EverySession } from './every-session.tsx';
import { EveryToken } from './every-token.tsx';
import { Providers } from './providers.tsx';
import { TokenReviews } from './token-reviews.tsx';
import { RulesForm } from './rules-form.tsx';

export type SecurityAnswer = z.output<typeof securityOut>;

/** What is asked of whoever signs in, for the whole organisation. */
export function Security() {
  const read = useRead<SecurityAnswer>('security', { about: ['organisation'] });
  const { data } = read;
  return (
    <Page title={t('security.title')}>
      <AdministrationNav />
      {read.isPending ? <LoadingLines count={8} /> : null}
      {read.error && !data ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
      {data ? <RulesForm answer={data} /> : null}
      {data && !data.can['change'] ? <ForAll /> : null}
    </Page>
  );
}

function ForAll() {
  return (
    <>
      <Providers />
      <EverySession />
      <EveryToken />
      <TokenReviews />
    </>
  );
}
