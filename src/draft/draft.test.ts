import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { World } from '../../test/two-organisations.ts';
import { PASSWORD, twoOrganisations } from '../../test/two-organisations.ts';
import { newId } from '../kernel/id.ts';
import { LARGEST } from './inputs.ts';
import { draftRoutes } from './routes.ts';

let world: World;
before(async () => {
  world = await twoOrganisations(() => draftRoutes);
});
after(() => world.close());

async function signedIn(username: string, slug = 'hill') {
  const one = world.browser(slug);
  assert.equal((await one.send('POST', '/sign-in', { username, password: PASSWORD })).status, 200);
  return one;
}

async function ticketOf(owner: string): Promise<string> {
  const id = newId(world.clock.now());
  await world.database.pool.query(
    `insert into org_hill.ticket (id, number, kind, kind_version, stage, stage_class, title, channel, centre_id, owner_id, opened_at)
     values ($1, (select coalesce(max(number), 0) + 1 from org_hill.ticket), 'repair', 1, 'new', 'new', 'leak', 'phone', $2, $3, $4)`,
    [id, world.hill.centreId, world.hill.people[owner], world.clock.now()],
  );
  return id;
}

const at = (subject: string) => `/drafts/${encodeURIComponent(subject)}`;

test('a draft is there again on another device, and gone when dropped', async () => {
  const here = await signedIn('amy');
  const text = JSON.stringify({ need: '3-1202 漏水', steps: [1, 2], done: false });
  assert.equal((await here.send('PUT', at('intake/1'), { text: 'first' })).status, 200);
  assert.equal((await here.send('PUT', at('intake/1'), { text })).status, 200);
  const there = await signedIn('amy');
  const by = { id: world.hill.people['Amy'], name: 'Name of Amy' };
  assert.deepEqual((await there.send('GET', at('intake/1'))).body, {
    text,
    savedAt: world.clock.now(),
    by,
    mine: true,
    former: null,
  });
  for (let i = 0; i < 2; i += 1) assert.equal((await there.send('DELETE', at('intake/1'))).status, 200);
  const gone = await here.send('GET', at('intake/1'));
  assert.deepEqual([gone.status, gone.body, gone.text], [200, null, 'null']);
});

test("an intake draft is one's own; a ticket's draft is found by whoever is accountable next", async () => {
  const amy = await signedIn('amy');
  const bob = await signedIn('bob');
  await amy.send('PUT', at('intake/2'), { text: 'mine' });
  assert.equal((await bob.send('GET', at('intake/2'))).body, null);
  const ticket = await ticketOf('Amy');
  const subject = at(`ticket/${ticket}/note`);
  await amy.send('PUT', subject, { text: 'Dear Mrs Li' });
  assert.equal((await bob.send('GET', subject)).body, null, 'he may see the ticket, but it is not his');
  await world.database.pool.query('update org_hill.ticket set owner_id = $2 where id = $1', [
    ticket,
    world.hill.people['bob'],
  ]);
  const found = (await bob.send('GET', subject)).body;
  assert.deepEqual([found.text, found.by.id, found.mine], ['Dear Mrs Li', world.hill.people['Amy'], false]);
  world.clock.advance(1000);
  await bob.send('PUT', subject, { text: 'Dear Mrs Li, we come at four' });
  assert.equal((await amy.send('GET', subject)).body.text, 'Dear Mrs Li', 'nobody overwrites another');
  await bob.send('DELETE', subject);
  assert.equal((await bob.send('GET', subject)).body, null, 'what was sent does not come back');
});

test('the page of the former owner, still open, never writes over the draft of the new one', async () => {
  const amy = await signedIn('amy');
  const bob = await signedIn('bob');
  const ticket = await ticketOf('Amy');
  const subject = at(`ticket/${ticket}/answer`);
  const put = async (who: typeof amy, text: string, since: string | null) => {
    world.clock.advance(1000);
    const kept = await who.send('PUT', subject, { text, since });
    assert.equal(kept.status, 200);
    return kept.body.savedAt as string;
  };
  const hers = await put(amy, 'Dear Mrs Li', null);
  const toBob = 'update org_hill.ticket set owner_id = $2 where id = $1';
  await world.database.pool.query(toBob, [ticket, world.hill.people['bob']]);
  const his = await put(bob, 'Dear Mrs Li, we come at four', (await bob.send('GET', subject)).body.savedAt);
  const again = await put(amy, 'Dear Mrs Li, we are sorry', hers);
  await put(amy, 'Dear Mrs Li, we are very sorry', again);
  const found = (await bob.send('GET', subject)).body;
  assert.deepEqual(
    [found.text, found.savedAt, found.mine, found.former],
    ['Dear Mrs Li, we come at four', his, true, null],
    'nor is hers taken for another device of his',
  );
  await amy.send('DELETE', subject);
  assert.equal((await bob.send('GET', subject)).body.text, 'Dear Mrs Li, we come at four', 'nor dropped with hers');
});

