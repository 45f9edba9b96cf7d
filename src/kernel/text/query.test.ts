import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fold } from './fold.ts';
import { tsvectorLiteral } from './lexeme.ts';
import { searchQuery } from './query.ts';
import type { SearchField } from './terms.ts';
import { foldedText, indexTerms } from './terms.ts';
import { tokenise } from './tokens.ts';

/** What `@@` does, for the part of the tsquery grammar that we write; throws where PostgreSQL would. */
function evaluate(tsquery: string, terms: readonly string[]): boolean {
  let at = 0;
  const skip = (): void => {
    while (tsquery[at] === ' ') at += 1;
  };
  const lexeme = (): boolean => {
    const match = /^'((?:[^'\\]|''|\\[^])+)'(:\*)?/.exec(tsquery.slice(at));
    assert.ok(match, `lexeme expected at ${at} of ${tsquery}`);
    at += match[0].length;
    const text = match[1]!.replace(/''|\\([^])/g, (pair, escaped: string | undefined) => escaped ?? pair[0]!);
    assert.ok(Buffer.byteLength(text) < 2046);
    return match[2] ? terms.some((term) => term.startsWith(text)) : terms.includes(text);
  };
  const factor = (): boolean => {
    skip();
    if (tsquery[at] !== '(') return lexeme();
    at += 1;
    const value = either();
    skip();
    assert.equal(tsquery[at], ')', tsquery);
    at += 1;
    return value;
  };
  const chain = (operator: string, part: () => boolean, join: (a: boolean, b: boolean) => boolean): boolean => {
    let value = part();
    for (skip(); tsquery[at] === operator; skip()) {
      at += 1;
      value = join(part(), value);
    }
    return value;
  };
  const both = (): boolean => chain('&', factor, (a, b) => a && b);
  const either = (): boolean => chain('|', both, (a, b) => a || b);
  const value = either();
  assert.equal(at, tsquery.length, `nothing may follow: ${tsquery}`);
  return value;
}

function finds(typed: string, ...fields: SearchField[]): boolean {
  const query = searchQuery(typed);
  if (query.empty) return false;
  const folded = foldedText(fields);
  return evaluate(query.tsquery, indexTerms(fields)) && query.recheck.every((needle) => folded.includes(needle));
}

const text = (value: string): SearchField => ({ text: value });
const field = (kind: NonNullable<SearchField['kind']>, value: string): SearchField => ({ text: value, kind });

const leak = text('业主来电：3栋1202室廚房漏水，已渗到楼下 1102，请今天派水电工維修。WiFi密码也忘了');

test('traditional and simplified find each other', () => {
  for (const typed of ['维修', '維修', '厨房', '廚房漏水', '渗', '滲到樓下']) assert.ok(finds(typed, leak), typed);
  assert.ok(finds('维修', text('維修')));
  assert.ok(finds('維修', text('维修')));
});

test('Chinese is found by any fragment, one character too', () => {
  for (const typed of ['漏', '修', '水电', '漏水', '房漏水', '业主来电', '了']) assert.ok(finds(typed, leak), typed);
});

test('pairs that occur apart are not taken for the word', () => {
  assert.ok(!finds('水电梯', text('水电工修电梯')));
  assert.ok(finds('水电', text('水电工修电梯')));
  assert.ok(!finds('漏房', leak));
});

test('all needles must occur', () => {
  assert.ok(finds('漏水 维修', leak));
  assert.ok(finds('维修，漏水。', leak));
  assert.ok(!finds('漏水 电梯', leak));
});

test('words of spaced scripts are found by their beginning only', () => {
  assert.ok(finds('wif', leak));
  assert.ok(finds('WIFI密码', leak));
  assert.ok(!finds('ifi', leak));
  assert.ok(finds('plumb', text('Please send a plumber')));
  assert.ok(finds('cafe', text('Café Zürich')));
  assert.ok(finds('zürich', text('Cafe Zurich')));
  assert.ok(finds("don't", text('We don’t know')));
  assert.ok(finds('wang@example.com', text('Mail: Wang@Example.com')));
  assert.ok(!finds('wang@example.com', text('example wang com')));
});

test('a number is found by any fragment', () => {
  const number = field('number', '101000295613');
  for (const typed of ['101000295613', '295613', '000295', '13', '3', '1010']) assert.ok(finds(typed, number), typed);
  assert.ok(!finds('295614', number));
  assert.ok(finds('WO-2026-000123', field('number', 'WO-2026-000123')));
  assert.ok(finds('wo2026000123', field('number', 'WO-2026-000123')));
  assert.ok(finds('000123', field('number', 'WO-2026-000123')));
  assert.ok(finds('2026-0001', field('number', 'WO-2026-000123')));
  assert.ok(!finds('v1.5', text('v1 用 5 天')));
  assert.ok(!finds('inc-12', text('inc 用 12')));
  assert.ok(!finds('10:30', text('10 点 30 分')));
  assert.ok(finds('10:30', text('约 10:30 到')));
});

