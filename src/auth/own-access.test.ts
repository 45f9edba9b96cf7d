import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newId } from '../kernel/id.ts';
import { DAY, HOUR, MINUTE, plus } from '../kernel/time.ts';
import { endAccess } from './commands/end-access.ts';
import type { Body, Browser, World } from '../../test/two-organisations.ts';
import { PASSWORD, twoOrganisations } from '../../test/two-organisations.ts';

let world: World;
before(async () => {
  world = await twoOrganisations();
});
after(() => world.close());

const NEXT = 'a kettle sings low';
let addresses = 0;
let people = 0;
function browser(slug = 'hill') {
  addresses += 1;
  return world.browser(slug, `198.51.100.${addresses}`);
}

async function signedIn(username: string, slug = 'hill', password = PASSWORD) {
  const one = browser(slug);
  const answer = await one.send('POST', '/sign-in', { username, password });
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return one;
}

/** Somebody nobody else in these tests is. */
async function newcomer(rights: Parameters<World['addPerson']>[2] = {}, centre = world.hill) {
  people += 1;
  const username = `person-${people}`;
  return { username, id: await world.addPerson(centre, username, rights) };
}

async function codeFor(id: string): Promise<string> {
  const bob = await signedIn('bob');
  const { status, body } = await bob.send('POST', `/people/${id}/password-code`);
  assert.equal(status, 201, JSON.stringify(body));
  assert.equal(body.expiresAt, plus(world.clock.now(), DAY));
  return body.code;
}

const isIn = async (one: Browser) => (await one.send('GET', '/session')).status === 200;
const codes = async (type: string, id: string) => {
  const { rows } = await world.database.pool.query(
    'select actor_id, data from org_hill.event where subject_id = $1 and type = $2 order by seq',
    [id, type],
  );
  return rows;
};

test('a lost password is found again without mail: a code from the administrator, once, and all sessions end', async () => {
  const { username, id } = await newcomer();
  const before = await signedIn(username);
  const code = await codeFor(id);
  assert.ok(await isIn(before), 'making a code ends nothing yet');
  const used = await browser().send('POST', '/password-by-code', {
    username,
    code: code.toLowerCase(),
    password: NEXT,
  });
  assert.equal(used.status, 200, JSON.stringify(used.body));
  assert.equal(await isIn(before), false);
  await signedIn(username, 'hill', NEXT);
  const old = await browser().send('POST', '/sign-in', { username, password: PASSWORD });
  assert.equal(old.status, 401);
  const again = await browser().send('POST', '/password-by-code', { username, code, password: 'another kettle sings' });
  assert.deepEqual([again.status, again.body.code], [422, 'sign_in.code_wrong']);
  const [changed] = await codes('person.password_changed', id);
  assert.deepEqual([changed.actor_id, changed.data], [id, { byCodeOf: world.hill.people['bob'] }]);
  assert.equal((await codes('person.password_code_made', id))[0].actor_id, world.hill.people['bob']);
});

test('a code from the administrator ends personal tokens too; an own new password only where he says so', async () => {
  const { username, id } = await newcomer();
  const one = await signedIn(username);
  const works = async (token: string) => (await browser().send('GET', '/session', undefined, bearer(token))).status;
  const put = (body: object) => one.send('PUT', '/me/password', { current: PASSWORD, password: NEXT, ...body });
  const { token: kept } = (await tokenOf(one, [])).body;
  const code = await codeFor(id);
  assert.equal((await put({})).status, 200);
  assert.equal(await works(kept), 200, 'his programs go on');
  const unused = await browser().send('POST', '/password-by-code', { username, code, password: 'a third kettle' });
  assert.equal(unused.status, 422, 'a code that lies about somewhere opens nothing any more');
  assert.equal((await put({ current: NEXT, password: PASSWORD, endTokens: true })).status, 200);
  assert.equal(await works(kept), 401);

  const { token } = (await tokenOf(one, [])).body;
  const given = await codeFor(id);
  assert.equal(await works(token), 200, 'making a code ends nothing yet');
  assert.equal(
    (await browser().send('POST', '/password-by-code', { username, code: given, password: NEXT })).status,
    200,
  );
  assert.equal(await works(token), 401);
  const ended = (await codes('person.password_changed', id)).map(({ data }) => data.tokensEnded);
  assert.deepEqual(ended, [undefined, 1, 1]);
});

