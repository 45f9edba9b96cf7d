import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { DAY, HOUR, MINUTE, plus } from '../kernel/time.ts';
import type { World } from '../../test/two-organisations.ts';
import { PASSWORD, twoOrganisations } from '../../test/two-organisations.ts';

let world: World;
before(async () => {
  world = await twoOrganisations();
});
after(() => world.close());

let addresses = 0;
/** A browser at an address nobody has used yet, so that no test's failures count in another. */
function browser(slug = 'hill') {
  addresses += 1;
  return world.browser(slug, `198.51.100.${addresses}`);
}

async function signedIn(username = 'amy', slug = 'hill') {
  const one = browser(slug);
  const answer = await one.send('POST', '/sign-in', { username, password: PASSWORD });
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return one;
}

test('who signs in is told who he is, what he holds, and what that allows', async () => {
  const amy = await signedIn('AMY');
  const { status, body } = await amy.send('GET', '/session');
  assert.equal(status, 200);
  assert.equal(body.person.id, world.hill.people['Amy']);
  assert.equal(body.person.name, 'Name of Amy');
  assert.deepEqual(body.organisation.slug, 'hill');
  assert.deepEqual(body.centre, { id: world.hill.centreId, name: 'hill centre', zone: 'Asia/Shanghai' });
  assert.deepEqual(body.rights, ['ticket.see', 'ticket.open']);
  assert.equal(body.posts[0].name.en, 'Post of Amy');
  assert.equal(body.now, world.clock.now());
});

test('the cookie is out of reach of scripts, of foreign pages, and of other organisations', async () => {
  const one = browser();
  const answer = await one.send('POST', '/sign-in', { username: 'amy', password: PASSWORD });
  const cookie = String(answer.headers['set-cookie']);
  assert.match(cookie, /^hy-hill\.session_token=/);
  assert.match(cookie, /; Path=\/o\/hill;/);
  assert.match(cookie, /; HttpOnly/);
  assert.match(cookie, /; SameSite=Lax/);
  assert.doesNotMatch(cookie, /; Secure/);
});

test('the cookie goes over https only, where that is what was asked over', async () => {
  const headers = { 'x-forwarded-proto': 'https' };
  const one = world.browser('hill', '127.0.0.1');
  const answer = await one.send('POST', '/sign-in', { username: 'amy', password: PASSWORD }, headers);
  assert.match(String(answer.headers['set-cookie']), /; Secure/);
});

test("one organisation's session opens nothing in another, even under the other's cookie name", async () => {
  const amy = await signedIn();
  const { value } = amy.cookies.get('hy-hill.session_token')!;
  const thief = browser('lake');
  thief.cookies.set('hy-hill.session_token', { value, path: '/o/lake' });
  assert.equal((await thief.send('GET', '/session')).status, 401);
  thief.cookies.set('hy-lake.session_token', { value, path: '/o/lake' });
  assert.deepEqual(await thief.send('GET', '/session').then((a) => [a.status, a.body.code]), [401, 'sign_in.needed']);
  assert.equal((await amy.send('GET', '/session')).status, 200);
});

test('a wrong password, an unknown name, and somebody who left hear the same', async () => {
  const gone = await world.addPerson(world.hill, 'gone', {});
  await world.database.transact('org_hill', (tx) =>
    tx.updateTable('person').set({ left_at: world.clock.now() }).where('id', '=', gone).execute(),
  );
  for (const given of [
    { username: 'amy', password: 'not her password' },
    { username: 'nobody', password: PASSWORD },
    { username: 'gone', password: PASSWORD },
    { username: "amy' or 1=1 --", password: PASSWORD },
  ]) {
    const { status, body } = await browser().send('POST', '/sign-in', given);
    assert.deepEqual([status, body.code, body.params], [401, 'sign_in.wrong', {}], given.username);
  }
});

test('finding out that a name is unknown costs as much as finding a password wrong', async () => {
  const id = await world.addPerson(world.hill, 'without-password', {});
  await world.database.transact('org_hill', (tx) => tx.deleteFrom('auth_account').where('user_id', '=', id).execute());
  // work, not time: other programs on this machine do not change it
  const least = new Map<string, number>();
  for (let i = 0; i < 8; i += 1) {
    world.clock.advance(16 * MINUTE);
    for (const username of ['amy', 'nobody-at-all', 'without-password']) {
      const start = process.cpuUsage();
      await browser().send('POST', '/sign-in', { username, password: 'wrong wrong wrong' });
      const { user, system } = process.cpuUsage(start);
      least.set(username, Math.min(least.get(username) ?? Infinity, user + system));
    }
  }
  const known = least.get('amy')!;
  // without the hash it is less than a quarter
  for (const [username, spent] of least) assert.ok(spent > known / 2, `${username}: ${spent} µs against ${known} µs`);
});

