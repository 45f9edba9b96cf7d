import { folderOf, isCommand, isRoutes, isTest, layerOf, reachOf } from '../layers.ts';
import { at, inWords, type Rule, type Violation } from '../rule.ts';
import type { Link, Source, Tree } from '../tree.ts';
import { writesOf } from '../writes.ts';

/** How one domain may use another. */

type Use = { source: Source; link: Link; from: string; file: string; to: string };

/** What the files of one domain load of another's. */
function* uses(tree: Tree): Generator<Use> {
  for (const source of tree.sources.values()) {
    const from = folderOf(source.path);
    if (layerOf(source.path) !== 'domain' || isTest(source.path) || !from) continue;
    for (const link of source.links) {
      if (link.typeOnly || !('file' in link.target)) continue;
      const { file } = link.target;
      const to = folderOf(file);
      if (to && to !== from && layerOf(file) === 'domain') yield { source, link, from, file, to };
    }
  }
}

/** Whether using this file changes something: it is a command, or it loads one, or writes by itself. */
function acts(tree: Tree, path: string): boolean {
  for (const file of reachOf(tree, path).files) {
    if (isCommand(file)) return true;
    const source = tree.sources.get(file);
    if (source && layerOf(file) === 'domain' && writesOf(source).length > 0) return true;
  }
  return false;
}

/** Whether a file changes tables other than through commands. */
function writesByItself(tree: Tree, path: string): boolean {
  const files = new Set([path]);
  for (const file of files) {
    const source = tree.sources.get(file);
    if (!source || isCommand(file) || layerOf(file) !== 'domain') continue;
    if (writesOf(source).length > 0) return true;
    for (const { target, typeOnly } of source.links) if (!typeOnly && 'file' in target) files.add(target.file);
  }
  return false;
}

export const domainsMeetByCommands: Rule = {
  name: 'a domain meets another in its pure files, its readers and its commands; whatever else writes is its own affair',
  *check(tree) {
    for (const { source, link, file } of uses(tree)) {
      if (isRoutes(file)) yield at(source, link.start, `imports the routes ${file}; import what they call`);
      else if (writesByItself(tree, file))
        yield at(source, link.start, `imports ${file}, which writes but is no command; move it into commands/`);
    }
  },
};

export const commandsMakeNoCycle: Rule = {
  name: "commands of domains call each other's in one direction; what goes back goes through an event and src/reactions",
  *check(tree) {
    const calls = new Map<string, Map<string, Violation>>();
    for (const { source, link, from, file, to } of uses(tree)) {
      if (isRoutes(source.path) || !acts(tree, file)) continue;
      const callees = calls.get(from) ?? new Map<string, Violation>();
      if (!callees.has(to)) callees.set(to, at(source, link.start, `${from} calls ${file}`));
      calls.set(from, callees);
    }
    yield* cycles(calls);
  },
};

/** One violation for every call that closes a circle, naming each call of the way round. */
function* cycles(calls: Map<string, Map<string, Violation>>): Generator<Violation> {
  const seen = new Set<string>();
  function* follow(domain: string, way: { domain: string; call: Violation }[]): Generator<Violation> {
    seen.add(domain);
    for (const [next, call] of calls.get(domain) ?? []) {
      const steps = [...way, { domain, call }];
      const begin = steps.findIndex((step) => step.domain === next);
      if (begin !== -1) yield circle(steps.slice(begin).map((step) => step.call));
      else if (!seen.has(next)) yield* follow(next, steps);
    }
  }
  for (const domain of calls.keys()) if (!seen.has(domain)) yield* follow(domain, []);
}

function circle(calls: Violation[]): Violation {
  const others = calls.slice(0, -1).map(inWords).join('; ');
  const last = calls.at(-1)!;
  return {
    ...last,
    what: `${last.what}, which closes a circle (${others}); journal an event and answer it in src/reactions`,
  };
}

export const reportsOnlyRead: Rule = {
  name: 'src/report only reads',
  *check(tree) {
    for (const source of tree.sources.values()) {
      if (layerOf(source.path) !== 'report' || isTest(source.path)) continue;
      for (const write of writesOf(source))
        yield at(source, write.start, `writes ${write.table ?? 'a table'}; a report only reads`);
      for (const { target, typeOnly, start } of source.links) {
        if (typeOnly || !('file' in target) || layerOf(target.file) === 'platform') continue;
        if (acts(tree, target.file))
          yield at(source, start, `imports ${target.file}, which writes; a report only reads`);
      }
    }
  },
};

export const DOMAINS: Rule[] = [domainsMeetByCommands, commandsMakeNoCycle, reportsOnlyRead];
