import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newId } from '../kernel/id.ts';
import { HOUR, MINUTE, systemClock } from '../kernel/time.ts';
import type { OidcWorld } from '../../test/oidc-world.ts';
import { openOidc } from '../../test/oidc-world.ts';
import type { Browser, World } from '../../test/two-organisations.ts';
import { PASSWORD, twoOrganisations } from '../../test/two-organisations.ts';

const RETURN = 'http://huiyin.test/o/hill/sign-in/returned';
const SECRET = 'a secret of forty signs, kept by the hill';

let world: World;
let oidc: OidcWorld;
let chief: Browser;
const provider = { id: '' };

before(async () => {
  world = await twoOrganisations();
  // a provider reads its own clock
  world.clock.set(systemClock.now());
  await world.addPerson(world.hill, 'chief', { 'people.edit': 'organisation' });
  for (const [name, email] of [
    ['carl', 'Carl@Hill.test'],
    ['dora', 'dora@hill.test'],
    ['twin-1', 'both@hill.test'],
    ['twin-2', 'both@hill.test'],
    ['gone', 'gone@hill.test'],
  ] as const) {
    const id = await world.addPerson(world.hill, name, {});
    await world.database.pool.query('update org_hill.person set email = $2 where id = $1', [id, email]);
  }
  const accounts = {
    carl: { sub: 'carl', email: 'carl@hill.test', email_verified: true, name: 'Carl' },
    dora: { sub: 'dora', email: 'dora@hill.test', email_verified: false },
    both: { sub: 'both', email: 'both@hill.test', email_verified: true },
    gone: { sub: 'gone', email: 'gone@hill.test', email_verified: true },
    nobody: {
      sub: 'nobody',
      email: 'nobody@elsewhere.test',
      email_verified: true,
      preferred_username: 'Nora',
      name: 'Nora N.',
    },
    bob: { sub: 'bob', email: 'bob@elsewhere.test', email_verified: true, preferred_username: 'bob' },
  };
  oidc = await openOidc({ clientId: 'huiyin', secret: SECRET, redirect: RETURN, accounts });
  chief = await byPassword('chief');
  provider.id = await add();
});
after(async () => {
  await oidc.stop();
  await world.close();
});

let addresses = 0;
function browser(slug = 'hill') {
  addresses += 1;
  return world.browser(slug, `192.0.2.${addresses}`);
}

async function byPassword(username: string) {
  const one = browser();
  const answer = await one.send('POST', '/sign-in', { username, password: PASSWORD });
  assert.equal(answer.status, 200, answer.text);
  return one;
}

const wanted = {
  name: 'Hill ID',
  clientId: 'huiyin',
  secret: SECRET,
  knownBy: 'email',
  newPostId: null,
  asksCode: false,
  endsThere: true,
};

async function add() {
  const id = newId<'identity_provider'>(world.clock.now());
  const answer = await chief.send('POST', '/identity-providers', { id, issuer: oidc.issuer, ...wanted });
  assert.equal(answer.status, 201, answer.text);
  return id;
}

async function set(change: object) {
  const body = { issuer: oidc.issuer, ...wanted, ...change };
  const answer = await chief.send('PUT', `/identity-providers/${provider.id}`, body);
  assert.equal(answer.status, 200, answer.text);
}

const isIn = async (one: Browser) => (await one.send('GET', '/session')).status === 200;

async function away(one: Browser, next?: string): Promise<string> {
  const gone = await one.send('POST', `/sign-in/with/${provider.id}`, next ? { next } : {});
  assert.equal(gone.status, 200, gone.text);
  return gone.body.address;
}

const handedIn = ({ searchParams }: URL) =>
  Object.fromEntries(
    ['code', 'state', 'iss'].flatMap((name) => (searchParams.get(name) ? [[name, searchParams.get(name)]] : [])),
  );

async function comeIn(one: Browser, account: string, next?: string) {
  const back = await oidc.signIn(await away(one, next), account);
  assert.equal(back.origin + back.pathname, RETURN);
  return one.send('POST', '/sign-in/returned', handedIn(back));
}

