import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { DAY, HOUR, MINUTE, plus, SECOND } from '../kernel/time.ts';
import type { Browser, World } from '../../test/two-organisations.ts';
import { PASSWORD, twoOrganisations } from '../../test/two-organisations.ts';
import { codeAt, stepAt } from './totp.ts';

let world: World;
let chief: Browser;
before(async () => {
  world = await twoOrganisations();
  await world.addPerson(world.hill, 'chief', { 'people.edit': 'organisation' });
});
after(() => world.close());

let addresses = 0;
let people = 0;
const browser = () => world.browser('hill', `198.51.100.${(addresses += 1)}`);

async function signedIn(username: string, password = PASSWORD) {
  const one = browser();
  const answer = await one.send('POST', '/sign-in', { username, password });
  assert.deepEqual([answer.status, answer.body.waitsFor], [200, null], answer.text);
  return one;
}

async function newcomer() {
  people += 1;
  const username = `worker-${people}`;
  return { username, id: await world.addPerson(world.hill, username, {}) };
}

async function decide(change: { passwords?: object; sessions?: object }) {
  chief = await signedIn('chief');
  const { security, version } = (await chief.send('GET', '/security')).body;
  const next = {
    ...security,
    passwords: { ...security.passwords, ...change.passwords },
    sessions: { ...security.sessions, ...change.sessions },
  };
  const answer = await chief.send('PUT', '/security', { security: next, seen: version, why: 'a test' });
  assert.equal(answer.status, 200, answer.text);
}

const isIn = async (one: Browser) => (await one.send('GET', '/session')).status === 200;

test('a new password is as long as the house says, and none of the last ones', async () => {
  await decide({ passwords: { least: 14, history: 3 } });
  const { username } = await newcomer();
  const one = await signedIn(username);
  let current = PASSWORD;
  const put = async (password: string) => {
    world.clock.advance(MINUTE);
    const answer = await one.send('PUT', '/me/password', { current, password });
    if (answer.status === 200) current = password;
    return answer.body;
  };
  const short = await put('thirteen sgns');
  assert.deepEqual([short.code, short.params.least], ['password.too_short', 14]);
  assert.equal((await put('the first kettle')).ok, true);
  assert.equal((await put('the first kettle')).code, 'password.used_before');
  assert.equal((await put('a second kettle')).ok, true);
  assert.equal((await put('the first kettle')).code, 'password.used_before');
  assert.equal((await put('some third kettle')).ok, true);
  const third = await put('the first kettle');
  assert.deepEqual([third.code, third.params], ['password.used_before', { path: 'password', count: 3 }]);
  assert.equal((await put('the fourth kettle')).ok, true);
  assert.equal((await put('the first kettle')).ok, true, 'it is the fourth back by now');
  await decide({ passwords: { least: 10, history: 0 } });
  assert.equal((await put('the first kettle')).ok, true, 'where the house remembers none');
});

test('a code from the administrator brings no former password back; the code is good for another one', async () => {
  await decide({ passwords: { history: 5 } });
  const { username, id } = await newcomer();
  const { code } = (await chief.send('POST', `/people/${id}/password-code`)).body;
  const use = (password: string) => browser().send('POST', '/password-by-code', { username, code, password });
  assert.equal((await use(PASSWORD)).body.code, 'password.used_before');
  assert.equal((await use('another kettle sings')).status, 200);
  assert.equal((await use('a third kettle sings')).body.code, 'sign_in.code_wrong');
});

test('a password too old, where the house lets them grow old: a new one before anything else, after the code too', async () => {
  await decide({ passwords: { expireDays: 30 } });
  const { username } = await newcomer();
  const young = await signedIn(username);
  const { secret } = (await young.send('POST', '/me/second-factor/begin', { password: PASSWORD })).body;
  await young.send('POST', '/me/second-factor/confirm', { code: await codeAt(secret, stepAt(world.clock.now())) });
  world.clock.advance(30 * DAY);
  const one = browser();
  assert.equal((await one.send('POST', '/sign-in', { username, password: PASSWORD })).body.waitsFor, 'code');
  const early = await one.send('POST', '/sign-in/password', { password: 'too early for a kettle' });
  assert.equal(early.status, 401, 'not before the code');
  const code = await codeAt(secret, stepAt(world.clock.now()));
  assert.deepEqual((await one.send('POST', '/sign-in/code', { code })).body, { waitsFor: 'password' });
  assert.equal(await isIn(one), false);
  assert.equal((await one.send('POST', '/sign-in/password', { password: PASSWORD })).body.code, 'password.used_before');
  assert.equal((await one.send('POST', '/sign-in/password', { password: 'a fresh kettle sings' })).status, 200);
  assert.ok(await isIn(one));
  await world.database.pool.query('update org_hill.auth_account set updated_at = $1', [world.clock.now()]);
  await decide({ passwords: { expireDays: null } });
});

