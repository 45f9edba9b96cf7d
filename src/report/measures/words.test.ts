import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as OpenCC from 'opencc-js';
import type { Words } from '../../kernel/words.ts';
import { FUNCTION_NAMES, TYPE_NAMES } from '../../pack/functions.ts';
import { HALF_WIDTH, ONE_REGION_ONLY, OTHER_WORD } from '../../../test/chinese.ts';
import { PAPER } from '../papers/paper-words.ts';
import { AGE_NAMES, CHANNEL_NAMES } from './key-words.ts';
import { MEASURES } from './registry.ts';

const all: [path: string, words: Words][] = [
  ...MEASURES.flatMap(({ key, name, formula, numerator, denominator }) =>
    [name, formula, numerator, ...(denominator ? [denominator] : [])].map((words): [string, Words] => [key, words]),
  ),
  ...Object.entries({ ...PAPER, ...FUNCTION_NAMES, ...TYPE_NAMES, ...AGE_NAMES, ...CHANNEL_NAMES }),
];

test('figures speak Chinese as it is written in each script, and as Taiwan and Hong Kong both understand it', () => {
  const toSimplified = OpenCC.Converter({ from: 't', to: 'cn' });
  const toTraditional = OpenCC.Converter({ from: 'cn', to: 't' });
  for (const [path, { 'zh-hans': hans, 'zh-hant': hant }] of all) {
    assert.equal(toSimplified(hans), hans, path);
    const left = [...hant].filter((one) => toSimplified(one) === one && toTraditional(one) !== one);
    assert.deepEqual(left, [], `${path}: ${hant}`);
    for (const text of [hans, hant]) assert.doesNotMatch(text, HALF_WIDTH, path);
    assert.doesNotMatch(hant, ONE_REGION_ONLY, path);
    assert.doesNotMatch(hans, OTHER_WORD['zh-hans'], path);
    assert.doesNotMatch(hant, OTHER_WORD['zh-hant'], path);
  }
});
