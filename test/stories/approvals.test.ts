import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import property from '../../packs/property.ts';
import type { Id } from '../../src/kernel/id.ts';
import { newId } from '../../src/kernel/id.ts';
import type { Kind } from '../../src/pack/format.ts';
import { domainRoutes } from '../../src/routes.ts';
import type { Desk } from '../desk-server.ts';
import { deskOf } from '../desk-server.ts';
import { bringPapers, clocksAbout, hire, takeInMatter, told, wait } from '../story.ts';
import type { PersonKey } from '../world-seed.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

/** Approvals that posts of the house give: the renovation of a flat, the fit-out of a shop, and what a house changes about them. */

let world: World;
let desk: Desk;
let equipment: PersonKey;
before(async () => {
  world = await freshWorld({ at: '2026-09-07T09:00+08:00' });
  desk = await deskOf(world, domainRoutes);
  equipment = await hire(world, 'equipment', 'equipment_supervisor');
});
after(async () => {
  await desk.close();
  await world.drop();
});

type Ticket = Id<'ticket'>;
const post = async (who: PersonKey, path: string, body: object = {}) => {
  const { status, body: answer } = await desk.send(who, 'POST', path, body);
  return status < 300 ? 'done' : (answer['code'] as string);
};
const page = async (id: Ticket, who: PersonKey = 'desk') => (await desk.get(who, `/tickets/${id}`)).body;
const decide = (who: PersonKey, id: Ticket, approval: string, over: object = {}) =>
  post(who, `/tickets/${id}/approvals`, { approval, verdict: 'approved', ...over });
const owed = async (id: Ticket, approval: string) =>
  (await clocksAbout(world, id)).findLast((one) => one.kind === `approve_${approval}`);
const fill = async (id: Ticket, fields: object, who: PersonKey = 'desk') => {
  const { version } = await page(id, who);
  const { status, body } = await desk.send(who, 'PATCH', `/tickets/${id}`, { version, fields });
  assert.equal(status, 200, JSON.stringify(body));
};
const heard = async (who: PersonKey, id: Ticket) =>
  (await told(world, who)).filter((one) => one.ticket?.id === id).map((one) => one.type);

const RENOVATION = {
  works_sort: 'kitchen_bath',
  works: '厨房改水电、铺砖',
  starts_on: '2026-09-14',
  ends_on: '2026-10-14',
  contractor: '匠心装饰',
  foreman: '马工',
  workers: 4,
};
const FIT_OUT = { ...RENOVATION, works_sort: undefined, trade: 'catering', works: '开餐饮店' };
const applies = async (kind: string, fields: object) =>
  (
    await takeInMatter(world, kind, {
      title: '装修申请',
      channel: 'counter',
      fields: JSON.parse(JSON.stringify(fields)),
    })
  ).id;

