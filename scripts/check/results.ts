import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** What became of one test of the last run of its file. */
export type Result = { name: string; file: string; passed: boolean; skipped: boolean };

export const RESULTS = 'dist/test-results.json';

export function readResults(path = RESULTS): Result[] {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Result[]) : [];
}

/** Puts the results of the files that ran in the place of their earlier ones; those of files that are gone, go. */
export function keepResults(ran: readonly string[], results: readonly Result[], path = RESULTS): void {
  // A test may be defined in another file than the one that was run.
  const told = new Set([...ran, ...results.map(({ file }) => file)]);
  const others = readResults(path).filter(({ file }) => !told.has(file) && existsSync(file));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify([...others, ...results], null, 1)}\n`);
}
