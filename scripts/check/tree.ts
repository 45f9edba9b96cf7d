import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path/posix';
import { importsOf, type Import } from './imports.ts';
import { parse, type Parsed } from './syntax.ts';

/** What an import leads to: a file of ours, a package, or nothing (`missing`). */
export type Target = { file: string } | { package: string } | { missing: string };
export type Link = Import & { target: Target };
export type Source = Parsed & { path: string; text: string; links: Link[] };

export type Tree = {
  /** Every file of code, by its path from the root. */
  sources: Map<string, Source>;
  /** Plain SQL, by path: the migrations. */
  sql: Map<string, string>;
};

const CODE = /\.[cm]?[jt]sx?$/;
const FOLDERS = ['src', 'web', 'packs', 'scripts', 'test', 'bin'];

/** The files of a working copy, or of some folders of it. Reads what stands on the disk, committed or not. */
export function readTree(root: string, folders: readonly string[] = FOLDERS): Tree {
  const paths = globSync([...folders.map((folder) => `${folder}/**/*`), 'migrations/**/*.sql'], {
    cwd: root,
    withFileTypes: true,
  })
    .filter((entry) => entry.isFile())
    .map((entry) => normalize(join(entry.parentPath, entry.name)).slice(root.length + 1))
    .toSorted();
  const isText = (path: string): boolean => CODE.test(path) || path.endsWith('.sql');
  return treeOf(
    Object.fromEntries(paths.map((path) => [path, isText(path) ? readFileSync(join(root, path), 'utf8') : ''])),
  );
}

/** A tree of files given as texts, as the checks' own tests give them. */
export function treeOf(files: Record<string, string>): Tree {
  const exists = new Set(Object.keys(files));
  const sources = new Map<string, Source>();
  const sql = new Map<string, string>();
  for (const [path, text] of Object.entries(files)) {
    if (path.endsWith('.sql')) sql.set(path, text);
    if (!CODE.test(path)) continue;
    const parsed = parse(path, text);
    const links = importsOf(parsed.program).map((one) => ({ ...one, target: targetOf(path, one.specifier, exists) }));
    sources.set(path, { ...parsed, path, text, links });
  }
  return { sources, sql };
}

/** Only a path that names an existing file, ending and all, is one: what a tool guesses, a check would have to guess too. */
function targetOf(from: string, specifier: string | null, exists: Set<string>): Target {
  if (specifier === null) return { missing: '(known only when it runs)' };
  if (/^[./#~]|^file:|^@\//.test(specifier)) {
    const file = normalize(join(dirname(from), specifier.replace(/\?.*$/, '')));
    return specifier.startsWith('.') && exists.has(file) ? { file } : { missing: specifier };
  }
  if (specifier.startsWith('node:')) return { package: specifier };
  const parts = specifier.split('/');
  return { package: parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/') };
}

export function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}
