import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { DAY, HOUR, MINUTE, plus, SECOND } from '../kernel/time.ts';
import type { Browser, World } from '../../test/two-organisations.ts';
import { PASSWORD, twoOrganisations } from '../../test/two-organisations.ts';
import { sealer } from './sealing.ts';
import { codeAt, stepAt } from './totp.ts';

let world: World;
before(async () => {
  world = await twoOrganisations();
  await world.addPerson(world.hill, 'chief', { 'people.edit': 'organisation' });
});
after(() => world.close());

let addresses = 0;
let people = 0;
function browser(slug = 'hill') {
  addresses += 1;
  return world.browser(slug, `198.51.100.${addresses}`);
}

async function newcomer() {
  people += 1;
  const username = `guarded-${people}`;
  return { username, id: await world.addPerson(world.hill, username, {}) };
}

async function signIn(one: Browser, username: string) {
  const answer = await one.send('POST', '/sign-in', { username, password: PASSWORD });
  assert.equal(answer.status, 200, answer.text);
  return answer.body;
}

const isIn = async (one: Browser) => (await one.send('GET', '/session')).status === 200;
const codeNow = (secret: string) => codeAt(secret, stepAt(world.clock.now()));

/** Past the half minute of the code used last. */
const nextCode = (secret: string) => {
  world.clock.advance(31 * SECOND);
  return codeNow(secret);
};

/** Somebody with a second factor in use. */
async function guarded() {
  const who = await newcomer();
  const one = browser();
  await signIn(one, who.username);
  const begun = await one.send('POST', '/me/second-factor/begin', { password: PASSWORD });
  assert.equal(begun.status, 200, begun.text);
  const { secret } = begun.body;
  const confirmed = await one.send('POST', '/me/second-factor/confirm', { code: await codeNow(secret) });
  assert.equal(confirmed.status, 200, confirmed.text);
  return { ...who, one, secret, backupCodes: confirmed.body.backupCodes as string[] };
}

async function decide(security: object) {
  const chief = browser();
  await signIn(chief, 'chief');
  const { version } = (await chief.send('GET', '/security')).body;
  const first = (await chief.send('GET', '/security')).body.security;
  const next = { ...first, secondFactor: { ...first.secondFactor, ...security } };
  return chief.send('PUT', '/security', { security: next, seen: version, why: 'agreed with the owners' });
}

test('setting up: password, square, a first code, ten backup codes; then the password alone opens nothing', async () => {
  const { username, id, one, secret, backupCodes } = await guarded();
  assert.equal(new Set(backupCodes).size, 10);
  assert.ok(await isIn(one), 'whoever set it up stays in');
  const own = (await one.send('GET', '/me/second-factor')).body;
  assert.deepEqual([own.since, own.backupLeft, own.required], [world.clock.now(), 10, false]);

  const two = browser();
  assert.deepEqual(await signIn(two, username), { waitsFor: 'code', enrolBy: null });
  assert.equal((await two.send('GET', '/sign-in')).body.waitsFor, 'code');
  for (const [method, path] of [
    ['GET', '/session'],
    ['GET', '/me/sessions'],
    ['GET', '/me/second-factor'],
    ['GET', '/me/tokens'],
  ] as const)
    assert.equal((await two.send(method, path)).status, 401, path);
  const begun = await two.send('POST', '/me/second-factor/begin', { password: PASSWORD });
  assert.equal(begun.status, 401, 'nor does it set up another');
  assert.equal((await two.send('POST', '/sign-in/code', { code: await nextCode(secret) })).status, 200);
  assert.ok(await isIn(two));
  const { rows } = await world.database.pool.query('select secret from org_hill.second_factor where person_id = $1', [
    id,
  ]);
  assert.ok(!rows[0].secret.includes(secret), 'what is kept is sealed');
  const kept = await world.database.pool.query('select hash from org_hill.backup_code where person_id = $1', [id]);
  assert.ok(kept.rows.every(({ hash }) => !backupCodes.includes(hash)));
});

