import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Id } from '../../src/kernel/id.ts';
import { newId } from '../../src/kernel/id.ts';
import { domainRoutes } from '../../src/routes.ts';
import type { Desk } from '../desk-server.ts';
import { deskOf } from '../desk-server.ts';
import { doorsOf } from '../doors.ts';
import { clocksAbout, hire, mend, settle, takeInMatter, visitsOf } from '../story.ts';
import type { PersonKey } from '../world-seed.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

/** Posts of the desk and around it: what each takes in, owes and does today, and what it may not. No row of theirs is whole yet. */

let world: World;
let desk: Desk;
before(async () => {
  world = await freshWorld({ at: '2026-09-07T09:00+08:00' });
  desk = await deskOf(world, domainRoutes);
});
after(async () => {
  await desk.close();
  await world.drop();
});

const { post, read, refusedTo } = doorsOf(() => desk);
const owed = async (id: string, kind: string) => (await clocksAbout(world, id)).findLast((one) => one.kind === kind)!;
const opens = async (who: PersonKey, over: object = {}): Promise<Id<'ticket'>> => {
  const help = { kind: 'help', title: '搬运家具', channel: 'counter', fields: { help_with: 'carrying' } };
  const where = { customerId: world.customers.chen, placeId: world.places.flat1202 };
  const { status, body } = await desk.send(who, 'POST', '/tickets', { ...help, ...where, ...over });
  assert.equal(status, 201, `${who}: ${body['code']}`);
  return body['id'];
};
const records = (who: PersonKey, over: object = {}) =>
  post(who, '/contacts', { channel: 'letter', purpose: 'other', callerName: '邮递员', need: '挂号信一件', ...over });

test('the front desk receives, answers for what it takes in, sends hands, and hands its shift to the next; it decides and signs nothing', async () => {
  const id = await opens('desk');
  assert.equal((await read('desk', `/tickets/${id}`))['owner'].name, '王前台', 'first contact is answerable');
  assert.equal((await owed(id, 'first_answer')).owner_id, world.people.desk);
  const order = { departmentId: world.departments['security'], task: '协助搬运' };
  assert.equal(await post('desk', `/tickets/${id}/work-orders`, order), 'done');
  assert.equal(await records('desk'), 'done', 'mail is written down as any other touch');
  const letters = (await read('desk', '/contacts?channel=letter'))['items'];
  assert.equal(letters[0].need, '挂号信一件');
  const open = await read('desk', '/shift-notes/open');
  assert.ok(JSON.stringify(open).includes(id), 'what is open stands in the note by itself');
  const noteId = newId<'shift_note'>(world.clock.now());
  const note = { id: noteId, postId: world.posts['front_desk_clerk'], lastId: null, text: '陈先生家具待搬' };
  assert.equal(await post('captain', '/shift-notes', note), 'shift_note.not_your_post');
  assert.equal(await post('desk', '/shift-notes', note), 'done');
  assert.equal(await post('desk', `/shift-notes/${noteId}/accept`), 'shift_note.own');
  assert.equal(await post('desk2', `/shift-notes/${noteId}/accept`), 'done');
  for (const [path, body] of [
    [`/tickets/${id}/rulings/decide`, { rulingId: newId<'ruling'>(world.clock.now()), decision: '同意' }],
    ['/notices', { departmentId: world.departments['security'], findings: '迟到' }],
    ['/work-items', { title: '代班', personId: world.people.desk2, dueAt: '2026-10-01T09:00:00Z' }],
  ] as const)
    assert.match(await post('desk', path, body), /^right\./, path);
  for (const path of ['/board', '/summaries', '/spot-checks', '/acts'])
    assert.equal(await refusedTo('desk', path), 'right.missing', path);
});

test('the line that is never left empty releases its last one only when somebody else is named', async () => {
  for (const who of ['desk', 'desk2'] as const)
    assert.equal(await post('admin', `/people/${world.people[who]}/duty`, { on: false }), 'done', who);
  const off = (body: object) => post('admin', `/people/${world.people.night}/duty`, { on: false, ...body });
  assert.equal(await off({}), 'duty.post_left_empty');
  assert.equal(await off({ coverId: world.people.plumber }), 'duty.cover_not_of_post');
  assert.equal(await off({ coverId: world.people.desk }), 'done');
  for (const who of ['desk', 'desk2', 'night'] as const)
    await post('admin', `/people/${world.people[who]}/duty`, { on: true });
});

test('the assistant makes work orders, follows them and calls back; the slip is the department’s to sign, with what the customer was told [APRV-03]', async () => {
  const ticket = await takeInMatter(world, 'leak', {}, 'assistant');
  await mend(world, ticket);
  await settle(world, ticket);
  const [visit] = await visitsOf(world, ticket.id);
  assert.equal((await owed(visit!.id, 'return_visit')).owner_id, world.people.assistant);
  const said = {
    reachedWhom: '陈先生',
    satisfaction: 3,
    opinion: '墙面未恢复',
    fault: { findings: '墙面未恢复', departmentId: world.departments['engineering'] },
  };
  assert.equal(await post('plumber', `/return-visits/${visit!.id}/make`, said), 'right.missing');
  assert.equal(await post('assistant', `/return-visits/${visit!.id}/make`, said), 'done');
  const sign = (who: PersonKey, body: object = { resultTold: '已致歉并约定周三补墙' }) =>
    post(who, `/return-visits/${visit!.id}/sign`, body);
  const waits = async () =>
    (await read('maintenance', '/return-visits/unsigned'))['items'].map((one: { id: string }) => one.id);
  assert.ok((await waits()).includes(visit!.id));
  assert.equal((await owed(visit!.id, 'sign_visit')).owner_id, world.people.maintenance);
  assert.equal(await sign('assistant'), 'right.missing');
  assert.equal(await sign('captain'), 'right.out_of_scope', 'another department’s');
  assert.equal(await sign('maintenance', {}), 'return_visit.result_missing');
  assert.equal(await sign('maintenance'), 'done');
  assert.equal((await owed(visit!.id, 'sign_visit')).outcome, 'kept');
  const slip = await read('desk', `/return-visits/${visit!.id}`);
  assert.deepEqual([slip['signedBy'].name, slip['resultTold']], ['赵主管', '已致歉并约定周三补墙']);
  assert.equal(await sign('maintenance'), 'return_visit.already_signed');
  assert.ok(!(await waits()).includes(visit!.id));
});