test('a flat is found in every spelling, whatever the spelling on file', () => {
  const spellings = [
    '3-1202',
    '3栋1202',
    '3座12楼02室',
    '３棟１２０２室',
    '三号楼1202',
    '3#1202',
    '3栋 1202',
    'Block 3, Flat 1202',
  ];
  for (const filed of spellings) {
    const flat = field('unit', filed);
    for (const typed of [...spellings, '1202', '1202室', '31202', '12楼02室', '3栋', '3号楼', '3栋12', '202', '02']) {
      assert.ok(finds(typed, flat), `${typed} finds ${filed}`);
    }
    for (const typed of ['3-1203', '5-1202', '2栋', '13栋', '11202'])
      assert.ok(!finds(typed, flat), `${typed} and ${filed}`);
  }
  assert.ok(finds('3-1202', field('unit', '3号楼2单元1202室')));
  assert.ok(finds('3-2-1202', field('unit', '3号楼2单元1202室')));
  assert.ok(finds('1202室', field('unit', '1202')));
});

test('a flat named in a sentence is found as well, and its neighbours are not', () => {
  for (const typed of ['3-1202', '3栋1202', '1102', '1202室', '31202', '3号楼1202'])
    assert.ok(finds(typed, leak), typed);
  for (const typed of ['3-1102', '5栋1202', '2-1202']) assert.ok(!finds(typed, leak), typed);
  assert.ok(!finds('3栋1202', text('5栋1202室，3月报修')));
});

test('a phone is found by its end, by any fragment, and however it is written', () => {
  const spellings = [
    '13812345678',
    '138-1234-5678',
    '138 1234 5678',
    '+86 138 1234 5678',
    '8613812345678',
    '013812345678',
  ];
  for (const filed of spellings) {
    const both = [field('phone', filed), text(`联系电话${filed}，下午在家`)];
    for (const one of both) {
      for (const typed of [...spellings, '5678', '12345678', '13812', '345'])
        assert.ok(finds(typed, one), `${typed}: ${one.text}`);
      for (const typed of ['13812345679', '138-1234-5679', '9999'])
        assert.ok(!finds(typed, one), `${typed}: ${one.text}`);
    }
  }
  const landlines = ['010-62345678', '(010) 6234 5678', '01062345678', '+86 10 62345678'];
  for (const filed of landlines) {
    for (const typed of [...landlines, '62345678', '5678'])
      assert.ok(finds(typed, field('phone', filed)), `${typed}: ${filed}`);
  }
  assert.ok(finds('+852 2345 6789', field('phone', '852-23456789')));
  assert.ok(finds('2345 6789', field('phone', '+852 2345 6789')));
});

test('a person is found by name, pinyin and initials', () => {
  const person = field('name', '單小明');
  for (const typed of ['单小明', '單', '小明', 'sxm', 'SX', 'shanxiao', 'shanxm', 'xiaoming', 'shan xiao ming', 'xm']) {
    assert.ok(finds(typed, person), typed);
  }
  for (const typed of ['danxiaoming', 'mx', 'xiaoli']) assert.ok(!finds(typed, person), typed);
  assert.ok(!finds('lsd', text('漏水点')), 'only names have pinyin');
  assert.ok(finds('smith', field('name', 'John Smith')));
});

test('other scripts, rare ideographs and emoji are found by fragments', () => {
  const mixed = text('𠮷野家 カフェ 한국어 สวัสดี 漏水😀👍🏽 ¥500 привет');
  for (const typed of ['𠮷', '𠮷野家', '野家', 'フェ', '국어', '어', 'วัส', '😀', '水😀', '👍🏽', '¥500', 'прив']) {
    assert.ok(finds(typed, mixed), typed);
  }
  assert.ok(!finds('ивет', mixed));
});

test('a query without a letter or a digit finds nothing', () => {
  for (const typed of ['', '   ', '!!!', '。，', "'", '\\', '\0', '\u200b', ':*', '&|()']) {
    assert.deepEqual(searchQuery(typed), { tsquery: '', parts: [], recheck: [], empty: true }, typed);
  }
});

test('a pasted letter is searched by its beginning', () => {
  const letter = '厨房漏水很久了没有人来修理'.repeat(1000);
  assert.ok(searchQuery(letter).tsquery.length < 1000);
  assert.ok(finds(letter, text(letter)));
  assert.ok(finds('1'.repeat(5000), text('1'.repeat(5000))));
  assert.ok(finds('x'.repeat(200), text('x'.repeat(200))));
  assert.ok(!finds('x'.repeat(200), text(`${'x'.repeat(150)}y`)));
  assert.ok(finds(`${'a'.repeat(255)}😀`, text(`${'a'.repeat(255)}😀`)));
});