test('setting up wants the password, and a code of this secret; half set up, nothing is asked for', async () => {
  const { username } = await newcomer();
  const one = browser();
  await signIn(one, username);
  const wrong = await one.send('POST', '/me/second-factor/begin', { password: 'wrong wrong wrong' });
  assert.deepEqual(
    [wrong.status, wrong.body.code, wrong.body.params.path],
    [422, 'password.current_wrong', 'password'],
  );
  assert.equal((await one.send('POST', '/me/second-factor/begin', {})).status, 422);
  const { secret, square, address } = (await one.send('POST', '/me/second-factor/begin', { password: PASSWORD })).body;
  assert.match(square, /^data:image\/svg\+xml;base64,/);
  assert.equal(
    address,
    `otpauth://totp/HILL:${username}?issuer=HILL&secret=${secret}&algorithm=SHA1&digits=6&period=30`,
  );
  const off = await one.send('POST', '/me/second-factor/confirm', { code: '000000' });
  assert.deepEqual([off.status, off.body.code], [422, 'second_factor.code_wrong']);
  assert.deepEqual(await signIn(browser(), username), { waitsFor: null, enrolBy: null });
  const again = (await one.send('POST', '/me/second-factor/begin', { password: PASSWORD })).body;
  assert.notEqual(again.secret, secret);
  const former = await one.send('POST', '/me/second-factor/confirm', { code: await codeNow(secret) });
  assert.equal(former.status, 422, 'the first secret is forgotten');
  assert.equal(
    (await one.send('POST', '/me/second-factor/confirm', { code: await codeNow(again.secret) })).status,
    200,
  );
  const twice = await one.send('POST', '/me/second-factor/begin', { password: PASSWORD });
  assert.deepEqual([twice.status, twice.body.code], [409, 'second_factor.in_use']);
});

test('a code is taken once, also by two browsers at once', async () => {
  const { username, secret } = await guarded();
  const code = await nextCode(secret);
  const doors = [browser(), browser(), browser()];
  for (const door of doors) await signIn(door, username);
  const answers = await Promise.all(doors.map((door) => door.send('POST', '/sign-in/code', { code })));
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 422, 422]);
  const late = browser();
  await signIn(late, username);
  const replay = await late.send('POST', '/sign-in/code', { code });
  assert.deepEqual([replay.status, replay.body.code], [422, 'second_factor.code_wrong']);
});

test('a backup code opens the door once, however it is typed, and is counted off', async () => {
  const { username, id, backupCodes } = await guarded();
  const [first] = backupCodes as [string];
  const one = browser();
  await signIn(one, username);
  assert.equal(
    (await one.send('POST', '/sign-in/code', { code: first.toLowerCase().replaceAll('-', ' ') })).status,
    200,
  );
  assert.equal((await one.send('GET', '/me/second-factor')).body.backupLeft, 9);
  const two = browser();
  await signIn(two, username);
  assert.equal((await two.send('POST', '/sign-in/code', { code: first })).status, 422);
  assert.equal(await isIn(two), false);
  const { rows } = await world.database.pool.query(
    "select actor_id from org_hill.event where subject_id = $1 and type = 'person.backup_code_used'",
    [id],
  );
  assert.deepEqual(rows, [{ actor_id: id }]);
});

test('new backup codes take the place of those before', async () => {
  const { username, one, secret, backupCodes } = await guarded();
  const refused = await one.send('POST', '/me/second-factor/backup-codes', { code: '123456' });
  assert.equal(refused.status, 422);
  const made = await one.send('POST', '/me/second-factor/backup-codes', { code: await nextCode(secret) });
  assert.equal(made.body.backupCodes.length, 10);
  const two = browser();
  await signIn(two, username);
  assert.equal((await two.send('POST', '/sign-in/code', { code: backupCodes[1] })).status, 422);
  assert.equal((await two.send('POST', '/sign-in/code', { code: made.body.backupCodes[1] })).status, 200);
});

test('guessing closes the door for a quarter of an hour, for right codes too', async () => {
  const { username, secret } = await guarded();
  const one = browser();
  await signIn(one, username);
  for (let i = 0; i < 5; i += 1)
    assert.equal((await one.send('POST', '/sign-in/code', { code: `00000${i}` })).status, 422);
  const closed = await one.send('POST', '/sign-in/code', { code: await nextCode(secret) });
  assert.deepEqual([closed.status, closed.body.code], [429, 'sign_in.too_many']);
});