test('a renovation is checked on the spot by customer service, then reviewed by the equipment supervisor, then by the head of the office, and by nobody else [RENO-03]', async () => {
  for (const missing of ['works', 'works_sort', 'starts_on', 'ends_on', 'contractor'])
    await assert.rejects(applies('renovation', { ...RENOVATION, [missing]: undefined }), {
      code: 'field.missing',
      params: { field: missing, path: `fields.${missing}` },
    });
  const id = await applies('renovation', RENOVATION);
  const first = (await owed(id, 'spot_check'))!;
  assert.deepEqual(
    [first.owner_id, first.post_id, first.due_at],
    [world.people.assistant, world.posts['customer_service_assistant'], '2026-09-07T03:00:00.000Z'],
  );
  for (const who of ['maintenance', 'captain', 'plumber', equipment, 'leader'] as const)
    assert.equal(await decide(who, id, 'spot_check'), 'ticket.not_approver', who);
  assert.equal(await decide(equipment, id, 'first_review'), 'ticket.approval_missing', 'in their order');
  assert.equal(await decide('desk', id, 'spot_check'), 'ticket.field_missing', 'the rules are handed over');
  await fill(id, { rules_given: true });
  assert.equal(await decide('desk', id, 'spot_check'), 'formality.paper_missing');
  await bringPapers(world, 'desk', id);
  assert.equal(await post('desk', `/tickets/${id}/stage`, { stage: 'checked' }), 'ticket.approval_missing');
  assert.equal(await decide('desk', id, 'spot_check'), 'done');
  assert.equal((await owed(id, 'spot_check'))!.outcome, 'kept');
  const shown = await page(id, equipment);
  assert.equal(shown['stage'].key, 'checked');
  assert.deepEqual(
    [shown['approvals'][0].decisions[0].by.name, shown['approvals'][0].decisions[0].post.en],
    ['王前台', 'Front desk clerk'],
    'in which post it was decided',
  );
  assert.deepEqual(
    shown['approvals'].slice(0, 3).map((one: { by: { post: { key: string } }[] }) => one.by[0]!.post.key),
    ['customer_service_assistant', 'equipment_supervisor', 'office_head'],
  );

  const second = (await owed(id, 'first_review'))!;
  assert.deepEqual([second.owner_id, second.post_id], [world.people[equipment], world.posts['equipment_supervisor']]);
  wait(world);
  assert.ok((await heard(equipment, id)).includes('ticket.to_approve'));
  for (const who of ['desk', 'supervisor', 'manager', 'maintenance', 'office'] as const)
    assert.equal(await decide(who, id, 'first_review'), 'ticket.not_approver', who);
  const no = await desk.send('maintenance', 'POST', `/tickets/${id}/approvals`, {
    approval: 'first_review',
    verdict: 'approved',
  });
  assert.deepEqual(
    [no.status, no.body['params']],
    [403, { post: 'equipment_supervisor' }],
    'refused by the post’s name',
  );
  assert.equal(await decide(equipment, id, 'first_review'), 'ticket.field_missing');
  await fill(id, { load_bearing: false });
  assert.equal(await decide(equipment, id, 'first_review'), 'done');

  assert.equal((await owed(id, 'second_review'))!.owner_id, world.people.office);
  assert.equal(await decide(equipment, id, 'second_review'), 'ticket.not_approver');
  await fill(id, { conditions: '8:00-12:00、14:00-18:00 施工，垃圾日清' });
  assert.equal(await decide('office', id, 'second_review'), 'done');
  assert.equal((await page(id))['stage'].key, 'approved');
  assert.equal(
    await post('desk', `/tickets/${id}/resolve`, { outcome: '批准装修' }),
    'ticket.approval_missing',
    'the works are still to come',
  );
  const paper = (await desk.get('desk', `/tickets/${id}/handling-form`)).body['approvals'];
  assert.deepEqual(
    paper.slice(0, 3).map((one: { decisions: { by: { name: string } }[] }) => one.decisions.map(({ by }) => by.name)),
    [['王前台'], ['equipment先生'], ['方主任']],
    'its slip says who decided',
  );
});

test('the review of a renovation is owed within two days, and turns late by itself [RENO-12]', async () => {
  world.at('2026-09-09T09:00+08:00');
  const id = await applies('renovation', RENOVATION);
  const whole = async () => (await clocksAbout(world, id)).find((one) => one.kind === 'review')!;
  // reception is open for nine hours a day: two days of it end on Friday at nine
  assert.deepEqual([(await whole()).due_at, (await whole()).outcome], ['2026-09-11T01:00:00.000Z', null]);
  await world.until('2026-09-11T09:01+08:00');
  const notices = (await desk.get('maintenance', '/notices?state=all')).body['items'];
  assert.ok(
    notices.some(
      (one: { source: string; ticket: { id: string } | null }) => one.source === 'late' && one.ticket?.id === id,
    ),
    'a notice of its own',
  );
});

