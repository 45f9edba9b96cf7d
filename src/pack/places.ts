const PLACE = /\{([^{}]*)\}/g;

/** What is named in braces in a text, in its order: `{customer}`. */
export function placesIn(text: string): string[] {
  return [...text.matchAll(PLACE)].map(([, place]) => place!);
}

/** The first place in a text that is none of these, or null. */
export function unknownPlace(text: string, known: readonly string[]): string | null {
  return placesIn(text).find((place) => !known.includes(place)) ?? null;
}

/** The text with what is known in its places; what is not stays. */
export function filled(text: string, known: Readonly<Record<string, string | undefined>>): string {
  return text.replaceAll(PLACE, (place, name: string) => known[name] ?? place);
}

/** The same for what goes out as it is. */
export function inPlace(text: string, known: Readonly<Record<string, string>>): string {
  return filled(text, known).trim();
}
