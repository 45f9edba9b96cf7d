import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refusal } from '../kernel/refusal.ts';
import { moneyOf } from '../kernel/money.ts';
import type { ExpenseFacts, ExpenseState } from './budget.ts';
import { beyondBy, expenseStateOf, sharesReached, standingOf, whyNotLines } from './budget.ts';

const used = (planned: number, spent: number, committed = 0) => ({ planned, spent, committed });

test('what is left, and the share that is used, which never says all before it is', () => {
  assert.deepEqual(standingOf(used(10_000, 6_000, 3_999)), { ...used(10_000, 6_000, 3_999), left: 1, share: 99 });
  assert.deepEqual(standingOf(used(10_000, 10_001)).left, -1);
  assert.equal(standingOf(used(0, 500)).share, null);
});

const BEYOND: [string, ReturnType<typeof used>, number, number][] = [
  ['room to spare', used(100, 20), 50, 0],
  ['to the last unit', used(100, 20, 30), 50, 0],
  ['one more', used(100, 20, 30), 51, 1],
  ['nothing planned', used(0, 0), 7, 7],
  ['overspent already', used(100, 150), 7, 7],
];
for (const [name, before, amount, over] of BEYOND)
  test(`beyond the line: ${name}`, () => assert.equal(beyondBy(before, amount), over));

const SHARES: [string, ReturnType<typeof used>, number, number[]][] = [
  ['below both', used(100, 0), 79, []],
  ['the first exactly', used(100, 0), 80, [80]],
  ['both at once', used(100, 10), 95, [80, 100]],
  ['only the second', used(100, 85), 15, [100]],
  ['neither again', used(100, 101), 50, []],
  ['nothing planned: all of it', used(0, 0), 1, [80, 100]],
];
for (const [name, before, amount, reached] of SHARES)
  test(`shares reached: ${name}`, () => assert.deepEqual(sharesReached(before, amount, [80, 100]), reached));

const plain: ExpenseFacts = { beyond: false, decision: null, corrects_id: null, corrected: false };
const STATES: [ExpenseState, Partial<ExpenseFacts>][] = [
  ['counted', {}],
  ['waiting', { beyond: true }],
  ['counted', { beyond: true, decision: 'approved' }],
  ['refused', { beyond: true, decision: 'refused' }],
  ['withdrawn', { beyond: true, decision: 'withdrawn' }],
  ['taken_back', { beyond: true, decision: 'approved', corrected: true }],
  ['counter', { corrects_id: 'x' }],
];
for (const [state, facts] of STATES)
  test(`${JSON.stringify(facts)} is ${state}`, () => assert.equal(expenseStateOf({ ...plain, ...facts }), state));

test('a budget has each line once, of lines of the house, and something in it', () => {
  const kinds = new Set(['repairs', 'office']);
  const line = (key: string, amount = 1) => ({ key, amount });
  assert.equal(whyNotLines([line('repairs'), line('office', 0)], kinds), null);
  assert.deepEqual(
    whyNotLines([line('yachts')], kinds),
    refusal('budget.line_unknown', { path: 'lines.0.key', line: 'yachts' }),
  );
  assert.equal(whyNotLines([line('repairs'), line('repairs')], kinds)!.code, 'budget.line_twice');
  assert.equal(whyNotLines([line('repairs', 0)], kinds)!.code, 'budget.empty');
});

test('amounts are read as people write them', () => {
  assert.deepEqual(['1,234.5', '0.07', '12.345', '-3', 'about 5'].map(moneyOf), [123_450, 7, null, null, null]);
});