test('what was refused is asked for again, and owed anew; what somebody owes is not asked for twice', async () => {
  world.at('2026-09-14T09:00+08:00');
  const id = await applies('renovation', RENOVATION);
  await fill(id, { rules_given: true });
  const ask = (who: PersonKey) => post(who, `/tickets/${id}/approvals/ask`);
  assert.equal(await ask('desk'), 'ticket.approval_asked_already');
  assert.equal((await page(id))['approvals'][0].can.ask.code, 'ticket.approval_asked_already');
  assert.equal(await decide('assistant', id, 'spot_check', { verdict: 'refused' }), 'input.malformed', 'with a reason');
  const refused = { verdict: 'refused', words: '缺少图纸' };
  assert.equal(await decide('assistant', id, 'spot_check', refused), 'done');
  assert.equal((await owed(id, 'spot_check'))!.outcome, 'kept');
  assert.equal((await page(id))['stage'].key, 'received', 'it stays where it is');
  wait(world);
  assert.ok((await heard('desk', id)).includes('ticket.approval_given'));
  world.at('2026-09-15T10:00+08:00');
  await bringPapers(world, 'desk', id);
  assert.equal(await ask('captain'), 'right.out_of_scope');
  assert.equal((await page(id))['approvals'][0].can.ask, null);
  assert.equal(await ask('desk'), 'done');
  assert.equal((await owed(id, 'spot_check'))!.due_at, '2026-09-15T04:00:00.000Z', 'two hours from now');
  assert.equal(await decide('assistant', id, 'spot_check'), 'done');
  const decisions = (await page(id))['approvals'][0].decisions.map((one: { verdict: string; words: string }) => one);
  assert.deepEqual(
    decisions.map((one: { verdict: string; words: string }) => [one.verdict, one.words]),
    [
      ['refused', '缺少图纸'],
      ['approved', ''],
    ],
  );
  assert.equal(await post('captain', `/tickets/${id}/cancel`, { as: 'declined', reason: '撤回' }), 'right.missing');
  assert.equal(
    await post('supervisor', `/tickets/${id}/cancel`, { as: 'declined', reason: '涉及承重墙，不予批准' }),
    'done',
  );
  assert.equal(await ask('desk'), 'ticket.ended');
  assert.equal(await decide(equipment, id, 'first_review'), 'ticket.ended');
});

test('somebody is always found: whoever holds the post, who stands in for it, or who stands above it', async () => {
  world.at('2026-09-16T09:00+08:00');
  const away = (who: PersonKey) =>
    post('admin', `/people/${world.people[who]}/absences`, {
      id: newId<'absence'>(world.clock.now()),
      from: world.clock.now(),
      until: '2026-10-30T09:00:00+08:00',
      reason: '年假',
    });
  const reaches = async () => {
    const id = await applies('renovation', RENOVATION);
    await bringPapers(world, 'desk', id);
    await fill(id, { rules_given: true });
    assert.equal(await decide('desk', id, 'spot_check'), 'done');
    return { id, owner: (await owed(id, 'first_review'))!.owner_id };
  };
  assert.equal((await reaches()).owner, world.people[equipment]);
  const second = await hire(world, 'equipment2', 'repair_worker');
  const deputy = { postId: world.posts['equipment_supervisor'], deputyRank: 1 };
  assert.equal(await post('admin', `/people/${world.people[second]}/posts`, deputy), 'done');
  assert.equal(await away(equipment), 'done');
  const { id, owner } = await reaches();
  assert.equal(owner, world.people[second], 'who stands in');
  await fill(id, { load_bearing: false });
  assert.equal(await decide(second, id, 'first_review'), 'done');
  assert.equal(await away(second), 'done');
  const last = await reaches();
  assert.equal(last.owner, world.people.maintenance, 'who stands above');
  assert.equal(
    await decide('maintenance', last.id, 'first_review'),
    'ticket.not_approver',
    'told, but not of the post',
  );
  equipment = await hire(world, 'equipment3', 'equipment_supervisor');
  await fill(last.id, { load_bearing: true });
  assert.equal(await decide(equipment, last.id, 'first_review'), 'done', 'once it is held again');
});

test('whoever is asked may look at what he decides on, where his post shows him nothing else of it', async () => {
  const { status } = await desk.send('desk', 'POST', '/tickets', {
    kind: 'renovation',
    title: '装修申请',
    channel: 'counter',
    customerId: world.customers.chen,
    placeId: world.places.flat1202,
    departmentId: world.departments['customer_service'],
    fields: RENOVATION,
  });
  assert.equal(status, 201);
  const { items } = (await desk.get('desk', '/tickets?kind=renovation')).body;
  const id = items.toSorted((a: { number: number }, b: { number: number }) => b.number - a.number)[0].id as Ticket;
  assert.equal((await desk.get(equipment, `/tickets/${id}`)).body['code'], 'right.out_of_scope');
  await fill(id, { rules_given: true, load_bearing: false });
  await bringPapers(world, 'desk', id);
  assert.equal(await decide('desk', id, 'spot_check'), 'done');
  const seen = (await page(id, equipment))['inSight'].find((one: { name: string }) => one.name === 'equipment3先生');
  assert.equal(seen.why, 'to_approve');
  assert.ok((await desk.get(equipment, '/tickets')).body['items'].some((one: { id: string }) => one.id === id));
  assert.equal(await decide(equipment, id, 'first_review'), 'done');
});

