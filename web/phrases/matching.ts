import type { z } from 'zod';
import type { offeredOut } from '../../src/phrase/view.ts';
import type { Language } from '../../src/kernel/words.ts';

export type Offered = z.output<typeof offeredOut>;
export type OfferedPhrase = Offered['items'][number];

/** So many are offered without asking for more. */
const FEW = 3;

const bare = (text: string): string => text.toLowerCase().replaceAll(/\s+/g, '');

/** The piece he is writing at: what stands after the last full stop or line. */
function lastPiece(typed: string): string {
  return bare(typed.split(/[\n。！？!?.；;]/).at(-1) ?? '');
}

/**
 * Which phrases are offered under a text: nothing written yet, what fits where the matter stands; else those that hold what is being
 * written. A phrase that stands in the text already is not offered again.
 */
export function offeredUnder(items: readonly OfferedPhrase[], typed: string, language: Language): OfferedPhrase[] {
  const written = bare(typed);
  const fresh = items.filter(({ text }) => !written.includes(bare(text[language])));
  const piece = lastPiece(typed);
  if (piece === '') return fresh.filter(({ fits }) => fits).slice(0, FEW);
  return fresh.filter((one) => holds(one, piece)).slice(0, FEW);
}

/** Those that people find by a word: in their name or text, in any language. */
export function found(items: readonly OfferedPhrase[], word: string): OfferedPhrase[] {
  const wanted = bare(word);
  return wanted === '' ? [...items] : items.filter((one) => holds(one, wanted));
}

function holds({ name, text }: OfferedPhrase, wanted: string): boolean {
  return [...Object.values(name), ...Object.values(text)].some((one) => bare(one).includes(wanted));
}

/** The text with a phrase at the cursor, and where the cursor stands then. */
export function withPhrase(text: string, phrase: string, at: number): { text: string; cursor: number } {
  const before = text.slice(0, at);
  const gap = before === '' || /[\s。！？，、!?]$/u.test(before) ? '' : ' ';
  return { text: `${before}${gap}${phrase}${text.slice(at)}`, cursor: before.length + gap.length + phrase.length };
}
