import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from '../server/api.ts';
import { askWhoSitsHere, leave } from './kept-session.ts';
import type { Instant } from '../../src/kernel/time.ts';
import type { Kept, Session, Theme } from '../server/contract.ts';
import { queryClient } from '../server/queries.ts';
import { handInDrafts } from '../ui/form/draft-store.ts';
import { setServerNow, setZone } from '../ui/time.ts';
import { changeLanguage } from './language.ts';
import { recallText, remember } from '../ui/memory.ts';
import type { Language } from '../words/languages.ts';
import { listLayouts, whenLayoutChanges } from '../ui/list/columns.ts';
import { createStore } from '../ui/store.ts';
import { speakOwnWords } from '../words/words.ts';

/** Who sits here, or null where nobody has signed in. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: readSession,
  staleTime: 60_000,
  refetchInterval: 5 * 60_000,
  meta: { about: ['session'] },
});

let lastKnown: Session | null = null;
/** Choices on their way to the server. */
let saving: Promise<unknown> = Promise.resolve();

async function readSession(): Promise<Session | null> {
  await saving;
  const saved = saving;
  const answer = await askWhoSitsHere();
  // what was chosen while the server answered is not in its answer
  if (saved !== saving) return readSession();
  if (!answer) return null;
  const { session, heardAt } = answer;
  setServerNow(session.now as Instant, heardAt);
  setZone(session.centre.zone);
  speakOwnWords(session.words ?? {});
  lastKnown = await asChosenAtDoor(session);
  return lastKnown;
}

/** What was chosen before signing in is kept with whoever came in, before anything else is shown. */
async function asChosenAtDoor(session: Session): Promise<Session> {
  const language = chosenAtDoor;
  chosenAtDoor = null;
  if (language === null || language === session.person.language) return session;
  await api.put('me/preferences', { language }).catch(() => {});
  return { ...session, person: { ...session.person, language } };
}

/** The session on screens that only signed-in people see. */
export function useSession(): Session {
  const { data } = useQuery(sessionQuery);
  // A session that ends leads away from here; until then the screen stands as it was.
  const session = data ?? lastKnown;
  if (!session) throw new Error('a screen for signed-in people was drawn without a session');
  return session;
}

/** Whether the person holds a right in some scope; what may be done to one thing, its own `can` says. */
export function useRight(right: string): boolean {
  return useSession().rights.includes(right);
}

let chosenAtDoor: Language | null = null;

/** Chosen before signing in: it is the choice of whoever then comes in, and stays with them. */
export async function chooseAtDoor(language: Language): Promise<void> {
  chosenAtDoor = language;
  await changeLanguage(language);
}

export const theme = createStore<Theme>(themeOf(recallText('theme')));

export function themeOf(text: unknown): Theme {
  return text === 'light' || text === 'dark' ? text : 'auto';
}

export function changeTheme(to: Theme): void {
  remember('theme', to);
  theme.set(to);
}

/** Shows at once what the server has just been told. */
export function amendSession(change: Partial<Session>): void {
  queryClient.setQueryData<Session | null>(sessionQuery.queryKey, (session) =>
    session ? { ...session, ...change } : session,
  );
}

type Preferences = { language?: Language } & Partial<Kept>;

/** Keeps what somebody chose with the person, so that the next device has it too. What is left out stays as it is. */
export function savePreferences(change: Preferences): void {
  const session = queryClient.getQueryData(sessionQuery.queryKey);
  if (!session) return;
  const { language = session.person.language, theme: colours = session.person.theme, ...kept } = change;
  const columns = { ...session.preferences.columns, ...kept.columns };
  amendSession({
    person: { ...session.person, language, theme: colours },
    preferences: { ...session.preferences, ...kept, columns },
  });
  saving = Promise.all([saving, api.put('me/preferences', change).catch(() => {})]);
}

/**
 * Speaks another language from now on, here and on the next device. Kept before it is spoken: what is drawn anew in it takes
 * the language from the session, and would go back to the former one.
 */
export async function chooseLanguage(language: Language): Promise<void> {
  savePreferences({ language });
  await changeLanguage(language);
}

whenLayoutChanges(savePreferences);

/** Takes over the language and theme of whoever signed in. */
export async function adoptPreferences(session: Session): Promise<void> {
  listLayouts.set({ density: session.preferences.density, columns: session.preferences.columns });
  changeTheme(themeOf(session.person.theme));
  await changeLanguage(session.person.language);
}

/**
 * Ends the session and forgets what was read in it, on this device too; what is half typed goes to the server. Without a
 * connection the session is ended as soon as there is one: until then nobody is signed in here.
 */
export async function signOut(): Promise<void> {
  await handInDrafts();
  const left = await leave();
  queryClient.clear();
  queryClient.setQueryData(sessionQuery.queryKey, null);
  // at who vouched, too, where the house wants it so; it sends the browser back here
  if (left?.elsewhere) location.assign(left.elsewhere);
}
