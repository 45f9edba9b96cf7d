import { fold } from './fold.ts';
import { LONGEST, quoteLexeme } from './lexeme.ts';
import { normalisePhone } from './mask.ts';
import type { Token } from './tokens.ts';
import { bigrams, firstCharacter, lastCharacter, tokenise } from './tokens.ts';
import { unitAsked, unitQueryTerm } from './unit.ts';

/**
 * A search, ready for PostgreSQL:
 * `not empty`, then `terms @@ $tsquery::tsquery and position($recheck[1] in folded) > 0 and ...` for each of `recheck`.
 * Pairs of characters stand in a text without standing together, hence the recheck; it is empty where the terms prove the match.
 * `parts` are the same query cut where all of several must match, for a reader that wants to begin with the rarest.
 */
export type SearchQuery = { tsquery: string; parts: string[]; recheck: string[]; empty: boolean };

/** People paste whole letters into a search field: the first so many units, needles and terms of a needle decide. */
const MOST_TYPED = 256;
const MOST_NEEDLES = 8;
const MOST_TERMS = 16;

/** Between letters or digits these do not end what is looked for: wang@example.com, 3#1202, 10:30, 12/f. */
const INNER = /^[-._@/:'&+#]$/;

/** The part of a query that must occur as it stands, with its tokens. */
type Needle = { text: string; tokens: Token[] };

function belongTogether(former: Token, next: Token, folded: string): boolean {
  if (former.end === next.start) return true;
  if (former.kind === 'dense' || next.kind === 'dense') return false;
  return INNER.test(folded.slice(former.end, next.start));
}

function needlesOf(folded: string): Needle[] {
  const groups: Token[][] = [];
  for (const token of tokenise(folded)) {
    const former = groups.at(-1)?.at(-1);
    if (former && belongTogether(former, token, folded)) groups.at(-1)!.push(token);
    else groups.push([token]);
  }
  return groups
    .slice(0, MOST_NEEDLES)
    .map((tokens) => ({ text: folded.slice(tokens[0]!.start, tokens.at(-1)!.end), tokens }));
}

function prefix(lexeme: string): string {
  return `${quoteLexeme(lexeme)}:*`;
}

function termsOf(needle: Needle): string[] {
  const terms = new Set<string>();
  needle.tokens.forEach((token, at) => {
    const next = needle.tokens[at + 1];
    const seam = next !== undefined && next.start === token.end;
    const afterSeam = needle.tokens[at - 1]?.end === token.start;
    const pairs = token.kind === 'dense' ? bigrams(token.text) : [];
    for (const pair of pairs) terms.add(quoteLexeme(pair));
    // The seams on its sides say more about a single character than all the pairs that it begins.
    if (token.kind !== 'dense' || (pairs.length === 0 && !seam && !afterSeam))
      terms.add(prefix(token.text.slice(0, LONGEST)));
    if (seam) terms.add(quoteLexeme(lastCharacter(token.text) + firstCharacter(next.text)));
  });
  return [...terms].slice(0, MOST_TERMS);
}

/** Whether finding the terms is finding the needle: one word or number of ordinary length, at most one pair of characters. */
function provenByTerms(needle: Needle): boolean {
  const [only] = needle.tokens;
  if (needle.tokens.length !== 1 || !only) return false;
  return only.kind === 'dense' ? bigrams(only.text).length <= 1 : only.text.length <= LONGEST;
}

/** 138-1234-5678, (010) 6234 5678 and +86 138... as the digits in which phones are stored; null if it is no phone or is so already. */
function phoneAsked(folded: string): string | null {
  if (!/^[+(]{0,2}[0-9][0-9 .()-]{5,24}$/.test(folded)) return null;
  const phone = normalisePhone(folded).replace(/^\+86/, '').replace('+', '');
  return phone.length >= 7 && phone.length <= 15 && phone !== folded ? phone : null;
}

/** What a stretch of the query means besides its letters: a flat in another spelling, a phone without its punctuation. */
function meanings(folded: string): string[] {
  const unit = unitAsked(folded);
  const phone = phoneAsked(folded);
  return [...(unit ? [prefix(unitQueryTerm(unit))] : []), ...(phone ? [prefix(phone)] : [])];
}

function anyOf(alternatives: string[]): string {
  return alternatives.length === 1 ? alternatives[0]! : `(${alternatives.join(' | ')})`;
}

type Part = { tsquery: string; recheck: string[] };

function partOf(needle: Needle): Part {
  const terms = termsOf(needle).join(' & ');
  const others = meanings(needle.text);
  // A flat written otherwise does not contain the needle: there the terms alone decide.
  if (others.length > 0) return { tsquery: anyOf([...others, `(${terms})`]), recheck: [] };
  return { tsquery: terms, recheck: provenByTerms(needle) ? [] : [needle.text] };
}

function typed(text: string): string {
  const cut = text.slice(0, MOST_TYPED);
  return fold(text.length > MOST_TYPED && /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut);
}

/**
 * The search for what somebody typed: all its needles (separated by spaces or Chinese punctuation) must occur. Chinese and numbers
 * match by any fragment, words of spaced scripts by their beginning only. Any input gives a literal that `::tsquery` accepts; one
 * without a letter or a digit gives `empty`, which finds nothing.
 */
export function searchQuery(userText: string): SearchQuery {
  const folded = typed(userText);
  const needles = needlesOf(folded);
  if (needles.length === 0) return { tsquery: '', parts: [], recheck: [], empty: true };
  const parts = needles.map(partOf);
  const literal = parts.map((part) => part.tsquery).join(' & ');
  const whole = needles.length > 1 ? meanings(folded) : [];
  if (whole.length > 0) {
    const either = anyOf([...whole, `(${literal})`]);
    return { tsquery: either, parts: [either], recheck: [], empty: false };
  }
  const recheck = [...new Set(parts.flatMap((part) => part.recheck))];
  return { tsquery: literal, parts: parts.map((part) => part.tsquery), recheck, empty: false };
}
