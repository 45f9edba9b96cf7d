import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { inWords, type Rule } from '../scripts/check/rule.ts';
import { RULES } from '../scripts/check/rules.ts';
import { lengths, USUAL_FILE } from '../scripts/check/rules/shape.ts';
import { readTree, treeOf, type Tree } from '../scripts/check/tree.ts';
import { HOUSE, SAMPLES } from './architecture-samples.ts';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');
const tree = readTree(root);

function violations(rule: Rule, of: Tree): string[] {
  return [...rule.check(of)].map(inWords);
}

describe('the house', () => {
  test('the checks see its files, and what they import', () => {
    for (const layer of ['src/kernel/', 'src/platform/', 'src/ticket/', 'scripts/', 'test/', 'packs/'])
      assert.ok(
        [...tree.sources.keys()].some((path) => path.startsWith(layer)),
        `no file of ${layer} was seen`,
      );
    assert.ok(tree.sources.size > 100, `only ${tree.sources.size} files were seen`);
    assert.ok(tree.sql.size >= 7, `only ${tree.sql.size} migrations were seen`);
    const links = [...tree.sources.values()].flatMap((source) => source.links);
    const found = links.filter(({ target }) => 'file' in target && existsSync(`${root}/${target.file}`));
    assert.ok(found.length > 300, `only ${found.length} imports of our own files were seen`);
    assert.ok(links.filter(({ typeOnly }) => typeOnly).length > 100, 'types and values are told apart');
  });

  for (const rule of RULES)
    test(rule.name, () => {
      const found = violations(rule, tree);
      if (found.length > 0) assert.fail(`\n${found.join('\n')}\n`);
    });

  test(`nine files of ten have ${USUAL_FILE} lines at most`, (t) => {
    const { files, median, share, longest } = lengths(tree);
    t.diagnostic(`${files} files, median ${median} lines, ${(share * 100).toFixed(1)} % within ${USUAL_FILE}`);
    assert.ok(
      share >= 0.9,
      `only ${(share * 100).toFixed(1)} %; the longest: ${longest.map(({ path }) => path).join(', ')}`,
    );
  });
});

describe('every rule can fail', () => {
  const house = treeOf(HOUSE);
  test('a house in which all is well breaks none', () => {
    assert.deepEqual(
      RULES.flatMap((rule) => violations(rule, house)),
      [],
    );
  });

  test('each has a sample that breaks it', () => {
    const shown = new Set(SAMPLES.map(({ rule }) => rule));
    assert.deepEqual(
      RULES.filter((rule) => !shown.has(rule)).map(({ name }) => name),
      [],
    );
  });

  for (const { rule, sin, files, where } of SAMPLES) {
    test(`${sin}: ${rule.name}`, () => {
      const found = violations(rule, treeOf({ ...HOUSE, ...files }));
      assert.equal(found.map((line) => line.split(' ')[0]).join(' '), where, found.join('\n') || 'nothing was found');
    });
  }
});