test('a wrong, old, replaced or foreign code hears one and the same answer', async () => {
  const { username, id } = await newcomer();
  const other = await newcomer();
  const replaced = await codeFor(id);
  const old = await codeFor(id);
  const foreign = await codeFor(other.id);
  world.clock.advance(DAY);
  const late = await browser().send('POST', '/password-by-code', { username, code: old, password: NEXT });
  const fresh = await codeFor(id);
  const answers = [
    late,
    await browser().send('POST', '/password-by-code', { username, code: replaced, password: NEXT }),
    await browser().send('POST', '/password-by-code', { username, code: foreign, password: NEXT }),
    await browser().send('POST', '/password-by-code', { username: 'nobody', code: fresh, password: NEXT }),
    await browser('lake').send('POST', '/password-by-code', { username, code: fresh, password: NEXT }),
  ];
  for (const { status, body } of answers)
    assert.deepEqual([status, body.code, body.params], [422, 'sign_in.code_wrong', { path: 'code' }]);
  await signedIn(username);
});

test('a code used by many at once is used by one', async () => {
  const { username, id } = await newcomer();
  const code = await codeFor(id);
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, i) =>
      browser().send('POST', '/password-by-code', { username, code, password: `kettle number ${i} sings` }),
    ),
  );
  const statuses = answers.map((answer) => answer.status).sort();
  assert.deepEqual(statuses, [200, 422, 422, 422, 422, 422, 422, 422]);
});

test('codes are not guessed: the sixth try is put off', async () => {
  const { username, id } = await newcomer();
  const code = await codeFor(id);
  const guesser = browser();
  for (let i = 0; i < 5; i += 1)
    await guesser.send('POST', '/password-by-code', { username, code: `000${i}-0000-0000`, password: NEXT });
  const sixth = await guesser.send('POST', '/password-by-code', { username, code, password: NEXT });
  assert.equal(sixth.status, 429);
  assert.ok(Number(sixth.headers['retry-after']) > 0);
});

test('only who may edit people makes a code, and only for people within reach', async () => {
  const { id } = await newcomer();
  const amy = await signedIn('amy');
  const refused = await amy.send('POST', `/people/${id}/password-code`);
  assert.deepEqual([refused.status, refused.body.code], [403, 'right.missing']);
  const lakeAdministrator = await signedIn('amy', 'lake');
  const foreign = await lakeAdministrator.send('POST', `/people/${id}/password-code`);
  assert.deepEqual([foreign.status, foreign.body.code], [404, 'person.unknown']);
  assert.equal((await browser().send('POST', `/people/${id}/password-code`)).status, 401);
  const bob = await signedIn('bob');
  assert.equal((await bob.send('POST', `/people/${newId(world.clock.now())}/password-code`)).status, 404);
  assert.equal((await bob.send('POST', '/people/1/password-code')).status, 422);
  await world.database.transact('org_hill', async (tx) => {
    await tx.updateTable('person').set({ left_at: world.clock.now() }).where('id', '=', id).execute();
  });
  const gone = await bob.send('POST', `/people/${id}/password-code`);
  assert.deepEqual([gone.status, gone.body.code], [409, 'person.left']);
});

test("a centre's administrator makes no code for somebody who also works at another centre", async () => {
  const { id } = await newcomer();
  const centre = newId<'centre'>(world.clock.now());
  await world.database.pool.query(
    `insert into org_hill.centre (id, name, zone, reception_calendar_id) select $1, 'far', zone, reception_calendar_id from org_hill.centre limit 1`,
    [centre],
  );
  await world.database.pool.query(
    `with far as (insert into org_hill.post (id, key, name, centre_id, rights, role) values ($1, 'far', '{}', $2, '{}', 'worker') returning id)
     insert into org_hill.person_post (person_id, post_id, since) select $3, id, $4 from far`,
    [newId(world.clock.now()), centre, id, world.clock.now()],
  );
  const bob = await signedIn('bob');
  const answer = await bob.send('POST', `/people/${id}/password-code`);
  assert.deepEqual([answer.status, answer.body.code], [403, 'right.out_of_scope']);
});

test('a new password needs the current one, ends the other sessions and keeps this one', async () => {
  const { username, id } = await newcomer();
  const here = await signedIn(username);
  const there = await signedIn(username);
  const put = (current: string, password: string) => here.send('PUT', '/me/password', { current, password });
  assert.deepEqual((await put('not the current', NEXT)).body.code, 'password.current_wrong');
  assert.deepEqual((await put(PASSWORD, 'short')).body.code, 'password.too_short');
  assert.deepEqual((await put(PASSWORD, `${username}-12`)).body.code, 'password.is_username');
  assert.ok(await isIn(there));
  assert.equal((await put(PASSWORD, NEXT)).status, 200);
  assert.ok(await isIn(here));
  assert.equal(await isIn(there), false);
  await signedIn(username, 'hill', NEXT);
  assert.equal((await codes('person.password_changed', id)).length, 1);
});

