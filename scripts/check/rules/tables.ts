import { folderOf, isTest, layerOf, tableOwners } from '../layers.ts';
import { at, type Rule } from '../rule.ts';
import type { Tree } from '../tree.ts';
import { writesOf } from '../writes.ts';

export const tablesHaveOneWriter: Rule = {
  name: 'a table is written only in the folder that declares it',
  *check(tree) {
    const owners = tableOwners(tree);
    for (const source of tree.sources.values()) {
      const folder = folderOf(source.path);
      if (!folder || isTest(source.path)) continue;
      for (const { table, start } of writesOf(source)) {
        const owner = table === null ? undefined : owners.get(table);
        if (owner === folder) continue;
        if (owner) yield at(source, start, `writes ${table}, which is ${owner}'s; call a command of src/${owner}`);
        else if (layerOf(source.path) !== 'platform')
          yield at(
            source,
            start,
            `writes ${table ?? 'a table it does not name'}; name a table of src/tables.ts, as it stands there`,
          );
      }
    }
  },
};

/** What a table is called after the migrations that renamed it. */
function nameNow(tree: Tree, made: string): string {
  let name = made;
  for (const [, text] of [...tree.sql].toSorted(([one], [other]) => (one < other ? -1 : 1)))
    for (const [, from, to] of text.matchAll(/^alter table ([a-z_]+) rename to ([a-z_]+)/gim))
      if (from === name) name = to!;
  return name;
}

export const everyTableIsDeclared: Rule = {
  name: 'every table made by a migration of organisations is declared in src/tables.ts',
  *check(tree) {
    const owners = tableOwners(tree);
    for (const [file, text] of tree.sql) {
      if (!file.startsWith('migrations/organisation/')) continue;
      for (const found of text.matchAll(/^create table (?:if not exists )?([a-z_]+)/gim)) {
        const line = text.slice(0, found.index).split('\n').length;
        if (!owners.has(nameNow(tree, found[1]!)))
          yield {
            file,
            line,
            what: `makes ${found[1]}, which src/tables.ts does not have; declare it in its folder's table.ts`,
          };
      }
    }
  },
};

export const TABLES: Rule[] = [tablesHaveOneWriter, everyTableIsDeclared];
