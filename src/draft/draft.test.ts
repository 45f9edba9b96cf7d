import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Body, World } from '../../test/two-organisations.ts';
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

test('a draft is there again on another device, and gone when dropped', async () => {
  const here = await signedIn('amy');
  const content = { need: '3-1202 漏水', steps: [1, 2], done: false };
  assert.equal((await here.send('PUT', '/drafts/intake:1', { content: { need: 'first' } })).status, 200);
  assert.equal((await here.send('PUT', '/drafts/intake:1', { content })).status, 200);
  const there = await signedIn('amy');
  assert.deepEqual((await there.send('GET', '/drafts/intake:1')).body, {
    mine: { content, at: world.clock.now() },
    others: [],
  });
  for (let i = 0; i < 2; i += 1) assert.equal((await there.send('DELETE', '/drafts/intake:1')).status, 200);
  assert.deepEqual((await here.send('GET', '/drafts/intake:1')).body, { mine: null, others: [] });
});

test("an intake draft is one's own; a ticket's draft survives its owner", async () => {
  const amy = await signedIn('amy');
  const bob = await signedIn('bob');
  await amy.send('PUT', '/drafts/intake:2', { content: 'mine' });
  assert.deepEqual((await bob.send('GET', '/drafts/intake:2')).body, { mine: null, others: [] });
  const subject = `ticket:${await ticketOf('Amy')}:answer`;
  await amy.send('PUT', `/drafts/${subject}`, { content: 'Dear Mrs Li' });
  const { body } = await bob.send('GET', `/drafts/${subject}`);
  assert.equal(body.mine, null);
  assert.deepEqual(
    body.others.map((one: Body) => [one.person.id, one.content]),
    [[world.hill.people['Amy'], 'Dear Mrs Li']],
  );
  await bob.send('DELETE', `/drafts/${subject}`);
  assert.equal((await amy.send('GET', `/drafts/${subject}`)).body.mine.content, 'Dear Mrs Li');
});

test('who may not see a ticket neither reads nor leaves a draft on it', async () => {
  const subject = `ticket:${await ticketOf('Amy')}:answer`;
  await (await signedIn('amy')).send('PUT', `/drafts/${subject}`, { content: 'x' });
  await world.addPerson(world.hill, 'own-only', { 'ticket.see': 'own' });
  const outsider = await signedIn('own-only');
  for (const method of ['GET', 'PUT'] as const) {
    const { status, body } = await outsider.send(
      method,
      `/drafts/${subject}`,
      method === 'PUT' ? { content: 1 } : undefined,
    );
    assert.deepEqual([status, body.code], [403, 'right.out_of_scope']);
  }
  const foreign = await signedIn('amy', 'lake');
  assert.equal((await foreign.send('GET', `/drafts/${subject}`)).status, 404);
  assert.equal((await foreign.send('PUT', `/drafts/${subject}`, { content: 1 })).status, 404);
  assert.equal((await world.browser('hill').send('GET', '/drafts/intake:1')).status, 401);
});

test('a draft is at most 64 kB, and has a proper subject', async () => {
  const amy = await signedIn('amy');
  const sized = (bytes: number) => ({ content: '字'.repeat((bytes - 2) / 3) });
  assert.equal((await amy.send('PUT', '/drafts/intake:3', sized(LARGEST))).status, 200);
  assert.equal((await amy.send('PUT', '/drafts/intake:3', sized(LARGEST + 3))).status, 422);
  for (const subject of ['A', 'a%20b', 'a:b:c:d:e', 'x'.repeat(200), '%00'])
    assert.ok([404, 414, 422].includes((await amy.send('GET', `/drafts/${subject}`)).status), subject);
  const nul = await amy.send('PUT', '/drafts/intake:3', { content: 'a\u0000b' });
  assert.deepEqual([nul.status, nul.body.code], [422, 'text.unstorable']);
  assert.equal((await amy.send('GET', `/drafts/ticket:${newId(world.clock.now())}`)).status, 404);
});

test('the oldest drafts make room', async () => {
  await world.addPerson(world.hill, 'writer', {});
  const writer = await signedIn('writer');
  for (let i = 0; i < 203; i += 1) {
    world.clock.advance(1000);
    await writer.send('PUT', `/drafts/intake:${i}`, { content: i });
  }
  assert.equal((await writer.send('GET', '/drafts/intake:2')).body.mine, null);
  assert.equal((await writer.send('GET', '/drafts/intake:3')).body.mine.content, 3);
  assert.equal((await writer.send('GET', '/drafts/intake:202')).body.mine.content, 202);
});

test('the open work is there again after sign-out', async () => {
  const amy = await signedIn('amy');
  assert.deepEqual((await amy.send('GET', '/me/tabs')).body, { tabs: [], current: null });
  const tabs = {
    tabs: [{ subject: 'ticket:1', title: 'Leak', pinned: true }, { subject: 'intake:1' }],
    current: 'intake:1',
  };
  assert.equal((await amy.send('PUT', '/me/tabs', tabs)).status, 200);
  await amy.send('POST', '/sign-out');
  assert.deepEqual((await (await signedIn('amy')).send('GET', '/me/tabs')).body, tabs);
  assert.deepEqual((await (await signedIn('bob')).send('GET', '/me/tabs')).body.tabs, []);
  const many = Array.from({ length: 61 }, (_, i) => ({ subject: `ticket:${i}` }));
  assert.equal((await amy.send('PUT', '/me/tabs', tabs)).status, 401);
  assert.equal((await (await signedIn('bob')).send('PUT', '/me/tabs', { tabs: many })).status, 422);
});
