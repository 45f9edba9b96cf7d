import { COMPUTING, folderOf, isTest, layerOf, reachOf, whyNotPure, type Layer } from '../layers.ts';
import { at, type Rule } from '../rule.ts';
import type { Link, Source, Tree } from '../tree.ts';

/** Who may import whom. Types are free (they are gone when the program runs), save where a rule says otherwise. */

type Met = { source: Source; link: Link; file: string };

function* met(tree: Tree, from: (path: string) => boolean): Generator<Met> {
  for (const source of tree.sources.values()) {
    if (!from(source.path)) continue;
    for (const link of source.links) if ('file' in link.target) yield { source, link, file: link.target.file };
  }
}

function within(...layers: Layer[]): (path: string) => boolean {
  return (path) => layers.includes(layerOf(path)) && !isTest(path);
}

/** Loads what is dropped into a folder, the packs for instance; the only import whose name is known when it runs. */
const LOADS_BY_FOLDER = new Set(['src/platform/default-exports.ts']);

export const everyImportIsFound: Rule = {
  name: 'every import names a package, or an existing file with its ending',
  *check(tree) {
    for (const source of tree.sources.values()) {
      for (const { what, start } of source.faults) yield at(source, start, `cannot be read: ${what}`);
      for (const { target, start, specifier } of source.links) {
        if (specifier === null && LOADS_BY_FOLDER.has(source.path)) continue;
        if ('missing' in target) yield at(source, start, `imports ${target.missing}, which leads to no file of ours`);
      }
    }
  },
};

export const kernelImportsNothing: Rule = {
  name: 'the kernel imports nothing of ours, and only packages that compute',
  *check(tree) {
    for (const source of tree.sources.values()) {
      if (layerOf(source.path) !== 'kernel') continue;
      for (const { target, start, typeOnly } of source.links) {
        if ('file' in target && layerOf(target.file) !== 'kernel')
          yield at(source, start, `imports ${target.file}; move what it needs into the kernel, or this file out of it`);
        if ('package' in target && !typeOnly && !isTest(source.path) && !COMPUTING.includes(target.package))
          yield at(
            source,
            start,
            `imports ${target.package}, which does more than compute; that belongs to src/platform`,
          );
      }
    }
  },
};

export const platformKnowsRulesOnly: Rule = {
  name: 'the platform imports the kernel and pure files, never what a domain does',
  *check(tree) {
    for (const { source, link, file } of met(tree, within('platform'))) {
      if (link.typeOnly || ['kernel', 'platform'].includes(layerOf(file))) continue;
      const why = layerOf(file) === 'domain' ? whyNotPure(tree, file) : 'it is no rule of a domain';
      if (why) yield at(source, link.start, `imports ${file}, but ${why}; let src/main.ts hand it in`);
    }
  },
};

const DOMAIN_PACKAGES = [...COMPUTING, 'kysely'];
/** Signing in is left to libraries, which one folder knows. */
const OWN_PACKAGES: Record<string, readonly string[]> = {
  auth: ['better-auth', '@node-rs/argon2', 'jose', 'otpauth'],
};

export const onlyThePlatformReachesOut: Rule = {
  name: 'only the platform reaches files, network and database drivers; a domain has kysely and what computes',
  *check(tree) {
    for (const source of tree.sources.values()) {
      if (!within('domain', 'reactions')(source.path)) continue;
      const allowed = [...DOMAIN_PACKAGES, ...(OWN_PACKAGES[folderOf(source.path) ?? ''] ?? [])];
      for (const { target, start, typeOnly } of source.links) {
        if (typeOnly || !('package' in target) || allowed.includes(target.package)) continue;
        yield at(source, start, `imports ${target.package}; wrap it in src/platform and import that`);
      }
    }
  },
};

/** `ticket/ticket.ts`, `inputs.ts`, `table.ts` and `rule.ts` are where a reader looks for what is true without a database. */
function isRuleByName(path: string): boolean {
  const [, folder, file] = /^src\/([^/]+)\/([^/]+)\.ts$/.exec(path) ?? [];
  if (!folder || layerOf(path) !== 'domain') return false;
  return [folder, 'inputs', 'table', 'rule'].includes(file!);
}

export const rulesArePure: Rule = {
  name: "a domain's own file, inputs.ts, table.ts and rule.ts are pure: kernel, zod and other pure files",
  *check(tree) {
    for (const source of tree.sources.values()) {
      if (!isRuleByName(source.path)) continue;
      const why = whyNotPure(tree, source.path);
      if (why) yield at(source, 0, `is to be pure, but ${why}; move that into queries.ts or commands/`);
    }
  },
};

