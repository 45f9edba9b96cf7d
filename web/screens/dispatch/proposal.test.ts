import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ranked } from './proposal.ts';
import type { Hand } from './rows.ts';

const words = (name: string) => ({ en: name, 'zh-hans': name, 'zh-hant': name });

function hand(name: string, facts: Partial<Hand> & { of?: string }): Hand {
  const { of = 'engineering', ...rest } = facts;
  return {
    id: name,
    name,
    department: { id: of, name: words(of) },
    onDuty: true,
    skills: [],
    openOrders: 0,
    late: 0,
    appointments: [],
    ...rest,
  };
}

const leak = { departmentId: 'engineering', kind: 'leak' };
const names = (people: { name: string }[]) => people.map(({ name }) => name);

test('the least loaded on duty who knows the kind is proposed [ASGN-03]', () => {
  const order = ranked(
    [
      hand('Busy', { skills: ['leak'], openOrders: 4 }),
      hand('Free', { skills: ['leak'], openOrders: 1 }),
      hand('Idle', { openOrders: 0 }),
      hand('Asleep', { skills: ['leak'], onDuty: false }),
    ],
    leak,
  );
  assert.deepEqual(names(order), ['Free', 'Busy', 'Idle', 'Asleep']);
  assert.deepEqual(names(order.filter((one) => one.proposed)), ['Free']);
});

test('of two equally loaded the one with less that is late goes first', () => {
  const order = ranked([hand('Late', { openOrders: 2, late: 1 }), hand('Timely', { openOrders: 2 })], leak);
  assert.deepEqual(names(order), ['Timely', 'Late']);
});

test('nobody of another department is sent, and nobody off duty is proposed', () => {
  const order = ranked([hand('Guard', { of: 'security' }), hand('Resting', { onDuty: false })], leak);
  assert.deepEqual(names(order), ['Resting']);
  assert.equal(order[0]?.proposed, false);
});

test('without a department everybody counts', () => {
  const order = ranked([hand('Guard', { of: 'security' }), hand('Plumber', {})], { departmentId: null, kind: 'leak' });
  assert.deepEqual(names(order), ['Guard', 'Plumber']);
});
