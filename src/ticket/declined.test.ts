import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Desk } from '../../test/desk-server.ts';
import { deskOf, deskRoutes } from '../../test/desk-server.ts';
import { clocksAbout, takeInMatter } from '../../test/story.ts';
import type { PersonKey } from '../../test/world-seed.ts';
import type { World } from '../../test/world.ts';
import { freshWorld } from '../../test/world.ts';
import { exchangeRoutes } from '../exchange/routes.ts';
import { newId } from '../kernel/id.ts';
import { refusal } from '../kernel/refusal.ts';
import { stateOfDeclined, whyNotReview } from './declined.ts';
import { ticketRoutes } from './routes.ts';

let world: World;
let desk: Desk;
before(async () => {
  world = await freshWorld({ at: '2026-09-21T09:00+08:00' });
  desk = await deskOf(world, [...deskRoutes, ...ticketRoutes, ...exchangeRoutes]);
});
after(async () => {
  await desk.close();
  await world.drop();
});

const open = { verdict: null, lapsed_at: null, by_id: 'who', reviewer_id: 'asked' };
const no = refusal('right.missing');
const cases: [string, Parameters<typeof whyNotReview>, string | undefined][] = [
  ['whoever was asked', [open, { personId: 'asked', roles: ['worker'], handle: no }], undefined],
  ['another who supervises', [open, { personId: 'other', roles: ['centre_manager'], handle: null }], undefined],
  ['who supervises elsewhere', [open, { personId: 'other', roles: ['supervisor'], handle: no }], 'right.missing'],
  ['a colleague', [open, { personId: 'other', roles: ['front_desk'], handle: null }], 'ticket.supervisor_reviews'],
  ['whoever declined', [open, { personId: 'who', roles: ['supervisor'], handle: null }], 'ticket.declined_by_you'],
  [
    'twice',
    [
      { ...open, verdict: 'confirmed' },
      { personId: 'asked', roles: [], handle: null },
    ],
    'ticket.nothing_declined',
  ],
  ['nothing', [undefined, { personId: 'asked', roles: [], handle: null }], 'ticket.nothing_declined'],
];
for (const [who, given, code] of cases)
  test(`a refusal is reviewed by ${who}: ${code ?? 'yes'}`, () => assert.equal(whyNotReview(...given)?.code, code));
test('opened again otherwise, a refusal has lapsed', () =>
  assert.equal(stateOfDeclined({ ...open, lapsed_at: '2026-09-21' }), 'lapsed'));

const REASON = '很抱歉，值班保安不能离岗';
async function declined(title: string, who: PersonKey = 'desk'): Promise<string> {
  const { id } = await takeInMatter(world, 'request', { title, fields: { request_for: 'other' } });
  const { status, body } = await desk.send(who, 'POST', `/tickets/${id}/cancel`, { as: 'declined', reason: REASON });
  assert.equal(status, 200, JSON.stringify(body));
  return id;
}
const page = async (id: string, who: PersonKey = 'supervisor') => (await desk.get(who, `/tickets/${id}`)).body;
const review = async (who: PersonKey, id: string, body: object) => {
  const answer = await desk.send(who, 'POST', `/tickets/${id}/declined/review`, body);
  return [answer.status, answer.body['code']];
};
const clock = async (id: string) =>
  (await clocksAbout(world, id))
    .filter((one) => one.kind === 'review_declined')
    .map((one) => [one.owner_id, one.outcome]);
const list = async (query: string, who: PersonKey = 'supervisor') =>
  (await desk.get(who, `/declined-requests?${query}`)).body['items'] as Record<string, any>[];
const OK = [200, undefined];

