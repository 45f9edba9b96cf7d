import { ERASED } from '../platform/erase-words.ts';
import { patternOf } from '../platform/erase-names.ts';

/** Numbers of telephones as they are written here: a mobile, a landline with its area, one from abroad. */
const PHONE = String.raw`\+\d{1,3}(?:[ -]?\d){6,14}|(?<!\d)1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)|(?<!\d)0\d{2,3}[ -]?\d{7,8}(?!\d)`;

/** What finds these names, and any number of a telephone whosever it is. */
export function telling(names: readonly string[]): RegExp {
  const pattern = patternOf(names);
  return new RegExp(pattern === null ? PHONE : `${pattern}|${PHONE}`, 'gu');
}

export function holdsAnyOf(secrets: RegExp, text: string): boolean {
  return text.search(secrets) >= 0;
}

/** A text of a matter, as it may be shown to whoever has nothing to do with it. */
export function withoutNames(secrets: RegExp, text: string): string {
  return text.replaceAll(secrets, ERASED);
}