test('neither token nor password stands in a table', async () => {
  const amy = await signedIn();
  const token = amy.cookies.get('hy-hill.session_token')!.value.split('.')[0]!;
  const { rows } = await world.database.pool.query(
    `select coalesce(string_agg(s::text, ' '), '') || coalesce((select string_agg(a::text, ' ') from org_hill.auth_account a), '') as all
     from org_hill.auth_session s`,
  );
  assert.ok(rows[0].all.includes('$argon2id$v=19$m=19456,t=2,p=1$'));
  assert.ok(!rows[0].all.includes(token));
  assert.ok(!rows[0].all.includes(PASSWORD));
});

test('signing out ends the session itself, not only the cookie', async () => {
  const amy = await signedIn();
  const kept = new Map(amy.cookies);
  assert.equal((await amy.send('POST', '/sign-out')).status, 200);
  assert.equal(amy.cookies.size, 0);
  for (const [name, cookie] of kept) amy.cookies.set(name, cookie);
  assert.equal((await amy.send('GET', '/session')).status, 401);
  assert.equal((await amy.send('POST', '/sign-out')).status, 200);
});

test('signing in again leaves no second session behind', async () => {
  const amy = await signedIn();
  const first = new Map(amy.cookies);
  await amy.send('POST', '/sign-in', { username: 'amy', password: PASSWORD });
  assert.equal((await amy.send('GET', '/session')).status, 200);
  const former = browser();
  for (const [name, cookie] of first) former.cookies.set(name, cookie);
  assert.equal((await former.send('GET', '/session')).status, 401);
});

test('a session lives on while it is used, a week unused at most, and thirty days in all', async () => {
  const used = await signedIn();
  const left = await signedIn();
  const start = world.clock.now();
  for (let day = 0; day < 29; day += 1) {
    world.clock.advance(DAY);
    assert.equal((await used.send('GET', '/session')).status, 200, `day ${day + 1}`);
    if (day === 7) assert.equal((await left.send('GET', '/session')).status, 401);
  }
  world.clock.set(plus(start, 30 * DAY));
  assert.equal((await used.send('GET', '/session')).status, 401);
});

test('who has left is out with the next request', async () => {
  const id = await world.addPerson(world.hill, 'leaving', {});
  const one = await signedIn('leaving');
  await world.database.transact('org_hill', (tx) =>
    tx.updateTable('person').set({ left_at: world.clock.now() }).where('id', '=', id).execute(),
  );
  assert.equal((await one.send('GET', '/session')).status, 401);
});

test('the sixth wrong try from one place is put off, and says for how long', async () => {
  const guesser = browser();
  await world.addPerson(world.hill, 'target', {});
  const guess = () => guesser.send('POST', '/sign-in', { username: 'target', password: 'guess guess guess' });
  for (let i = 0; i < 5; i += 1) assert.equal((await guess()).status, 401);
  world.clock.advance(5 * MINUTE);
  const refused = await guess();
  assert.deepEqual([refused.status, refused.body.code], [429, 'sign_in.too_many']);
  assert.equal(refused.headers['retry-after'], '600');
  assert.equal(refused.body.params.retryAfter, 600);
  const right = await guesser.send('POST', '/sign-in', { username: 'Target', password: PASSWORD });
  assert.equal(right.status, 429, 'nor is the right password then found out');
  assert.equal((await signedIn('target')).cookies.size, 1, 'the person himself, elsewhere, is not locked out');
  world.clock.advance(10 * MINUTE);
  assert.equal((await guesser.send('POST', '/sign-in', { username: 'target', password: PASSWORD })).status, 200);
});

test('a name nobody has is put off like any other', async () => {
  const guesser = browser();
  const guess = () => guesser.send('POST', '/sign-in', { username: 'no-such-name', password: 'guess guess guess' });
  for (let i = 0; i < 5; i += 1) await guess();
  assert.equal((await guess()).status, 429);
});