test('sessions end unused and in any case as the house says, those that run included', async () => {
  await decide({ sessions: { idleHours: 168, longestDays: 30 } });
  const { username } = await newcomer();
  const before = await signedIn(username);
  await decide({ sessions: { idleHours: 2, longestDays: 1 } });
  const one = await signedIn(username);
  world.clock.advance(2 * HOUR - SECOND);
  assert.ok(await isIn(one), 'used in time');
  world.clock.advance(2 * HOUR - SECOND);
  assert.ok(await isIn(one), 'and so it goes on');
  assert.equal(await isIn(before), false, 'who was signed in before is held to it, too');
  world.clock.advance(2 * HOUR);
  assert.equal(await isIn(one), false);
  const long = await signedIn(username);
  for (let hour = 0; hour < 23; hour += 1) {
    world.clock.advance(HOUR);
    assert.ok(await isIn(long), `after ${hour + 1} hours`);
  }
  world.clock.advance(HOUR);
  assert.equal(await isIn(long), false, 'a day in any case');
  await decide({ sessions: { idleHours: 168, longestDays: 30 } });
});

test('the administrator sees who is signed in, page by page, and ends one session or all of a person', async () => {
  chief = await signedIn('chief');
  const { username, id } = await newcomer();
  const one = await signedIn(username);
  world.clock.advance(MINUTE);
  const two = await signedIn(username);
  const first = (await chief.send('GET', `/sessions?person=${id}&limit=1`)).body;
  const second = (await chief.send('GET', `/sessions?person=${id}&limit=1&after=${first.next}`)).body;
  assert.deepEqual(
    [first.items[0].person, first.items[0].since, second.items[0].since, second.next],
    [{ id, name: `Name of ${username}` }, world.clock.now(), plus(world.clock.now(), -MINUTE), null],
  );
  assert.ok(!JSON.stringify(first).includes('token'), 'never what opens the door');
  assert.ok((await chief.send('GET', '/sessions')).body.items.length > 2);
  assert.equal((await chief.send('DELETE', `/sessions/${second.items[0].id}`)).status, 200);
  assert.deepEqual([await isIn(one), await isIn(two)], [false, true]);
  assert.equal((await chief.send('DELETE', `/sessions/${second.items[0].id}`)).body.code, 'session.unknown');
  const made = await two.send('POST', '/me/tokens', {
    name: 'night',
    rights: [],
    expiresAt: plus(world.clock.now(), DAY),
  });
  const works = async () =>
    (await browser().send('GET', '/session', undefined, { authorization: `Bearer ${made.body.token}` })).status === 200;
  assert.equal((await chief.send('POST', `/people/${id}/sign-out`, {})).status, 200);
  assert.deepEqual([await isIn(two), await works()], [false, true]);
  await chief.send('POST', `/people/${id}/sign-out`, { endTokens: true });
  assert.equal(await works(), false);
  const { rows } = await world.database.pool.query(
    "select type, actor_id, data from org_hill.event where subject_id = $1 and type like 'person.session%' order by seq",
    [id],
  );
  assert.deepEqual(
    rows.map(({ type, actor_id, data }) => [type, actor_id === world.hill.people['chief'], data.tokensEnded]),
    [
      ['person.session_ended', true, undefined],
      ['person.sessions_ended', true, 0],
      ['person.sessions_ended', true, 1],
    ],
  );
});

test('tokens of everybody are listed with owner, rights, last use and end, and ended', async () => {
  chief = await signedIn('chief');
  const amy = await signedIn('amy');
  const made = await amy.send('POST', '/me/tokens', {
    name: 'report',
    rights: ['ticket.see'],
    expiresAt: plus(world.clock.now(), DAY),
  });
  const { token } = made.body;
  const bearer = { authorization: `Bearer ${token}` };
  assert.equal((await browser().send('GET', '/session', undefined, bearer)).status, 200);
  const [row] = (await chief.send('GET', `/tokens?person=${world.hill.people['Amy']}`)).body.items;
  assert.deepEqual(
    [row.person.name, row.name, row.rights, row.expiresAt, row.lastUsedAt],
    ['Name of Amy', 'report', ['ticket.see'], plus(world.clock.now(), DAY), world.clock.now()],
  );
  assert.ok(!JSON.stringify(row).includes(token));
  assert.equal((await chief.send('DELETE', `/tokens/${row.id}`)).status, 200);
  assert.equal((await browser().send('GET', '/session', undefined, bearer)).status, 401);
  assert.equal((await chief.send('DELETE', `/tokens/${row.id}`)).body.code, 'token.unknown');
});

test('who keeps the people of one centre sees no list of everybody, and ends nobody above himself', async () => {
  const bob = await signedIn('bob');
  for (const path of ['/sessions', '/tokens'])
    assert.equal((await bob.send('GET', path)).body.code, 'right.out_of_scope');
  chief = await signedIn('chief');
  const [own] = (await chief.send('GET', `/sessions?person=${world.hill.people['chief']}&limit=1`)).body.items;
  assert.equal((await bob.send('DELETE', `/sessions/${own.id}`)).body.code, 'right.above_own');
  assert.equal((await bob.send('POST', `/people/${world.hill.people['chief']}/sign-out`, {})).status, 403);
  assert.ok(await isIn(chief));
  const amy = await signedIn('amy');
  for (const path of ['/sessions', '/tokens', '/security', '/identity-providers'])
    assert.equal((await amy.send('GET', path)).body.code, 'right.missing');
});
