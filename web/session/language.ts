import { recallText, remember } from '../ui/memory.ts';
import { createStore } from '../ui/store.ts';
import type { Language } from '../words/languages.ts';
import { isLanguage, languageFor } from '../words/languages.ts';
import { speak } from '../words/words.ts';

export const spoken = createStore<Language>('en');

/** The language of this device before anybody has signed in: the last one used here, else the browser's. */
export function deviceLanguage(): Language {
  const last = recallText('language');
  return isLanguage(last) ? last : languageFor(navigator.languages);
}

export async function changeLanguage(to: Language): Promise<void> {
  remember('language', to);
  await speak(to);
  spoken.set(to);
}
