import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Id } from '../../src/kernel/id.ts';
import { beginCurrentSummaries } from '../../src/summary/commands/begin-summaries.ts';
import { installPlans } from '../../src/round/commands/install-plans.ts';
import { newId } from '../../src/kernel/id.ts';
import { domainRoutes } from '../../src/routes.ts';
import type { Desk } from '../desk-server.ts';
import { deskOf } from '../desk-server.ts';
import { doorsOf } from '../doors.ts';
import { beginOnly, bringPapers, clocksAbout, hire, PROVEN, takeInMatter, told, wait } from '../story.ts';
import type { PersonKey } from '../world-seed.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

/** Who stands above the desk decides: the head of the office, the deputy general manager, the leader in charge, the centre manager. */

let world: World;
let desk: Desk;
before(async () => {
  world = await freshWorld({ at: '2026-09-07T09:00+08:00' });
  await beginOnly(world, installPlans, beginCurrentSummaries);
  desk = await deskOf(world, domainRoutes);
});
after(async () => {
  await desk.close();
  await world.drop();
});

const { post, read, refusedTo, fill } = doorsOf(() => desk);
type Ticket = Id<'ticket'>;
const heard = async (who: PersonKey, id: string) =>
  (await told(world, who)).filter((one) => one.ticket?.id === id || one.subject?.id === id).map((one) => one.type);
const rulingOf = async (id: Ticket) => (await read('manager', `/tickets/${id}`))['rulings'].at(-1).id as string;
const decide = async (who: PersonKey, id: Ticket, over: object = {}) =>
  post(who, `/tickets/${id}/rulings/decide`, { rulingId: await rulingOf(id), decision: '同意', ...over });

