import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { listActs } from '../../src/administration/acts.ts';
import { actsQuery } from '../../src/administration/acts-shapes.ts';
import { changeWords } from '../../src/administration/commands/change-words.ts';
import { listNames } from '../../src/administration/names.ts';
import { currentWords } from '../../src/administration/own-words.ts';
import { changeWordsInput } from '../../src/administration/words-shapes.ts';
import { whoIs } from '../../src/auth/queries.ts';
import { changeKind } from '../../src/pack/commands/change-kind.ts';
import { currentKind } from '../../src/pack/kinds.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

let world: World;
before(async () => {
  world = await freshWorld();
});
after(() => world.drop());

const put = (words: object, seen: number, why = '统一用语', who: 'admin' | 'desk' = 'admin') =>
  world.act(who, changeWords, changeWordsInput.parse({ words, seen, why }));

test('an administrator’s own words come with the session, in versions, and are put back; without any nothing is sent', async () => {
  assert.equal((await world.ask('desk', whoIs)).words, null);
  assert.equal(await put({ en: { 'frame.tickets': 'Cases' } }, 0), 1);
  assert.deepEqual((await world.ask('desk', whoIs)).words, { en: { 'frame.tickets': 'Cases' } });
  assert.equal(await put({}, 1, '恢复'), 2);
  assert.deepEqual((await world.ask('desk', whoIs)).words, {});
  await put({ en: { 'frame.tickets': 'Cases' } }, 2);
  const { items } = await world.ask('admin', listActs, actsQuery.parse({ sort: 'settings' }));
  assert.deepEqual(
    items
      .filter((act) => act.type === 'words.changed')
      .map((act) => [act.version, act.why, act.changes[0]?.after])
      .toSorted(),
    [
      [1, '统一用语', JSON.stringify({ en: { 'frame.tickets': 'Cases' } })],
      [2, '恢复', null],
      [3, '统一用语', JSON.stringify({ 'frame.tickets': 'Cases' })],
    ].toSorted(),
  );
});

test('words made on an old version, with open braces, under no key or by whoever may not are refused', async () => {
  await assert.rejects(put({}, 1), { code: 'stale' });
  await assert.rejects(put({ en: { 'list.rows': '{count cases' } }, 3), { code: 'words.braces' });
  assert.equal(changeWordsInput.safeParse({ words: { en: { Tickets: 'x' } }, seen: 3, why: 'x' }).success, false);
  await assert.rejects(put({}, 3, 'x', 'desk'), { code: 'right.missing' });
  assert.equal((await world.ask('admin', currentWords)).version, 3);
});

test('names of kinds, stages and posts are no words of the screens: each is found with the thing it is changed with', async () => {
  const { items } = await world.ask('admin', listNames);
  const at = (what: string, key: string, kind: string | null = null) =>
    items.find((one) => one.what === what && one.key === key && one.kind === kind)!;
  assert.equal(at('kind', 'leak', 'leak').of, null);
  const stage = at('stage', 'in_progress', 'leak');
  assert.deepEqual([stage.id, stage.of], [null, at('kind', 'leak', 'leak').name]);
  assert.equal(at('post', 'front_desk_clerk').id, world.posts['front_desk_clerk']);
  assert.equal(at('department', 'engineering').id, world.departments['engineering']);
  assert.ok(items.every(({ name }) => name.en && name['zh-hans'] && name['zh-hant']));
  const { kind, version } = await world.ask('admin', currentKind, 'leak');
  const name = { en: 'Water damage', 'zh-hans': '渗漏水', 'zh-hant': '滲漏水' };
  await world.act('admin', changeKind, { kind: { ...kind, name }, seen: version, why: '统一用语' });
  const renamed = (await world.ask('admin', listNames)).items.find(
    ({ what, key }) => what === 'kind' && key === 'leak',
  )!;
  assert.deepEqual(renamed.name, name);
});
