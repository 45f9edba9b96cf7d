import { useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ApiError } from '../../server/api.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Page } from '../../ui/page.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { t } from '../../words/words.ts';

/** Nothing stands at this address, or nothing for this person to see: the two are not told apart. */
export function NotFound() {
  return (
    <Page title={t('problem.not_found')}>
      <Way>{t('problem.not_found_why')}</Way>
    </Page>
  );
}

/** What a route shows when its loader or its screen failed. */
export function RouteProblem({ error, reset }: { error: unknown; reset: () => void }) {
  const router = useRouter();
  if (error instanceof ApiError && error.status === 404) return <NotFound />;
  if (error instanceof ApiError && error.status === 403) {
    return (
      <Page title={t('problem.forbidden')}>
        <Way>{t('problem.forbidden_why')}</Way>
      </Page>
    );
  }
  const retry = () => {
    reset();
    void router.invalidate();
  };
  return <ErrorState problem={error} retry={retry} />;
}

function Way({ children }: { children: ReactNode }) {
  const router = useRouter();
  return (
    <>
      <p className="dim">{children}</p>
      <p style={{ marginTop: 12 }}>
        <ActionButton label={t('problem.go_home')} kind="primary" onRun={() => void router.navigate({ to: '/' })} />
      </p>
    </>
  );
}