test('the current password is not guessed from a session left open', async () => {
  const { username } = await newcomer();
  const open = await signedIn(username);
  const guess = (current: string) => open.send('PUT', '/me/password', { current, password: NEXT });
  for (let i = 0; i < 5; i += 1) assert.equal((await guess(`guess number ${i}`)).status, 422);
  assert.equal((await guess(PASSWORD)).status, 429);
});

test('one sees where one is signed in, and signs out there', async () => {
  const { username } = await newcomer();
  const here = await signedIn(username);
  world.clock.advance(MINUTE);
  const there = await signedIn(username);
  const { body } = await here.send('GET', '/me/sessions');
  assert.equal(body.items.length, 2);
  assert.deepEqual(
    body.items.map((one: Body) => [one.current, one.agent]),
    [
      [false, 'a browser'],
      [true, 'a browser'],
    ],
  );
  assert.match(body.items[0].address, /^198\.51\.100\./);
  const { status } = await here.send('DELETE', `/me/sessions/${body.items[0].id}`);
  assert.equal(status, 200);
  assert.equal(await isIn(there), false);
  assert.ok(await isIn(here));
  assert.equal((await here.send('DELETE', `/me/sessions/${body.items[0].id}`)).status, 200, 'again is no mistake');
});

test("nobody ends another's session or token, in this organisation or the next", async () => {
  const owner = await newcomer();
  const victim = await signedIn(owner.username);
  const session = (await victim.send('GET', '/me/sessions')).body.items[0].id;
  const expiresAt = plus(world.clock.now(), DAY);
  const token = (await victim.send('POST', '/me/tokens', { name: 't', rights: [], expiresAt })).body;
  for (const attacker of [await signedIn('bob'), await signedIn('amy', 'lake')]) {
    await attacker.send('DELETE', `/me/sessions/${session}`);
    await attacker.send('DELETE', `/me/tokens/${token.id}`);
    const theirs = (await attacker.send('GET', '/me/sessions')).body.items;
    assert.ok(!theirs.some((one: Body) => one.id === session));
  }
  assert.ok(await isIn(victim));
  assert.equal((await victim.send('GET', '/me/tokens')).body.items[0].id, token.id);
});

async function tokenOf(one: Browser, rights: string[], expiresAt = plus(world.clock.now(), DAY)) {
  return one.send('POST', '/me/tokens', { name: 'the till', rights, expiresAt });
}
const bearer = (token: string) => ({ authorization: `Bearer ${token}`, 'x-huiyin': undefined, cookie: undefined });

test('a token does what it was made for, of what its person may, until it expires', async () => {
  const { username, id } = await newcomer({ 'ticket.see': 'centre', search: 'centre' });
  const one = await signedIn(username);
  const { status, body } = await tokenOf(one, ['ticket.see', 'ticket.see']);
  assert.equal(status, 201, JSON.stringify(body));
  assert.match(body.token, /^hy_[A-Za-z0-9_-]{43}$/);
  const program = browser();
  const who = await program.send('GET', '/session', undefined, bearer(body.token));
  assert.deepEqual([who.body.person.id, who.body.rights], [id, ['ticket.see']]);
  const own = await program.send('PUT', '/me/preferences', { theme: 'dark' }, bearer(body.token));
  assert.deepEqual([own.status, own.body.code], [403, 'token.not_for_this']);
  world.clock.advance(DAY);
  const late = await program.send('GET', '/session', undefined, bearer(body.token));
  assert.deepEqual([late.status, late.body.code], [401, 'sign_in.needed']);
  const made = await codes('person.token_made', id);
  assert.equal(made[0].data.tokenId, body.id);
});

test('a token is shown once, kept as a digest, and its use is noted coarsely', async () => {
  const { username } = await newcomer({ 'ticket.see': 'centre' });
  const one = await signedIn(username);
  const key = { 'idempotency-key': 'token-made-once' };
  const expiresAt = plus(world.clock.now(), DAY);
  const { body } = await one.send('POST', '/me/tokens', { name: 'x', rights: [], expiresAt }, key);
  const listed = (await one.send('GET', '/me/tokens')).body.items[0];
  assert.deepEqual([listed.id, listed.lastUsedAt, listed.token], [body.id, null, undefined]);
  const { rows } = await world.database.pool.query(
    `select coalesce(string_agg(t::text, ''), '') || coalesce((select string_agg(i::text, '') from org_hill.idempotent_request i), '')
       || coalesce((select string_agg(e::text, '') from org_hill.event e), '') as all from org_hill.personal_token t`,
  );
  assert.ok(rows[0].all.includes(body.id));
  assert.ok(!rows[0].all.includes(body.token.slice(3)));
  await browser().send('GET', '/session', undefined, bearer(body.token));
  const first = (await one.send('GET', '/me/tokens')).body.items[0].lastUsedAt;
  assert.equal(first, world.clock.now());
  world.clock.advance(5 * MINUTE);
  await browser().send('GET', '/session', undefined, bearer(body.token));
  assert.equal((await one.send('GET', '/me/tokens')).body.items[0].lastUsedAt, first);
  await one.send('DELETE', `/me/tokens/${body.id}`);
  assert.equal((await browser().send('GET', '/session', undefined, bearer(body.token))).status, 401);
});