test('the specialist records his contacts, hands on what customers raise and keeps up with it; he sends nobody and closes nothing', async () => {
  const specialist = await hire(world, 'specialist', 'customer_service_specialist');
  const contact = { channel: 'phone', purpose: 'follow_up', direction: 'out', customerId: world.customers.lin };
  assert.equal(
    await records(specialist, { ...contact, callerName: undefined, need: '例行问候', outcome: '无异常' }),
    'done',
  );
  const id = await opens(specialist, { departmentId: world.departments['security'] });
  const shown = await read(specialist, `/tickets/${id}`);
  assert.deepEqual(
    [shown['department'].id, shown['owner'].id],
    [world.departments['security'], world.people[specialist]],
  );
  assert.equal(await post(specialist, `/tickets/${id}/answers`, { text: '已转安保' }), 'done');
  assert.equal(await refusedTo(specialist, '/customers'), null);
  const other = await opens('desk');
  assert.equal(await post(specialist, `/tickets/${other}/answers`, { text: '好' }), 'right.out_of_scope');
  assert.equal(await post(specialist, `/tickets/${id}/close`), 'right.missing');
  const order = { departmentId: world.departments['security'], task: '搬' };
  assert.equal(await post(specialist, `/tickets/${id}/work-orders`, order), 'right.missing');
  assert.equal(await refusedTo(specialist, '/board'), 'right.missing');
});

test('who receives people, letters or papers writes down who came with what and opens what it takes; the matter is handled by others', async () => {
  for (const key of ['reception_person', 'business_centre_clerk', 'permits_keys_assistant']) {
    const who = await hire(world, key.replaceAll('_', '.'), key);
    assert.equal(await records(who), 'done', key);
    const id = await opens(who);
    assert.equal(await refusedTo(who, `/tickets/${id}`), null, key);
    assert.equal(await refusedTo(who, '/customers'), null, key);
    const work = { departmentId: world.departments['security'], task: '搬' };
    for (const [path, body] of [
      [`/tickets/${id}/work-orders`, work],
      [`/tickets/${id}/close`, {}],
      ['/work-items', { title: '代办', personId: world.people.desk, dueAt: '2026-10-01T09:00:00Z' }],
    ] as const)
      assert.equal(await post(who, path, body), 'right.missing', `${key} ${path}`);
    // who keeps keys and passes makes reports of them, and so sees the figures of his department
    const figures = key === 'permits_keys_assistant' ? null : 'right.missing';
    assert.equal(await refusedTo(who, '/board'), figures, key);
  }
});

test('the escort of an inspection sees the one order he was sent on, reports it, and nothing of the rest', async () => {
  const escort = await hire(world, 'escort', 'inspection_escort');
  const id = await opens('desk');
  const other = await opens('desk');
  const task = {
    departmentId: world.departments['customer_service'],
    personId: world.people[escort],
    task: '陪同验房',
  };
  assert.equal(await post('desk', `/tickets/${id}/work-orders`, task), 'done');
  const [order] = (await read(escort, `/tickets/${id}`))['workOrders'];
  assert.equal((await owed(order.id, 'work_accept')).owner_id, world.people[escort]);
  assert.equal(await refusedTo(escort, `/tickets/${other}`), 'right.out_of_scope');
  assert.equal(await post(escort, `/work-orders/${order.id}/accept`), 'done');
  const done = { findings: '水表 12，电表 340', measures: '业主确认', minutes: 40 };
  assert.equal(await post(escort, `/work-orders/${order.id}/finish`, done), 'done');
  assert.equal(await post(escort, '/tickets', { kind: 'help', title: '搬', channel: 'counter' }), 'right.missing');
});

test('whoever hands out and collects appraisal forms works by the day plan: his items are his, late by themselves, and no matter is', async () => {
  for (const key of ['form_distributor', 'form_collector', 'management_administrator', 'document_keeper']) {
    const who = await hire(world, key.replaceAll('_', '.'), key);
    const item = { title: '分发业主评议表', personId: world.people[who], dueAt: '2026-12-01T17:00:00+08:00' };
    assert.equal(await post('supervisor', '/work-items', item), 'done', key);
    const [mine] = (await read(who, '/work-items'))['items'];
    assert.deepEqual([mine.person.id, mine.state], [world.people[who], 'given']);
    assert.equal((await clocksAbout(world, mine.id))[0]!.owner_id, world.people[who]);
    assert.equal(await post('desk', `/work-items/${mine.id}/finish`, { outcome: '代交' }), 'work_item.not_yours', key);
    assert.equal(await post(who, `/work-items/${mine.id}/finish`, { outcome: '已分发 320 户' }), 'done', key);
    assert.equal((await clocksAbout(world, mine.id))[0]!.outcome, 'kept');
    if (key === 'form_collector')
      assert.equal(
        await post(who, '/tickets', { kind: 'help', title: '搬', channel: 'counter' }),
        'right.missing',
        key,
      );
    assert.equal(await records(who), 'right.missing', key);
  }
});
