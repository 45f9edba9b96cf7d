import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileCalendar } from '../kernel/working-time/compile.ts';
import { dayNumber } from '../kernel/working-time/date.ts';
import { epochOf, instant } from '../kernel/time.ts';
import type { Hours } from './rota.ts';
import { dueOf, openIn, plannedIn, without } from './rota.ts';

const day = [{ from: 8, until: 18 }];
const left: [string, { from: number; until: number }[], { from: number; until: number }[]][] = [
  ['nobody is there at all', [], day],
  ['one is there all day', [{ from: 0, until: 24 }], []],
  [
    'one goes at noon, the other comes at one',
    [
      { from: 8, until: 12 },
      { from: 13, until: 18 },
    ],
    [{ from: 12, until: 13 }],
  ],
  [
    'one follows the other without a gap',
    [
      { from: 8, until: 13 },
      { from: 13, until: 18 },
    ],
    [],
  ],
  [
    'two at once, and nobody before and after',
    [
      { from: 9, until: 15 },
      { from: 10, until: 16 },
    ],
    [
      { from: 8, until: 9 },
      { from: 16, until: 18 },
    ],
  ],
  [
    'before and after hours only',
    [
      { from: 0, until: 8 },
      { from: 18, until: 20 },
    ],
    day,
  ],
];
for (const [name, there, gaps] of left)
  test(`what is left alone: ${name}`, () => assert.deepEqual(without(day, there), gaps));

const open = [{ from: '08:30', to: '18:00' }];
const calendar = compileCalendar(
  {
    zone: 'Asia/Shanghai',
    weekly: { 1: open, 2: open, 3: open, 4: open, 5: open, 6: [], 7: [{ from: '22:00', to: '06:00' }] },
    exceptions: [{ date: '2026-10-01', name: '国庆', spans: [] }],
  },
  2026,
  2027,
);
const at = (text: string): number => epochOf(instant(`${text}+08:00`));
const spans = (some: { from: number; until: number }[]): string[] =>
  some.map(({ from, until }) =>
    [from, until].map((one) => new Date(one + 8 * 3_600_000).toISOString().slice(8, 16)).join(' '),
  );
const hours = (some: Partial<Hours>): Hours => ({
  personId: 'wang',
  channel: 'telephone',
  days: null,
  day: null,
  from: '08:30',
  to: '12:00',
  ...some,
});

const plans: [string, Hours[], string, string[]][] = [
  ['on its weekdays', [hours({ days: [1, 3] })], '2026-09-28', ['28T08:30 28T12:00']],
  ['not on others', [hours({ days: [1, 3] })], '2026-09-29', []],
  ['on its date', [hours({ day: '2026-09-29' })], '2026-09-29', ['29T08:30 29T12:00']],
  ['not for what it is not planned', [hours({ days: [1], channel: 'online' })], '2026-09-28', []],
  [
    'off for an hour of it',
    [hours({ days: [1] }), hours({ channel: 'off', day: '2026-09-28', from: '09:00', to: '10:00' })],
    '2026-09-28',
    ['28T08:30 28T09:00', '28T10:00 28T12:00'],
  ],
  [
    'somebody else is off',
    [hours({ days: [1] }), hours({ channel: 'off', day: '2026-09-28', personId: 'li' })],
    '2026-09-28',
    ['28T08:30 28T12:00'],
  ],
  [
    'the night before reaches into it',
    [hours({ days: [7], from: '22:00', to: '06:00' })],
    '2026-09-28',
    ['28T00:00 28T06:00'],
  ],
  ['until midnight', [hours({ days: [1], from: '20:00', to: '24:00' })], '2026-09-28', ['28T20:00 29T00:00']],
];
for (const [name, planned, date, wanted] of plans)
  test(`planned hours: ${name}`, () =>
    assert.deepEqual(spans(plannedIn(planned, 'telephone', dayNumber(date)!, calendar)), wanted));

test('working hours of a day: a holiday has none, and a night belongs to both its days', () => {
  const of = (date: string): string[] => spans(openIn(dayNumber(date)!, calendar));
  assert.deepEqual(of('2026-10-01'), []);
  assert.deepEqual(of('2026-09-27'), ['27T22:00 28T00:00']);
  assert.deepEqual(of('2026-09-28'), ['28T00:00 28T06:00', '28T08:30 28T18:00']);
});

const dues: [string, string, string, string][] = [
  ['tomorrow: before today closes', '2026-09-30T12:00', '2026-09-29T09:00', '2026-09-29T18:00'],
  [
    'after a holiday: before the last day ahead of it closes',
    '2026-10-02T08:30',
    '2026-09-29T09:00',
    '2026-09-30T18:00',
  ],
  ['seen after closing: before it begins', '2026-09-30T08:30', '2026-09-29T20:00', '2026-09-30T08:30'],
  ['this afternoon: before it begins', '2026-09-29T14:00', '2026-09-29T09:00', '2026-09-29T14:00'],
  ['under way: within half an hour', '2026-09-29T09:00', '2026-09-29T09:00', '2026-09-29T09:30'],
];
for (const [name, from, now, due] of dues)
  test(`a gap is filled by then: ${name}`, () => {
    const gap = { from: at(from), until: at(from) + 3 * 3_600_000 };
    assert.equal(dueOf(gap, dayNumber(from.slice(0, 10))!, at(now), calendar), at(due));
  });
