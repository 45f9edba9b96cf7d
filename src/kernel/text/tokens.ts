/**
 * A stretch of a folded text that is searched in one way:
 * - `number`: digits, groups joined by single dashes (`13812345678`, `3-1202`, `2026-10-01`);
 * - `word`: letters of a script that writes spaces between words (Latin, Greek, Cyrillic, Arabic, Hebrew...);
 * - `dense`: everything else that is not punctuation: Chinese, kana, hangul, Thai, emoji, currency signs.
 */
export type Token = { kind: 'number' | 'word' | 'dense'; text: string; start: number; end: number };

const UNKNOWN = 0;
const BREAK = 1;
const DIGIT = 2;
const WORD = 3;
const DENSE = 4;
/** A combining mark: part of the word it follows, dense elsewhere. */
const MARK = 5;

const MARKS = /^\p{M}$/u;
const SEPARATORS = /^[\p{P}\p{Z}\p{C}\p{ASCII}]$/u;
const UNASSIGNED = /^[\p{Cn}\p{Co}]$/u;
const SPACED =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Armenian}\p{Script=Georgian}]$/u;

function classify(unit: number): number {
  if (unit >= 0x30 && unit <= 0x39) return DIGIT;
  if (unit >= 0x61 && unit <= 0x7a) return WORD;
  // Half of a code point beyond the BMP: rare ideographs and emoji, all dense.
  if (unit >= 0xd800 && unit <= 0xdfff) return DENSE;
  const character = String.fromCharCode(unit);
  if (MARKS.test(character)) return MARK;
  // A character newer than this Unicode table must be found as well.
  if (SEPARATORS.test(character) && !UNASSIGNED.test(character)) return BREAK;
  return SPACED.test(character) && /\p{L}/u.test(character) ? WORD : DENSE;
}

// Five property tests a character would cost more than all the rest of indexing: each is asked once.
const classes = new Uint8Array(0x10000);

function classAt(text: string, at: number, former: number): number {
  const unit = text.charCodeAt(at);
  let found = classes[unit]!;
  if (found === UNKNOWN) {
    found = classify(unit);
    classes[unit] = found;
  }
  if (found === MARK) return former === WORD ? WORD : DENSE;
  return found;
}

const DASH = 0x2d;

/** The tokens of a folded text, in order. Punctuation and spaces lie between them; letters and digits that touch are two tokens. */
export function tokenise(folded: string): Token[] {
  const tokens: Token[] = [];
  let start = 0;
  let current = BREAK;
  for (let at = 0; at <= folded.length; at += 1) {
    let next = at === folded.length ? BREAK : classAt(folded, at, current);
    const joins = current === DIGIT && folded.charCodeAt(at) === DASH && at + 1 < folded.length;
    if (joins && classAt(folded, at + 1, DIGIT) === DIGIT) next = DIGIT;
    if (next === current) continue;
    if (current !== BREAK) {
      const kind = current === DIGIT ? 'number' : current === WORD ? 'word' : 'dense';
      tokens.push({ kind, text: folded.slice(start, at), start, end: at });
    }
    start = at;
    current = next;
  }
  return tokens;
}

/** How many UTF-16 units the character at a place has. */
function width(text: string, at: number): number {
  return text.charCodeAt(at) >> 10 === 0x36 ? 2 : 1;
}

/** The first character of a text that has one, a rare ideograph or an emoji whole. */
export function firstCharacter(text: string): string {
  return text.slice(0, width(text, 0));
}

export function lastCharacter(text: string): string {
  return text.charCodeAt(text.length - 1) >> 10 === 0x37 ? text.slice(-2) : text.slice(-1);
}

/** The pairs of neighbouring characters: 厨房漏水 -> 厨房 房漏 漏水. None for a single character. */
export function bigrams(text: string): string[] {
  const pairs: string[] = [];
  let at = 0;
  let next = width(text, 0);
  while (next < text.length) {
    const end = next + width(text, next);
    pairs.push(text.slice(at, end));
    at = next;
    next = end;
  }
  return pairs;
}
