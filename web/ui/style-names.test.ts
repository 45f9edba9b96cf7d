import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { test } from 'node:test';

const web = join(import.meta.dirname, '..');

/** The names that a style sheet gives, without those of the library's own parts. */
function given(css: string): Set<string> {
  const plain = css.replaceAll(/\/\*.*?\*\//gs, '').replaceAll(/:global\([^)]*\)|'[^']*'/g, '');
  const names = [...plain.matchAll(/\.([a-z][\w-]*)/gi)].map((found) => found[1]!);
  return new Set(names.filter((name) => !name.startsWith('mantine-')));
}

/** The names that screens ask of each style sheet, by sheet: `styles['line']`. */
function asked(): Map<string, Set<string>> {
  const bySheet = new Map<string, Set<string>>();
  for (const file of globSync('**/*.{ts,tsx}', { cwd: web })) {
    const text = readFileSync(join(web, file), 'utf8');
    for (const [, local, path] of text.matchAll(/import (\w+) from '(\.[^']+\.module\.css)'/g)) {
      const sheet = normalize(join(dirname(file), path!));
      const names = bySheet.get(sheet) ?? new Set();
      for (const found of text.matchAll(new RegExp(`\\b${local}\\['([\\w-]+)'\\]`, 'g'))) names.add(found[1]!);
      bySheet.set(sheet, names);
    }
  }
  return bySheet;
}

test('every name of a style sheet is asked for by some screen, and every name asked for is there', () => {
  const bySheet = asked();
  const sheets = globSync('**/*.module.css', { cwd: web });
  assert.ok(sheets.length > 30, 'the style sheets were not found');
  const wrong = sheets.flatMap((sheet) => {
    const there = given(readFileSync(join(web, sheet), 'utf8'));
    const wanted = bySheet.get(sheet) ?? new Set();
    return [
      ...[...there].filter((name) => !wanted.has(name)).map((name) => `${sheet} .${name} is asked for by nobody`),
      ...[...wanted].filter((name) => !there.has(name)).map((name) => `${sheet} has no .${name}`),
    ];
  });
  assert.deepEqual(wrong, []);
});
