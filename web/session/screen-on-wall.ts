import { readWith } from '../server/api.ts';
import { changeLanguage } from './language.ts';
import { changeTheme, themeOf } from './session.ts';
import { recallText, remember } from '../ui/memory.ts';
import { isLanguage } from '../words/languages.ts';

/**
 * Where a screen hangs on a wall (`/wall#token=...`): it keeps the token that came with its address, takes it out of sight, and reads
 * with it from now on, for as long as the token is good.
 */
export function takeWallToken(): void {
  if (!location.pathname.endsWith('/wall')) return;
  const given = new URLSearchParams(location.hash.slice(1)).get('token');
  if (given) {
    remember('wall_token', given);
    history.replaceState(null, '', location.pathname + location.search);
  }
  const kept = given ?? recallText('wall_token');
  if (kept) readWith(kept);
}

/** The language and colours that its address asks for. */
export async function lookAsAsked(): Promise<void> {
  if (!location.pathname.endsWith('/wall')) return;
  const asked = new URLSearchParams(location.search);
  const language = asked.get('language');
  if (asked.has('theme')) changeTheme(themeOf(asked.get('theme')));
  if (isLanguage(language)) await changeLanguage(language);
}