test('a request declined as excessive is reviewed by the supervisor in time: he confirms it, and it stands on the ticket and in the list with reason and words [RECP-15]', async () => {
  const id = await declined('要求保安每天代遛狗');
  assert.deepEqual(await clock(id), [[world.people.supervisor, null]]);
  const shown = await page(id);
  assert.deepEqual(
    shown['declined'].map((one: any) => [one.reason, one.by.id, one.reviewer.id, one.state, one.late]),
    [[REASON, world.people.desk, world.people.supervisor, 'open', false]],
  );
  assert.deepEqual(
    [shown['can'].review_declined, (await page(id, 'desk'))['can'].review_declined.code],
    [null, 'ticket.declined_by_you'],
  );
  assert.deepEqual(await review('desk', id, { verdict: 'confirmed' }), [403, 'ticket.declined_by_you']);
  assert.deepEqual(await review('desk2', id, { verdict: 'confirmed' }), [403, 'ticket.supervisor_reviews']);

  await world.until('2026-09-25T18:00+08:00');
  const [late] = await list('state=open');
  assert.deepEqual([late!['ticket'].id, late!['late']], [id, true], 'it turned late by itself');
  const told = await world.read((tx) =>
    tx
      .selectFrom('notification')
      .select('person_id')
      .where('ticket_id', '=', id as never)
      .where('type', '=', 'clock.warn')
      .execute(),
  );
  assert.ok(
    told.some(({ person_id }) => person_id === world.people.supervisor),
    'he was reminded',
  );
  assert.deepEqual(await review('supervisor', id, { verdict: 'confirmed', words: '理由充分，措辞得体' }), OK);
  assert.deepEqual(await review('supervisor', id, { verdict: 'confirmed' }), [409, 'ticket.nothing_declined']);
  const after = await page(id);
  assert.deepEqual(
    [after['stage'].class, after['declined'][0].state, after['declined'][0].words, after['declined'][0].reviewedBy.id],
    ['cancelled', 'confirmed', '理由充分，措辞得体', world.people.supervisor],
  );
  assert.deepEqual(await clock(id), [[world.people.supervisor, 'late']]);
  assert.deepEqual([(await list('state=open')).length, (await list('state=reviewed')).length], [0, 1]);
});

test('sent back with his words it is open again, judged anew, and who answers for it hears; opened again otherwise nobody reviews it', async () => {
  const id = await declined('代订酒席');
  assert.deepEqual(
    (await review('supervisor', id, { verdict: 'sent_back', words: ' ' }))[0],
    422,
    'never without words',
  );
  assert.deepEqual(await review('supervisor', id, { verdict: 'sent_back', words: '合作餐厅可以代订' }), OK);
  const shown = await page(id);
  assert.deepEqual(
    [
      shown['stage'].class,
      shown['judged'],
      shown['declineReason'],
      shown['declined'][0].reason,
      shown['declined'][0].words,
    ],
    ['active', null, null, REASON, '合作餐厅可以代订'],
  );
  assert.deepEqual(await clock(id), [[world.people.supervisor, 'kept']]);
  const heard = await world.read((tx) =>
    tx
      .selectFrom('notification')
      .select('person_id')
      .where('ticket_id', '=', id as never)
      .where('type', '=', 'ticket.reopened')
      .execute(),
  );
  assert.deepEqual(heard, [{ person_id: world.people.desk }]);
  assert.deepEqual(await list('state=sent_back').then((items) => items.map((one) => one['ticket'].id)), [id]);

  const other = await declined('代收家具');
  await desk.send('supervisor', 'POST', `/tickets/${other}/reopen`, { reason: '客户补充了情况' });
  assert.deepEqual(
    [await clock(other), (await page(other))['declined'][0].state],
    [[[world.people.supervisor, 'cancelled']], 'lapsed'],
  );
  assert.equal((await page(other))['can'].review_declined.code, 'ticket.nothing_declined');

  const asked = { id: newId(world.clock.now()), format: 'csv', query: { state: 'sent_back' } };
  const out = await desk.take('supervisor', 'POST', '/lists/declined-requests/take-out', asked);
  assert.match(out.bytes.toString(), /代订酒席,.*退回重办,合作餐厅可以代订/);
  assert.equal((await list('state=open&by=' + world.people.desk)).length, 0);
});

test('what a supervisor declined himself is reviewed by whoever stands above him', async () => {
  const id = await declined('代缴罚款', 'supervisor');
  const reviewer = (await clock(id))[0]?.[0];
  assert.notEqual(reviewer, world.people.supervisor);
  assert.deepEqual(await review('supervisor', id, { verdict: 'confirmed' }), [403, 'ticket.declined_by_you']);
  assert.deepEqual(await review('manager', id, { verdict: 'confirmed' }), OK);
});