test('the way in is open for ten minutes, no longer; who signs out on it is out', async () => {
  const { username, secret } = await guarded();
  const one = browser();
  await signIn(one, username);
  world.clock.advance(10 * MINUTE);
  const late = await one.send('POST', '/sign-in/code', { code: await codeNow(secret) });
  assert.deepEqual([late.status, late.body.code], [401, 'sign_in.begin_again']);
  await signIn(one, username);
  const cookies = new Map(one.cookies);
  await one.send('POST', '/sign-out');
  const thief = browser();
  for (const [name, cookie] of cookies) thief.cookies.set(name, cookie);
  assert.equal((await thief.send('POST', '/sign-in/code', { code: await nextCode(secret) })).status, 401);
});

test('turning it off takes the password and a code', async () => {
  const { username, one, secret } = await guarded();
  const end = (body: object) => one.send('POST', '/me/second-factor/end', body);
  const code = await nextCode(secret);
  assert.equal((await end({ password: 'wrong wrong wrong', code })).body.code, 'password.current_wrong');
  assert.equal((await end({ password: PASSWORD, code: '000000' })).body.code, 'second_factor.code_wrong');
  assert.equal((await end({ password: PASSWORD, code })).status, 200);
  assert.deepEqual(await signIn(browser(), username), { waitsFor: null, enrolBy: null });
});

test('the administrator takes it from who lost the telephone, with a reason; nobody without the right, nor over his head', async () => {
  const { username, id, one } = await guarded();
  const path = `/people/${id}/second-factor/reset`;
  const amy = browser();
  await signIn(amy, 'amy');
  assert.equal((await amy.send('POST', path, { why: 'she asked' })).status, 403);
  const bob = browser();
  await signIn(bob, 'bob');
  assert.equal((await bob.send('POST', path, { why: '' })).status, 422);
  assert.equal((await bob.send('POST', path, { why: 'came to the office with her card' })).status, 200);
  assert.equal(await isIn(one), false, 'her sessions ended');
  assert.deepEqual(await signIn(browser(), username), { waitsFor: null, enrolBy: null });
  const { rows } = await world.database.pool.query(
    'select by_id, why from org_hill.second_factor_reset where person_id = $1',
    [id],
  );
  assert.deepEqual(rows, [{ by_id: world.hill.people['bob'], why: 'came to the office with her card' }]);
  const none = await bob.send('POST', path, { why: 'again' });
  assert.deepEqual([none.status, none.body.code], [409, 'second_factor.none']);
  const above = await bob.send('POST', `/people/${world.hill.people['chief']}/second-factor/reset`, { why: 'x' });
  assert.deepEqual([above.status, above.body.code], [403, 'right.above_own']);
});

test('a trusted browser is not asked again for as long as the house says; another browser and another person are', async () => {
  const { username, one, secret } = await guarded();
  const other = await guarded();
  const two = browser();
  await signIn(two, username);
  await two.send('POST', '/sign-in/code', { code: await nextCode(secret), trust: true });
  await two.send('POST', '/sign-out');
  assert.equal((await signIn(two, username)).waitsFor, null);
  assert.equal((await signIn(browser(), username)).waitsFor, 'code');
  assert.equal((await signIn(two, other.username)).waitsFor, 'code');
  assert.equal((await decide({ trustDays: 0 })).status, 200);
  assert.equal((await signIn(two, username)).waitsFor, 'code', 'a house that trusts none trusts none it once did');
  await decide({ trustDays: 30 });
  assert.equal((await signIn(two, username)).waitsFor, null);
  await signIn(one, username);
  await one.send('POST', '/sign-in/code', { code: await nextCode(secret) });
  assert.equal((await one.send('DELETE', '/me/trusted-devices')).status, 200);
  assert.equal((await signIn(two, username)).waitsFor, 'code');
  await two.send('POST', '/sign-in/code', { code: await nextCode(secret), trust: true });
  world.clock.advance(30 * DAY);
  assert.equal((await signIn(two, username)).waitsFor, 'code');
});