test('the head of the office leads it: gives orders and sees them done, rules, gets its signed report, and reviews renovations last [ROLE-13]', async () => {
  const id = newId<'work_plan'>(world.clock.now());
  const item = { title: '清查楼道杂物', personId: world.people.captain, dueAt: '2026-09-08T17:00:00+08:00' };
  const order = { id, sort: 'order', title: '消防通道清理', dueAt: '2026-09-09T18:00:00+08:00', items: [item] };
  assert.equal(await post('captain', '/work-plans', { ...order, giverId: world.people.office }), 'right.out_of_scope');
  assert.equal(await post('manager', '/work-plans', { ...order, giverId: world.people.office }), 'done');
  const [part] = (await read('office', `/work-plans/${id}`))['parts'];
  assert.equal(
    (await clocksAbout(world, part.id))[0]!.owner_id,
    world.people.captain,
    'each item is owed by its person',
  );
  assert.equal(await post('office', `/work-items/${part.id}/check`, { passed: true }), 'work_item.not_done');
  assert.equal(await post('captain', `/work-items/${part.id}/finish`, { outcome: '已清理' }), 'done');
  assert.equal(await post('office', `/work-items/${part.id}/check`, { passed: true, remark: '好' }), 'done');
  assert.equal(await post('manager', `/work-plans/${id}/report`, { report: '三栋已清' }), 'done');
  wait(world);
  assert.ok((await heard('office', id)).includes('work_plan.reported'));

  const complaint = await takeInMatter(world, 'complaint', { title: '物业费争议' });
  const ask = { question: '是否减免物业费?', askedOf: 'centre_manager' };
  assert.equal(await post('desk', `/tickets/${complaint.id}/rulings`, ask), 'done');
  assert.equal(await fill('desk', complaint.id, PROVEN), 'done');
  const weighed = { customerInterest: '受扰一月', firmInterest: '金额小' };
  assert.equal(await decide('office', complaint.id, weighed), 'done', 'whoever stands above the one asked may rule');
  assert.equal(await decide('office', complaint.id, weighed), 'ruling.already_given');

  await world.until('2026-09-14T09:00+08:00');
  const { items } = await read('office', '/summaries?about=service&period=week');
  const week = items.find((one: { begins: string }) => one.begins === '2026-09-07');
  const words = { text: '本周平稳', measures: '加强巡查', lateBecause: '节前集中报修' };
  assert.equal(
    await post('office', `/summaries/${week.id}/submit`, { ...words, signedAs: '方主任' }),
    'summary.not_yours',
    'it is the centre manager’s to write',
  );
  assert.equal(await post('manager', `/summaries/${week.id}/submit`, { ...words, signedAs: '许经理' }), 'done');
  assert.equal((await read('office', `/summaries/${week.id}`))['addressee'].name, '方主任');
  wait(world);
  assert.ok((await heard('office', week.id)).includes('summary.service_week_submitted'));

  const equipment = await hire(world, 'equipment', 'equipment_supervisor');
  const renovation = await takeInMatter(world, 'renovation', {
    fields: {
      works_sort: 'whole',
      works: '全屋翻新',
      starts_on: '2026-09-21',
      ends_on: '2026-11-21',
      contractor: '匠心装饰',
      workers: 3,
    },
  });
  const review = (who: PersonKey, approval: string, over: object = {}) =>
    post(who, `/tickets/${renovation.id}/approvals`, { approval, verdict: 'approved', ...over });
  assert.equal(await fill('desk', renovation.id, { rules_given: true, load_bearing: false }), 'done');
  assert.equal(await review('office', 'second_review'), 'ticket.approval_missing', 'only after the first review');
  assert.equal(await review('office', 'first_review'), 'ticket.not_approver');
  await bringPapers(world, 'assistant', renovation.id);
  assert.equal(await review('assistant', 'spot_check'), 'done');
  assert.equal(await review(equipment, 'first_review'), 'done');
  const owed = (await clocksAbout(world, renovation.id)).find((one) => one.kind === 'approve_second_review')!;
  // one working day of the reception, from a little after nine on
  assert.deepEqual([owed.owner_id, owed.due_at.slice(0, 10)], [world.people.office, '2026-09-15']);
  for (const who of ['manager', 'deputy', 'leader', equipment] as const)
    assert.equal(await review(who, 'second_review'), 'ticket.not_approver', who);
  assert.equal(await review('office', 'second_review'), 'ticket.field_missing', 'the conditions of the permission');
  assert.equal(await fill('office', renovation.id, { conditions: '不得改动承重墙' }), 'done');
  assert.equal(await review('office', 'second_review', { words: '同意' }), 'done');
  const shown = await read('office', `/tickets/${renovation.id}`);
  assert.deepEqual(
    [shown['stage'].key, shown['approvals'][2].decisions[0].post.en],
    ['approved', 'Property office head'],
  );
});

test('the deputy general manager sees every centre’s figures and hears of what is major at once; he takes nothing in and hands out nothing', async () => {
  const { id } = await takeInMatter(world, 'complaint', { severity: 'major' });
  wait(world);
  assert.ok((await heard('deputy', id)).includes('ticket.severity_raised'));
  const span = 'from=2026-09-01T00:00:00Z&until=2026-10-01T00:00:00Z';
  for (const path of [`/figures/overview?${span}`, `/tickets/${id}`, '/summaries', '/notices', '/customers'])
    assert.equal(await refusedTo('deputy', path), null, path);
  assert.equal(
    await post('deputy', `/tickets/${id}/work-orders`, { departmentId: world.departments['engineering'], task: '去' }),
    'right.missing',
  );
  assert.equal(
    await post('deputy', `/tickets/${id}/answers`, { text: '马上处理' }),
    'right.out_of_scope',
    'not his matter',
  );
  assert.equal(await refusedTo('deputy', '/acts'), 'right.missing', 'nor is the administration');
});

