import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Forbidden, Invalid, Refused, Stale } from '../../kernel/refusal.ts';
import type { TestOrganisation } from '../../../test/organisation.ts';
import { freshOrganisation } from '../../../test/organisation.ts';
import { newId } from '../../kernel/id.ts';
import { instant } from '../../kernel/time.ts';
import { addPerson } from '../../organisation/commands/add-person.ts';
import { effectOfChange } from '../effect-of-change.ts';
import type { Kind } from '../format.ts';
import { currentKind, currentKinds, kindOf } from '../kinds.ts';
import { settingsOf, settingsVersionOf } from '../settings.ts';
import { changeKind } from './change-kind.ts';
import { changeSettings } from './change-settings.ts';

let world: TestOrganisation;
let minute = 0;
/** Each act a minute after the one before. */
const next = () => `2026-06-03T02:${String((minute += 1)).padStart(2, '0')}:00.000Z`;
before(async () => {
  world = await freshOrganisation();
});
after(() => world.drop());

async function leak(): Promise<{ kind: Kind; version: number }> {
  const { kind, version } = await world.as(null, next(), (context) => currentKind(context, 'leak'));
  return { kind: structuredClone(kind), version };
}
const administrator = () => world.made.administratorId;

function withCompletion(kind: Kind, text: string): Kind {
  kind.commitments.find((rule) => rule.kind === 'complete')!.limit.allowance.text = text;
  return kind;
}

test('a limit is edited as a new version with who and why; what was pinned stays as it was', async () => {
  const { kind, version } = await leak();
  const now = next();
  const made = await world.as(administrator(), now, (context) =>
    changeKind(context, { kind: withCompletion(kind, 'PT12H'), seen: version, why: '雨季前收紧时限' }),
  );
  assert.equal(made, version + 1);
  await world.as(null, next(), async (context) => {
    const pinned = await kindOf(context, 'leak', version);
    const current = await currentKind(context, 'leak');
    const effect = effectOfChange(pinned, current.kind);
    assert.deepEqual(effect, [{ path: 'commitments.complete.limit.allowance.text', before: 'P1D', after: 'PT12H' }]);
    const row = await context.tx
      .selectFrom('kind_version')
      .select(['by_id', 'why', 'at'])
      .where('key', '=', 'leak')
      .where('version', '=', made)
      .executeTakeFirstOrThrow();
    assert.deepEqual(row, { by_id: administrator(), why: '雨季前收紧时限', at: now });
  });
  assert.deepEqual(world.events.at(-1)?.data, { kind: 'leak', version: made });
});

test('of two administrators who change the same version the second is told it is stale', async () => {
  const { kind, version } = await leak();
  await world.as(administrator(), next(), (context) =>
    changeKind(context, { kind: withCompletion(kind, 'PT10H'), seen: version, why: 'a' }),
  );
  const second = world.as(administrator(), next(), (context) =>
    changeKind(context, { kind: withCompletion(kind, 'PT9H'), seen: version, why: 'b' }),
  );
  await assert.rejects(second, Stale);
});

test('a version that was rolled back is not remembered', async () => {
  const { kind, version } = await leak();
  const undone = world.as(administrator(), next(), async (context) => {
    await changeKind(context, { kind: withCompletion(kind, 'PT1M'), seen: version, why: 'undone' });
    const seen = await kindOf(context, 'leak', version + 1);
    assert.equal(seen.commitments.find((rule) => rule.kind === 'complete')!.limit.allowance.text, 'PT1M');
    throw new Error('rolled back');
  });
  await assert.rejects(undone, /rolled back/);
  await world.as(administrator(), next(), (context) =>
    changeKind(context, { kind: withCompletion(kind, 'PT7H'), seen: version, why: 'kept' }),
  );
  const kept = await world.as(null, next(), (context) => kindOf(context, 'leak', version + 1));
  assert.equal(kept.commitments.find((rule) => rule.kind === 'complete')!.limit.allowance.text, 'PT7H');
});

test('a kind that could not be worked with is refused with the path of its fault', async () => {
  const { kind, version } = await leak();
  kind.department = 'plumbers';
  const change = world.as(administrator(), next(), (context) => changeKind(context, { kind, seen: version, why: 'x' }));
  await assert.rejects(change, (error) => error instanceof Invalid && error.params['path'] === 'department');
});

test('a new kind may be added, but not on the key another has at the desk', async () => {
  const { kind } = await leak();
  const heating: Kind = { ...kind, key: 'heating' };
  const clash = world.as(administrator(), next(), (context) =>
    changeKind(context, { kind: heating, seen: 0, why: 'x' }),
  );
  await assert.rejects(clash, (error) => error instanceof Refused && error.code === 'pack.digit_twice');
  const { digit: _, ...free } = heating;
  await world.as(administrator(), next(), (context) => changeKind(context, { kind: free, seen: 0, why: '供暖季' }));
  const kinds = await world.as(null, next(), (context) => currentKinds(context));
  assert.ok(kinds.some((one) => one.key === 'heating' && one.version === 1));
});

test('whoever may not edit limits is refused', async () => {
  const id = newId<'person'>(instant(next()));
  await world.as(administrator(), next(), (context) =>
    addPerson(context, {
      id,
      username: 'clerk',
      name: '王小丽',
      skills: [],
      posts: [{ postId: world.made.posts['front_desk_clerk']!, deputyRank: null }],
    }),
  );
  const { kind, version } = await leak();
  const change = world.as(id, next(), (context) => changeKind(context, { kind, seen: version, why: 'x' }));
  await assert.rejects(change, Forbidden);
});

test('settings are versioned too, and a pause that a stage declares cannot be taken away', async () => {
  const { version, settings } = await world.as(null, next(), (context) => settingsVersionOf(context));
  const quiet = { ...structuredClone(settings), quietHours: null };
  await world.as(administrator(), next(), (context) =>
    changeSettings(context, { settings: quiet, seen: version, why: '夜班值守' }),
  );
  assert.equal((await world.as(null, next(), (context) => settingsOf(context))).quietHours, null);
  const without = { ...quiet, pauses: quiet.pauses.filter((pause) => pause.key !== 'weather') };
  const change = world.as(administrator(), next(), (context) =>
    changeSettings(context, { settings: without, seen: version + 1, why: 'x' }),
  );
  await assert.rejects(change, (error) => error instanceof Refused && error.code === 'settings.pause_in_use');
});
