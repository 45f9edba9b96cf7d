import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { canned as shipped } from '../../packs/property/canned.ts';
import { takeInMatter } from '../../test/story.ts';
import type { World } from '../../test/world.ts';
import { freshWorld } from '../../test/world.ts';
import type { Canned } from './canned.ts';
import { whyNotCanned } from './canned.ts';
import { readCanned } from './canned-view.ts';
import { changeCanned } from './commands/change-canned.ts';
import { readIntake } from './intake-view.ts';
import { currentKinds } from './kinds.ts';

let world: World;
before(async () => {
  world = await freshWorld({ at: '2026-09-21T09:00+08:00' });
});
after(() => world.drop());

const refused = (code: string) => (fault: { code?: string }) => fault.code === code;

test('the ten commonest requests stand on the keys of a new estate, each with a kind, a line and its fields', async () => {
  const { canned, items } = await world.ask('desk', readIntake);
  assert.equal(canned.length, 10);
  assert.deepEqual(
    canned.map((one) => one.key),
    shipped.map((one) => one.key),
  );
  for (const one of canned) {
    const kind = items.find((other) => other.key === one.kind);
    assert.ok(kind, one.key);
    // what is asked for by choice and may not be empty is filled in: one key is enough
    const asked = kind.fields.filter((field) => field.requiredFor === 'open' && field.type === 'choice');
    for (const field of asked)
      assert.ok(
        field.choices.some((choice) => choice.key === one.fields[field.key]),
        one.key,
      );
  }
});

const one = (over: Partial<Canned>): Canned => ({ ...shipped[0]!, ...over });

test('a kind, field, choice or department that is not there is refused by its path', async () => {
  const kinds = new Map((await world.ask('desk', currentKinds)).map(({ key, kind }) => [key, kind]));
  const paths = (canned: Canned) =>
    whyNotCanned([canned], { kinds, departments: new Set(['engineering']) }).map((why) => why.params?.['path']);
  assert.deepEqual(paths(one({})), []);
  assert.deepEqual(paths(one({ kind: 'nothing' })), ['canned.blocked_drain.kind']);
  assert.deepEqual(paths(one({ fields: { nowhere: 'x' } })), ['canned.blocked_drain.fields.nowhere']);
  assert.deepEqual(paths(one({ fields: { trouble: 'flying' } })), ['canned.blocked_drain.fields.trouble']);
  assert.deepEqual(paths(one({ department: 'gone' })), ['canned.blocked_drain.department']);
});

test('what came most often in 90 days is proposed with its count; who may, changes the keys, and the version says why', async () => {
  world.at('2026-06-01T09:00+08:00');
  await takeInMatter(world, 'repair_public', {});
  world.at('2026-09-21T09:00+08:00');
  for (let times = 0; times < 3; times += 1) await takeInMatter(world, 'leak', {});
  await takeInMatter(world, 'repair_private', {});
  const former = await world.ask('admin', readCanned);
  assert.deepEqual(
    former.proposals.map(({ kind, choice, count, there }) => [kind, choice, count, there]),
    [
      ['leak', 'pipe', 3, false],
      ['repair_private', 'plumbing', 1, true],
    ],
    'what is older than 90 days does not count',
  );
  const leak = one({ key: 'leak_pipe', kind: 'leak', fields: { leak_from: 'pipe' } });
  const change = { canned: [leak], seen: former.version, why: '近期漏水多' };
  await assert.rejects(
    world.act('desk', changeCanned, change),
    (fault: { code?: string }) => fault.code?.startsWith('right.') ?? false,
  );
  await world.act('admin', changeCanned, change);
  await assert.rejects(world.act('admin', changeCanned, change), refused('stale'));
  assert.deepEqual((await world.ask('desk', readIntake)).canned, [leak]);
  const version = await world.read((tx) =>
    tx.selectFrom('settings_version').select(['why', 'by_id']).orderBy('version', 'desc').executeTakeFirstOrThrow(),
  );
  assert.deepEqual([version.why, version.by_id], ['近期漏水多', world.people.admin]);
  await assert.rejects(
    world.act('admin', changeCanned, { ...change, seen: former.version + 1, canned: [one({ kind: 'nothing' })] }),
    refused('pack.name_dangling'),
  );
});
