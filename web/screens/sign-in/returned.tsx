import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { api } from '../../server/api.ts';
import { queryClient } from '../../server/queries.ts';
import { problemWords } from '../../server/refusals.ts';
import { sessionQuery } from '../../session/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { useTitle } from '../../ui/page.tsx';
import { Notice } from '../../ui/section.tsx';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import type { Owed } from './code-form.tsx';
import { Doorstep } from './doorstep.tsx';

type Answer = { waitsFor: Owed['waitsFor']; enrolBy: string | null; linked: boolean; next: string | null };

/** Where an identity provider sends people back to: hands in what it sent along, and goes on. */
export function Returned() {
  const problem = useHandIn();
  const navigate = useNavigate();
  useTitle(t('sign_on.title'));
  return (
    <Doorstep title={problem ? t('sign_on.failed') : t('sign_on.coming')}>
      {problem ? (
        <div role="alert">
          <Notice tone="late">{problemWords(problem)}</Notice>
          <ActionButton
            label={t('sign_on.again')}
            kind="primary"
            fullWidth
            onRun={() => void navigate({ to: '/sign-in', search: {} })}
          />
        </div>
      ) : null}
    </Doorstep>
  );
}

/** Once, however often it is drawn: the code is good for one time. */
function useHandIn(): unknown {
  const given = useSearch({ from: '/sign-in/returned' });
  const navigate = useNavigate();
  const [problem, setProblem] = useState<unknown>(null);
  const handed = useRef(false);
  useEffect(() => {
    if (handed.current) return;
    handed.current = true;
    const goOn = async ({ waitsFor, linked, next }: Answer) => {
      if (waitsFor) return navigate({ to: '/sign-in', search: next ? { next } : {}, replace: true });
      if (linked) say(t('sign_on.now_linked'));
      await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 });
      return navigate({ to: next ?? '/', replace: true });
    };
    void api.post<Answer>('sign-in/returned', given).then(goOn).catch(setProblem);
  }, [given, navigate]);
  return problem;
}
