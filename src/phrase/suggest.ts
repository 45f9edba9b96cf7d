import type { Phrase, Situation } from '../pack/phrases.ts';

/** Where a talk stands, as far as it says which words come next. */
export type Standing = {
  /** What sort of matter it is, in the core's word; null: none yet. */
  type: string | null;
  /** An apology was said. */
  apologised: boolean;
  /** He has had an answer. */
  answered: boolean;
  /** The matter is resolved or closed: what is left is to ask how it was. */
  settled: boolean;
};

/** Which moments of a talk these are, the likeliest first. A complaint is met with an apology before anything is explained (PHR-21). */
export function situationsOf({ type, apologised, answered, settled }: Standing): Situation[] {
  if (settled) return ['return_visit', 'courtesy'];
  if (type === 'compliment') return ['praise', 'courtesy'];
  if (type === 'complaint' && !apologised) return ['apology', 'answer_later', 'dispute', 'problem'];
  const wanted: Situation[] = answered
    ? ['answer_later', 'excessive']
    : ['greeting', 'courtesy', 'answer_later', 'unclear'];
  return type === 'complaint' ? ['answer_later', 'dispute', 'problem', 'excessive'] : [...wanted, 'problem'];
}

/** Those that are offered: what fits first, in the order of its moments, then the others in their own order. */
export function offered<One extends Pick<Phrase, 'situation' | 'on'>>(
  phrases: readonly One[],
  standing: Standing,
): { phrase: One; fits: boolean }[] {
  const moments = situationsOf(standing);
  const on = phrases.filter((phrase) => phrase.on);
  const fitting = moments.flatMap((moment) => on.filter(({ situation }) => situation === moment));
  const others = on.filter((phrase) => !fitting.includes(phrase));
  return [...fitting.map((phrase) => ({ phrase, fits: true })), ...others.map((phrase) => ({ phrase, fits: false }))];
}
