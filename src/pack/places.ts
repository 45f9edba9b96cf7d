const PLACE = /\{([^{}]*)\}/g;

/** The first place in a text that is none of these, or null. */
export function unknownPlace(text: string, known: readonly string[]): string | null {
  for (const [, place] of text.matchAll(PLACE)) if (!known.includes(place!)) return place!;
  return null;
}

/** The text with everything in its place. */
export function inPlace(text: string, known: Readonly<Record<string, string>>): string {
  return text.replaceAll(PLACE, (place, name: string) => known[name] ?? place).trim();
}
