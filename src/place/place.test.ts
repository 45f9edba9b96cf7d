import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completeCode, doorOf, neighboursOf, whyNotBelow, whyNotClosePlace } from './place.ts';

const CODES: [code: string, before: string | null, floor?: number, door?: number][] = [
  ['3-1202', '3-', 12, 2],
  ['3-102', '3-', 1, 2],
  ['3-2-1202', '3-2-', 12, 2],
  ['12-12b', '12-', 12, 2],
  ['A-1202', 'a-', 12, 2],
  ['a1202', 'a', 12, 2],
  ['3-B102', '3-b', -1, 2],
  ['３-１２０２', '3-', 12, 2],
  ['1202', '', 12, 2],
  ['3-7', null],
  ['P-3-corridor', null],
  ['', null],
];
for (const [code, before, floor, door] of CODES)
  test(`the door of ${code || 'nothing'} is read from its code`, () => {
    assert.deepEqual(doorOf(code), before === null ? null : { before, floor, door });
  });

function around(code: string, codes: string[]): Record<string, string> {
  const units = [...codes, code].map((one) => ({ id: one as never, code: one }));
  return Object.fromEntries(neighboursOf(code, units).map(({ unit, side }) => [unit.code, side]));
}

test('the neighbours of 3-1202 are above, below and beside it', () => {
  const house = ['3-1102', '3-1302', '3-1201', '3-1203', '3-1204', '3-1101', '3-1303', '3-1002'];
  assert.deepEqual(around('3-1202', house), {
    '3-1302': 'above',
    '3-1102': 'below',
    '3-1203': 'beside',
    '3-1201': 'beside',
  });
});

test('a house without a 13th floor has the 14th above the 12th', () => {
  assert.deepEqual(around('3-1202', ['3-1402', '3-1502', '3-1002']), { '3-1402': 'above', '3-1002': 'below' });
});

test('another entrance of the same house shares no wall', () => {
  assert.deepEqual(around('3-1-1202', ['3-2-1302', '3-1-1302']), { '3-1-1302': 'above' });
});

test('doors with letters have neighbours too', () => {
  assert.deepEqual(around('2-12b', ['2-12a', '2-12c', '2-11b']), {
    '2-12a': 'beside',
    '2-12c': 'beside',
    '2-11b': 'below',
  });
});

test('a place whose code says no floor has no neighbours', () => {
  assert.deepEqual(around('L-3-7', ['L-3-6', 'L-3-8']), {});
});

test('a room is said with its building, once', () => {
  assert.equal(completeCode('unit', ' 1202 ', { code: '3' }), '3-1202');
  assert.equal(completeCode('unit', '3-1202', { code: '3' }), '3-1202');
  assert.equal(completeCode('facility', 'L-1', { code: '3' }), 'L-1');
});

test('units stand in buildings, buildings in estates, and estates in nothing', () => {
  assert.equal(whyNotBelow('unit', 'building'), null);
  assert.equal(whyNotBelow('estate', null), null);
  assert.equal(whyNotBelow('facility', 'public_area'), null);
  assert.deepEqual(whyNotBelow('unit', 'estate'), {
    code: 'place.not_below',
    params: { kind: 'unit', above: 'estate' },
  });
  assert.deepEqual(whyNotBelow('building', null), {
    code: 'place.not_below',
    params: { kind: 'building', above: 'nothing' },
  });
});

test('a place is closed only when nothing stands in it and nothing is open there', () => {
  const place = { closed_at: null, code: '3' };
  assert.equal(whyNotClosePlace(place, { openBelow: 0, openTickets: 0 }), null);
  assert.equal(whyNotClosePlace(place, { openBelow: 2, openTickets: 0 })?.code, 'place.open_below');
  assert.equal(whyNotClosePlace(place, { openBelow: 0, openTickets: 1 })?.code, 'place.open_tickets');
});