test('what the department cannot solve of a complaint, the centre manager decides: nobody below him, with what weighs for either side, and nothing is settled before [APRV-02]', async () => {
  const { id } = await takeInMatter(world, 'complaint', { title: '楼上长期噪音' });
  assert.equal(
    await post('captain', `/tickets/${id}/rulings`, { question: '如何处理?', askedOf: 'centre_manager' }),
    'right.out_of_scope',
  );
  assert.equal(
    await post('desk', `/tickets/${id}/rulings`, { question: '如何处理?', askedOf: 'centre_manager' }),
    'done',
  );
  const owed = (await clocksAbout(world, id)).find((one) => one.kind === 'ruling')!;
  assert.equal(owed.owner_id, world.people.manager);
  wait(world);
  assert.ok((await heard('manager', id)).includes('ticket.ruling_asked'));
  assert.equal(await fill('desk', id, { ...PROVEN, real_cause: '楼上装修', wanted_solution: '停工' }), 'done');
  const both = { decision: '约谈并限时施工', customerInterest: '休息受扰', firmInterest: '管理责任' };
  for (const who of ['desk', 'supervisor', 'captain', 'maintenance', 'admin'] as const)
    assert.equal(await decide(who, id, both), 'right.missing', who);
  assert.equal(await decide('manager', id, { decision: '约谈' }), 'ruling.interests_missing');
  for (const [way, text] of [
    ['apologies', { text: '给您添麻烦了' }],
    ['explanations', { text: '按规定处理', rule: '管理规约', accepted: true }],
  ] as const)
    assert.equal(await post('desk', `/tickets/${id}/${way}`, text), 'done', way);
  const settle = () => post('desk', `/tickets/${id}/resolve`, { outcome: '已约谈' });
  assert.equal(await settle(), 'ticket.ruling_open');
  assert.equal(await decide('manager', id, both), 'done');
  const clock = (await clocksAbout(world, id)).find((one) => one.kind === 'ruling')!;
  assert.equal(clock.outcome, 'kept');
  const [ruling] = (await read('desk', `/tickets/${id}`))['rulings'];
  assert.deepEqual([ruling.decision, ruling.decidedBy.name], ['约谈并限时施工', '许经理']);
  assert.equal(await settle(), 'done');
});

test('a task behind its promised schedule gets the centre’s notice, and what is asked of the leader in charge he alone rules [APRV-04]', async () => {
  world.at('2026-09-15T09:00+08:00');
  const { id } = await takeInMatter(world, 'leak');
  const late = async () => (await clocksAbout(world, id)).find((one) => one.kind === 'complete')!;
  assert.equal((await late()).due_at, '2026-09-16T01:00:00.000Z');
  const notices = async () =>
    (await read('maintenance', '/notices?source=late&state=all'))['items'].filter(
      (one: { ticket: { id: string } | null }) => one.ticket?.id === id,
    );
  await world.until('2026-09-16T08:59+08:00');
  assert.equal((await notices()).length, 0, 'not before it is late');
  await world.until('2026-09-16T09:01+08:00');
  const [notice] = await notices();
  assert.equal(notice.department.id, world.departments['engineering']);
  const reply = (await clocksAbout(world, notice.id)).find((one) => one.kind === 'reply_notice')!;
  assert.equal(reply.owner_id, world.people.maintenance);
  const ask = { question: '是否请外援?', askedOf: 'company_leader', commitmentId: (await late()).id };
  assert.equal(await post('desk', `/tickets/${id}/rulings`, ask), 'done');
  const owed = (await clocksAbout(world, id)).find((one) => one.kind === 'ruling')!;
  assert.equal(owed.owner_id, world.people.leader);
  for (const who of ['manager', 'office', 'deputy'] as const)
    assert.equal(await decide(who, id), 'ruling.not_asked_of_you', who);
  for (const who of ['desk', 'supervisor', 'maintenance'] as const)
    assert.equal(await decide(who, id), 'right.missing', who);
  assert.equal(await decide('leader', id, { decision: '请外单位抢修' }), 'done');
  wait(world);
  assert.ok((await heard('desk', id)).includes('ticket.ruled'));
});

