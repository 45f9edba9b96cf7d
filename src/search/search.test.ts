import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { matter, seeded } from '../../test/bench/corpus.ts';
import { drawQueries, recallOf } from '../../test/bench/search.ts';
import type { Answer, Desk } from '../../test/desk-server.ts';
import { deskOf } from '../../test/desk-server.ts';
import type { World } from '../../test/world.ts';
import { freshWorld } from '../../test/world.ts';
import { newId } from '../kernel/id.ts';
import { searchQuery } from '../kernel/text/query.ts';
import { plus, SECOND } from '../kernel/time.ts';
import { indexForSearch } from '../platform/search-index.ts';
import { openTicket } from '../ticket/commands/open-ticket.ts';
import { openTicketInput } from '../ticket/inputs.ts';
import { findEntries } from './entries.ts';

let world: World;
let desk: Desk;
before(async () => {
  world = await freshWorld();
  desk = await deskOf(world);
});
after(async () => {
  await desk.close();
  await world.drop();
});

type Item = { type: string; title: string; subtitle: string; number?: number };
const find = async (q: string, more = '', who: 'desk' | 'guard' | 'leader' = 'desk'): Promise<Item[]> => {
  const answer = await desk.get(who === 'guard' ? 'guard' : who, `/search?q=${encodeURIComponent(q)}${more}`);
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return answer.body.items;
};
const titles = (items: Item[]): string[] => items.map((item) => item.title);

async function open(title: string, more: object = {}) {
  world.clock.advance(SECOND);
  const fields = { leak_from: 'pipe' };
  return world.act(
    'desk',
    openTicket,
    openTicketInput.parse({
      kind: 'leak',
      title,
      channel: 'phone',
      callerName: '路人甲',
      placeId: world.places.flat1202,
      fields,
      ...more,
    }),
  );
}

test('a ticket is found by its words in either script, its number, its flat and its caller', async () => {
  const ticket = await open('厨房維修：水管滴水', { callerName: '慕容雪', callerPhone: '135 0000 4321' });
  for (const q of ['维修', '維修', '水管滴', '慕容雪', 'murong', 'mrx', '3-1202 维修', '4321', String(ticket.number)])
    assert.ok(titles(await find(q)).includes('厨房維修：水管滴水'), q);
  assert.deepEqual(await find('修厨'), []);
  assert.deepEqual(await find('?!'), []);
});

test('a whole number stands above everything that only contains it', async () => {
  const ticket = await open('阳台渗水');
  await open(`与 ${ticket.number} 同一件事`);
  const [first, ...others] = await find(String(ticket.number));
  assert.equal(first!.number, ticket.number);
  assert.ok(others.some((item) => item.title.startsWith('与')));
  assert.equal(others.filter((item) => item.number === ticket.number).length, 0);
});

test('people and places stand before matters, and each type can be asked for alone', async () => {
  await desk.send('desk', 'POST', '/customers', {
    name: '公孙胜',
    phones: [{ number: '13600009999' }],
    places: [{ placeId: world.places.flat1202, relation: 'tenant' }],
  });
  await open('公孙胜家漏水');
  const all = await find('公孙胜');
  assert.deepEqual(
    all.map((item) => item.type),
    ['customer', 'ticket'],
  );
  assert.equal(all[0]!.subtitle, '3-1202 · 13600009999');
  assert.deepEqual(
    (await find('公孙胜', '&type=ticket')).map((item) => item.type),
    ['ticket'],
  );
  assert.deepEqual(await find('公孙胜', '&type=place'), []);
});

test('who may see only his own matters finds only these; numbers are masked for whoever may not see them', async () => {
  const ticket = await open('只有前台看得见的漏水');
  assert.equal((await find('只有前台', '', 'desk')).length, 1);
  assert.equal((await find('只有前台', '', 'guard')).length, 0);
  assert.equal((await find(String(ticket.number), '', 'guard')).length, 0);
  assert.equal((await find('只有前台', '', 'leader')).length, 1);
  const seen = await desk.get('maintenance', `/search?q=${encodeURIComponent('公孙胜')}&type=customer`);
  assert.equal(seen.body.items[0].subtitle, '3-1202 · 136****9999');
});

