import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instant } from '../kernel/time.ts';
import type { QuietHours } from './quiet-hours.ts';
import { afterQuiet } from './quiet-hours.ts';

const night: QuietHours = { from: '22:00', to: '07:00' };
const noon: QuietHours = { from: '12:00', to: '13:30' };
const toMidnight: QuietHours = { from: '21:00', to: '24:00' };

const CASES: [why: string, zone: string, quiet: QuietHours | null, at: string, delivered: string][] = [
  ['by day at once', 'Asia/Shanghai', night, '2026-09-28T09:00+08:00', '2026-09-28T09:00+08:00'],
  ['a minute before ten at once', 'Asia/Shanghai', night, '2026-09-28T21:59+08:00', '2026-09-28T21:59+08:00'],
  ['from ten on in the morning', 'Asia/Shanghai', night, '2026-09-28T22:00+08:00', '2026-09-29T07:00+08:00'],
  ['after midnight the same morning', 'Asia/Shanghai', night, '2026-09-29T03:15+08:00', '2026-09-29T07:00+08:00'],
  ['at seven at once', 'Asia/Shanghai', night, '2026-09-29T07:00+08:00', '2026-09-29T07:00+08:00'],
  ['a quiet noon', 'Asia/Shanghai', noon, '2026-09-28T12:30+08:00', '2026-09-28T13:30+08:00'],
  ['until midnight', 'Asia/Shanghai', toMidnight, '2026-09-28T23:00+08:00', '2026-09-29T00:00+08:00'],
  ['a new year begins in the quiet', 'Asia/Shanghai', night, '2026-12-31T23:30+08:00', '2027-01-01T07:00+08:00'],
  ['no quiet hours at all', 'Asia/Shanghai', null, '2026-09-28T23:00+08:00', '2026-09-28T23:00+08:00'],
  ['the night clocks go forward', 'America/New_York', night, '2026-03-07T23:00-05:00', '2026-03-08T07:00-04:00'],
  ['the night clocks go back', 'America/New_York', night, '2026-10-31T23:00-04:00', '2026-11-01T07:00-05:00'],
];

for (const [why, zone, quiet, at, delivered] of CASES)
  test(`a message in quiet hours: ${why}`, () => {
    assert.equal(afterQuiet(instant(at), quiet, zone), instant(delivered));
  });
