import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { readTree } from '../scripts/check/tree.ts';
import { memberOf, nameOf, nodes, templateText, textOf, type Node } from '../scripts/check/syntax.ts';
import { describeApi } from '../src/platform/http/openapi.ts';
import { everyRoute } from '../src/wiring.ts';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');
const READERS = new Set(['useRead', 'readOptions', 'usePages']);

/** What a screen asks of the server: method and path, `?` for what is known only when it runs. */
function callOf(node: Node): string | null {
  if (node.type !== 'CallExpression') return null;
  const [first] = node['arguments'] as Node[];
  const path = first?.type === 'TemplateLiteral' ? templateText(first) : textOf(first);
  if (path === null) return null;
  const member = memberOf(node['callee'] as Node);
  if (member?.name && nameOf(member.object) === 'api') return `${member.name.toUpperCase()} ${path}`;
  return READERS.has(nameOf(node['callee']) ?? '') ? `GET ${path}` : null;
}

/** Step by step; a step known only when it runs may be any. */
function fits(call: string, operation: string): boolean {
  const [asked, known] = [call.split('/'), operation.split('/')];
  return (
    asked.length === known.length &&
    asked.every((step, nth) => step === known[nth] || step.includes('?') || known[nth]!.startsWith('{'))
  );
}

test('whatever a screen asks of the server stands in the description of the API', () => {
  const { routes, house } = everyRoute();
  const operations = Object.entries(describeApi(routes, house, '0').paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace('/api/', '')}`),
  );
  const sources = [...readTree(root, ['web']).sources.values()].filter(({ path }) => !path.includes('.test.'));
  const calls = sources.flatMap(({ program }) => nodes(program).flatMap(([node]) => callOf(node) ?? []));
  assert.ok(calls.length > 100);
  const unknown = calls.filter((call) => !operations.some((operation) => fits(call, operation)));
  assert.deepEqual([...new Set(unknown)], []);
});
