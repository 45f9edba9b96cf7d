import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { distinctPhones, maskPhone, normalisePhone, samePhone } from './mask.ts';

test('a masked phone keeps its last four digits and hides the four before', () => {
  const table: [string, string][] = [
    ['13812345678', '138****5678'],
    ['138 1234 5678', '138 **** 5678'],
    ['+86 13812345678', '+86 138****5678'],
    ['１３８１２３４５６７８', '138****5678'],
    ['010-62345678', '010-****5678'],
    ['(0755) 2345 6789', '(0755) **** 6789'],
    ['62345678', '****5678'],
    ['2345678', '*****78'],
    ['95588', '***88'],
    ['8012', '****'],
    ['', ''],
    ['微信 abc', '微信 abc'],
  ];
  for (const [phone, masked] of table) assert.equal(maskPhone(phone), masked, phone);
});

test('a masked phone never shows more than its ends, whatever was typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.stringMatching(/^[0-9]{5,20}$/), (around, digits) => {
      const masked = maskPhone(around + digits);
      assert.ok(!masked.includes(digits));
      assert.ok((masked.match(/\*/g)?.length ?? 0) >= 3);
    }),
  );
});

test('the ways of writing one phone come to one form', () => {
  const table: [string, string][] = [
    ['13812345678', '+8613812345678'],
    ['138-1234-5678', '+8613812345678'],
    ['138 1234 5678', '+8613812345678'],
    ['+86 138 1234 5678', '+8613812345678'],
    ['0086 13812345678', '+8613812345678'],
    ['8613812345678', '+8613812345678'],
    ['013812345678', '+8613812345678'],
    ['１３８１２３４５６７８', '+8613812345678'],
    ['010-62345678', '+861062345678'],
    ['(010) 6234 5678', '+861062345678'],
    ['+86 (0)10 6234 5678', '+861062345678'],
    ['861062345678', '+861062345678'],
    ['0755-23456789', '+8675523456789'],
    ['0312-2345678', '+863122345678'],
    ['010-62345678-801', '+861062345678'],
    ['010-62345678转801', '+861062345678'],
    ['01062345678 ext. 801', '+861062345678'],
    ['62345678', '62345678'],
    ['400-820-8820', '4008208820'],
    ['95588', '95588'],
    ['110', '110'],
    ['8012', '8012'],
    ['+852 2345 6789', '+85223456789'],
    ['00852 23456789', '+85223456789'],
    ['+1 (415) 555-2671', '+14155552671'],
    ['', ''],
    ['无', ''],
  ];
  for (const [written, form] of table) assert.equal(normalisePhone(written), form, written);
  assert.equal(normalisePhone('2345 6789', '852'), '+85223456789');
  assert.equal(normalisePhone('85223456789', '852'), '+85223456789');
  assert.equal(normalisePhone('0912 345 678', '886'), '+886912345678');
  assert.equal(normalisePhone('(415) 555-2671', '1'), '+14155552671');
  assert.equal(normalisePhone('1 415 555 2671', '1'), '+14155552671');
  assert.equal(normalisePhone('999', '852'), '999');
});

test('a normal form is its own normal form', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[+0-9 ()-]{0,24}$/), fc.constantFrom('86', '852', '1', '886'), (text, country) => {
      const form = normalisePhone(text, country);
      assert.match(form, /^\+?[0-9]*$/);
      if (form.startsWith('+')) assert.equal(normalisePhone(form, country), form);
    }),
  );
});

test('a hostile text costs no time', () => {
  const started = performance.now();
  normalisePhone(`${'0'.repeat(100_000)}x${'1'.repeat(100_000)}`);
  normalisePhone('1x'.repeat(100_000));
  maskPhone('1'.repeat(100_000));
  assert.ok(performance.now() - started < 1000);
});

test('the same phone is recognised, another one is not', () => {
  assert.ok(samePhone('138 1234 5678', '+86-138-1234-5678'));
  assert.ok(samePhone('62345678', '010-62345678'));
  assert.ok(samePhone('0312-2345678', '2345678'));
  assert.ok(samePhone('95588', '95588'));
  assert.ok(!samePhone('13812345678', '13812345679'));
  assert.ok(!samePhone('12345678', '13812345678'));
  assert.ok(!samePhone('23456789', '13823456789'));
  assert.ok(!samePhone('345678', '010-62345678'));
  assert.ok(!samePhone('010-62345678', '021-62345678'));
  assert.ok(!samePhone('', ''));
  assert.ok(!samePhone('', '13812345678'));
});

test('a number written in two forms is said once, in the first of them', () => {
  assert.deepEqual(distinctPhones(['138 1234 5678', '+8613812345678', '95588']), ['138 1234 5678', '95588']);
});
