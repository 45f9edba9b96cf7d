import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Instant } from '../../../src/kernel/time.ts';
import type { ClockView } from '../../server/contract.ts';
import { read } from './reading.ts';

const at = (time: string) => `2026-11-21T${time}:00.000Z` as Instant;
const epoch = (time: string) => Date.parse(at(time));
const minutes = (count: number) => count * 60_000;

function clock(change: Partial<ClockView> = {}, remaining: Partial<ClockView['remaining']> = {}): ClockView {
  return {
    id: 'c',
    kind: 'visit',
    name: { en: 'Visit', 'zh-hans': '上门', 'zh-hant': '到府' },
    subject: { type: 'ticket', id: 't' },
    ticketId: 't',
    title: null,
    owedTo: 'Flat 3-1202',
    ownerId: 'p',
    ownerName: 'Lin',
    departmentId: null,
    startedAt: at('08:00'),
    dueAt: at('10:00'),
    state: 'running',
    late: false,
    lateSince: null,
    pausedBecause: null,
    pausedFor: null,
    pausedBy: null,
    pausedUntil: null,
    next: null,
    awaitsAcknowledgement: false,
    setAside: null,
    ...change,
    remaining: {
      ms: minutes(60),
      whole: minutes(120),
      basis: 'working',
      asOf: at('09:00'),
      runningNow: true,
      nextChangeAt: null,
      ...remaining,
    },
  };
}

const cases: [string, ClockView, string, { tone: string; left?: number; late?: number; share?: number }][] = [
  ['counts on from what the server knew', clock(), '09:20', { tone: 'run', left: 40 }],
  ['turns amber in its last fifth', clock(), '09:36', { tone: 'soon', left: 24, share: 0.2 }],
  ['is still green a minute before', clock(), '09:35', { tone: 'run', left: 25 }],
  ['is late after the deadline, by the wall clock', clock(), '10:25', { tone: 'late', left: 0, late: 25, share: 0 }],
  [
    'stands still outside working hours',
    clock({ dueAt: at('20:00') }, { runningNow: false }),
    '09:50',
    { tone: 'run', left: 60 },
  ],
  [
    'stops where working hours end',
    clock({ dueAt: at('20:00') }, { nextChangeAt: at('09:10') }),
    '09:50',
    { tone: 'run', left: 50 },
  ],
  ['does not run while paused', clock({ state: 'paused' }), '11:00', { tone: 'paused', left: 60 }],
  [
    'is blue while a hand-over waits for acceptance',
    clock({ kind: 'accept_handover' }),
    '09:50',
    { tone: 'wait', left: 10 },
  ],
  ['is late even while a hand-over waits', clock({ kind: 'accept_handover' }), '10:10', { tone: 'late', late: 10 }],
  ['counts lateness from when the server says', clock({ lateSince: at('09:30') }), '10:00', { tone: 'late', late: 30 }],
  ['is over, and was late, when it was settled late', clock({ state: 'late' }), '12:00', { tone: 'missed', late: 0 }],
  ['is over when kept', clock({ state: 'kept' }), '12:00', { tone: 'kept', left: 0, late: 0 }],
];

for (const [name, view, now, expected] of cases) {
  test(`a clock ${name}`, () => {
    const reading = read(view, epoch(now));
    assert.equal(reading.tone, expected.tone);
    if (expected.left !== undefined) assert.equal(reading.left, minutes(expected.left));
    if (expected.late !== undefined) assert.equal(reading.late, minutes(expected.late));
    if (expected.share !== undefined) assert.equal(reading.share, expected.share);
  });
}

test('a clock asks again once the moment of the next change has come', () => {
  const view = clock({}, { nextChangeAt: at('09:30') });
  assert.equal(read(view, epoch('09:29')).outdated, false);
  assert.equal(read(view, epoch('09:30')).outdated, true);
});
