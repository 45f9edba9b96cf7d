import { isTest, layerOf } from '../layers.ts';
import { at, type Rule } from '../rule.ts';
import { nameOf, nodes, type Node } from '../syntax.ts';
import { lineOf, type Source, type Tree } from '../tree.ts';

/** What a file looks like. */

export const LARGEST_FILE = 200;
export const USUAL_FILE = 160;

export const noDefaultExports: Rule = {
  name: 'no default exports, save packs and configuration files of tools',
  *check(tree) {
    for (const source of tree.sources.values()) {
      if (layerOf(source.path) === 'packs' || /\.config\.[a-z]+$/.test(source.path)) continue;
      for (const [node] of nodes(source.program)) {
        const named = node.type === 'ExportSpecifier' && nameOf(node['exported']) === 'default';
        if (named || node.type === 'ExportDefaultDeclaration')
          yield at(source, node.start, 'has a default export; export it by its name, so that it is found by it');
      }
    }
  },
};

export const noBarrels: Rule = {
  name: 'no barrels: a file is imported from where it stands',
  *check(tree) {
    for (const source of tree.sources.values()) {
      const own = source.links.filter(({ target, reExport }) => reExport && !('package' in target));
      const all = own.find(({ names }) => names.includes('*'));
      const body = source.program['body'] as Node[];
      if (/\/index\.[a-z]+$/.test(source.path)) yield at(source, 0, 'is called index; name it after what it holds');
      else if (all) yield at(source, all.start, 're-exports everything of another file; import that one instead');
      else if (own.length > 0 && own.length === body.length)
        yield at(source, 0, 'only re-exports; import what it names');
    }
  },
};

const NO_NAME = /^(utils?|helpers?|common|misc|lib|stuff|types|constants)$|-(utils?|helpers?)$/;
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;

export const namesSaySomething: Rule = {
  name: 'files and folders are named for what they hold, in kebab-case; none is called utils',
  *check(tree) {
    for (const source of tree.sources.values()) {
      const parts = source.path.replace(/\.[cm]?[jt]sx?$/, '').split('/');
      const empty = parts.find((part) => NO_NAME.test(part));
      const odd = parts.find((part) => !KEBAB.test(part));
      if (empty) yield at(source, 0, `has ${empty} in its path, which says nothing; name what it holds`);
      else if (odd) yield at(source, 0, `has ${odd} in its path; write it in kebab-case`);
    }
  },
};

export const onlyErrorsAreClasses: Rule = {
  name: 'no classes but errors',
  *check(tree) {
    const parents = new Map<string, string | null>([['Error', 'Error']]);
    const found: { source: Source; node: Node; name: string }[] = [];
    for (const source of tree.sources.values()) {
      for (const [node] of nodes(source.program)) {
        if (node.type !== 'ClassDeclaration' && node.type !== 'ClassExpression') continue;
        const name = nameOf(node['id']) ?? '(nameless)';
        parents.set(name, nameOf(node['superClass']));
        found.push({ source, node, name });
      }
    }
    for (const { source, node, name } of found)
      if (!descendsFromError(parents, name))
        yield at(source, node.start, `has the class ${name}; write functions over plain data`);
  },
};

function descendsFromError(parents: Map<string, string | null>, name: string): boolean {
  let current: string | null | undefined = name;
  for (let step = 0; step < 9 && current; step += 1) {
    if (/^([A-Z][a-z]+)?Error$/.test(current)) return true;
    current = parents.get(current);
  }
  return false;
}

/** Lists with a line for each thing there is: of tables, of routes. */
const LISTS = ['src/tables.ts', 'src/routes.ts'];

/** Files whose length says nothing: a list, a pack, a catalogue of words, a test, and samples for tests. */
export function isBudgeted(path: string): boolean {
  return (
    !isTest(path) &&
    !LISTS.includes(path) &&
    layerOf(path) !== 'packs' &&
    !/^web\/words\/(en|zh-hans|zh-hant)\//.test(path)
  );
}

export function linesOf(source: Source): number {
  return lineOf(source.text, source.text.trimEnd().length);
}

export const filesAreSmall: Rule = {
  name: `a file has ${LARGEST_FILE} lines at most`,
  *check(tree) {
    for (const source of tree.sources.values()) {
      const lines = linesOf(source);
      if (isBudgeted(source.path) && lines > LARGEST_FILE)
        yield at(source, source.text.trimEnd().length, `has ${lines} lines; it holds two things: find them, name them`);
    }
  },
};

export type Lengths = { files: number; median: number; share: number; longest: { path: string; lines: number }[] };

/** How long the files with a budget are. `share` is that of files within the usual length, from 0 to 1. */
export function lengths(tree: Tree): Lengths {
  const all = [...tree.sources.values()].filter(({ path }) => isBudgeted(path));
  const sorted = all
    .map((source) => ({ path: source.path, lines: linesOf(source) }))
    .toSorted((a, b) => a.lines - b.lines);
  return {
    files: sorted.length,
    median: sorted[Math.floor(sorted.length / 2)]?.lines ?? 0,
    share: sorted.filter(({ lines }) => lines <= USUAL_FILE).length / Math.max(1, sorted.length),
    longest: sorted.slice(-5).toReversed(),
  };
}

const UNFINISHED = /\b(TODO|FIXME|XXX|HACK)\b/;
const SWITCH_OFF = /(eslint|oxlint)-disable|@ts-(ignore|nocheck)|(prettier|oxfmt)-ignore/;
const BUDGETS = /max-lines|no-restricted|no-cycle|no-default-export/;

/** The reason stands behind ` -- `, or in a comment of its own on the line above. */
function isExplained(source: Source, value: string, start: number): boolean {
  if (!/^ *(eslint|oxlint)-disable-next-line [\w/-]+/.test(value) || BUDGETS.test(value)) return false;
  const above = source.comments.some((one) => one.end < start && source.text.slice(one.end, start).trim() === '');
  return above || / -- \w+/.test(value);
}

export const noCommentSwitchesChecksOff: Rule = {
  name: 'no comment leaves work for later or switches a check off without a reason',
  *check(tree) {
    for (const source of tree.sources.values()) {
      for (const { value, start } of source.comments) {
        if (UNFINISHED.test(value)) yield at(source, start, 'leaves work for later; finish it, or open an issue');
        if (SWITCH_OFF.test(value) && !isExplained(source, value, start))
          yield at(
            source,
            start,
            'switches a check off; only `disable-next-line <rule>` may, saying why, and never a budget',
          );
      }
    }
  },
};

export const SHAPE: Rule[] = [
  noDefaultExports,
  noBarrels,
  namesSaySomething,
  onlyErrorsAreClasses,
  filesAreSmall,
  noCommentSwitchesChecksOff,
];
