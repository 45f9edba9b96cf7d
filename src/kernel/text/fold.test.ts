import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fold } from './fold.ts';

const anything = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('\ud800', '\udc00', '維', 'İ', '　', '\0'),
    ),
  )
  .map((parts) => parts.join(''));

test('texts that say the same fold to the same', () => {
  const table: [string, string][] = [
    ['維修', '维修'],
    ['電梯壞了，無法使用', '电梯坏了,无法使用'],
    ['衞生間漏水', '卫生间漏水'],
    ['裏面', '里面'],
    ['裡面', '里面'],
    ['回覆', '回复'],
    ['計畫', '计画'],
    ['计划', '计画'],
    ['帳單', '账单'],
    ['看著', '看着'],
    ['什麼', '什么'],
    ['甚麼', '什么'],
    ['台灣 臺灣', '台湾 台湾'],
    ['乾隆', '干隆'],
    ['ＡＢＣ１２３', 'abc123'],
    ['３－１２０２', '3-1202'],
    ['3–1202', '3-1202'],
    ['  a \t\n　b  ', 'a b'],
    ['Café Ångström NAÏVE', 'cafe angstrom naive'],
    ['İstanbul', 'istanbul'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['don’t', "don't"],
    ['㎏ ℃ ½ ① ﬁ', 'kg °c 1⁄2 1 fi'],
    ['カフェ が ｶﾞ', 'カフェ が ガ'],
    ['한국어', '한국어'],
    ['漏\u200b水\u00ad\ufeff', '漏水'],
    ['❤️', '❤'],
    ['𠮷野家', '𠮷野家'],
    ['a\0b', 'a b'],
    ['\ud83d', '\ufffd'],
    ['', ''],
  ];
  for (const [written, folded] of table) assert.equal(fold(written), folded, written);
});

test('folding twice changes nothing, and nothing comes out that PostgreSQL refuses', () => {
  fc.assert(
    fc.property(anything, (text) => {
      const folded = fold(text);
      assert.equal(fold(folded), folded);
      assert.ok(folded.isWellFormed());
      assert.ok(!folded.includes('\0'));
      assert.equal(folded, folded.trim());
      assert.doesNotMatch(folded, /[A-Z]/);
    }),
    { numRuns: 2000 },
  );
});

test('every character of the basic plane folds to a fixed point', () => {
  for (let unit = 0; unit < 0x10000; unit += 1) {
    const folded = fold(String.fromCharCode(unit));
    assert.equal(fold(folded), folded, unit.toString(16));
  }
});

test('the quick way for Chinese and ASCII gives what the thorough way gives', () => {
  // One combining mark that vanishes sends the same text the thorough way.
  const plain = fc.stringMatching(/^[ -~—‘-”　-〛一-鿿！-～]{0,40}$/);
  fc.assert(
    fc.property(plain, (text) => assert.equal(fold(text), fold(`${text}\u200b`))),
    { numRuns: 1000 },
  );
});

test('a part of a text folds to a part of the folded text', () => {
  const chinese = fc.array(fc.constantFrom(...'維修廚房漏水電梯壞瞭計畫乾隆後來裡麵'), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(chinese, fc.nat(), fc.nat(), (text, from, length) => {
      const start = from % text.length;
      const part = text.slice(start, start + 1 + (length % text.length)).join('');
      assert.ok(fold(text.join('')).includes(fold(part)));
    }),
  );
});