test('the button leads to the provider, and back into the house as who is known by a verified address', async () => {
  const one = browser();
  const { providers } = (await one.send('GET', '/sign-in')).body;
  assert.deepEqual(providers, [{ id: provider.id, name: 'Hill ID' }]);
  const address = new URL(await away(one));
  const asked = Object.fromEntries(address.searchParams);
  assert.deepEqual(
    [asked['response_type'], asked['client_id'], asked['redirect_uri'], asked['code_challenge_method'], asked['scope']],
    ['code', 'huiyin', RETURN, 'S256', 'openid email profile'],
  );
  const came = await comeIn(one, 'carl', '/tickets');
  assert.equal(came.status, 200, came.text);
  assert.deepEqual(came.body, { waitsFor: null, enrolBy: null, linked: false, next: '/tickets' });
  assert.equal((await one.send('GET', '/session')).body.person.id, world.hill.people['carl']);
  const { rows } = await world.database.pool.query(
    "select actor_id from org_hill.event where subject_id = $1 and type = 'person.identity_linked'",
    [world.hill.people['carl']],
  );
  assert.deepEqual(rows, [{ actor_id: world.hill.people['carl'] }]);
  assert.equal((await comeIn(browser(), 'carl')).status, 200, 'the next time by the link');
});

test('an address that is not verified, of two people, of nobody, or of somebody who left opens nothing', async () => {
  await world.database.pool.query('update org_hill.person set left_at = $2 where id = $1', [
    world.hill.people['gone'],
    world.clock.now(),
  ]);
  for (const [account, code] of [
    ['dora', 'sso.mail_unverified'],
    ['both', 'sso.unknown_person'],
    ['nobody', 'sso.unknown_person'],
    ['gone', 'sso.unknown_person'],
  ] as const) {
    const one = browser();
    const came = await comeIn(one, account);
    assert.deepEqual([came.status, came.body.code, came.body.params], [409, code, { name: 'Hill ID' }], account);
    assert.equal(await isIn(one), false);
  }
});

test('who left is out although linked', async () => {
  const id = await world.addPerson(world.hill, 'lena', {});
  await world.database.pool.query("update org_hill.person set email = 'nobody@elsewhere.test' where id = $1", [id]);
  assert.equal((await comeIn(browser(), 'nobody')).status, 200);
  await world.database.pool.query('update org_hill.person set left_at = $2, email = null where id = $1', [
    id,
    world.clock.now(),
  ]);
  assert.equal((await comeIn(browser(), 'nobody')).body.code, 'sso.unknown_person');
  await world.database.pool.query('delete from org_hill.auth_account where user_id = $1 and provider_id <> $2', [
    id,
    'credential',
  ]);
});

test('by user name, where that is set; and by nothing but a link, where that is set', async () => {
  await set({ knownBy: 'username' });
  const one = browser();
  assert.equal((await comeIn(one, 'bob')).status, 200);
  assert.equal((await one.send('GET', '/session')).body.person.username, 'bob');
  assert.equal((await one.send('DELETE', `/me/identities/${provider.id}`)).status, 200);
  assert.equal(await isIn(one), false, 'a session by that link ends with it');
  await set({ knownBy: 'link' });
  assert.equal((await comeIn(browser(), 'bob')).body.code, 'sso.unknown_person');
  await set({ knownBy: 'email' });
});

test('who is not known is made a person with the post that is set for it, never over a name that is taken', async () => {
  const { rows } = await world.database.pool.query('select post_id from org_hill.person_post where person_id = $1', [
    world.hill.people['Amy'],
  ]);
  await set({ newPostId: rows[0].post_id });
  const one = browser();
  assert.equal((await comeIn(one, 'nobody')).status, 200);
  const { person, rights } = (await one.send('GET', '/session')).body;
  assert.deepEqual([person.username, person.name, rights.includes('ticket.open')], ['nora', 'Nora N.', true]);
  const taken = await comeIn(browser(), 'bob');
  assert.equal(taken.body.code, 'sso.unknown_person', 'he calls himself bob, and bob is somebody else');
  const only = await one.send('DELETE', `/me/identities/${provider.id}`);
  assert.deepEqual([only.status, only.body.code], [409, 'sso.only_way']);
  await set({});
});