test('pages of a common word follow one another without a hit twice or left out, newest first', async () => {
  for (let nth = 1; nth <= 7; nth += 1) await open(`地库积水第${nth}次`);
  const read: string[] = [];
  let next: string | null = '';
  while (next !== null) {
    const answer: Answer = await desk.get(
      'desk',
      `/search?q=${encodeURIComponent('地库积水')}&limit=3${next && `&after=${next}`}`,
    );
    read.push(...titles(answer.body.items));
    next = answer.body.next;
  }
  assert.deepEqual(
    read,
    [7, 6, 5, 4, 3, 2, 1].map((nth) => `地库积水第${nth}次`),
  );
});

test('hostile questions get an answer or a code, never a fault', async () => {
  for (const q of ["' | !(", '\\', "a:*&'b", '%_', '\u0000', '𠮷', '🚰'.repeat(60), '&&&', '<1202>', ':*']) {
    const answer = await desk.get('desk', `/search?q=${encodeURIComponent(q)}`);
    assert.ok([200, 422].includes(answer.status), `${q}: ${answer.status} ${JSON.stringify(answer.body)}`);
    const lookedUp = await desk.get('desk', `/desk/lookup?q=${encodeURIComponent(q)}`);
    assert.ok([200, 422].includes(lookedUp.status), `${q}: ${lookedUp.status} ${JSON.stringify(lookedUp.body)}`);
  }
  assert.equal((await desk.get('desk', `/search?q=${'x'.repeat(201)}`)).status, 422);
  assert.equal((await desk.get('desk', '/search?q=1&limit=100000')).status, 422);
  for (const values of [
    ['2026-13-01T00:00:00.000Z', newId(world.clock.now())],
    [world.clock.now(), 'x'],
    [1, 2],
    [1],
  ]) {
    const after = Buffer.from(JSON.stringify(values)).toString('base64url');
    assert.equal((await desk.get('desk', `/search?q=1&type=ticket&after=${after}`)).body.code, 'cursor.unknown');
  }
});

test('six thousand entries are found exactly as a plain reading finds them, common words and rare ones alike', async () => {
  const fresh = await freshWorld();
  const random = seeded(3);
  const now = fresh.clock.now();
  await fresh.database.transact(fresh.organisation.schema, async (tx) => {
    const things = Array.from({ length: 6_000 }, (_, nth) => {
      const { title, need } = matter(random);
      return {
        type: 'ticket' as const,
        id: newId<'ticket'>(now),
        at: plus(now, -nth * SECOND),
        centreId: null,
        fields: [{ text: String(20_000 + nth), kind: 'number' as const }, { text: title }, { text: need }],
      };
    });
    // the oldest of all, behind the newest that are read one by one
    things.at(-1)!.fields.push({ text: '九层妖塔' });
    for (let from = 0; from < things.length; from += 1_000)
      await indexForSearch({ tx }, ...things.slice(from, from + 1_000));
  });
  const schema = fresh.organisation.schema;
  const drawn = await fresh.read((tx) => drawQueries(tx, 'ticket'));
  assert.ok(drawn.length >= 100, `${drawn.length} queries`);
  const recall = await recallOf(fresh.database, schema, 'ticket', [
    ...drawn,
    { text: '九层妖塔', script: 'han', decile: 9, share: 0 },
  ]);
  assert.deepEqual(recall.wrong, []);
  assert.ok(recall.wanted > 500, `${recall.wanted} hits`);
  const rare = await fresh.read((tx) =>
    findEntries(tx, { type: 'ticket', query: searchQuery('层妖'), sight: sql<boolean>`true`, limit: 20 }),
  );
  assert.equal(rare.length, 1);
  await fresh.drop();
});