const chinese = fc.constantFrom(...'维修廚房漏水電梯電力公司業主樓下單元栋号室楼的三十座');
const word = fc.stringMatching(/^[A-Za-zÀ-öа-яα-ω]{1,12}$/);
const digits = fc.stringMatching(/^[0-9]{1,14}(-[0-9]{1,5}){0,2}$/);
const rare = fc.constantFrom('𠮷', '𪚥', '😀', '👍🏽', 'カ', 'フ', 'ェ', '한', '국', 'ส', '¥', '❤️', '½', 'ß', 'é', '1️⃣');
const gap = fc.constantFrom(' ', '，', '。', '-', ',', '.', '/', ':', '#', '@', "'", '\\', '（', '  ', '\n');
const piece = fc.oneof({ weight: 6, arbitrary: chinese }, word, digits, rare, gap);
const anyText = fc.array(piece, { minLength: 1, maxLength: 40 }).map((pieces) => pieces.join(''));

test('recall is 1: every fragment that starts no word in its middle is found where a plain scan finds it', () => {
  fc.assert(
    fc.property(anyText, fc.nat(), fc.nat({ max: 24 }), (written, from, length) => {
      const folded = fold(written);
      const points = Array.from(folded);
      if (points.length === 0) return;
      let start = points.slice(0, from % points.length).join('').length;
      const token = tokenise(folded).find((one) => one.kind === 'word' && one.start < start && start < one.end);
      if (token) start = token.start;
      const fragment = Array.from(folded.slice(start))
        .slice(0, length + 1)
        .join('');
      if (tokenise(fragment).length === 0) return;
      assert.ok(finds(fragment, text(written)), `${JSON.stringify(fragment)} in ${JSON.stringify(folded)}`);
      assert.ok(finds(fragment, text('电梯坏了'), text(written)), 'in the second field');
    }),
    { numRuns: 5000 },
  );
});

test('recall is 1 for fragments as they were written, in either script', () => {
  const traditional = fc.array(chinese, { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(traditional, fc.nat(), fc.nat({ max: 8 }), (characters, from, length) => {
      const start = from % characters.length;
      const fragment = characters.slice(start, start + 1 + length).join('');
      assert.ok(finds(fragment, text(characters.join(''))));
      assert.ok(finds(fold(fragment), text(characters.join(''))));
    }),
    { numRuns: 1000 },
  );
});

test('precision is 1 for Chinese: what is found contains what was typed', () => {
  const few = fc.array(fc.constantFrom(...'水电工修'), { minLength: 1, maxLength: 12 }).map((all) => all.join(''));
  fc.assert(
    fc.property(few, few, (written, typed) => {
      assert.equal(finds(typed, text(written)), written.includes(typed));
    }),
    { numRuns: 3000 },
  );
});

const garbage = fc.oneof(
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 }).map((units) => String.fromCharCode(...units)),
  fc
    .array(
      fc.constantFrom(
        "'",
        '\\',
        ':',
        '*',
        '&',
        '|',
        '!',
        '(',
        ')',
        '<->',
        'a',
        '1',
        '漏',
        ' ',
        '\0',
        '\ud800',
        '%',
        '"',
        '3栋',
        '+86',
      ),
      { maxLength: 40 },
    )
    .map((all) => all.join('')),
  fc.string({ unit: 'binary', maxLength: 400 }),
);

test('no input throws or makes a malformed tsquery', () => {
  fc.assert(
    fc.property(garbage, (typed) => {
      const query = searchQuery(typed);
      if (query.empty) assert.equal(query.tsquery, '');
      else evaluate(query.tsquery, []);
      for (const part of [query.tsquery, ...query.recheck]) assert.ok(part.isWellFormed() && !part.includes('\0'));
    }),
    { numRuns: 3000 },
  );
});

test('no text throws or makes a malformed tsvector', () => {
  const kinds = fc.constantFrom('text', 'name', 'phone', 'unit', 'number');
  fc.assert(
    fc.property(fc.oneof(garbage, anyText), kinds, (written, kind) => {
      const terms = indexTerms([{ text: written, kind }]);
      assert.equal(new Set(terms).size, terms.length);
      for (const term of terms)
        assert.ok(term.length > 0 && Buffer.byteLength(term) <= 128 && term.isWellFormed(), term);
      const back = [...tsvectorLiteral(terms).matchAll(/'((?:[^'\\]|''|\\\\)+)'(?: |$)/g)];
      assert.deepEqual(
        back.map((match) => match[1]!.replace(/''|\\\\/g, (pair) => pair[0]!)),
        terms,
      );
    }),
    { numRuns: 2000 },
  );
});

test('quotes and backslashes are doubled, empty terms left out', () => {
  assert.equal(tsvectorLiteral(["o'brien", 'a\\b', '', '漏水']), "'o''brien' 'a\\\\b' '漏水'");
  assert.equal(tsvectorLiteral([]), '');
});

test('the terms of a book still fit into a tsvector', () => {
  const book = Array.from({ length: 400_000 }, (_, at) => String.fromCharCode(0x4e00 + ((at * 7919) % 20_000))).join(
    '',
  );
  const bytes = indexTerms([text(book)]).reduce((sum, term) => sum + Buffer.byteLength(term), 0);
  assert.ok(bytes > 100_000 && bytes < 1_000_000, String(bytes));
});
