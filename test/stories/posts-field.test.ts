import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Id } from '../../src/kernel/id.ts';
import { domainRoutes } from '../../src/routes.ts';
import type { Desk } from '../desk-server.ts';
import { deskOf } from '../desk-server.ts';
import { doorsOf } from '../doors.ts';
import { bringPapers, clocksAbout, hire, takeInMatter, told, wait } from '../story.ts';
import type { PersonKey } from '../world-seed.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

/** Posts of the field: engineering and its supervisors, the site, security. What each decides and does today, and what it may not. */

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

const { post, read, refusedTo, fill } = doorsOf(() => desk);
const heard = async (who: PersonKey, id: string) =>
  (await told(world, who)).filter((one) => one.ticket?.id === id).map((one) => one.type);
const owed = async (id: string, kind: string) => (await clocksAbout(world, id)).findLast((one) => one.kind === kind)!;
const approve = (who: PersonKey, id: Id<'ticket'>, approval: string, over: object = {}) =>
  post(who, `/tickets/${id}/approvals`, { approval, verdict: 'approved', ...over });

const WORKS = { works: '改造', starts_on: '2026-09-21', ends_on: '2026-10-21', contractor: '匠心装饰', drawings: true };

test('engineering approves a fit-out technically: within three days of its shift, on drawings and with an opinion, or refuses with its reason; nothing goes on without it [ROLE-19]', async () => {
  const shop = { ...WORKS, trade: 'catering' };
  const { id } = await takeInMatter(world, 'fit_out', { title: '商铺装修', fields: shop });
  const asked = await owed(id, 'approve_engineering');
  // Monday nine to Thursday nine, by the hours of engineering
  assert.deepEqual(
    [asked.owner_id, asked.post_id, asked.due_at],
    [world.people.maintenance, world.posts['maintenance_supervisor'], '2026-09-10T01:00:00.000Z'],
  );
  wait(world);
  assert.ok((await heard('maintenance', id)).includes('ticket.to_approve'));
  assert.equal(
    await post('desk', `/tickets/${id}/stage`, { stage: 'engineering_approved' }),
    'ticket.approval_missing',
  );
  for (const who of ['plumber', 'electrician', 'manager', 'deputy', 'captain', 'desk'] as const)
    assert.equal(await approve(who, id, 'engineering'), 'ticket.not_approver', who);
  assert.equal(await approve('maintenance', id, 'engineering'), 'ticket.field_missing');
  assert.equal(await fill('maintenance', id, { fire_protection: true, technical_opinion: '喷淋须重新设计' }), 'done');
  assert.equal(await approve('maintenance', id, 'engineering', { verdict: 'refused' }), 'input.malformed');
  const no = { verdict: 'refused', words: '缺消防设计图' };
  assert.equal(await approve('maintenance', id, 'engineering', no), 'done');
  assert.equal((await read('desk', `/tickets/${id}`))['stage'].key, 'received');
  assert.equal(await approve('manager', id, 'preparation'), 'ticket.approval_missing');
  world.at('2026-09-08T09:00+08:00');
  assert.equal(await post('maintenance', `/tickets/${id}/approvals/ask`), 'done');
  assert.equal((await owed(id, 'approve_engineering')).due_at, '2026-09-11T01:00:00.000Z', 'three days anew');
  await world.until('2026-09-11T09:01+08:00');
  const notices = (await read('maintenance', '/notices?source=late&state=all'))['items'];
  assert.ok(
    notices.some((one: { ticket: { id: string } | null }) => one.ticket?.id === id),
    'left lying, it turns late',
  );
  assert.equal(await approve('maintenance', id, 'engineering', { words: '图纸已补' }), 'done');
  assert.equal((await owed(id, 'approve_engineering')).outcome, 'late');
  const shown = await read('desk', `/tickets/${id}`);
  assert.deepEqual(
    [shown['stage'].key, shown['approvals'][0].decisions.map((one: { verdict: string }) => one.verdict)],
    ['engineering_approved', ['refused', 'approved']],
  );
  assert.equal(
    await approve('maintenance', id, 'deputy_general_manager'),
    'ticket.not_approver',
    'and no more than that',
  );
});

