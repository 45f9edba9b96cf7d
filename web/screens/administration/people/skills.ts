import type { Words } from '../../../../src/kernel/words.ts';

type Kind = { key: string; name: Words };

/** A skill is a kind of matter that somebody is good at, by its key, or anything else in the house's own words. */
export function splitSkills(skills: readonly string[], kinds: readonly Kind[]): { kinds: string[]; others: string[] } {
  const known = new Set(kinds.map((kind) => kind.key));
  return { kinds: skills.filter((one) => known.has(one)), others: skills.filter((one) => !known.has(one)) };
}

/** Kinds first, in the order of the desk's keys, each by its name; then the rest as it was written. */
export function skillNames(
  skills: readonly string[],
  kinds: readonly Kind[],
  inWords: (name: Words) => string,
): string[] {
  const named = kinds.filter((kind) => skills.includes(kind.key)).map((kind) => inWords(kind.name));
  return [...named, ...splitSkills(skills, kinds).others];
}
