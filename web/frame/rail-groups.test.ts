import assert from 'node:assert/strict';
import { test } from 'node:test';
import pack from '../../packs/property.ts';
import { grouped, isHere, MOST_AT_ONCE, openGroups, toggled } from './rail-groups.ts';
import { itemsFor, RAIL_GROUPS, railItems } from './rail-items.ts';

const everything = railItems.flatMap((item) => item.rights ?? []);
const shown = (open: readonly string[], groups: ReturnType<typeof grouped>) =>
  groups.filter(({ key }) => open.includes(key)).reduce((sum, { items }) => sum + items.length, 0);

test('nobody sees more than eight ways at once, whatever he opens, at whatever screen he stands', () => {
  const posts = [...pack.posts.map((post) => Object.keys(post.rights)), everything];
  for (const rights of posts) {
    const items = itemsFor(rights);
    const groups = grouped(items);
    assert.equal(groups.flatMap((group) => group.items).length, items.length, 'each item stands in a group');
    if (items.length <= MOST_AT_ONCE) continue;
    let open = openGroups(null, groups);
    assert.ok(open.includes('work'), 'the work of the day is open at first');
    for (const key of [...RAIL_GROUPS, ...RAIL_GROUPS.toReversed(), 'house' as const, 'work' as const]) {
      assert.ok(shown(open, groups) + 1 <= MOST_AT_ONCE, `${open.join(', ')} and the screen he stands on`);
      open = toggled(open, key, groups);
    }
  }
});

test('a group opened closes those opened longest ago, as many as must be; opened again it closes', () => {
  // without the budget and material two of the groups fit together
  const groups = grouped(
    itemsFor(
      everything.filter(
        (right) => !right.startsWith('budget') && right !== 'material.see' && right !== 'finance.supply',
      ),
    ),
  );
  assert.deepEqual(openGroups(null, groups), ['work']);
  const quality = toggled(['work'], 'quality', groups);
  assert.deepEqual(quality, ['quality']);
  const both = toggled(quality, 'figures', groups);
  assert.deepEqual(both, ['figures', 'quality']);
  assert.deepEqual(toggled(both, 'registers', groups), ['registers']);
  assert.deepEqual(toggled(both, 'figures', groups), ['quality']);
  assert.deepEqual(openGroups([], groups), [], 'all closed stays all closed');
  assert.deepEqual(openGroups(['quality', 'figures'], groups), ['quality', 'figures'], 'as it was left');
});

test('what somebody may not see is in no group, and a group without anything is not there', () => {
  const groups = grouped(itemsFor(['work_order.do']));
  assert.deepEqual(
    groups.map(({ key, items }) => [key, items.map(({ to }) => to)]),
    [
      ['work', ['/my-work', '/worker']],
      ['house', ['/staff']],
    ],
  );
});

test('a screen below another belongs to it', () => {
  const tickets = railItems.find(({ to }) => to === '/tickets')!;
  assert.deepEqual(
    ['/tickets', '/tickets/1', '/tickets-of-old', '/'].map((path) => isHere(tickets, path)),
    [true, true, false, false],
  );
});
