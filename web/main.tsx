import './ui/mantine.css';
import './ui/tokens.css';
import './ui/base.css';
import { createRoot } from 'react-dom/client';
import { api, whenSignedOut } from './server/api.ts';
import { App } from './app.tsx';
import { forgetReads } from './offline/kept-reads.ts';
import { reloadOnLostCode } from './routes/later.ts';
import { queryClient } from './server/queries.ts';
import { router } from './routes/map.tsx';
import { lookAsAsked, takeWallToken } from './session/screen-on-wall.ts';
import { goToSignIn } from './session/sign-in-again.ts';
import { changeLanguage, deviceLanguage } from './session/language.ts';
import { adoptPreferences, sessionQuery } from './session/session.ts';

whenSignedOut(() => {
  queryClient.setQueryData(sessionQuery.queryKey, null);
  void forgetReads();
  goToSignIn();
});

reloadOnLostCode();

/** The words must be there before anything is drawn; the session is asked for at the same time. */
async function start(): Promise<void> {
  takeWallToken();
  const words = changeLanguage(deviceLanguage());
  const session = await queryClient.fetchQuery(sessionQuery).catch(() => undefined);
  await words;
  if (session) await adoptPreferences(session);
  await lookAsAsked();
  if (session === null && (await isNew())) await router.navigate({ to: '/setup' });
  createRoot(document.getElementById('root')!).render(<App />);
}

async function isNew(): Promise<boolean> {
  return api.get<{ needed: boolean }>('setup').then(
    (state) => state.needed,
    () => false,
  );
}

void start();
