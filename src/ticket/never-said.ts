import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import { fold } from '../kernel/text/fold.ts';
import { unfilledIn } from '../pack/phrases.ts';

/** Blanks and signs between the words of a phrase do not hide it. */
const bare = (text: string): string => fold(text).replaceAll(/[\s\p{P}]+/gu, '');

/**
 * Those of the house's phrases that a text for a customer holds ("that is not my responsibility"). Width, case and script make no
 * difference. A phrase of nothing but signs is none.
 */
export function foundIn(text: string, phrases: readonly string[]): string[] {
  const said = bare(text);
  return phrases.filter((phrase) => bare(phrase) !== '' && said.includes(bare(phrase)));
}

/** The first of them, or null. */
export function forbiddenIn(text: string, phrases: readonly string[]): string | null {
  return foundIn(text, phrases)[0] ?? null;
}

type WordLists = { neverSaid?: readonly string[] | undefined; exaggerations?: readonly string[] | undefined };

/**
 * Why a text does not go to a customer: a place nobody filled, words that shirk or insult (PRIN-02, PHR-17), or, unless its writer
 * has looked at it and means it, words that exaggerate (QUAL-10).
 */
export function whyNotSay(
  text: string,
  lists: WordLists,
  { path, evenSo }: { path: string; evenSo: boolean },
): Refusal | null {
  const place = unfilledIn(text);
  if (place !== null) return refusal('words.unfilled', { path, place });
  const phrase = forbiddenIn(text, lists.neverSaid ?? []);
  if (phrase !== null) return refusal('words.never_said', { path, phrase });
  const exaggerates = evenSo ? null : forbiddenIn(text, lists.exaggerations ?? []);
  return exaggerates === null ? null : refusal('words.exaggerates', { path: 'evenSo', phrase: exaggerates });
}
