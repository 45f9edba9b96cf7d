import { memberOf, nameOf, nodes, textOf, type Node } from './syntax.ts';
import type { Source, Tree } from './tree.ts';

/**
 * `domain` is any folder of src that is none of the others; `wiring` are the files directly in src; `demo` plays a centre's
 * life on a moved clock, through the commands and the engine.
 */
export type Layer =
  | 'kernel'
  | 'platform'
  | 'domain'
  | 'reactions'
  | 'report'
  | 'demo'
  | 'wiring'
  | 'packs'
  | 'web'
  | 'scripts'
  | 'test'
  | 'bin';

/** The folder of src a file stands in, `ticket` for instance; null for a file elsewhere or directly in src. */
export function folderOf(path: string): string | null {
  return /^src\/([^/]+)\//.exec(path)?.[1] ?? null;
}

export function isTest(path: string): boolean {
  return path.startsWith('test/') || /\.test\.tsx?$/.test(path);
}

const NO_DOMAINS = new Set<string | null>(['kernel', 'platform', 'reactions', 'report', 'demo']);

export function layerOf(path: string): Layer {
  const folder = folderOf(path);
  if (NO_DOMAINS.has(folder)) return folder as Layer;
  if (folder !== null) return 'domain';
  return path.startsWith('src/') ? 'wiring' : (path.split('/')[0] as Layer);
}

export function isCommand(path: string): boolean {
  return layerOf(path) === 'domain' && path.includes('/commands/');
}

export function isRoutes(path: string): boolean {
  return layerOf(path) === 'domain' && /\/([a-z-]+-)?routes(-[a-z-]+)?\.ts$|\/routes\//.test(path);
}

/** Packages that only compute. What `node:module` loads is followed like an import. */
export const COMPUTING = [
  'zod',
  'temporal-polyfill',
  'opencc-js',
  'pinyin-pro',
  'chinese-days',
  'node:crypto',
  'node:module',
];

export type Reach = { files: Set<string>; packages: Set<string> };

const reached = new WeakMap<Tree, Map<string, Reach>>();

/** What is loaded, near and far, when this file is: itself, files and packages. Types are gone by then. */
export function reachOf(tree: Tree, path: string): Reach {
  const known = reached.get(tree) ?? new Map<string, Reach>();
  reached.set(tree, known);
  const reach = known.get(path) ?? follow(tree, path);
  known.set(path, reach);
  return reach;
}

function follow(tree: Tree, path: string): Reach {
  const reach: Reach = { files: new Set([path]), packages: new Set() };
  for (const file of reach.files) {
    for (const link of tree.sources.get(file)?.links ?? []) {
      if (link.typeOnly) continue;
      if ('file' in link.target) reach.files.add(link.target.file);
      if ('package' in link.target) reach.packages.add(link.target.package);
    }
  }
  return reach;
}

const QUERIES = new Set(['selectFrom', 'insertInto', 'updateTable', 'deleteFrom', 'mergeInto']);

function asksTables(source: Source): boolean {
  return nodes(source.program).some(([node]) => QUERIES.has(memberOf(node)?.name ?? ''));
}

/** Why this file is not pure (facts in, decision out), in words; null where it is. Of the platform, shapes of requests are. */
export function whyNotPure(tree: Tree, path: string): string | null {
  const { files, packages } = reachOf(tree, path);
  for (const file of files) {
    const source = tree.sources.get(file);
    if (source && asksTables(source)) return file === path ? 'it asks tables' : `it loads ${file}, which asks tables`;
  }
  const doing = [...packages].find((name) => !COMPUTING.includes(name));
  return doing ? `it loads ${doing}` : null;
}

/** Which folder of src declares each table, read from src/tables.ts: `ticket` -> `ticket`, `event` -> `platform`. */
export function tableOwners(tree: Tree): Map<string, string> {
  const source = tree.sources.get('src/tables.ts');
  const owners = new Map<string, string>();
  if (!source) return owners;
  const declaredIn = new Map<string, string>();
  for (const link of source.links) {
    if ('file' in link.target) for (const name of link.names) declaredIn.set(name, folderOf(link.target.file) ?? '');
  }
  for (const [node] of nodes(source.program)) {
    if (node.type !== 'TSPropertySignature') continue;
    const type = (node['typeAnnotation'] as Node | null)?.['typeAnnotation'] as Node | undefined;
    const owner = declaredIn.get(nameOf(type?.['typeName']) ?? '');
    const table = nameOf(node['key']) ?? textOf(node['key']);
    if (table && owner) owners.set(table, owner);
  }
  return owners;
}