test('a token never reaches further than its person, nor further than itself', async () => {
  const { username, id } = await newcomer({ 'people.edit': 'centre' });
  const one = await signedIn(username);
  const refused = await tokenOf(one, ['people.edit', 'calendar.edit']);
  assert.deepEqual([refused.status, refused.body.params.right], [403, 'calendar.edit']);
  const { token } = (await tokenOf(one, ['people.edit'])).body;
  const program = browser();
  const attempts = [
    program.send(
      'POST',
      '/me/tokens',
      { name: 'more', rights: [], expiresAt: plus(world.clock.now(), DAY) },
      bearer(token),
    ),
    program.send('GET', '/me/tokens', undefined, bearer(token)),
    program.send('GET', '/me/sessions', undefined, bearer(token)),
    program.send('PUT', '/me/password', { current: PASSWORD, password: NEXT }, bearer(token)),
    program.send('POST', `/people/${id}/password-code`, undefined, bearer(token)),
  ];
  for (const { status, body } of await Promise.all(attempts))
    assert.deepEqual([status, body.code], [403, 'token.not_for_this']);
  await world.database.pool.query(`update org_hill.post set rights = '{}' where key = $1`, [`post_of_${username}`]);
  assert.deepEqual((await program.send('GET', '/session', undefined, bearer(token))).body.rights, []);
  await tokenOf(await signedIn('bob'), ['people.edit']);
});

test('a token of one organisation is nobody in another; a bad one is not helped out by a cookie', async () => {
  const one = await signedIn('bob');
  const { token } = (await tokenOf(one, [])).body;
  assert.equal((await browser('lake').send('GET', '/session', undefined, bearer(token))).status, 401);
  for (const bad of ['Bearer', 'Bearer ', `Bearer ${token}x`, `Bearer hy_${'A'.repeat(43)}`, "Bearer hy_';--"])
    assert.equal((await one.send('GET', '/session', undefined, { authorization: bad })).status, 401, bad);
  assert.equal((await one.send('GET', '/session', undefined, { authorization: 'Basic cHJveHk6eA==' })).status, 200);
});

test('a token expires within a year, and in the future', async () => {
  const one = await signedIn('bob');
  const code = async (ms: number) => (await tokenOf(one, [], plus(world.clock.now(), ms))).body.code;
  assert.equal(await code(-HOUR), 'token.expires_in_past');
  assert.equal(await code(367 * DAY), 'token.expires_too_late');
});

test('leaving ends sessions, tokens and codes', async () => {
  const { username, id } = await newcomer();
  const one = await signedIn(username);
  const { token } = (await tokenOf(one, [])).body;
  const code = await codeFor(id);
  await world.database.transact('org_hill', (tx) => endAccess(tx, id));
  assert.equal(await isIn(one), false);
  assert.equal((await browser().send('GET', '/session', undefined, bearer(token))).status, 401);
  assert.equal((await browser().send('POST', '/password-by-code', { username, code, password: NEXT })).status, 422);
});

test('language, colours and columns are kept, list by list', async () => {
  const { username } = await newcomer();
  const one = await signedIn(username);
  await one.send('PUT', '/me/preferences', {
    language: 'en',
    theme: 'dark',
    columns: { tickets: ['number', 'title'] },
  });
  const { body } = await one.send('PUT', '/me/preferences', { columns: { people: ['name'] } });
  assert.deepEqual(body, {
    language: 'en',
    theme: 'dark',
    density: 'compact',
    columns: { tickets: ['number', 'title'], people: ['name'] },
  });
  const who = (await one.send('GET', '/session')).body;
  assert.deepEqual([who.person.language, who.person.theme], ['en', 'dark']);
  for (const bad of [{ theme: 'pink' }, { language: 'fr' }, { columns: { 'A b': [] } }, { admin: true }])
    assert.equal((await one.send('PUT', '/me/preferences', bad)).status, 422);
});