test('a major complaint is followed by the head of its department and known to the deputy general manager; one that harms image or interests reaches the leader at once [APRV-05]', async () => {
  world.at('2026-09-17T09:00+08:00');
  const major = await takeInMatter(world, 'complaint', { severity: 'major' });
  const settleMajor = (await clocksAbout(world, major.id)).find((one) => one.kind === 'settle_major')!;
  assert.equal(settleMajor.due_at, '2026-09-19T01:00:00.000Z', 'two days');
  wait(world);
  for (const who of ['service_head', 'deputy'] as const)
    assert.ok((await heard(who, major.id)).includes('ticket.severity_raised'), who);
  assert.ok(!(await heard('leader', major.id)).includes('ticket.severity_raised'));
  const [message] = (await told(world, 'deputy')).filter((one) => one.ticket?.id === major.id);
  assert.equal(message!.acknowledgement, 'wanted');
  assert.equal(await post('leader', `/notifications/${message!.id}/acknowledge`), 'notification.unknown');
  assert.equal(await post('deputy', `/notifications/${message!.id}/acknowledge`), 'done');
  const { version } = await read('desk', `/tickets/${major.id}`);
  const raised = await desk.send('desk', 'PATCH', `/tickets/${major.id}`, { version, severity: 'grave' });
  assert.equal(raised.status, 200);
  wait(world);
  assert.ok((await heard('leader', major.id)).includes('ticket.severity_raised'), 'at once');
  const settleGrave = (await clocksAbout(world, major.id)).find((one) => one.kind === 'settle_grave')!;
  assert.equal(settleGrave.due_at, '2026-09-18T01:00:10.000Z', 'twenty-four hours');
  // half of the two days are over: the head of the department is reminded
  await world.until('2026-09-18T09:01+08:00');
  assert.ok((await heard('service_head', settleMajor.id)).length > 0);
});

test('a proposal is reviewed, then evaluated, then carried out, each by its own and none before the other [APRV-14]', async () => {
  world.at('2026-09-21T09:00+08:00');
  const { id } = await takeInMatter(world, 'suggestion', {
    title: '加装充电桩',
    fields: { suggestion: '地下车库加装' },
  });
  const approve = (who: PersonKey, approval: string) =>
    post(who, `/tickets/${id}/approvals`, { approval, verdict: 'approved' });
  const realise = () => post('electrician', `/tickets/${id}/proposal/realise`, { result: '已通电' });
  assert.equal(await approve('manager', 'evaluation'), 'ticket.approval_missing');
  for (const who of ['desk', 'manager', 'maintenance', 'leader'] as const)
    assert.equal(await approve(who, 'review'), 'ticket.not_approver', who);
  assert.equal(await approve('supervisor', 'review'), 'done');
  assert.equal(
    await fill('desk', id, { benefit: '减少飞线', cost: '三万元', became: 'adopted', reason: '可行' }),
    'done',
  );
  assert.equal(await approve('supervisor', 'evaluation'), 'ticket.not_approver');
  assert.equal(await approve('manager', 'evaluation'), 'done');
  const pass = { departmentId: world.departments['engineering'], words: '容量够吗?' };
  assert.equal(await post('desk', `/tickets/${id}/proposal/pass`, pass), 'done');
  const answer = { became: 'adopted', answer: '够' };
  assert.equal(await post('maintenance', `/tickets/${id}/proposal/answer`, answer), 'done');
  const settle = () => post('desk', `/tickets/${id}/resolve`, { outcome: '已安装' });
  assert.equal(await settle(), 'proposal.not_realised');
  assert.equal(await realise(), 'proposal.not_planned');
  const plan = { personId: world.people.electrician, dueAt: '2026-10-16T18:00:00+08:00', words: '装四个' };
  assert.equal(await post('desk', `/tickets/${id}/proposal/plan`, plan), 'done');
  assert.equal(await realise(), 'done');
  assert.equal(await settle(), 'done');
});
