import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Desk } from '../../test/desk-server.ts';
import { deskOf } from '../../test/desk-server.ts';
import { takeInMatter, told, wait } from '../../test/story.ts';
import type { PersonKey } from '../../test/world-seed.ts';
import type { World } from '../../test/world.ts';
import { freshWorld } from '../../test/world.ts';
import type { Id } from '../kernel/id.ts';
import { newId } from '../kernel/id.ts';
import { KEPT } from '../privacy/kept-texts.ts';
import { OWN } from '../privacy/own-texts.ts';
import { forgetByAge } from '../privacy/commands/forget-by-age.ts';
import { domainRoutes } from '../routes.ts';
import { addNote } from '../ticket/commands/note-inside.ts';
import { ELSEWHERE } from './elsewhere.ts';
import type { Elsewhere } from './elsewhere.ts';
import { passagesIn } from './still-named.ts';

/** Somebody who is erased may be named in another's matter: each such text is found, and a person decides about it. */

let world: World;
let desk: Desk;
before(async () => {
  world = await freshWorld();
  desk = await deskOf(world, domainRoutes);
});
after(async () => {
  await desk.close();
  await world.drop();
});

const rows = async (text: string, values: unknown[] = []) =>
  (await world.database.pool.query(text.replaceAll('@', 'org_world.'), values)).rows;

async function add(name: string, number: string): Promise<string> {
  const answer = await desk.send('desk', 'POST', '/customers', { name, phones: [{ number }] });
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  return answer.body.id as string;
}

const erase = async (id: string) => {
  const answer = await desk.send('desk', 'POST', `/customers/${id}/erase`, { reason: 'asked_by_customer' });
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
};
const stillNamed = async (customer: string, state = 'open', who: PersonKey = 'desk') =>
  (await desk.get(who, `/still-named?customer=${customer}&state=${state}`)).body.items;
const decide = async (who: PersonKey, id: string, body: object) => {
  const answer = await desk.send(who, 'POST', `/still-named/${id}/decide`, body);
  return answer.status < 300 ? 'done' : answer.body.code;
};
const note = (ticketId: Id<'ticket'>, text: string) => world.act('desk', addNote, ticketId, { text } as never);

test('every text of a matter is looked through, or is a column that a name alone fills', () => {
  const searched = Object.values(ELSEWHERE).flatMap(({ table, texts, json = [] }: Elsewhere) =>
    [...(texts ?? []), ...json].map((column) => `${table}.${column}`),
  );
  const own = Object.entries(OWN).flatMap(([table, columns]) => columns.map((column) => `${table}.${column}`));
  const theirOwn = [
    'customer.name',
    'customer_email.address',
    'customer_phone.digits',
    'customer_place.relation',
    'message.external_id',
  ];
  const others = own.filter((one) => !searched.includes(one) && !theirOwn.includes(one));
  assert.deepEqual(
    others.map((one) => one.split('.')[0]).filter((table, at, all) => all.indexOf(table) === at),
    [
      'address_fault',
      'chat',
      'channel_binding',
      'channel_opt_out',
      'conversation',
      'external_id',
      'phone_call',
      'phone_transfer',
      'group_member',
      'list_import_row',
      'message_file',
      'search_entry',
    ],
    'addresses and names by which channels know one, what one says of his own chat, keys of other lists and of pictures, rows that pass, and what is made of the texts',
  );
  assert.deepEqual(
    searched.filter((one) => !own.includes(one)),
    [],
  );
  assert.ok(KEPT.still_named?.pending?.includes('words'));
});

