import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What every module of a directory (not below it, tests left out) exports by default, in the order of their names. */
export async function defaultExportsIn(directory: string): Promise<{ file: string; content: unknown }[]> {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts')).sort();
  const found: { file: string; content: unknown }[] = [];
  for (const file of names) {
    const module = (await import(pathToFileURL(join(directory, file)).href)) as { default?: unknown };
    found.push({ file, content: module.default });
  }
  return found;
}