test('required of a post: until the day it is only said, from then on nothing else is to be done', async () => {
  const { username, id } = await newcomer();
  const free = await newcomer();
  const { rows } = await world.database.pool.query('select post_id from org_hill.person_post where person_id = $1', [
    id,
  ]);
  const from = plus(world.clock.now(), 2 * HOUR);
  assert.equal((await decide({ required: 'posts', posts: [], from })).body.code, 'security.no_posts');
  assert.equal((await decide({ required: 'posts', posts: [rows[0].post_id], from })).status, 200);
  assert.deepEqual(await signIn(browser(), username), { waitsFor: null, enrolBy: from });
  assert.deepEqual(await signIn(browser(), free.username), { waitsFor: null, enrolBy: null });
  world.clock.advance(2 * HOUR);
  const one = browser();
  assert.deepEqual(await signIn(one, username), { waitsFor: 'enrolment', enrolBy: null });
  assert.equal(await isIn(one), false);
  assert.equal((await one.send('POST', '/sign-in/code', { code: '123456' })).status, 401);
  const { secret } = (await one.send('POST', '/me/second-factor/begin', {})).body;
  assert.equal(await isIn(one), false, 'a secret alone is no second factor');
  const confirmed = await one.send('POST', '/me/second-factor/confirm', { code: await codeNow(secret) });
  assert.equal(confirmed.body.backupCodes.length, 10);
  assert.ok(await isIn(one));
  assert.equal((await decide({ required: 'nobody', posts: [], from: null })).status, 200);
});

test('the rules are for whoever keeps the people of the whole organisation, made on the last version, with a reason', async () => {
  const bob = browser();
  await signIn(bob, 'bob');
  assert.equal((await bob.send('GET', '/security')).body.can.change.code, 'right.out_of_scope');
  const chief = browser();
  await signIn(chief, 'chief');
  const { security, version } = (await chief.send('GET', '/security')).body;
  const put = (body: object) =>
    chief.send('PUT', '/security', { security, seen: version, why: 'yearly review', ...body });
  assert.equal((await bob.send('PUT', '/security', { security, seen: version, why: 'mine' })).status, 403);
  assert.equal((await put({ seen: version - 1 })).body.code, 'stale');
  assert.equal((await put({ why: ' ' })).status, 422);
  assert.equal((await put({})).body.version, version + 1);
  const { rows } = await world.database.pool.query(
    'select by_id, why from org_hill.security_version where version = $1',
    [version + 1],
  );
  assert.deepEqual(rows, [{ by_id: world.hill.people['chief'], why: 'yearly review' }]);
});

test('a code that is no code gets an answer, never a fault', async () => {
  const { username } = await guarded();
  const one = browser();
  await signIn(one, username);
  for (const body of [{}, { code: '' }, { code: 'x'.repeat(400) }, { code: { $gt: '' } }, { code: '１２３４５６' }]) {
    const { status } = await one.send('POST', '/sign-in/code', body);
    assert.ok(status === 422 || status === 429, `${status}`);
  }
  assert.equal((await browser().send('POST', '/sign-in/code', { code: '123456' })).status, 401);
});

test('where the key is another than before, the app’s code is refused by name; a backup code and a reset lead in', async () => {
  const { username, id, secret, backupCodes } = await guarded();
  const former = sealer(async () => 'the key of a server that is gone now');
  await world.database.pool.query('update org_hill.second_factor set secret = $2 where person_id = $1', [
    id,
    await former.seal(secret, `second factor org_hill ${id}`),
  ]);
  const one = browser();
  await signIn(one, username);
  const lost = await one.send('POST', '/sign-in/code', { code: await nextCode(secret) });
  assert.deepEqual([lost.status, lost.body.code], [409, 'seal.key_lost']);
  assert.equal(await isIn(one), false);
  const backup = await one.send('POST', '/sign-in/code', { code: backupCodes[0] });
  assert.equal(backup.status, 200, backup.text);
  assert.ok(await isIn(one), 'backup codes are digests, and need no key');
  const chief = browser();
  await signIn(chief, 'chief');
  const reset = await chief.send('POST', `/people/${id}/second-factor/reset`, { why: 'the key is lost' });
  assert.equal(reset.status, 200, reset.text);
  const two = browser();
  await signIn(two, username);
  assert.ok(await isIn(two), 'and sets it up anew');
});