test('fifty guesses at the same moment are five', async () => {
  await world.addPerson(world.hill, 'rushed', {});
  const guesser = browser();
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, i) =>
      guesser.send('POST', '/sign-in', { username: 'rushed', password: `guess number ${i}` }),
    ),
  );
  const count = (status: number) => answers.filter((answer) => answer.status === status).length;
  assert.deepEqual([count(401), count(429)], [5, 45]);
});

test('many names from one place, and one name from many places, are put off too', async () => {
  const sprayer = browser();
  let spray = await sprayer.send('POST', '/sign-in', { username: 'name-0', password: 'wrong wrong wrong' });
  for (let i = 1; i < 61; i += 1)
    spray = await sprayer.send('POST', '/sign-in', { username: `name-${i}`, password: 'wrong wrong wrong' });
  assert.equal(spray.status, 429);
  let last = await browser().send('POST', '/sign-in', { username: 'popular', password: 'wrong wrong wrong' });
  for (let i = 1; i < 31; i += 1)
    last = await browser().send('POST', '/sign-in', { username: 'popular', password: 'wrong wrong wrong' });
  assert.equal(last.status, 429);
});

test('success is not counted: a whole office signs in from one address', async () => {
  const office = world.browser('hill', '192.0.2.99');
  for (let i = 0; i < 70; i += 1)
    assert.equal((await office.send('POST', '/sign-in', { username: 'amy', password: PASSWORD })).status, 200);
});

test('a page of another origin cannot sign anybody in or out', async () => {
  const amy = await signedIn();
  const foreign = { origin: 'https://evil.test' };
  const answer = await amy.send('POST', '/sign-out', undefined, foreign);
  assert.deepEqual([answer.status, answer.body.code], [403, 'request.foreign_origin']);
  const sandboxed = await amy.send('POST', '/sign-out', undefined, { origin: 'null' });
  assert.equal(sandboxed.status, 403);
  const bare = await amy.send('POST', '/sign-in', { username: 'amy', password: PASSWORD }, { 'x-huiyin': undefined });
  assert.deepEqual([bare.status, bare.body.code], [403, 'request.header_missing']);
  assert.equal((await amy.send('GET', '/session')).status, 200);
});

test('hostile input gets a code, never a fault', async () => {
  const bodies: unknown[] = [
    {},
    null,
    [],
    { username: 'amy' },
    { username: { $ne: null }, password: 'x' },
    { username: 'a'.repeat(5000), password: 'x' },
    { username: 'amy', password: 'x'.repeat(100_000) },
    { username: 'amy\u0000', password: PASSWORD },
    { username: 'amy', password: PASSWORD, admin: true },
  ];
  for (const body of bodies) {
    const answer = await browser().send('POST', '/sign-in', body);
    assert.ok(answer.status >= 400 && answer.status < 500, `${answer.status} for ${JSON.stringify(body).slice(0, 60)}`);
    assert.equal(typeof answer.body.code, 'string');
  }
  const odd = browser();
  for (const value of ['', '.', 'x', '%', 'a'.repeat(4000), "';drop table person;--.x", '\u0000.sig']) {
    odd.cookies.set('hy-hill.session_token', { value, path: '/o/hill' });
    assert.equal((await odd.send('GET', '/session')).status, 401, value);
  }
});

test('nothing here depends on the search path: a poisoned public schema changes nothing', async () => {
  await world.database.pool.query(`
    create table public.person as select * from org_hill.person where false;
    create table public.auth_session as select * from org_lake.auth_session where false;
    create table public.auth_account as select * from org_hill.auth_account where false;
    create table public.auth_user as select * from org_hill.auth_user where false;
    create table public.sign_in_attempt as select * from org_hill.sign_in_attempt where false`);
  const amy = await signedIn();
  assert.equal((await amy.send('GET', '/session')).body.person.id, world.hill.people['Amy']);
  const other = await signedIn('amy', 'lake');
  assert.equal((await other.send('GET', '/session')).body.person.id, world.lake.people['Amy']);
  const { rows } = await world.database.pool.query(
    'select (select count(*)::int from public.auth_session) + (select count(*)::int from public.sign_in_attempt) as n',
  );
  assert.equal(rows[0].n, 0);
  world.clock.advance(HOUR);
  assert.equal((await amy.send('GET', '/session')).status, 200);
});
