import { fold } from '../kernel/text/fold.ts';

/** Blanks and signs between the words of a phrase do not hide it. */
const bare = (text: string): string => fold(text).replaceAll(/[\s\p{P}]+/gu, '');

/**
 * The first of the house's forbidden phrases that a text for a customer holds ("that is not my responsibility"), or null
 * (PRIN-02, PHR-17). Width, case and script make no difference. A phrase of nothing but signs is none.
 */
export function forbiddenIn(text: string, phrases: readonly string[]): string | null {
  const said = bare(text);
  return phrases.find((phrase) => bare(phrase) !== '' && said.includes(bare(phrase))) ?? null;
}