test('the equipment supervisor gives a renovation its first review within a day, refuses with a reason, and decides nothing else [ROLE-31]', async () => {
  world.at('2026-09-14T09:00+08:00');
  const equipment = await hire(world, 'equipment', 'equipment_supervisor');
  const { drawings: _, ...works } = WORKS;
  const flat = { ...works, works_sort: 'pipes_wiring', workers: 2 };
  const { id } = await takeInMatter(world, 'renovation', { title: '水电改造', fields: flat });
  assert.equal(await approve(equipment, id, 'first_review'), 'ticket.approval_missing', 'first the check on the spot');
  assert.equal(await fill('desk', id, { rules_given: true }), 'done');
  await bringPapers(world, 'desk', id);
  assert.equal(await approve('desk', id, 'spot_check'), 'done');
  const asked = await owed(id, 'approve_first_review');
  assert.deepEqual(
    [asked.owner_id, asked.due_at],
    [world.people[equipment], '2026-09-15T01:00:00.000Z'],
    'one working day',
  );
  assert.equal(asked.post_id, world.posts['equipment_supervisor']);
  wait(world);
  const [message] = (await told(world, equipment)).filter((one) => one.ticket?.id === id);
  assert.deepEqual([message!.type, message!.acknowledgement], ['ticket.to_approve', 'wanted']);
  assert.ok(
    (await read(equipment, '/tickets'))['items'].some((one: { id: string }) => one.id === id),
    'in his list',
  );
  assert.equal(
    await approve(equipment, id, 'first_review'),
    'ticket.field_missing',
    'whether it touches the structure',
  );
  assert.equal(await fill(equipment, id, { load_bearing: true }), 'right.missing', 'he reviews, others fill in');
  assert.equal(await fill('desk', id, { load_bearing: true }), 'done');
  const no = { verdict: 'refused', words: '涉及承重墙，须改图' };
  assert.equal(await approve(equipment, id, 'first_review', no), 'done');
  assert.equal((await owed(id, 'approve_first_review')).outcome, 'kept');
  assert.equal(await approve('office', id, 'second_review'), 'ticket.approval_missing');
  assert.equal(await fill('desk', id, { load_bearing: false }), 'done');
  assert.equal(await post('desk', `/tickets/${id}/approvals/ask`), 'done');
  for (const who of ['maintenance', 'manager', 'office', 'electrician'] as const)
    assert.equal(await approve(who, id, 'first_review'), 'ticket.not_approver', who);
  assert.equal(await approve(equipment, id, 'first_review'), 'done');
  assert.equal((await read(equipment, `/tickets/${id}`))['stage'].key, 'first_reviewed');
  for (const approval of ['spot_check', 'second_review'])
    assert.equal(await approve(equipment, id, approval), 'ticket.not_approver', approval);
  const help = await takeInMatter(world, 'help');
  assert.equal(await refusedTo(equipment, `/tickets/${help.id}`), 'right.out_of_scope');
  for (const [path, body] of [
    [`/tickets/${id}/answers`, { text: '已审核' }],
    [`/tickets/${id}/resolve`, { outcome: '批准' }],
    [`/tickets/${id}/cancel`, { as: 'declined', reason: '不批' }],
    ['/work-items', { title: '复核', personId: world.people.plumber, dueAt: '2026-10-01T09:00:00Z' }],
  ] as const)
    assert.equal(await post(equipment, path, body), 'right.missing', path);
});

test('whoever is on site reports what he comes upon and does what he was sent for; he neither hands out work nor settles a matter', async () => {
  world.at('2026-09-16T09:00+08:00');
  const supervisor = await hire(world, 'site', 'site_supervisor');
  const keeper = await hire(world, 'sitekeeper', 'site_administrator');
  for (const who of [supervisor, keeper, 'guard'] as const) {
    const found = { kind: 'repair_public', title: '楼道灯坏', channel: 'counter', placeId: world.places.corridor };
    const { status, body } = await desk.send(who, 'POST', '/tickets', { ...found, fields: { trouble: 'lighting' } });
    assert.equal(status, 201, `${who} ${body['code']}`);
    const { id } = body as { id: Id<'ticket'> };
    assert.equal((await read(who, `/tickets/${id}`))['openedBy'].id, world.people[who]);
    const order = { departmentId: world.departments['engineering'], task: '换灯' };
    for (const [path, sent] of [
      [`/tickets/${id}/work-orders`, order],
      [`/tickets/${id}/close`, {}],
    ] as const)
      assert.equal(await post(who, path, sent), 'right.missing', `${who} ${path}`);
    assert.equal(await refusedTo(who, '/board'), 'right.missing');
    assert.equal(await refusedTo(who, '/summaries'), 'right.missing');
  }
  const task = { departmentId: world.departments['engineering'], personId: world.people[keeper], task: '巡查装修现场' };
  const { id } = await takeInMatter(world, 'repair_public', { placeId: world.places.corridor });
  assert.equal(await post('desk', `/tickets/${id}/work-orders`, task), 'done');
  const [order] = (await read(keeper, `/tickets/${id}`))['workOrders'];
  assert.equal((await owed(order.id, 'work_accept')).owner_id, world.people[keeper]);
  assert.equal(await post('guard', `/work-orders/${order.id}/accept`), 'right.out_of_scope');
  assert.equal(await post(keeper, `/work-orders/${order.id}/accept`), 'done');
  const done = { findings: '无违规', measures: '已登记', minutes: 30 };
  assert.equal(await post(keeper, `/work-orders/${order.id}/finish`, done), 'done');
  assert.equal((await owed(order.id, 'work_complete')).outcome, 'kept');
});

test('security is a department of its own: its captain takes its work, signs for its notices and answers them, and touches nobody else’s', async () => {
  world.at('2026-09-17T09:00+08:00');
  const { id } = await takeInMatter(world, 'help');
  const order = { departmentId: world.departments['security'], task: '协助搬运' };
  assert.equal(await post('desk', `/tickets/${id}/work-orders`, order), 'done');
  const [sent] = (await read('captain', `/tickets/${id}`))['workOrders'];
  assert.equal((await owed(sent.id, 'work_accept')).owner_id, world.people.captain);
  assert.equal(await post('maintenance', `/work-orders/${sent.id}/accept`), 'right.out_of_scope');
  assert.equal(await post('captain', `/work-orders/${sent.id}/accept`), 'done');
  const notice = { departmentId: world.departments['security'], findings: '门岗无人', ticketId: id };
  assert.equal(await post('captain', '/notices', notice), 'right.missing');
  assert.equal(await post('supervisor', '/notices', notice), 'done');
  const [mine] = (await read('captain', '/notices?state=open'))['items'].filter(
    (one: { findings: string }) => one.findings === '门岗无人',
  );
  assert.equal((await owed(mine.id, 'reply_notice')).owner_id, world.people.captain);
  assert.equal(await post('maintenance', `/notices/${mine.id}/reply`, { measures: '已补岗' }), 'right.out_of_scope');
  assert.equal(await post('captain', `/notices/${mine.id}/reply`, { measures: '已补岗' }), 'done');
  assert.equal((await owed(mine.id, 'reply_notice')).outcome, 'kept');
});
