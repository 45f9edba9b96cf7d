import assert from 'node:assert/strict';
import { test } from 'node:test';
import { effectOfRights, leavesNobody } from './rights-effect.ts';

const amy = { id: 'amy', name: 'Amy', deputyRank: null };
const bob = { id: 'bob', name: 'Bob', deputyRank: 1 };
const posts = [
  { id: 'desk', closed: false, rights: { 'ticket.see': 'centre', search: 'own' } as const, people: [amy, bob] },
  { id: 'head', closed: false, rights: { 'ticket.see': 'organisation' } as const, people: [amy] },
  { id: 'admin', closed: false, rights: { 'people.edit': 'organisation' } as const, people: [bob, amy] },
];

test('who gains and who loses which right is told person by person, by all the posts they hold', () => {
  const effect = effectOfRights(posts, 'desk', { 'ticket.open': 'centre', search: 'centre' });
  assert.deepEqual(effect, [
    {
      id: 'amy',
      name: 'Amy',
      changes: [
        { right: 'ticket.open', before: null, after: 'centre' },
        { right: 'search', before: 'own', after: 'centre' },
      ],
    },
    {
      id: 'bob',
      name: 'Bob',
      changes: [
        { right: 'ticket.see', before: 'centre', after: null },
        { right: 'ticket.open', before: null, after: 'centre' },
        { right: 'search', before: 'own', after: 'centre' },
      ],
    },
  ]);
});

test('the last one who may put it right again is not lost; a deputy alone does not count', () => {
  assert.equal(leavesNobody(posts, 'admin', {}), true);
  assert.equal(leavesNobody(posts, 'admin', { 'people.edit': 'centre' }), true);
  assert.equal(leavesNobody(posts, 'desk', {}), false);
  assert.equal(leavesNobody([{ ...posts[2]!, people: [bob] }], 'desk', {}), true);
});
