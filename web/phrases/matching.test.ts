import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OfferedPhrase } from './matching.ts';
import { found, offeredUnder, withPhrase } from './matching.ts';

const words = (text: string) => ({ en: `${text} (en)`, 'zh-hans': text, 'zh-hant': text });
const phrase = (key: string, text: string, fits = false): OfferedPhrase => ({
  key,
  situation: 'courtesy',
  name: words(key),
  text: words(text),
  fits,
});
const all = [
  phrase('apology', '给您带来不便，非常抱歉。', true),
  phrase('later', '我马上去查询，给您回复。', true),
  phrase('price', '请稍等，我马上帮您改！'),
];
const keys = (items: readonly OfferedPhrase[]) => items.map(({ key }) => key);

test('before anything is written, what fits where the matter stands is offered', () => {
  assert.deepEqual(keys(offeredUnder(all, '', 'zh-hans')), ['apology', 'later']);
});

test('while one writes, phrases that hold what is being written are offered, not those that stand there already', () => {
  assert.deepEqual(keys(offeredUnder(all, '您好。我马上', 'zh-hans')), ['later', 'price']);
  assert.deepEqual(keys(offeredUnder(all, '给您带来不便，非常抱歉。', 'zh-hans')), ['later']);
  assert.deepEqual(offeredUnder(all, '水管', 'zh-hans'), []);
});

test('a phrase is found by its name or words, in any language', () => {
  assert.deepEqual(keys(found(all, 'PRICE')), ['price']);
  assert.deepEqual(keys(found(all, '')), ['apology', 'later', 'price']);
});

test('a phrase goes in at the cursor, apart from the word before it', () => {
  assert.deepEqual(withPhrase('Hello', 'sorry', 5), { text: 'Hello sorry', cursor: 11 });
  assert.deepEqual(withPhrase('您好！再见', '抱歉。', 3), { text: '您好！抱歉。再见', cursor: 6 });
});
