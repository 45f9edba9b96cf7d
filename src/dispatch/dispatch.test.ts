import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instant } from '../kernel/time.ts';
import type { DispatchAct, DispatchState, HandFacts } from './dispatch.ts';
import { DISPATCH_ACTS, standingOf, whyNotAct, whyNotSend } from './dispatch.ts';

const now = instant('2026-09-28T02:00:00Z');
const shift = {
  presence: 'on_site' as const,
  due_from: instant('2026-09-28T01:00:00Z'),
  due_until: instant('2026-09-28T09:00:00Z'),
  in_at: instant('2026-09-28T00:55:00Z'),
  out_at: null,
};
const here: HandFacts = { shift, onDuty: true, inHand: 0 };

test('free is who has come to his published shift, is on duty at his place and has nothing in hand; each other standing says why not [SAFE-06]', () => {
  const later = instant('2026-09-28T05:00:00Z');
  for (const [why, facts, standing] of [
    ['here with nothing in hand', here, 'free'],
    ['here with one thing in hand', { ...here, inHand: 1 }, 'busy'],
    ['no shift', { ...here, shift: null }, 'off_duty'],
    ['due and has not come', { ...here, shift: { ...shift, in_at: null } }, 'not_here'],
    ['has gone', { ...here, shift: { ...shift, out_at: now } }, 'off_duty'],
    [
      'leave for the whole of it',
      { ...here, shift: { ...shift, in_at: null, due_from: null, due_until: null } },
      'away',
    ],
    ['leave until later', { ...here, shift: { ...shift, in_at: null, due_from: later } }, 'away'],
    ['leave from now on', { ...here, shift: { ...shift, in_at: null, due_until: now } }, 'away'],
    ['off duty by his switch', { ...here, onDuty: false }, 'off_duty'],
    ['at his screen', { ...here, shift: { ...shift, presence: 'online' as const } }, 'online'],
  ] as const)
    assert.equal(standingOf(facts, now), standing, why);
  assert.equal(whyNotSend('free', ''), null);
  assert.deepEqual(whyNotSend('busy', '')?.params, { path: 'why', standing: 'busy' });
  assert.equal(whyNotSend('busy', '最近的电工'), null);
});

test('an order is taken once and ends once, done only after it was taken [SAFE-06]', () => {
  const allowed: Record<DispatchState, readonly DispatchAct[]> = {
    given: ['taken', 'declined', 'recalled'],
    taken: ['declined', 'done', 'recalled'],
    declined: [],
    done: [],
    recalled: [],
  };
  for (const [state, acts] of Object.entries(allowed))
    assert.deepEqual(
      DISPATCH_ACTS.filter((act) => whyNotAct(state as DispatchState, act) === null),
      acts,
      state,
    );
});
