/**
 * Lexemes are cut after so many UTF-16 units (a `tsvector` takes 2 kB each); a query cuts its own as far, searches the rest as a
 * prefix, and rechecks.
 */
export const LONGEST = 32;

/** A lexeme as it stands in a `tsvector` or `tsquery` literal. Only the quote and the backslash have a meaning inside quotes. */
export function quoteLexeme(lexeme: string): string {
  return `'${lexeme.replace(/\\/g, '\\\\').replace(/'/g, "''")}'`;
}

/**
 * Text for a `::tsvector` cast: `'漏水' '1202'`. Empty terms are left out, for they are a syntax error there; no terms give an empty vector.
 */
export function tsvectorLiteral(terms: Iterable<string>): string {
  const quoted: string[] = [];
  for (const term of terms) if (term !== '') quoted.push(quoteLexeme(term));
  return quoted.join(' ');
}
