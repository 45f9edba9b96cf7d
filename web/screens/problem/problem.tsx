import { useRouter } from '@tanstack/react-router';
import { ApiError } from '../../api.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { useTitle } from '../../ui/page.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { t } from '../../words/words.ts';

/** Nothing stands at this address, or nothing for this person to see: the two are not told apart. */
export function NotFound() {
  useTitle(t('problem.not_found'));
  return (
    <EmptyState title={t('problem.not_found')} action={<GoHome />}>
      {t('problem.not_found_why')}
    </EmptyState>
  );
}

/** What a route shows when its loader or its screen failed. */
export function RouteProblem({ error, reset }: { error: unknown; reset: () => void }) {
  const router = useRouter();
  if (error instanceof ApiError && error.status === 404) return <NotFound />;
  if (error instanceof ApiError && error.status === 403) {
    return (
      <EmptyState title={t('problem.forbidden')} action={<GoHome />}>
        {t('problem.forbidden_why')}
      </EmptyState>
    );
  }
  const retry = () => {
    reset();
    void router.invalidate();
  };
  return <ErrorState problem={error} retry={retry} />;
}

function GoHome() {
  const router = useRouter();
  return <ActionButton label={t('problem.go_home')} kind="primary" onRun={() => void router.navigate({ to: '/' })} />;
}