test('two devices, one draft: the newest words stand, and what the other had written meanwhile is kept beside', async () => {
  const desk = await signedIn('amy');
  const phone = await signedIn('amy');
  const put = async (device: typeof desk, text: string, since: string | null) =>
    (await device.send('PUT', at('intake/9'), { text, since })).body.savedAt as string;
  const first = await put(desk, 'at the desk', null);
  world.clock.advance(1000);
  const second = await put(phone, 'at the desk, on the phone', first);
  assert.equal((await desk.send('GET', at('intake/9'))).body.former, null, 'the phone had seen it');
  world.clock.advance(1000);
  const third = await put(desk, 'at the desk, typed on', first);
  const { text, former } = (await phone.send('GET', at('intake/9'))).body;
  assert.deepEqual([text, former], ['at the desk, typed on', { text: 'at the desk, on the phone', savedAt: second }]);
  world.clock.advance(1000);
  await put(desk, 'at the desk, typed on and on', third);
  assert.equal((await desk.send('GET', at('intake/9'))).body.former.text, 'at the desk, on the phone');
  world.clock.advance(1000);
  await put(phone, 'knew of none', null);
  assert.equal((await desk.send('GET', at('intake/9'))).body.former.text, 'at the desk, typed on and on');
  await desk.send('DELETE', at('intake/9'));
  assert.equal((await phone.send('GET', at('intake/9'))).body, null);
});

test('dropping a draft leaves what somebody else wrote since', async () => {
  const amy = await signedIn('amy');
  const bob = await signedIn('bob');
  const subject = at(`ticket/${await ticketOf('Amy')}/note`);
  await amy.send('PUT', subject, { text: 'from amy' });
  world.clock.advance(1000);
  await bob.send('PUT', subject, { text: 'from bob' });
  await amy.send('DELETE', subject);
  assert.equal((await bob.send('GET', subject)).body.text, 'from bob');
});

test('who may not see a ticket neither reads nor leaves a draft on it', async () => {
  const subject = at(`ticket/${await ticketOf('Amy')}/note`);
  await (await signedIn('amy')).send('PUT', subject, { text: 'x' });
  await world.addPerson(world.hill, 'own-only', { 'ticket.see': 'own' });
  const outsider = await signedIn('own-only');
  const foreign = await signedIn('amy', 'lake');
  for (const [method, body] of [['GET'], ['PUT', { text: 'y' }], ['DELETE']] as const) {
    const refused = await outsider.send(method, subject, body);
    assert.deepEqual([refused.status, refused.body.code], [403, 'right.out_of_scope']);
    assert.equal((await foreign.send(method, subject, body)).status, 404);
  }
  assert.equal((await world.browser('hill').send('GET', at('intake/1'))).status, 401);
});

test('a draft is at most 64 kB, and has a proper subject', async () => {
  const amy = await signedIn('amy');
  const sized = (bytes: number) => ({ text: '字'.repeat(bytes / 3) });
  assert.equal((await amy.send('PUT', at('intake/3'), sized(LARGEST - 1))).status, 200);
  assert.equal((await amy.send('PUT', at('intake/3'), sized(LARGEST + 2))).status, 422);
  for (const subject of ['A', 'a b', 'a/b/c/d/e/f', 'x'.repeat(200), '\u0000', 'ticket/../../x', 'intake/'])
    assert.ok([404, 414, 422].includes((await amy.send('GET', at(subject))).status), subject);
  const nul = await amy.send('PUT', at('intake/3'), { text: 'a\u0000b' });
  assert.deepEqual([nul.status, nul.body.code], [422, 'text.unstorable']);
  assert.equal((await amy.send('GET', at(`ticket/${newId(world.clock.now())}`))).status, 404);
});

test('the oldest drafts make room', async () => {
  await world.addPerson(world.hill, 'writer', {});
  const writer = await signedIn('writer');
  for (let i = 0; i < 203; i += 1) {
    world.clock.advance(1000);
    await writer.send('PUT', at(`intake/${i}`), { text: String(i) });
  }
  assert.equal((await writer.send('GET', at('intake/2'))).body, null);
  assert.equal((await writer.send('GET', at('intake/3'))).body.text, '3');
  assert.equal((await writer.send('GET', at('intake/202'))).body.text, '202');
});

test('the open work is there again after sign-out', async () => {
  const amy = await signedIn('amy');
  assert.deepEqual((await amy.send('GET', '/me/tabs')).body, { items: [] });
  const words = { en: 'Cleaning', 'zh-hans': '保洁部', 'zh-hant': '清潔部' };
  const notice = { type: 'rectification', id: '2', title: '12', words };
  const tabs = { items: [{ type: 'ticket', id: '1', title: 'Leak' }, notice] };
  assert.equal((await amy.send('PUT', '/me/tabs', tabs)).status, 200);
  await amy.send('POST', '/sign-out');
  assert.deepEqual((await (await signedIn('amy')).send('GET', '/me/tabs')).body, tabs);
  assert.deepEqual((await (await signedIn('bob')).send('GET', '/me/tabs')).body.items, []);
  const many = Array.from({ length: 61 }, (_, i) => ({ type: 'ticket', id: `${i}`, title: '' }));
  assert.equal((await amy.send('PUT', '/me/tabs', tabs)).status, 401);
  assert.equal((await (await signedIn('bob')).send('PUT', '/me/tabs', { items: many })).status, 422);
});
