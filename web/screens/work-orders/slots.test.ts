import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromLocal, ms, setZone, toLocal } from '../../ui/time.ts';
import type { Slot } from './slots.ts';
import { freeSlots } from './slots.ts';

setZone('Asia/Shanghai');
const at = (local: string) => ms(fromLocal(local)!);
const window = (from: string, until: string) => ({ fromAt: fromLocal(from)!, untilAt: fromLocal(until)! });
const starts = (slots: Slot[]) => slots.map(({ fromAt }) => toLocal(fromAt).slice(5));

test('the next free hours begin half an hour from now at the earliest', () => {
  assert.deepEqual(starts(freeSlots([], at('2026-11-20T09:10'), 3)), ['11-20T10:00', '11-20T11:00', '11-20T12:00']);
});

test('what is booked is left out, however little it overlaps', () => {
  const booked = [window('2026-11-20T10:30', '2026-11-20T11:10'), window('2026-11-20T13:00', '2026-11-20T14:00')];
  assert.deepEqual(starts(freeSlots(booked, at('2026-11-20T09:10'), 3)), ['11-20T11:30', '11-20T14:00', '11-20T15:00']);
});

test('nobody comes at night: after 20:00 the first window is tomorrow at 8', () => {
  assert.deepEqual(starts(freeSlots([], at('2026-11-20T19:05'), 2)), ['11-21T08:00', '11-21T09:00']);
});
