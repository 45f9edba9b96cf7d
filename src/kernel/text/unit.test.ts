import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fold } from './fold.ts';
import { unitAsked, unitQueryTerm, unitsIn, unitTerms } from './unit.ts';

test('a flat is understood in every usual spelling', () => {
  const table: [string, string][] = [
    ['3-1202', 'u:3-1202'],
    ['03-1202', 'u:3-1202'],
    ['3栋1202', 'u:3-1202'],
    ['3棟1202室', 'u:3-1202'],
    ['3幢1202室', 'u:3-1202'],
    ['3号楼1202', 'u:3-1202'],
    ['三号楼1202', 'u:3-1202'],
    ['十二栋302', 'u:12-302'],
    ['二十栋302', 'u:20-302'],
    ['3#1202', 'u:3-1202'],
    ['3＃楼1202', 'u:3-1202'],
    ['3栋 1202', 'u:3-1202'],
    ['3栋-1202', 'u:3-1202'],
    ['3座12楼02室', 'u:3-1202'],
    ['3座12樓2室', 'u:3-1202'],
    ['3座12层1202室', 'u:3-1202'],
    ['3-2-1202', 'u:3-2-1202'],
    ['3号楼2单元1202室', 'u:3-2-1202'],
    ['三號樓二單元1202', 'u:3-2-1202'],
    ['12号302室', 'u:12-302'],
    ['A座1202', 'u:a-1202'],
    ['A-1202', 'u:a-1202'],
    ['A1202', 'u:a-1202'],
    ['B1-023', 'u:b1-23'],
    ['3座12楼A室', 'u:3-12a'],
    ['1202室', 'u:1202'],
    ['12楼02室', 'u:1202'],
    ['2单元1202', 'u:1202'],
    ['3栋', 'u:3-'],
    ['3栋12楼', 'u:3-12'],
    ['3栋2单元', 'u:3-2-'],
    ['Block 3, Flat 1202', 'u:3-1202'],
    ['Flat A, 12/F, Tower 2', 'u:2-12a'],
    ['12th floor, room 5', 'u:1205'],
  ];
  for (const [written, term] of table) {
    const unit = unitAsked(fold(written));
    assert.ok(unit, written);
    assert.equal(unitQueryTerm(unit), term, written);
  }
});

test('what only looks like a flat is left alone', () => {
  for (const text of [
    '1202',
    '12楼',
    '5',
    '漏水',
    '2026-10-01',
    '138-1234-5678',
    '2单元',
    '',
    'a',
    'wifi',
    'room 5',
    '3栋漏水',
    'INC-000123',
    'block 3 flat 1202 leak',
  ]) {
    assert.equal(unitAsked(fold(text)), null, text);
  }
});

test('the flats named in a sentence are found', () => {
  const named = (text: string): string[] => unitsIn(fold(text)).map(unitQueryTerm);
  assert.deepEqual(named('3栋1202厨房漏水，渗到1102室'), ['u:3-1202', 'u:1102']);
  assert.deepEqual(named('业主住第三号楼，电梯坏了'), ['u:3-']);
  assert.deepEqual(named('从3-1202搬到5-301'), ['u:3-1202', 'u:5-301']);
  assert.deepEqual(named('3栋2026年10月1日停水'), ['u:3-']);
  assert.deepEqual(named('等了3天，2个人'), []);
});

test('a flat is indexed with and without what people leave out', () => {
  assert.deepEqual(unitTerms({ building: '3', entrance: '2', room: '1202' }), [
    'u:1202',
    'u:3-1202',
    '31202',
    'u:3-2-1202',
    '321202',
  ]);
  assert.deepEqual(unitTerms({ building: 'a', room: '12b' }), ['u:12b', 'u:a-12b']);
  assert.deepEqual(unitTerms({ building: '3' }), ['u:3-']);
});
