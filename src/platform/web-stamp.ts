import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the built screens were made from: the sources outside `web/` that they import, and the hash of all of it. */
type Stamp = { hash: string; imported: string[] };

const stampFile = 'dist/web-stamp.json';

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$|\.md$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** The contents of `web/`, of the pure files it imports from `src/`, and of the lock file, as one hash. */
function hashOf(root: string, imported: readonly string[]): string {
  const hash = createHash('sha256');
  const own = filesUnder(join(root, 'web'));
  for (const file of [...own, ...imported.map((path) => join(root, path)), join(root, 'package-lock.json')]) {
    hash.update(file.slice(root.length)).update('\0');
    if (existsSync(file)) hash.update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** Whether the screens have to be built: nothing is there, or something they are made from has changed. Reads about 1 MB. */
export function webIsStale(root: string): boolean {
  const file = join(root, stampFile);
  if (!existsSync(file) || !existsSync(join(root, 'dist/web/index.html'))) return true;
  try {
    const stamp = JSON.parse(readFileSync(file, 'utf8')) as Stamp;
    return stamp.hash !== hashOf(root, stamp.imported);
  } catch {
    // A stamp cut short by a full disk or a killed build says nothing: build again.
    return true;
  }
}

/** Written last, so that a build that was killed counts as none. `imported` are paths from the root, outside `web/`. */
export function stampWeb(root: string, imported: readonly string[]): void {
  // in one order: the hash is taken again from what is written down
  const sorted = [...imported].sort();
  const stamp: Stamp = { hash: hashOf(root, sorted), imported: sorted };
  writeFileSync(join(root, stampFile), JSON.stringify(stamp));
}
