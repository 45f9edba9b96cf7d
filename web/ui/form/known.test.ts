import assert from 'node:assert/strict';
import { test } from 'node:test';
import { putOver, takenOver, touched } from './known.ts';

const before = { name: '王', phone: '1', skills: ['a'], fields: { from: 'pipe', floor: 2 }, place: null };

test('what somebody else changed stands, what was typed here is kept, and typing wins where both did', () => {
  const mine = { ...before, phone: '2', fields: { from: 'roof', floor: 2 }, place: { id: 'p' } };
  const now = { ...before, name: '王小明', phone: '3', skills: ['a', 'b'], fields: { from: 'pipe', floor: 5 } };
  assert.deepEqual(putOver<object>(before, mine, now), {
    name: '王小明',
    phone: '2',
    skills: ['a', 'b'],
    fields: { from: 'roof', floor: 5 },
    place: { id: 'p' },
  });
});

test('of a list each member is put over its own, by its name: neither change undoes the other', () => {
  const rules = [
    { kind: 'answer', limit: 3, when: [{ limit: 1 }, { limit: 2 }] },
    { kind: 'tell', limit: 4 },
  ];
  const mine = [{ ...rules[0]!, limit: 7, when: [{ limit: 1 }, { limit: 5 }] }, rules[1]!];
  const now = [
    { kind: 'visit', limit: 1 },
    { ...rules[0]!, when: [{ limit: 6 }, { limit: 2 }] },
    { kind: 'tell', limit: 9 },
  ];
  assert.deepEqual(putOver<unknown>(rules, mine, now), [
    { kind: 'visit', limit: 1 },
    { kind: 'answer', limit: 7, when: [{ limit: 6 }, { limit: 5 }] },
    { kind: 'tell', limit: 9 },
  ]);
  const days = [{ date: '2026-10-01' }, { date: '2026-10-02' }];
  assert.deepEqual(putOver(days, [days[1]!], [...days, { date: '2026-10-03' }]), [days[1]!, { date: '2026-10-03' }]);
});

test('whoever typed nothing sees what is there now', () => {
  const now = { ...before, name: '李', skills: [] };
  assert.deepEqual(putOver(before, structuredClone(before), now), now);
});

test('of a form only what was touched is kept for later: the rest may be another by then', () => {
  assert.deepEqual(touched(before, { ...before, phone: '' }), { phone: '' });
  assert.deepEqual(touched(before, structuredClone(before)), {});
});

test('an editor holds on to what was changed in it until a save is refused, and shows the new version where nothing was', () => {
  const known = { initial: { answer: 3, told: 4 }, version: 1 };
  const now = { initial: { answer: 3, told: 9 }, version: 2 };
  const mine = { answer: 7, told: 4 };
  assert.equal(takenOver(known, mine, now, false), null);
  assert.deepEqual(takenOver(known, mine, now, true), { answer: 7, told: 9 });
  assert.deepEqual(takenOver(known, known.initial, now, false), now.initial);
  assert.equal(takenOver(known, mine, known, true), null, 'not before the new one has come');
});
