import { MantineProvider } from '@mantine/core';
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useSyncExternalStore } from 'react';
import { readsWithToken } from './server/api.ts';
import { goLive } from './server/live.ts';
import { keepPage } from './offline/offline-page.ts';
import { startOutbox, stopOutbox } from './offline/outbox.ts';
import { goToSignIn } from './session/sign-in-again.ts';
import { queryClient } from './server/queries.ts';
import { router } from './routes/map.tsx';
import { spoken } from './session/language.ts';
import { sessionQuery, theme as chosen } from './session/session.ts';
import { setAnnouncementSummary } from './ui/announce.ts';
import { PrintRoot } from './ui/print.tsx';
import { useStore } from './ui/store.ts';
import { theme, variables } from './ui/theme.ts';
import { closeProblems } from './ui/toast.ts';
import { Toaster } from './ui/toaster.tsx';
import { t } from './words/words.ts';

/** The providers. A change of language draws everything anew; what is half typed is in drafts, what is read in the cache. */
export function App() {
  const language = useStore(spoken);
  const scheme = useScheme();
  useEffect(() => setAnnouncementSummary((count) => t('frame.many_changes', { count })), []);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={variables} forceColorScheme={scheme}>
      <QueryClientProvider client={queryClient}>
        <Connected />
        <RouterProvider key={language} router={router} />
        <Toaster />
        <PrintRoot />
        <div id="announcements" className="sr-only" role="status" aria-live="polite" />
      </QueryClientProvider>
    </MantineProvider>
  );
}

/** Listens for changes and sends what waits, for as long as somebody is signed in, whatever screen or language. */
function Connected() {
  const { data: session } = useQuery({ ...sessionQuery, enabled: false });
  const person = session?.person.id;
  useEffect(() => {
    if (session === null) goToSignIn();
  }, [session]);
  const inField = session?.rights.includes('work_order.do') ?? false;
  useEffect(() => {
    if (inField) void keepPage();
  }, [inField]);
  useEffect(() => {
    if (person === undefined) return undefined;
    // a screen on a wall hears, and has nothing to send
    if (readsWithToken()) return goLive();
    void startOutbox(person);
    const hush = goLive();
    return () => {
      hush();
      stopOutbox();
    };
  }, [person]);
  return null;
}

router.subscribe('onResolved', ({ pathChanged }) => {
  if (pathChanged) closeProblems();
});

const darkSystem = matchMedia('(prefers-color-scheme: dark)');

function useScheme(): 'light' | 'dark' {
  const wanted = useStore(chosen);
  const system = useSystemDark();
  return wanted === 'auto' ? (system ? 'dark' : 'light') : wanted;
}

function useSystemDark(): boolean {
  return useSyncExternalStore(
    (listener) => {
      darkSystem.addEventListener('change', listener);
      return () => darkSystem.removeEventListener('change', listener);
    },
    () => darkSystem.matches,
  );
}
