import { lineOf, type Source, type Tree } from './tree.ts';

/** Somebody broke a rule: where, and what to do about it. */
export type Violation = { file: string; line: number; what: string };

export type Rule = {
  /** A sentence that is true of the whole tree. */
  name: string;
  check(tree: Tree): Iterable<Violation>;
};

export function at(source: Source, offset: number, what: string): Violation {
  return { file: source.path, line: lineOf(source.text, offset), what };
}

/** As a terminal makes it clickable. */
export function inWords(violation: Violation): string {
  return `${violation.file}:${violation.line} ${violation.what}`;
}
