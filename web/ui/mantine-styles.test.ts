import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';

const web = join(import.meta.dirname, '..');
const library = join(web, '../node_modules/@mantine/core');

function filesOf(folder: string, ending: RegExp): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** The Mantine components our screens import by name. */
function imported(): string[] {
  const names = filesOf(web, /\.tsx?$/).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/import \{([^}]+)\} from '@mantine\/core'/g)].flatMap((found) =>
      found[1]!.split(','),
    ),
  );
  return [...new Set(names.map((name) => name.trim()))].filter((name) =>
    existsSync(join(library, 'esm/components', name)),
  );
}

/** A component and all those it is made of, found by following the library's own imports. (An accordion's chevron is a bare drawing.) */
function withParts(name: string, seen: Set<string>): void {
  if (seen.has(name)) return;
  seen.add(name);
  for (const file of filesOf(join(library, 'esm/components', name), /\.mjs$/)) {
    for (const part of readFileSync(file, 'utf8').matchAll(
      /from "\.\.\/(?:\.\.\/)*([A-Z]\w+)\/(?!AccordionChevron)/g,
    )) {
      if (existsSync(join(library, 'esm/components', part[1]!))) withParts(part[1]!, seen);
    }
  }
}

test('every Mantine component on our screens has its styles listed in mantine.css', () => {
  const needed = new Set<string>();
  const names = imported();
  assert.ok(names.length > 10, 'the components our screens import were not found');
  for (const name of names) withParts(name, needed);
  const listed = new Set(
    [...readFileSync(join(web, 'ui/mantine.css'), 'utf8').matchAll(/styles\/(\w+)\.layer\.css/g)].map(
      (found) => found[1],
    ),
  );
  const missing = [...needed].filter(
    (name) => existsSync(join(library, 'styles', `${name}.css`)) && !listed.has(basename(name)),
  );
  assert.deepEqual(missing, []);
});