export const packsAreData: Rule = {
  name: 'packs import the pack format, the shape of limits, words, and each other',
  *check(tree) {
    for (const source of tree.sources.values()) {
      if (layerOf(source.path) !== 'packs' || isTest(source.path)) continue;
      for (const link of source.links) {
        const why = whyNotForPacks(tree, link);
        if (why) yield at(source, link.start, why);
      }
    }
  },
};

/** The format stands in several files of src/pack: itself, and shapes it is made of. */
const PACK_FORMAT = /^src\/pack\/(format|shapes|[a-z-]+-shape)\.ts$|^src\/kernel\/words\.ts$/;

function whyNotForPacks(tree: Tree, { target, typeOnly }: Link): string | null {
  if ('package' in target) return `imports ${target.package}; a pack is data and needs no package`;
  if ('missing' in target || layerOf(target.file) === 'packs') return null;
  const { file } = target;
  if (PACK_FORMAT.test(file) && !whyNotPure(tree, file)) return null;
  if (file !== 'src/commitment/rule.ts') return `imports ${file}; a pack sees the pack format only`;
  return typeOnly ? null : `imports values of ${file}; a pack needs its types: \`import type\``;
}

export const webTakesPureValues: Rule = {
  name: 'the screens import values of the server only from pure files that run in a browser',
  *check(tree) {
    for (const { source, link, file } of met(tree, within('web'))) {
      const layer = layerOf(file);
      if (layer === 'web' || link.typeOnly) continue;
      const why = ['kernel', 'domain'].includes(layer) ? whyNotInBrowser(tree, file) : 'it is not a rule of ours';
      if (why) yield at(source, link.start, `imports ${file}, but ${why}; take its types with \`import type\``);
    }
  },
};

function whyNotInBrowser(tree: Tree, file: string): string | null {
  const why = whyNotPure(tree, file);
  if (why) return why;
  const nodeOnly = [...reachOf(tree, file).packages].find((name) => name.startsWith('node:'));
  return nodeOnly ? `it loads ${nodeOnly}, which no browser has` : null;
}

export const uiKnowsNoDomain: Rule = {
  name: 'web/ui knows no domain and no screen',
  *check(tree) {
    for (const { source, link, file } of met(tree, (path) => path.startsWith('web/ui/'))) {
      const isScreen = file.startsWith('web/screens/');
      if (isScreen || layerOf(file) === 'domain' || layerOf(file) === 'report')
        yield at(source, link.start, `imports ${file}; hand it in as a property from the screen`);
    }
  },
};

/** Who stands above whom: nothing may be imported from a layer that is not named beside one's own. */
const BELOW: Partial<Record<Layer, readonly Layer[]>> = {
  platform: ['kernel', 'platform', 'domain', 'wiring'],
  domain: ['kernel', 'platform', 'domain', 'report', 'wiring', 'packs'],
  report: ['kernel', 'platform', 'domain', 'report', 'wiring'],
  reactions: ['kernel', 'platform', 'domain', 'report', 'reactions', 'wiring'],
  demo: ['kernel', 'platform', 'domain', 'report', 'reactions', 'wiring', 'packs', 'demo'],
  wiring: ['kernel', 'platform', 'domain', 'report', 'reactions', 'wiring', 'packs', 'demo'],
  web: ['kernel', 'platform', 'domain', 'report', 'wiring', 'web'],
};

export const layersStandInOrder: Rule = {
  name: 'nothing imports what stands above it: src no screens, nobody reactions, the product neither tests nor scripts',
  *check(tree) {
    for (const { source, link, file } of met(tree, (path) => !isTest(path))) {
      const allowed = BELOW[layerOf(source.path)];
      if (allowed && !allowed.includes(layerOf(file)))
        yield at(source, link.start, `imports ${file}, of the layer ${layerOf(file)}, which stands above it`);
      else if (isTest(file) && layerOf(source.path) !== 'scripts')
        yield at(source, link.start, `imports ${file}, a test`);
      else if (layerOf(file) === 'packs' && layerOf(source.path) === 'domain' && !source.path.startsWith('src/pack/'))
        yield at(source, link.start, `imports ${file}; no domain names an industry, ask src/pack`);
      else if (allowed && layerOf(file) === 'wiring' && !link.typeOnly && layerOf(source.path) !== 'wiring')
        yield at(source, link.start, `imports ${file}, which wires everything together`);
    }
  },
};

export const LAYERS: Rule[] = [
  everyImportIsFound,
  kernelImportsNothing,
  platformKnowsRulesOnly,
  onlyThePlatformReachesOut,
  rulesArePure,
  packsAreData,
  webTakesPureValues,
  uiKnowsNoDomain,
  layersStandInOrder,
];