test('a fit-out is approved by engineering, submitted by the centre manager, approved by the deputy general manager, and accepted at its end by the centre manager [APRV-07] [RENO-19]', async () => {
  world.at('2026-09-17T09:00+08:00');
  const id = await applies('fit_out', { ...FIT_OUT, drawings: true, fire_protection: true });
  assert.equal((await owed(id, 'engineering'))!.owner_id, world.people.maintenance);
  assert.equal(await decide('maintenance', id, 'engineering'), 'ticket.field_missing', 'its technical opinion');
  await fill(id, { technical_opinion: '用电 30kW 可行，喷淋移位须报消防' });
  for (const who of ['manager', 'deputy', equipment, 'desk'] as const)
    assert.equal(await decide(who, id, 'engineering'), 'ticket.not_approver', who);
  assert.equal(await decide('deputy', id, 'deputy_general_manager'), 'ticket.approval_missing');
  assert.equal(await decide('maintenance', id, 'engineering'), 'done');
  assert.equal(await decide('manager', id, 'preparation'), 'ticket.field_missing');
  await fill(id, { centre_opinion: '拟同意，须夜间施工' }, 'manager');
  assert.equal(await decide('deputy', id, 'preparation'), 'ticket.not_approver');
  assert.equal(await decide('manager', id, 'preparation'), 'done');
  const above = (await owed(id, 'deputy_general_manager'))!;
  assert.deepEqual(
    [above.owner_id, above.due_at],
    [world.people.deputy, '2026-09-18T10:00:00.000Z'],
    'two working days',
  );
  for (const who of ['manager', 'office', 'leader'] as const)
    assert.equal(await decide(who, id, 'deputy_general_manager'), 'ticket.not_approver', who);
  assert.equal(await decide('deputy', id, 'deputy_general_manager'), 'done');
  assert.equal((await page(id))['stage'].key, 'works');

  assert.equal(await owed(id, 'acceptance'), undefined, 'nobody owes an acceptance before the works end');
  const report = { accepted_on: '2026-10-20', acceptance_result: 'defects', acceptance_report: '喷淋间距不足' };
  await fill(id, report);
  assert.equal(await decide('manager', id, 'acceptance'), 'ticket.approval_too_early');
  world.at('2026-10-20T09:00+08:00');
  assert.equal(await post('desk', `/tickets/${id}/stage`, { stage: 'acceptance' }), 'done');
  assert.equal((await owed(id, 'acceptance'))!.owner_id, world.people.manager);
  assert.equal(await decide('manager', id, 'acceptance', { verdict: 'refused', words: '喷淋须整改' }), 'done');
  const settle = () => post('desk', `/tickets/${id}/resolve`, { outcome: '验收通过' });
  assert.equal(await settle(), 'ticket.approval_missing');
  assert.equal(await post('desk', `/tickets/${id}/stage`, { stage: 'works' }), 'done');
  world.at('2026-10-26T09:00+08:00');
  assert.equal(await post('desk', `/tickets/${id}/stage`, { stage: 'acceptance' }), 'done');
  const again = (await clocksAbout(world, id)).filter((one) => one.kind === 'approve_acceptance');
  assert.deepEqual(
    again.map((one) => one.outcome),
    ['kept', null],
    'asked anew',
  );
  await fill(id, { acceptance_result: 'put_right', acceptance_report: '喷淋已按规范整改' });
  for (const who of ['maintenance', 'deputy', 'supervisor'] as const)
    assert.equal(await decide(who, id, 'acceptance'), 'ticket.not_approver', `${who}: the centre manager, alone`);
  assert.equal(await decide('manager', id, 'acceptance'), 'done');
  assert.equal(await settle(), 'done');
});

const given = (key: string): Kind => structuredClone(property.kinds.find((one) => one.key === key)!);
const put = async (kind: Kind, why: string) => {
  const { version } = (await desk.get('admin', `/kinds/${kind.key}`)).body;
  const { status, body } = await desk.send('admin', 'PUT', `/kinds/${kind.key}`, { kind, seen: version, why });
  return status < 300 ? 'done' : { code: body['code'], path: body['params']?.path };
};

