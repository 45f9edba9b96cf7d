import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Stands } from '../attendance/attendance.ts';
import { dueBeside, reckon } from '../attendance/attendance.ts';
import type { MonthLine } from '../attendance/month.ts';
import { USUAL } from '../attendance/rules.ts';
import { epochOf, instant } from '../kernel/time.ts';
import { USUAL_WAGES } from './rules.ts';
import { wageOf } from './wage.ts';

const at = (time: string) => instant(`2026-09-29T${time}+08:00`);
const shift = (over: Partial<Stands> = {}): Stands => ({
  from_at: at('08:30'),
  until_at: at('17:30'),
  due_from: at('08:30'),
  due_until: at('17:30'),
  before_minutes: 5,
  in_at: null,
  out_at: null,
  ...over,
});

describe('how a shift is reckoned', () => {
  const cases: [string, Partial<Stands>, string, [string, number, number, number]][] = [
    ['before he is due', {}, '08:25', ['ahead', 0, 0, 0]],
    ['due and not there', {}, '08:26', ['not_here', 0, 0, 0]],
    ['never there', {}, '17:30', ['missing', 0, 0, 0]],
    ['on leave', { due_from: null, due_until: null }, '18:00', ['away', 0, 0, 0]],
    ['there five minutes before', { in_at: at('08:25') }, '09:00', ['here', 0, 0, 0]],
    ['a second later is a minute late', { in_at: at('08:25:01') }, '09:00', ['here', 1, 0, 0]],
    ['no going six hours after its end', { in_at: at('08:20') }, '23:30', ['no_out', 0, 0, 0]],
    ['left early', { in_at: at('08:20'), out_at: at('17:10') }, '18:00', ['done', 0, 20, 0]],
    ['stayed', { in_at: at('08:20'), out_at: at('18:15') }, '19:00', ['done', 0, 0, 45]],
    [
      'leave until ten: due then, without the five minutes',
      { due_from: at('10:00'), in_at: at('10:03'), out_at: at('17:30') },
      '18:00',
      ['done', 3, 0, 0],
    ],
  ];
  for (const [name, over, now, wanted] of cases)
    test(name, () => {
      const { state, lateMinutes, earlyMinutes, overMinutes } = reckon(shift(over), at(now));
      assert.deepEqual([state, lateMinutes, earlyMinutes, overMinutes], wanted);
    });
});

test('leave in the middle leaves the shift due at both its ends; whole days leave nothing', () => {
  const whole = { from_at: at('08:30'), until_at: at('17:30') };
  const away = (from: string, until: string) => [{ from: epochOf(at(from)), until: epochOf(at(until)), as: 'sick' }];
  const middle = dueBeside(whole, away('11:00', '13:00'));
  assert.deepEqual(middle, { from: epochOf(at('08:30')), until: epochOf(at('17:30')), awayMinutes: 120, as: 'sick' });
  assert.deepEqual(dueBeside(whole, away('00:00', '23:00')), { awayMinutes: 540, as: 'sick' });
  assert.equal(dueBeside(whole, away('18:00', '19:00')).as, null);
});

const line = (over: Partial<MonthLine> = {}): MonthLine => ({
  personId: 'wang' as MonthLine['personId'],
  departmentId: null,
  shifts: 22,
  dueMinutes: 22 * 540,
  attended: 22,
  late: 0,
  lateMinutes: 0,
  early: 0,
  earlyMinutes: 0,
  missing: 0,
  noOut: 0,
  overtimeMinutes: 0,
  away: {},
  ...over,
});

describe('a wage by the rules, from a base of 4 350.00 (200.00 a day, 25.00 an hour)', () => {
  const fines = { ...USUAL_WAGES, lateEach: 2_000, earlyEach: 3_000, noOutEach: 1_000 };
  const cases: [string, Partial<MonthLine>, number[], number][] = [
    ['all as planned', {}, [], 435_000],
    ['late twice, left early once, once no going', { late: 2, early: 1, noOut: 1 }, [], 427_000],
    ['a shift missed is a day', { missing: 1 }, [], 415_000],
    ['half a day of sick leave is paid at 80 %', { away: { sick: 50 } }, [], 433_000],
    ['personal leave is not paid, annual leave is', { away: { personal: 100, annual: 200 } }, [], 415_000],
    ['away without asking is not paid', { away: { reported: 100 } }, [], 415_000],
    ['two hours of overtime at one and a half', { overtimeMinutes: 120 }, [], 442_500],
    ['a third of a day: rounded half up once', { away: { personal: 33 } }, [], 428_400],
    ['added and taken off by hand', {}, [10_000, -2_500], 442_500],
  ];
  for (const [name, over, byHand, net] of cases)
    test(`${name} [WFRC-02]`, () => {
      const wage = wageOf(line(over), 435_000, { rules: fines, kinds: USUAL.leaveKinds, byHand });
      assert.equal(wage.net, net);
      assert.equal(
        wage.items.reduce((sum, { amount }) => sum + amount, 435_000),
        net,
      );
    });
  test('without a base there is no wage', () => {
    const wage = wageOf(line({ late: 1 }), null, { rules: fines, kinds: USUAL.leaveKinds, byHand: [] });
    assert.deepEqual([wage.base, wage.net], [null, null]);
  });
});
