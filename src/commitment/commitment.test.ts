import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Instant } from '../kernel/time.ts';
import { instant } from '../kernel/time.ts';
import type { Commitment } from './commitment.ts';
import { isLate, verdict, whyNotAcknowledge, whyNotCorrect, whyNotPause, whyNotResume } from './commitment.ts';

const due = instant('2026-03-02T12:00:00Z');
const at = (time: string): Instant => instant(`2026-03-02T${time}Z`);

test('what happened at the deadline or before it is kept, a millisecond later is late [WORK-04]', () => {
  assert.equal(verdict(due, at('00:00:00')), 'kept');
  assert.equal(verdict(due, at('11:59:59.999')), 'kept');
  assert.equal(verdict(due, at('12:00:00.000')), 'kept');
  assert.equal(verdict(due, at('12:00:00.001')), 'late');
  assert.equal(verdict(due, instant('2027-01-01T00:00:00Z')), 'late');
});

type Case = [name: string, state: Commitment['state'], allowance: string | null, at: string, why: string | null];
const pauses: Case[] = [
  ['a running clock', 'running', 'PT4H', '11:00:00', null],
  ['to the last millisecond', 'running', 'PT4H', '11:59:59.999', null],
  ['at the deadline it is too late', 'running', 'PT4H', '12:00:00', 'commitment.already_late'],
  ['what is late stays late', 'running', 'PT4H', '13:00:00', 'commitment.already_late'],
  ['one that stands already', 'paused', 'PT4H', '11:00:00', 'commitment.already_paused'],
  ['a moment promised by name', 'running', null, '11:00:00', 'commitment.moment_promised'],
  ['a kept one', 'kept', 'PT4H', '11:00:00', 'commitment.ended'],
  ['a late one', 'late', 'PT4H', '11:00:00', 'commitment.ended'],
  ['a cancelled one', 'cancelled', 'PT4H', '11:00:00', 'commitment.ended'],
];
for (const [name, state, allowance, moment, why] of pauses)
  test(`pausing: ${name} - ${why ?? 'allowed'}`, () => {
    assert.equal(whyNotPause({ state, due_at: due, allowance }, at(moment))?.code ?? null, why);
  });

test('only what stands goes on', () => {
  assert.equal(whyNotResume({ state: 'paused' }), null);
  assert.equal(whyNotResume({ state: 'running' })?.code, 'commitment.not_paused');
  assert.equal(whyNotResume({ state: 'kept' })?.code, 'commitment.ended');
});

test('a verdict is corrected to the other one, and only where there is one', () => {
  assert.equal(whyNotCorrect({ state: 'late' }, 'kept'), null);
  assert.equal(whyNotCorrect({ state: 'kept' }, 'late'), null);
  assert.equal(whyNotCorrect({ state: 'kept' }, 'kept')?.code, 'commitment.verdict_stands');
  assert.equal(whyNotCorrect({ state: 'running' }, 'kept')?.code, 'commitment.no_verdict');
  assert.equal(whyNotCorrect({ state: 'cancelled' }, 'kept')?.code, 'commitment.no_verdict');
});

test('only what was told can be acknowledged', () => {
  assert.equal(whyNotAcknowledge({ state: 'running', climbed: 1 }), null);
  assert.equal(whyNotAcknowledge({ state: 'running', climbed: 0 })?.code, 'commitment.nothing_to_acknowledge');
  assert.equal(whyNotAcknowledge({ state: 'late', climbed: 2 })?.code, 'commitment.ended');
});

test('late is what ran past its deadline, not what stands', () => {
  assert.equal(isLate({ state: 'running', due_at: due }, at('12:00:00')), false);
  assert.equal(isLate({ state: 'running', due_at: due }, at('12:00:00.001')), true);
  assert.equal(isLate({ state: 'paused', due_at: due }, at('13:00:00')), false);
  assert.equal(isLate({ state: 'late', due_at: due }, at('11:00:00')), true);
  assert.equal(isLate({ state: 'kept', due_at: due }, at('13:00:00')), false);
});