test('whether the centre manager approves an acceptance alone is for the house to say: an approval added to the kind is needed from then on [APRV-07]', async () => {
  const kind = given('fit_out');
  const [acceptance] = kind.approvals!.slice(-1);
  kind.approvals!.push({ ...acceptance!, key: 'acceptance_above', by: ['deputy_general_manager'] });
  assert.equal(await put(kind, '验收须副总经理同意'), 'done');
  world.at('2026-10-27T09:00+08:00');
  const id = await applies('fit_out', { ...FIT_OUT, drawings: true, fire_protection: false });
  const report = { accepted_on: '2026-10-27', acceptance_result: 'as_approved', acceptance_report: '一致' };
  await fill(id, { technical_opinion: '可行', centre_opinion: '同意', ...report }, 'manager');
  assert.equal(await decide('maintenance', id, 'engineering'), 'done');
  assert.equal(await decide('manager', id, 'preparation'), 'done');
  assert.equal(await decide('deputy', id, 'deputy_general_manager'), 'done');
  assert.equal(await post('desk', `/tickets/${id}/stage`, { stage: 'acceptance' }), 'done');
  assert.equal(await decide('manager', id, 'acceptance'), 'done');
  const settle = () => post('desk', `/tickets/${id}/resolve`, { outcome: '验收通过' });
  assert.equal(await settle(), 'ticket.approval_missing');
  assert.equal((await owed(id, 'acceptance_above'))!.owner_id, world.people.deputy);
  assert.equal(await decide('manager', id, 'acceptance_above'), 'ticket.not_approver');
  assert.equal(await decide('deputy', id, 'acceptance_above'), 'done');
  assert.equal(await settle(), 'done');
});

test('a kind names only posts that there are and that may look at tickets; a post that is named is not given up', async () => {
  const kind = given('renovation');
  const by = (post: string) => {
    kind.approvals![1]!.by = [{ post }];
    return put(kind, '换审批人');
  };
  const nobody = { code: 'pack.name_dangling', path: 'approvals.first_review.by' };
  assert.deepEqual(await by('chief_engineer'), nobody);
  assert.deepEqual(await by('administration_supervisor'), nobody, 'sees no ticket');
  kind.approvals![1]!.from = 'nowhere';
  assert.deepEqual(await by('site_supervisor'), { code: 'pack.name_dangling', path: 'approvals.first_review.from' });
  delete kind.approvals![1]!.from;
  assert.equal(await by('site_supervisor'), 'done');
  const close = async (key: string) => {
    const { items } = (await desk.get('admin', '/posts')).body;
    const { id, version } = items.find((one: { key: string }) => one.key === key);
    const { status, body } = await desk.send('admin', 'PATCH', `/posts/${id}`, {
      seen: version,
      closed: true,
      why: '撤销',
    });
    return status < 300 ? 'done' : { code: body['code'], params: body['params'] };
  };
  assert.deepEqual(await close('site_supervisor'), { code: 'post.has_subordinates', params: {} });
  assert.equal(await by('electrician'), 'done');
  for (const who of ['electrician'] as const)
    assert.equal(await post('admin', `/people/${world.people[who]}/leave`, { reason: 'resigned' }), 'done');
  assert.deepEqual(await close('electrician'), { code: 'post.still_approves', params: { kind: 'renovation' } });
  assert.equal(await by('equipment_supervisor'), 'done');
  assert.equal(await close('electrician'), 'done');
});

test('a matter that turns out another kind owes the new kind’s approvals and no more the old one’s', async () => {
  const { id } = await takeInMatter(world, 'suggestion', { title: '改造阳台', fields: { suggestion: '封阳台' } });
  assert.equal((await owed(id, 'review'))!.state, 'running');
  const { version } = await page(id, 'supervisor');
  const body = { version, kind: 'renovation', reason: '实为装修申请', fields: RENOVATION };
  assert.equal(await post('supervisor', `/tickets/${id}/reclassify`, body), 'done');
  assert.equal((await owed(id, 'review'))!.outcome, 'cancelled');
  assert.equal((await owed(id, 'spot_check'))!.owner_id, world.people.assistant);
});
