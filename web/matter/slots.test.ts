import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setZone } from '../ui/time.ts';
import { slotsFrom, takenBy } from './slots.ts';

const at = (text: string) => Date.parse(text);

test('the windows begin at the next half hour of the centre, and go on the next morning', () => {
  setZone('Asia/Shanghai');
  const slots = slotsFrom(at('2026-09-28T16:10:00+08:00'));
  assert.deepEqual(
    slots.map((slot) => slot.fromAt),
    [
      '2026-09-28T08:30:00.000Z',
      '2026-09-28T10:30:00.000Z',
      '2026-09-29T01:00:00.000Z',
      '2026-09-29T03:00:00.000Z',
      '2026-09-29T06:00:00.000Z',
      '2026-09-29T08:00:00.000Z',
    ],
  );
  assert.equal(slots[0]!.untilAt, '2026-09-28T10:30:00.000Z');
});

test('late at night the first window is the next morning', () => {
  setZone('Asia/Shanghai');
  assert.equal(slotsFrom(at('2026-09-28T22:10:00+08:00'))[0]!.fromAt, '2026-09-29T01:00:00.000Z');
});

test('a window that overlaps an appointment is taken; one that only touches it is free', () => {
  const slot = { fromAt: '2026-09-29T01:00:00.000Z', untilAt: '2026-09-29T03:00:00.000Z' } as never;
  const booked = (fromAt: string, untilAt: string) => [{ number: 7, fromAt, untilAt }];
  assert.equal(takenBy(slot, booked('2026-09-29T02:30:00.000Z', '2026-09-29T04:00:00.000Z'))?.number, 7);
  assert.equal(takenBy(slot, booked('2026-09-29T03:00:00.000Z', '2026-09-29T04:00:00.000Z')), undefined);
});
