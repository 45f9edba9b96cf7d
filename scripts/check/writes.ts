import { memberOf, nodes, strings, textOf, type Node } from './syntax.ts';
import type { Source } from './tree.ts';

/** One place that writes a table; `table` is null where its name is only known when it runs. */
export type Write = { table: string | null; start: number };

const WRITING = new Set(['insertInto', 'updateTable', 'deleteFrom', 'mergeInto', 'replaceInto']);

/** `insert into x`, `update x set`, `update x as y set`, `delete from x`, `merge into x`, `truncate x`; `?` is a gap. */
const IN_SQL = [
  /\binsert\s+into\s+([\w".?]+)/gi,
  /\bupdate\s+(?:only\s+)?([\w".?]+)(?:\s+(?:as\s+)?[a-z_]\w*)?\s+set\b/gi,
  /\bdelete\s+from\s+(?:only\s+)?([\w".?]+)/gi,
  /\bmerge\s+into\s+([\w".?]+)/gi,
  /\btruncate\s+(?:table\s+)?(?:only\s+)?([\w".?]+)/gi,
];

const seen = new WeakMap<Source, Write[]>();

/** Every write in a file, through Kysely or in raw SQL. */
export function writesOf(source: Source): Write[] {
  const known = seen.get(source) ?? [...builderWrites(source), ...rawWrites(source)];
  seen.set(source, known);
  return known;
}

function* builderWrites(source: Source): Generator<Write> {
  for (const [node] of nodes(source.program)) {
    if (node.type !== 'CallExpression' || !WRITING.has(memberOf(node['callee'] as Node)?.name ?? '')) continue;
    const [first] = node['arguments'] as Node[];
    const named = first?.type === 'ArrayExpression' ? (first['elements'] as Node[]) : [first];
    for (const one of named) yield { table: textOf(one)?.split(' ')[0] ?? null, start: node.start };
  }
}

function* rawWrites(source: Source): Generator<Write> {
  for (const { text, start } of strings(source.program)) {
    for (const pattern of IN_SQL) {
      for (const found of text.matchAll(pattern)) {
        const name = found[1]!.replaceAll('"', '').split('.').at(-1)!;
        yield { table: name.includes('?') ? null : name, start: start + found.index };
      }
    }
  }
}