test('state is of this browser, once, for ten minutes', async () => {
  const one = browser();
  const back = handedIn(await oidc.signIn(await away(one), 'carl'));
  const thief = browser();
  assert.deepEqual((await thief.send('POST', '/sign-in/returned', back)).body.code, 'sso.state_wrong');
  assert.equal(
    (await one.send('POST', '/sign-in/returned', { ...back, state: 'x'.repeat(43) })).body.code,
    'sso.state_wrong',
  );
  const victim = browser();
  await away(victim);
  assert.equal(
    (await victim.send('POST', '/sign-in/returned', back)).body.code,
    'sso.state_wrong',
    "another's answer pushed onto somebody",
  );
  const two = browser();
  const once = handedIn(await oidc.signIn(await away(two), 'carl'));
  assert.equal((await two.send('POST', '/sign-in/returned', once)).status, 200);
  assert.equal((await two.send('POST', '/sign-in/returned', once)).body.code, 'sso.state_wrong');
  const late = browser();
  const slow = handedIn(await oidc.signIn(await away(late), 'carl'));
  world.clock.advance(10 * MINUTE);
  assert.equal((await late.send('POST', '/sign-in/returned', slow)).status, 401);
  world.clock.set(systemClock.now());
});

test('a token of another nonce, an answer in another name, a refusal and a forged code are refused', async () => {
  const one = browser();
  const other = new URL(await away(one));
  other.searchParams.set('nonce', 'somebody else began this');
  const wrongNonce = await one.send('POST', '/sign-in/returned', handedIn(await oidc.signIn(other.href, 'carl')));
  assert.deepEqual([wrongNonce.status, wrongNonce.body.code], [409, 'sso.refused']);
  const back = handedIn(await oidc.signIn(await away(one), 'carl'));
  assert.equal(
    (await one.send('POST', '/sign-in/returned', { ...back, iss: 'http://127.0.0.1:1' })).body.code,
    'sso.refused',
  );
  const silent = handedIn(await oidc.signIn(await away(one), 'carl'));
  const { iss: _, ...unnamed } = silent;
  assert.equal(
    (await one.send('POST', '/sign-in/returned', unnamed)).body.code,
    'sso.refused',
    'it says it always names itself',
  );
  const declined = new URL(await away(one)).searchParams.get('state');
  assert.equal(
    (await one.send('POST', '/sign-in/returned', { state: declined, error: 'access_denied', iss: oidc.issuer })).body
      .code,
    'sso.refused',
  );
  const forged = new URL(await away(one)).searchParams.get('state');
  assert.equal(
    (await one.send('POST', '/sign-in/returned', { state: forged, code: 'x'.repeat(43), iss: oidc.issuer })).body.code,
    'sso.refused',
  );
  const unproven = new URL(await away(one));
  unproven.searchParams.set('code_challenge', 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM');
  assert.equal(
    (await one.send('POST', '/sign-in/returned', handedIn(await oidc.signIn(unproven.href, 'carl')))).body.code,
    'sso.refused',
    'a code of another challenge',
  );
  assert.equal(await isIn(one), false);
});

test('keys that changed are read anew; a secret that is wrong is refused', async () => {
  assert.equal((await comeIn(browser(), 'carl')).status, 200);
  await oidc.rotate();
  world.clock.advance(2 * MINUTE);
  assert.equal((await comeIn(browser(), 'carl')).status, 200, 'signed with the new key');
  await set({ secret: 'not what the provider knows' });
  assert.equal((await comeIn(browser(), 'carl')).body.code, 'sso.refused');
  await set({});
  const { rows } = await world.database.pool.query('select secret from org_hill.identity_provider where id = $1', [
    provider.id,
  ]);
  assert.ok(!rows[0].secret.includes(SECRET), 'what is kept is sealed');
  const shown = (await chief.send('GET', '/identity-providers')).text;
  assert.ok(!shown.includes(SECRET) && !shown.includes(rows[0].secret));
});

test('linking takes the password and somebody signed in; a second person cannot take the same account', async () => {
  const amy = await byPassword('amy');
  const path = `/me/identities/${provider.id}`;
  assert.equal((await amy.send('POST', path, {})).body.code, 'password.current_wrong');
  const gone = await amy.send('POST', path, { password: PASSWORD });
  const back = handedIn(await oidc.signIn(gone.body.address, 'bob'));
  const stranger = browser();
  for (const [name, cookie] of amy.cookies) if (name.endsWith('.sign_on')) stranger.cookies.set(name, cookie);
  assert.equal((await stranger.send('POST', '/sign-in/returned', back)).status, 401, 'she is not signed in there');
  const again = await amy.send('POST', path, { password: PASSWORD });
  const linked = await amy.send('POST', '/sign-in/returned', handedIn(await oidc.signIn(again.body.address, 'bob')));
  assert.deepEqual([linked.status, linked.body.linked, linked.body.next], [200, true, '/account'], linked.text);
  const [own] = (await amy.send('GET', '/me/identities')).body.items;
  assert.deepEqual([own.provider.name, own.linkedAt], ['Hill ID', world.clock.now()]);
  const one = browser();
  assert.equal((await comeIn(one, 'bob')).status, 200);
  assert.equal((await one.send('GET', '/session')).body.person.id, world.hill.people['Amy']);
  const dora = await byPassword('dora');
  const hers = await dora.send('POST', path, { password: PASSWORD });
  const taken = await dora.send('POST', '/sign-in/returned', handedIn(await oidc.signIn(hers.body.address, 'bob')));
  assert.deepEqual([taken.status, taken.body.code], [409, 'sso.linked_elsewhere']);
  assert.equal((await amy.send('DELETE', path)).status, 200);
  assert.equal((await comeIn(browser(), 'bob')).body.code, 'sso.unknown_person');
});

test('our own second factor is asked for after it only where that is set', async () => {
  const rules = async (change: object) => {
    const { security, version } = (await chief.send('GET', '/security')).body;
    const next = { ...security, secondFactor: { ...security.secondFactor, ...change } };
    assert.equal((await chief.send('PUT', '/security', { security: next, seen: version, why: 'a test' })).status, 200);
  };
  await rules({ required: 'everybody' });
  assert.equal((await comeIn(browser(), 'carl')).body.waitsFor, null);
  await set({ asksCode: true });
  const one = browser();
  assert.equal((await comeIn(one, 'carl')).body.waitsFor, 'enrolment');
  assert.equal(await isIn(one), false);
  await set({});
  await rules({ required: 'nobody' });
});

test('signing out leads to signing out there, where that is set', async () => {
  const one = browser();
  await comeIn(one, 'carl');
  const { elsewhere } = (await one.send('POST', '/sign-out')).body;
  const address = new URL(elsewhere);
  assert.deepEqual(
    [address.origin, address.searchParams.get('client_id'), address.searchParams.get('post_logout_redirect_uri')],
    [oidc.issuer, 'huiyin', 'http://huiyin.test/o/hill/sign-in'],
  );
  await set({ endsThere: false });
  await comeIn(one, 'carl');
  assert.equal((await one.send('POST', '/sign-out')).body.elsewhere, null);
  const amy = await byPassword('amy');
  assert.equal((await amy.send('POST', '/sign-out')).body.elsewhere, null);
  await set({});
});

test('passwords for some only: never for nobody, never without another way, never so that whoever decides is out', async () => {
  const { rows } = await world.database.pool.query('select person_id, post_id from org_hill.person_post');
  const postOf = (name: string) => rows.find((row) => row.person_id === world.hill.people[name]).post_id;
  const decide = async (passwords: object) => {
    const { security, version } = (await chief.send('GET', '/security')).body;
    return chief.send('PUT', '/security', {
      security: { ...security, passwords: { ...security.passwords, ...passwords } },
      seen: version,
      why: 'a test',
    });
  };
  assert.equal((await decide({ signIn: 'posts', posts: [] })).body.code, 'security.locks_you_out');
  assert.equal((await decide({ signIn: 'posts', posts: [postOf('Amy')] })).body.code, 'security.locks_you_out');
  assert.equal((await decide({ signIn: 'posts', posts: [postOf('chief')] })).status, 200);
  const carl = browser();
  const refused = await carl.send('POST', '/sign-in', { username: 'carl', password: PASSWORD });
  assert.deepEqual([refused.status, refused.body.code], [401, 'sign_in.not_by_password']);
  assert.equal(await isIn(carl), false);
  const { rows: left } = await world.database.pool.query(
    'select count(*)::int as n from org_hill.auth_session where user_id = $1 and provider_id is null',
    [world.hill.people['carl']],
  );
  assert.equal(left[0].n, 0, 'no session is left behind');
  const wrong = await browser().send('POST', '/sign-in', { username: 'carl', password: 'wrong wrong wrong' });
  assert.equal(wrong.body.code, 'sign_in.wrong');
  assert.equal((await comeIn(carl, 'carl')).status, 200);
  await byPassword('chief');
  const last = await chief.send('DELETE', `/identity-providers/${provider.id}`);
  assert.deepEqual([last.status, last.body.code], [409, 'sso.last_provider']);
  assert.equal((await carl.send('DELETE', `/me/identities/${provider.id}`)).body.code, 'sso.only_way');
  assert.equal((await decide({ signIn: 'everybody' })).status, 200);
});

test('providers are for whoever keeps the people of the whole organisation; an issuer is https, or on this machine', async () => {
  const bob = await byPassword('bob');
  const id = newId<'identity_provider'>(world.clock.now());
  const body = { issuer: oidc.issuer, ...wanted };
  for (const [method, path, given] of [
    ['GET', '/identity-providers', undefined],
    ['POST', '/identity-providers', { id, ...body }],
    ['PUT', `/identity-providers/${provider.id}`, body],
    ['DELETE', `/identity-providers/${provider.id}`, undefined],
    ['POST', '/identity-providers/try', { issuer: oidc.issuer, name: 'x' }],
  ] as const)
    assert.equal((await bob.send(method, path, given)).status, 403, path);
  const cases: [string, string][] = [
    ['http://id.hill.test', 'sso.issuer_not_https'],
    ['http://127.0.0.1.hill.test', 'sso.issuer_not_https'],
    ['http://169.254.169.254', 'sso.issuer_not_https'],
    ['ftp://127.0.0.1', 'sso.issuer_not_https'],
    ['https://a:b@id.hill.test', 'sso.issuer_malformed'],
    ['https://id.hill.test/?a=b', 'sso.issuer_malformed'],
    ['hill', 'sso.issuer_malformed'],
  ];
  for (const [issuer, code] of cases) {
    const answer = await chief.send('POST', '/identity-providers', { id, ...body, issuer });
    assert.deepEqual([answer.status, answer.body.code], [422, code], issuer);
  }
  assert.equal((await chief.send('POST', '/identity-providers', { id, ...body })).body.code, 'sso.provider_twice');
  assert.equal(
    (await chief.send('PUT', `/identity-providers/${provider.id}`, { ...body, clientId: 'other' })).body.code,
    'sso.other_issuer',
  );
  assert.equal((await chief.send('POST', '/identity-providers', { id, ...body, scopes: 'email' })).status, 422);
  const next = await browser().send('POST', `/sign-in/with/${provider.id}`, { next: '//evil.test' });
  assert.equal(next.status, 422);
});

test('an issuer that calls itself otherwise is not believed; one that is down is said to be, and passwords go on', async () => {
  const alias = oidc.issuer.replace('127.0.0.1', 'localhost');
  const other = await chief.send('POST', '/identity-providers/try', { issuer: alias, name: 'Alias' });
  assert.deepEqual([other.status, other.body.code, other.body.params], [409, 'sso.misconfigured', { name: 'Alias' }]);
  const one = browser();
  const back = handedIn(await oidc.signIn(await away(one), 'carl'));
  await oidc.stop();
  const lost = await one.send('POST', '/sign-in/returned', back);
  assert.deepEqual([lost.status, lost.body.code, lost.body.params], [409, 'sso.unreachable', { name: 'Hill ID' }]);
  world.clock.advance(2 * HOUR);
  const down = await browser().send('POST', `/sign-in/with/${provider.id}`, {});
  assert.deepEqual([down.status, down.body.code], [409, 'sso.unreachable']);
  await byPassword('amy');
});

test('a closed provider has no button and takes nobody; what is of another organisation is not there', async () => {
  const lake = await browser('lake').send('POST', `/sign-in/with/${provider.id}`, {});
  assert.deepEqual([lake.status, lake.body.code], [404, 'sso.unknown_provider']);
  assert.equal((await chief.send('DELETE', `/identity-providers/${provider.id}`)).status, 200);
  assert.deepEqual((await browser().send('GET', '/sign-in')).body.providers, []);
  assert.equal((await browser().send('POST', `/sign-in/with/${provider.id}`, {})).status, 404);
});