test('where somebody erased stands in others’ matters is listed by its passage; blackened there he is gone for good, left he stays with the reason', async () => {
  const gone = await add('司马相如', '13844445555');
  const other = await add('卓文君', '13855556666');
  const neighbour = await takeInMatter(world, 'consultation', {
    title: '邻居司马相如家漏水',
    customerId: other as never,
    callerName: '司马相如',
    fields: { question: '请联系司马相如，13844445555' },
  });
  const third = await takeInMatter(world, 'consultation', { title: '停车', fields: { question: '停车' } });
  await note(third.id, '司马相如下午到前台');
  await note(third.id, '司机马师傅下午到前台');
  await erase(gone);
  const { erasure } = (await desk.get('desk', `/customers/${gone}`)).body;
  assert.deepEqual([erasure.stays.elsewhere, erasure.toDecide], [2, 2]);
  const found = await stillNamed(gone);
  assert.deepEqual(
    found.map((one: any) => [one.place, one.ticket.id, one.passages]).toSorted(),
    [
      ['note', third.id, ['司马相如下午到前台']],
      ['ticket', neighbour.id, ['邻居司马相如家漏水', '司马相如', '请联系司马相如，13844445555']],
    ].toSorted(),
  );
  const [inNote, inTicket] = ['note', 'ticket'].map((place) => found.find((one: any) => one.place === place));
  for (const who of ['plumber', 'captain', 'admin'] as const)
    assert.equal(await decide(who, inTicket.id, { decision: 'blackened' }), 'right.missing', who);
  assert.equal(await decide('desk', inNote.id, { decision: 'left' }), 'still_named.why_missing');
  assert.equal(await decide('desk', inTicket.id, { decision: 'blackened' }), 'done');
  const [ticket] = await rows('select title, caller_name, fields from @ticket where id = $1', [neighbour.id]);
  assert.deepEqual(
    [ticket.title, ticket.caller_name, ticket.fields.question],
    ['邻居—家漏水', '—', '请联系—，—'],
    'the rest of the sentence stays',
  );
  const search = (q: string) => desk.get('desk', `/search?q=${encodeURIComponent(q)}`);
  assert.deepEqual((await search('13844445555')).body.items, [], 'nor is it found by him any more');
  assert.equal(await decide('desk', inTicket.id, { decision: 'left', why: '误会' }), 'still_named.decided');
  assert.equal(await decide('desk', inNote.id, { decision: 'left', why: '诉讼需要' }), 'done');
  assert.deepEqual(await stillNamed(gone), []);
  assert.deepEqual(
    (await stillNamed(gone, 'decided'))
      .map((one: any) => [one.place, one.decision, one.decidedBy.name, one.why, one.passages])
      .toSorted(),
    [
      ['note', 'left', '王前台', '诉讼需要', null],
      ['ticket', 'blackened', '王前台', null, null],
    ],
  );
  assert.deepEqual(await rows('select words from @still_named where words is not null'), [], 'nobody keeps the name');
  const told = (await world.events({ subjectId: neighbour.id })).at(-1)!;
  assert.deepEqual([told.type, told.actorId], ['ticket.customer_erased', world.people.desk]);
  const decided = (await world.events({ subjectId: gone })).filter(
    (one) => one.type === 'customer.still_named_decided',
  );
  assert.deepEqual(
    decided.map(({ data }) => [data['place'], data['decision']]),
    [
      ['ticket', 'blackened'],
      ['note', 'left'],
    ],
  );
  assert.ok(!JSON.stringify(decided).includes('司马'));
  assert.equal((await desk.get('desk', `/customers/${gone}`)).body.erasure.toDecide, 0);
});

test('what is held for a dispute is not blackened; what another customer is called too is not taken for him', async () => {
  const gone = await add('诸葛孔明', '13866667777');
  const namesake = await add('诸葛孔明', '13877778888');
  const held = await takeInMatter(world, 'consultation', { title: '诸葛孔明 13866667777', fields: { question: '问' } });
  await takeInMatter(world, 'consultation', {
    title: '诸葛孔明来电',
    customerId: namesake as never,
    fields: { question: '问' },
  });
  const hold = {
    id: newId<'legal_hold'>(world.clock.now()),
    type: 'ticket',
    subjectId: held.id,
    why: '诉讼中',
    until: null,
  };
  assert.equal((await desk.send('admin', 'POST', '/legal-holds', hold)).status, 201);
  await erase(gone);
  const found = await stillNamed(gone);
  assert.deepEqual(
    found.map((one: any) => [one.ticket.id, one.can.blacken.code]),
    [[held.id, 'still_named.held']],
    'by his number, which is his alone',
  );
  assert.equal(await decide('desk', found[0].id, { decision: 'blackened' }), 'still_named.held');
  assert.equal((await desk.send('admin', 'POST', `/legal-holds/${hold.id}/lift`)).status, 200);
  assert.equal(await decide('desk', found[0].id, { decision: 'blackened' }), 'done');
  const [{ title }] = await rows('select title from @ticket where id = $1', [held.id]);
  assert.equal(title, '诸葛孔明 —');
});

test('erased by age at night, the manager hears where he is still named', async () => {
  const gone = await add('公孙大娘', '13899990000');
  await rows(
    "insert into @customer_place (customer_id, place_id, relation, since, until) values ($1, $2, 'tenant', '2020-01-01', '2021-01-31')",
    [gone, world.places.flat1202],
  );
  await takeInMatter(world, 'consultation', { title: '公孙大娘留下的家具', fields: { question: '问' } });
  const rule = { days: 365, why: '合规' };
  assert.equal((await desk.send('admin', 'PUT', '/retention/former_residents', rule)).status, 200);
  for (let at = 0; at < 3; at += 1) await world.act(null, forgetByAge);
  wait(world, 12 * 3600);
  const [heard] = (await told(world, 'manager')).filter((one) => one.type === 'customer.still_named');
  assert.deepEqual([heard!.subject.id, heard!.params['open']], [gone, 1]);
  assert.equal((await stillNamed(gone, 'open', 'manager')).length, 1);
});

test('a passage is the name with a little around it', () => {
  const long = `${'前'.repeat(100)}王小明${'后'.repeat(100)}`;
  assert.deepEqual(passagesIn(['没有', '王小明来过', long], '王小明'), [
    '王小明来过',
    `…${'前'.repeat(40)}王小明${'后'.repeat(40)}…`,
  ]);
});
