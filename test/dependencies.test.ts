import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

type Package = {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  resolved?: string;
};

const root = join(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const own = JSON.parse(read('package.json')) as Package;
const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, Package> };
const names = Object.keys({ ...own.dependencies, ...own.devDependencies, ...own.optionalDependencies }).toSorted();

/** Where npm would find `name` for the package at `path`: beside it, or further up. */
function isLocked(path: string, name: string): boolean {
  const places = path.split('/node_modules/');
  const above = places.map((_, index) => places.slice(0, places.length - index).join('/node_modules/'));
  return [...above, ''].some((place) => `${place ? `${place}/` : ''}node_modules/${name}` in packages);
}

test('each dependency is pinned to one version', () => {
  const versions = { ...own.dependencies, ...own.devDependencies, ...own.optionalDependencies };
  const loose = Object.entries(versions).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version));
  assert.deepEqual(loose, []);
});

test('whatever a locked package asks for is locked too, for other machines as well: else npm ci refuses', () => {
  assert.ok(Object.keys(packages).length > 200, 'the lock file was read');
  const missing = Object.entries(packages).flatMap(([path, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies })
      .filter((name) => !isLocked(path, name))
      .map((name) => `${path || 'we'} asks for ${name}`),
  );
  assert.deepEqual(missing, []);
});

test('the lock file names no place to fetch from, so that everybody fetches from his own', () => {
  const fixed = Object.entries(packages).filter(([, { resolved }]) => resolved);
  assert.deepEqual(fixed, []);
});

test('docs/dependencies.md says of each why it is here, and of none that is not', () => {
  const rows = [...read('docs/dependencies.md').matchAll(/^\| `([^`]+)` \| ([^|]{10,}) \|$/gm)].map(
    ([, name]) => name!,
  );
  assert.deepEqual(rows.toSorted(), names);
});
