export type WordParams = Readonly<Record<string, string | number>>;

/**
 * Fills a text's gaps. `{name}` is replaced by the parameter; `{count|one ticket|# tickets}` chooses by the
 * language's plural rule (first form for one, second for other; `#` is the number). Chinese needs no second form.
 */
export function fill(text: string, params: WordParams, locale: string): string {
  return text.replaceAll(/\{([^{}]+)\}/g, (gap, inside: string) => {
    const [name = '', one, other] = inside.split('|');
    const value = params[name];
    if (value === undefined) return gap;
    const shown = typeof value === 'number' ? numberFormat(locale).format(value) : value;
    if (one === undefined) return shown;
    const form = pluralRules(locale).select(Number(value)) === 'one' ? one : (other ?? one);
    return form.replaceAll('#', shown);
  });
}

const plurals = new Map<string, Intl.PluralRules>();
const numbers = new Map<string, Intl.NumberFormat>();

function pluralRules(locale: string): Intl.PluralRules {
  const known = plurals.get(locale) ?? new Intl.PluralRules(locale);
  plurals.set(locale, known);
  return known;
}

function numberFormat(locale: string): Intl.NumberFormat {
  const known = numbers.get(locale) ?? new Intl.NumberFormat(locale);
  numbers.set(locale, known);
  return known;
}

/** The names of a text's gaps, for the test that compares languages. */
export function gapsOf(text: string): string[] {
  return [...new Set([...text.matchAll(/\{([^{}|]+)[^{}]*\}/g)].map((found) => found[1]!))].sort();
}
