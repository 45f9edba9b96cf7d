import { fold } from './fold.ts';
import { LONGEST } from './lexeme.ts';
import { normalisePhone } from './mask.ts';
import { pinyinForms } from './pinyin.ts';
import type { Token } from './tokens.ts';
import { bigrams, firstCharacter, lastCharacter, tokenise } from './tokens.ts';
import { englishUnit, isRoom, unitsIn, unitTerms } from './unit.ts';

/** What a field holds decides how it is cut. `text` is the default; all others are cut as text too, and then in their own way. */
export type SearchField = { text: string; kind?: 'text' | 'name' | 'phone' | 'unit' | 'number' };

/** A `tsvector` takes 1 MB of lexemes; a unit is at most three bytes. What a longer text says behind this is not found. */
const MOST_UNITS = 300_000;

function addWithSuffixes(digits: string, starts: number, terms: Set<string>): void {
  for (let from = 0; from < starts; from += 1) {
    if (digits[from] !== '-') terms.add(digits.slice(from, from + LONGEST));
  }
}

/**
 * Every suffix of a number, so that the prefix search of PostgreSQL finds any fragment: 295613 in 101000295613, 1202-5 in 3-1202-5.
 * With the dashes left out as well: 31202 finds 3-1202.
 */
function addNumber(number: string, terms: Set<string>): void {
  addWithSuffixes(number, number.length, terms);
  const lastDash = number.lastIndexOf('-');
  if (lastDash < 0) return;
  const joined = number.replaceAll('-', '');
  addWithSuffixes(joined, joined.length - (number.length - lastDash - 1), terms);
}

function addToken(token: Token, touchesNext: boolean, terms: Set<string>): void {
  if (token.kind === 'number') addNumber(token.text, terms);
  else if (token.kind === 'word') terms.add(token.text.slice(0, LONGEST));
  else {
    for (const pair of bigrams(token.text)) terms.add(pair);
    // A character is searched as the prefix of a pair; the last one begins none.
    if (!touchesNext) terms.add(lastCharacter(token.text));
  }
}

function addText(folded: string, terms: Set<string>): Token[] {
  const tokens = tokenise(folded);
  tokens.forEach((token, at) => {
    const next = tokens[at + 1];
    const touchesNext = next !== undefined && next.start === token.end;
    addToken(token, touchesNext, terms);
    // Pairs across the seam (3栋1202: 3栋 栋1) keep the parts of a mixed word together.
    if (touchesNext) terms.add(lastCharacter(token.text) + firstCharacter(next.text));
  });
  return tokens;
}

/** Phones written with spaces or brackets inside a text: 138 1234 5678, (010) 6234 5678, +852 2345 6789, 2345 6789, 400 820 8820. */
const SPACED_PHONE =
  /\+[0-9]{1,3}(?:[ ()-]{0,2}[0-9]){6,14}|(?<![0-9])(?:1[3-9][0-9] [0-9]{4} [0-9]{4}|\(?0[0-9]{2,3}[) -]{1,2}[0-9]{3,4}[ -]?[0-9]{4}|400 [0-9]{3} [0-9]{4}|[2-9][0-9]{3} [0-9]{4})(?![0-9])/g;

function addUnitsAndPhones(folded: string, terms: Set<string>): void {
  for (const unit of unitsIn(folded)) {
    for (const term of unitTerms(unit)) terms.add(term);
    // 12楼02室: 1202 stands nowhere in the text.
    if (unit.room && /^[0-9]+$/.test(unit.room)) addNumber(unit.room, terms);
  }
  for (const [phone] of folded.matchAll(SPACED_PHONE)) addNumber(phone.replace(/[^0-9]/g, ''), terms);
}

/** The label of a place says less than a sentence: `1202` is a room, and only here is English order looked for. */
function addLabel(label: string, terms: Set<string>): void {
  const unit = isRoom(label) ? { room: label } : englishUnit(label);
  if (unit) for (const term of unitTerms(unit)) terms.add(term);
}

function addPhone(folded: string, terms: Set<string>): void {
  addNumber(folded.replace(/[^0-9]/g, ''), terms);
  addNumber(normalisePhone(folded).replace('+', ''), terms);
}

function addName(tokens: Token[], terms: Set<string>): void {
  for (const token of tokens) {
    if (token.kind === 'dense') for (const form of pinyinForms(token.text)) terms.add(form.slice(0, LONGEST));
  }
}

/** A ticket number in one piece (wo2026000123 for WO-2026-000123), or nothing if it is. */
function compact(field: SearchField, folded: string): string {
  const joined = field.kind === 'number' ? folded.replace(/[^\p{L}\p{N}]/gu, '') : '';
  return joined === folded ? '' : joined;
}

function addField(field: SearchField, terms: Set<string>): void {
  const folded = fold(field.text);
  const tokens = addText(folded, terms);
  if (field.kind === 'name') addName(tokens, terms);
  else if (field.kind === 'phone') addPhone(folded, terms);
  else if (field.kind === 'number') addText(compact(field, folded), terms);
  else {
    if (field.kind === 'unit') addLabel(folded, terms);
    addUnitsAndPhones(folded, terms);
  }
}

/**
 * The terms by which the fields of one thing are found, each once, for `tsvectorLiteral`. Found are: Chinese (and kana, hangul, Thai,
 * emoji) by any fragment; numbers by any fragment, dashes or not; words of spaced scripts by their beginning; names also by pinyin;
 * flats in every usual spelling. About 50 us for a Chinese text of 200 characters.
 */
export function indexTerms(fields: readonly SearchField[]): string[] {
  const terms = new Set<string>();
  for (const field of fields) addField(field, terms);
  terms.delete('');
  return withinLimit([...terms]);
}

function withinLimit(terms: string[]): string[] {
  let units = 0;
  const end = terms.findIndex((term) => (units += term.length) > MOST_UNITS);
  return end === -1 ? terms : terms.slice(0, end);
}

/**
 * The folded text that stands beside the terms, in which the needles of a query are looked up (`SearchQuery.recheck`). It must be
 * made of the same fields.
 */
export function foldedText(fields: readonly SearchField[]): string {
  return fields
    .flatMap((field) => {
      const folded = fold(field.text);
      return [folded, compact(field, folded)];
    })
    .filter((text) => text !== '')
    .join(' ');
}
