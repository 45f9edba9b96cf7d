import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Id } from '../../src/kernel/id.ts';
import { newId } from '../../src/kernel/id.ts';
import { domainRoutes } from '../../src/routes.ts';
import type { Desk } from '../desk-server.ts';
import { deskOf } from '../desk-server.ts';
import { doorsOf } from '../doors.ts';
import { begin, clocksAbout, hire, takeInMatter, told, wait } from '../story.ts';
import type { PersonKey } from '../world-seed.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

/** Files of customers, papers for the archive, lists of units: who makes them, who signs, and who may not. */

let world: World;
let desk: Desk;
let specialist: PersonKey;
let second: PersonKey;
let keeper: PersonKey;
before(async () => {
  // Monday, half past eight: the reception opens
  world = await freshWorld({ at: '2026-09-07T08:30+08:00' });
  for (const key of ['one', 'two']) await hire(world, `specialist.${key}`, 'customer_service_specialist');
  specialist = 'specialist.one' as PersonKey;
  second = 'specialist.two' as PersonKey;
  keeper = await hire(world, 'keeper', 'document_keeper');
  await begin(world);
  await world.fire();
  desk = await deskOf(world, domainRoutes);
});
after(async () => {
  await desk.close();
  await world.drop();
});

const { post, read, refusedTo } = doorsOf(() => desk);
type Ticket = Id<'ticket'>;
const page = (id: Ticket, who: PersonKey = 'supervisor') => read(who, `/tickets/${id}`);
const decide = (who: PersonKey, id: Ticket, approval: string, over: object = {}) =>
  post(who, `/tickets/${id}/approvals`, { approval, verdict: 'approved', ...over });
const owed = async (id: string, kind: string) => (await clocksAbout(world, id)).findLast((one) => one.kind === kind)!;
const opens = async (who: PersonKey, kind: string, over: object) =>
  (await takeInMatter(world, kind, { channel: 'counter', placeId: undefined, ...over }, who)).id;

const EXTRACT = { material: 'needs', learnt: '常用快递代收，希望周末维修' };
const extracts = (who: PersonKey) => opens(who, 'customer_file', { title: '陈先生资料', fields: EXTRACT });
const CLASSIFIED = { fields: { summary: '周末在家，代收需求高', customer_class: 'existing' } };

type Plans = { key: string; keeper: { id: string } | null; keepers: unknown[] }[];
const plan = async (key: string) =>
  ((await read('supervisor', '/round-plans'))['items'] as Plans).find((one) => one.key === key)!;
const roundOf = async (who: PersonKey, name: string, begins: string) =>
  (await read(who, '/rounds?state=open&limit=100'))['items'].find(
    (one: { plan: { name: { en: string } }; begins: string }) => one.plan.name.en === name && one.begins === begins,
  );

/** A list of one kind as a table: what stands above each column, then its rows. */
async function table(who: PersonKey, kind: string): Promise<string[]> {
  const asked = { id: newId<'list_taken_out'>(world.clock.now()), format: 'csv', query: { kind, state: 'resolved' } };
  const { bytes } = await desk.take(who, 'POST', '/lists/tickets/take-out', asked);
  return bytes.toString().trim().split(/\r?\n/);
}

const MAIL = { fields: { item_number: 'SF-778', kept_at: '前台 2 号柜' } };

test('the business-centre clerk does what is ordered at his counter for a charge, looks at each machine every day, and keeps letters and parcels until they are taken against a signature [ROLE-06]', async () => {
  world.at('2026-09-07T08:40+08:00');
  const clerk = await hire(world, 'clerk', 'business_centre_clerk');
  const machines = await roundOf(clerk, 'Machines of the business centre', '2026-09-07');
  assert.equal(machines.dueAt, '2026-09-07T01:15:00.000Z');
  const line = (who: PersonKey, key: string, over: object = {}) =>
    post(who, `/rounds/${machines.id}/results`, { line: key, result: 'ok', ...over });
  assert.equal(await line('guard', 'fax'), 'round.not_yours');
  for (const key of ['fax', 'printer', 'computer', 'telephone']) assert.equal(await line(clerk, key), 'done', key);
  assert.equal(await post(clerk, `/rounds/${machines.id}/complete`), 'round.lines_missing');
  assert.equal(await line(clerk, 'copier', { result: 'fault', note: '卡纸' }), 'done');
  assert.equal(await post(clerk, `/rounds/${machines.id}/complete`), 'done');
  const shown = (await read(clerk, `/rounds/${machines.id}`))['parts'] as { key: string; followUp: object | null }[];
  assert.ok(shown.find(({ key }) => key === 'copier')!.followUp, 'what does not work is followed');

  const fax = await opens(clerk, 'office_service', { title: '传真', fields: { office_work: 'fax' } });
  for (const who of ['plumber', 'supervisor', keeper] as const)
    assert.match(
      await decide(who, fax, 'served', { fields: { amount: 3, charge: 6 } }),
      /^ticket\.not_approver|^right\./,
      who,
    );
  assert.equal(await decide(clerk, fax, 'served', { fields: { amount: 3 } }), 'ticket.field_missing');
  assert.equal(await decide(clerk, fax, 'served', { fields: { amount: 3, charge: 6 } }), 'done');
  assert.equal(await post(clerk, `/tickets/${fax}/resolve`, { outcome: '已发送' }), 'done');

  const parcel = await opens(clerk, 'mail_item', {
    title: '顺丰包裹',
    fields: { way: 'incoming', item_sort: 'parcel' },
  });
  assert.equal(await decide(clerk, parcel, 'registered', MAIL), 'done');
  assert.equal((await owed(parcel, 'tell_addressee')).due_at, '2026-09-07T01:40:00.000Z');
  assert.equal(await post(clerk, `/tickets/${parcel}/answers`, { text: '您有包裹在前台' }), 'done');
  assert.equal((await owed(parcel, 'tell_addressee')).outcome, 'kept');
  assert.equal(await post(clerk, `/tickets/${parcel}/resolve`, { outcome: '已领' }), 'ticket.approval_missing');
  assert.equal(await decide(clerk, parcel, 'taken'), 'ticket.signer_missing');
  for (const who of ['plumber', 'guard', 'supervisor'] as const)
    assert.match(await decide(who, parcel, 'taken', { signedBy: '陈先生' }), /^ticket\.not_approver|^right\./, who);
  assert.equal(await decide(clerk, parcel, 'taken', { signedBy: '陈先生' }), 'done');
  assert.equal(await post(clerk, `/tickets/${parcel}/resolve`, { outcome: '已领' }), 'done');
  const letter = { title: '寄挂号信', fields: { way: 'outgoing', item_sort: 'registered' } };
  const out = await opens(clerk, 'mail_item', letter);
  assert.equal(await decide(clerk, out, 'registered', MAIL), 'done');
  assert.equal(
    await decide(clerk, out, 'taken', { fields: { receipt_number: 'RA-1' }, signedBy: '邮递员小秦' }),
    'done',
  );
  const [heads, ...rows] = await table(clerk, 'mail_item');
  assert.ok(heads!.includes('回执编号') && rows[0]!.includes('SF-778'));
  assert.equal(await post(clerk, `/tickets/${parcel}/close`), 'right.missing');
});

test('the front desk receives visitors, writes up calls, faxes and copies, takes and gives out mail, and is covered when it goes; who is not of it does none of this [ROLE-05]', async () => {
  world.at('2026-09-07T09:00+08:00');
  const visit = {
    channel: 'counter',
    purpose: 'consultation',
    callerName: '访客小秦',
    need: '问路',
    outcome: '已引导',
  };
  const call = { ...visit, channel: 'phone', need: '问电费', outcome: '已答复' };
  for (const contact of [visit, call]) {
    assert.equal(await post('desk', '/contacts', contact), 'done', contact.channel);
    assert.equal(await post('fitter', '/contacts', contact), 'right.missing');
  }
  const first = await takeInMatter(world, 'complaint');
  assert.equal(
    (await page(first.id, 'desk'))['owner'].id,
    world.people.desk,
    'first contact: it is his until handed on',
  );
  const copies = await opens('desk', 'office_service', { title: '复印', fields: { office_work: 'copies' } });
  const done = { fields: { amount: 20, charge: 10 } };
  assert.match(await decide('fitter', copies, 'served', done), /^right\.|^ticket\.not_approver/);
  assert.equal(await decide('desk', copies, 'served', done), 'done');
  const parcel = await opens('desk', 'mail_item', { title: '信件', fields: { way: 'incoming', item_sort: 'letter' } });
  assert.equal(await decide('desk', parcel, 'registered', MAIL), 'done');
  assert.equal(await decide('desk', parcel, 'taken', { signedBy: '陈先生' }), 'done');
  const note = {
    postId: world.posts['front_desk_clerk'],
    lastId: null,
    toId: world.people.desk2,
    text: '一封挂号信待领',
  };
  assert.match(await post('fitter', '/shift-notes', note), /^right\./);
  assert.equal(await post('desk', '/shift-notes', note), 'done');
  const open = (await read('desk2', '/shift-notes?state=open'))['items'][0];
  assert.equal(await post('fitter', `/shift-notes/${open.id}/accept`), 'right.missing');
  assert.equal(await post('desk2', `/shift-notes/${open.id}/accept`), 'done');
});

test('a specialist owes the day’s customer files, submits each to the supervisor, and what becomes of a customer is written on it from day to day [CUST-01]', async () => {
  const round = await roundOf(specialist, 'Customer files of the day', '2026-09-07');
  assert.deepEqual([round.state, round.dueAt], ['open', '2026-09-07T09:00:00.000Z']);
  const id = await extracts(specialist);
  assert.equal((await owed(id, 'approve_submission')).due_at.slice(0, 10), '2026-09-07', 'on the day it was extracted');
  const line = { line: 'entries', result: 'ok' };
  assert.equal(await post(specialist, `/rounds/${round.id}/results`, line), 'round.count_missing');
  assert.equal(await post('plumber', `/rounds/${round.id}/results`, { ...line, count: 1 }), 'round.not_yours');
  assert.equal(await post(specialist, `/rounds/${round.id}/results`, { ...line, count: 1 }), 'done');
  assert.equal(await post(specialist, `/rounds/${round.id}/complete`), 'done');
  assert.equal((await owed(round.id, 'round')).outcome, 'kept');
  assert.equal(await post(specialist, `/tickets/${id}/notes`, { text: '已装智能快递柜' }), 'done');
  const known = await read('supervisor', `/tickets?customer=${world.customers.chen}&kind=customer_file&state=all`);
  assert.deepEqual(
    known['items'].map((one: { id: string }) => one.id),
    [id],
    'found under its customer',
  );
  await world.until('2026-09-08T17:01+08:00');
  const missed = await roundOf('supervisor', 'Customer files of the day', '2026-09-08');
  assert.equal(missed.state, 'late', 'a day without is late by itself');
});

test('what was extracted is in use once the supervisor has summed it up and classified it [CUST-02]', async () => {
  world.at('2026-09-09T09:00+08:00');
  const id = await extracts(specialist);
  const stage = async () => (await page(id))['stage'].key;
  assert.equal(await stage(), 'extracted');
  assert.equal(await decide('supervisor', id, 'classification', CLASSIFIED), 'ticket.approval_missing');
  assert.equal(await decide('supervisor', id, 'submission'), 'ticket.not_approver');
  assert.equal(await decide(specialist, id, 'submission'), 'done');
  assert.equal(await stage(), 'submitted');
  wait(world);
  assert.ok((await told(world, 'supervisor')).some((one) => one.type === 'ticket.to_approve' && one.ticket?.id === id));
  assert.equal(await decide('supervisor', id, 'classification'), 'ticket.field_missing');
  assert.equal(await decide('supervisor', id, 'classification', CLASSIFIED), 'done');
  assert.equal(await stage(), 'classified');
  const existing = await read('supervisor', '/tickets?kind=customer_file&choice=customer_class:existing');
  assert.ok(existing['items'].some((one: { id: string }) => one.id === id));
});

test('each kind of material has one who answers for it by name, and what he did not bring up to date in a day stands there as missed [CUST-03]', async () => {
  world.at('2026-09-10T09:00+08:00');
  await world.fire();
  const name = (who: PersonKey, key: string, personId: string | null) =>
    desk
      .send(who, 'PUT', `/round-plans/${key}/keeper`, { personId })
      .then(({ status, body }) => (status < 300 ? 'done' : body['code']));
  const kinds = ['material_contact', 'material_needs', 'material_opinions'];
  for (const [at, key] of kinds.entries())
    assert.equal(await name('supervisor', key, world.people[at === 0 ? specialist : second]), 'done', key);
  assert.deepEqual(
    await Promise.all(kinds.map(async (key) => (await plan(key)).keeper?.id)),
    [specialist, second, second].map((who) => world.people[who]),
  );
  assert.equal(await name('supervisor', 'material_contact', '00000000-0000-7000-8000-000000000000'), 'person.not_here');
  const round = await roundOf(specialist, 'Material: persons and contact details', '2026-09-10');
  assert.deepEqual(
    [round.keeper.id, (await owed(round.id, 'round')).owner_id],
    [world.people[specialist], world.people[specialist]],
  );
  const line = { line: 'entries', result: 'ok', count: 4 };
  assert.equal(
    await post(second, `/rounds/${round.id}/results`, line),
    'round.not_yours',
    'his, and nobody else’s at the post',
  );
  assert.equal(await post(specialist, `/rounds/${round.id}/results`, line), 'done');
  assert.equal(await post(specialist, `/rounds/${round.id}/complete`), 'done');
  await world.until('2026-09-11T09:00+08:00');
  const missed = (
    await read('supervisor', '/rounds?state=missed&from=2026-09-10T00:00:00Z&until=2026-09-11T00:00:00Z')
  )['items'];
  assert.deepEqual(
    missed
      .filter((one: { plan: { name: { en: string } } }) => one.plan.name.en.startsWith('Material'))
      .map((one: { plan: { name: { en: string } }; keeper: { id: string } }) => [one.plan.name.en, one.keeper.id])
      .toSorted(),
    [
      ['Material: needs and habits', world.people[second]],
      ['Material: opinions and suggestions', world.people[second]],
    ],
  );
  const next = await roundOf('supervisor', 'Material: persons and contact details', '2026-09-11');
  assert.equal(next.keeper.id, world.people[specialist], 'and the days after');
  assert.equal(await name('supervisor', 'material_contact', null), 'done');
  assert.deepEqual(
    [(await plan('material_contact')).keeper, (await plan('material_contact')).keepers.length],
    [null, 2],
  );
  assert.equal((await owed(next.id, 'round')).owner_id, null, 'its post again');
});

test('the supervisor alone classifies the material, names who answers for a kind of it, and gives customers to specialists [APRV-01]', async () => {
  world.at('2026-09-14T09:00+08:00');
  const id = await extracts(specialist);
  assert.equal(await decide(specialist, id, 'submission'), 'done');
  for (const who of [specialist, 'assistant', 'desk', 'service_head', 'manager', keeper] as const)
    if (who !== 'service_head')
      assert.equal(await decide(who, id, 'classification', CLASSIFIED), 'ticket.not_approver', who);
  assert.equal(await decide('supervisor', id, 'classification', CLASSIFIED), 'done');
  for (const who of [specialist, 'desk', 'assistant', 'plumber'] as const) {
    const { body } = await desk.send(who, 'PUT', '/round-plans/material_needs/keeper', { personId: world.people[who] });
    assert.match(body['code'], /^right\./, who);
    const give = { toId: world.people[second], way: 'given', reason: '分配跟进' };
    if (who !== specialist) assert.match(await post(who, `/tickets/${id}/offer`, give), /^right\./, who);
  }
  assert.equal(
    await post('supervisor', `/tickets/${id}/offer`, { toId: world.people[second], way: 'given', reason: '分配跟进' }),
    'done',
  );
  assert.equal(await post(second, `/tickets/${id}/offer/answer`, { accept: true }), 'done');
  assert.equal((await page(id))['owner'].id, world.people[second]);
});

test('a specialist contacts the customer given to him within a week, writes it down, and hands what he raised to its department [ROLE-01]', async () => {
  world.at('2026-09-21T09:00+08:00');
  const id = await extracts(specialist);
  assert.equal(await decide(specialist, id, 'submission'), 'done');
  assert.equal(await decide('supervisor', id, 'classification', CLASSIFIED), 'done');
  const clock = await owed(id, 'contact_customer');
  assert.deepEqual([clock.owner_id, clock.due_at], [world.people[specialist], '2026-09-28T01:00:00.000Z']);
  for (const who of ['plumber', second] as const)
    assert.match(await post(who, `/tickets/${id}/answers`, { text: '已联系' }), /^right\./, who);
  world.at('2026-09-23T10:00+08:00');
  assert.equal(await post(specialist, `/tickets/${id}/answers`, { text: '电话联系，问候并确认周末维修' }), 'done');
  assert.equal((await owed(id, 'contact_customer')).outcome, 'kept');
  const raised = await takeInMatter(
    world,
    'repair_private',
    { departmentId: world.departments['engineering'] },
    specialist,
  );
  assert.equal((await page(raised.id, specialist))['department'].id, world.departments['engineering']);
  assert.equal(await post(specialist, `/tickets/${id}/resolve`, { outcome: '已跟进' }), 'done');

  const late = await extracts(specialist);
  assert.equal(await decide(specialist, late, 'submission'), 'done');
  assert.equal(await decide('supervisor', late, 'classification', CLASSIFIED), 'done');
  await world.until('2026-09-30T10:01+08:00');
  wait(world);
  assert.ok(
    (await told(world, 'supervisor')).some((one) => one.type.includes('warn') && one.ticket?.id === late),
    'a week, and those above hear of it by itself',
  );
  for (const path of ['/acts', '/summaries', '/board'])
    assert.equal(await refusedTo(specialist, path), 'right.missing', path);
});

test('the document keeper signs for what he receives, arranges and files it, collects himself, and nobody signs for him [ROLE-29]', async () => {
  world.at('2026-10-09T09:00+08:00');
  const id = await opens('supervisor', 'filing', {
    title: '3-1202 入住资料',
    fields: { papers_of: 'move_in', papers_brought: 8 },
  });
  assert.equal((await owed(id, 'approve_receipt')).owner_id, world.people[keeper]);
  const received = { fields: { papers_received: 7, papers_lacking: '缺防火责任书' } };
  for (const who of ['supervisor', 'manager', 'desk', 'assistant'] as const)
    assert.equal(await decide(who, id, 'receipt', received), 'ticket.not_approver', who);
  assert.equal(await decide(keeper, id, 'receipt'), 'ticket.field_missing');
  assert.equal(await decide(keeper, id, 'receipt', received), 'done');
  const filed = { arranged: true, archive_number: 'HY-3-1202', archive_shelf: 'A 柜 3 层' };
  for (const missing of Object.keys(filed)) {
    const fields = Object.fromEntries(Object.entries(filed).filter(([key]) => key !== missing));
    assert.equal(await decide(keeper, id, 'filing', { fields }), 'ticket.field_missing', missing);
  }
  assert.equal(await post('supervisor', `/tickets/${id}/resolve`, { outcome: '已归档' }), 'ticket.approval_missing');
  assert.equal(await decide(keeper, id, 'filing', { fields: filed }), 'done');
  assert.equal(await post('supervisor', `/tickets/${id}/resolve`, { outcome: '已归档' }), 'done');

  const own = await opens(keeper, 'filing', {
    title: '收集装修资料',
    fields: { papers_of: 'renovation', papers_brought: 2 },
  });
  assert.equal(await decide(keeper, own, 'receipt', { fields: { papers_received: 2 } }), 'done');
  assert.equal(await decide(keeper, own, 'filing', { fields: { ...filed, archive_number: 'HY-3-1102' } }), 'done');
  assert.equal(
    await post(keeper, `/tickets/${own}/resolve`, { outcome: '已归档' }),
    'right.missing',
    'ended by those above',
  );
  const renovations = (await read(keeper, '/tickets?kind=filing&choice=papers_of:renovation&state=all'))['items'];
  assert.deepEqual(
    renovations.map((one: { id: string }) => one.id),
    [own],
  );
  const complaint = await takeInMatter(world, 'complaint');
  assert.match(await post(keeper, `/tickets/${complaint.id}/answers`, { text: '好' }), /^right\./);
  assert.equal(await refusedTo(keeper, '/customers'), 'right.missing');
});

test('the title list and the lease list are compiled by the supervisor, reviewed by the centre manager and signed for by the document keeper, in this order [APRV-09]', async () => {
  world.at('2026-11-02T09:00+08:00');
  const id = await opens('supervisor', 'unit_lists', {
    title: '十月清册',
    customerId: undefined,
    fields: { month_ends: '2026-10-31' },
  });
  const steps: [string, PersonKey, object][] = [
    ['compiled', 'supervisor', { titles: 3, leases: 1, changes: 0 }],
    ['reviewed', 'manager', { review_findings: '与登记一致' }],
    ['received', keeper, { papers_with_it: 3 }],
  ];
  for (const [at, [key, who, fields]] of steps.entries()) {
    for (const [later] of steps.slice(at + 1)) assert.notEqual(await decide(keeper, id, later, {}), 'done', later);
    for (const other of ['desk', 'assistant', 'supervisor', 'manager', keeper, 'office'] as const)
      if (other !== who)
        assert.match(await decide(other, id, key, { fields }), /^ticket\.not_approver|^right\./, `${key} ${other}`);
    assert.equal((await owed(id, `approve_${key}`)).owner_id, world.people[who]);
    assert.equal(await decide(who, id, key), 'ticket.field_missing', key);
    assert.equal(await decide(who, id, key, { fields }), 'done', key);
  }
  assert.equal((await page(id))['stage'].key, 'received');
  assert.equal(await post('supervisor', `/tickets/${id}/resolve`, { outcome: '已移交' }), 'done');
});

test('the plan of a public-benefit activity is submitted with its study and held only once it is approved [APRV-10]', async () => {
  world.at('2026-11-23T09:00+08:00');
  const fields = { feasibility: '居民愿参加', plan: '旧衣捐赠', held_on: '2026-12-05', budget: 800 };
  for (const missing of ['feasibility', 'plan', 'held_on'])
    await assert.rejects(
      opens('supervisor', 'public_benefit', {
        title: '旧衣捐赠',
        customerId: undefined,
        fields: { ...fields, [missing]: '' },
      }),
      { code: 'field.missing' },
    );
  const id = await opens('supervisor', 'public_benefit', { title: '旧衣捐赠', customerId: undefined, fields });
  assert.equal((await owed(id, 'approve_plan_approved')).owner_id, world.people.manager);
  const settle = () =>
    post('supervisor', `/tickets/${id}/resolve`, {
      outcome: '已举办',
      fields: { took_part: 60, analysis: '参与踊跃' },
    });
  assert.equal(await settle(), 'ticket.approval_missing');
  for (const who of ['supervisor', 'desk', 'assistant', 'captain'] as const)
    assert.equal(await decide(who, id, 'plan_approved'), 'ticket.not_approver', who);
  assert.equal(await decide('manager', id, 'plan_approved', { verdict: 'refused', words: '预算过高' }), 'done');
  assert.equal((await page(id))['stage'].key, 'planned');
  wait(world);
  assert.equal(await post('supervisor', `/tickets/${id}/approvals/ask`), 'done');
  assert.equal(await decide('manager', id, 'plan_approved'), 'done');
  assert.equal(await settle(), 'done');
});

const TITLE = {
  house_type: '三室两厅',
  usable_area: 98,
  built_area: 121.5,
  land_area: 14,
  used_for: '住宅',
  facilities: '储藏室 12 号',
  garage: '车位 B2-118',
  papers: '房产证、身份证复印件',
};
const LEASE = {
  tenant: '赵女士',
  lease_from: '2026-12-01',
  lease_until: '2027-11-30',
  interior: '精装',
  papers: '租赁合同',
};

test('the management administrator alone enters in the handbook who owns and who rents a unit, with his papers; a change stands beside what it replaces, with who and when [ROLE-28]', async () => {
  world.at('2026-11-30T09:00+08:00');
  const administrator = await hire(world, 'administrator', 'management_administrator');
  const brought = { placeId: world.places.flat1202, fields: { held_since: '2020-05-01', manner: 'bought' } };
  const id = await opens(administrator, 'unit_title', { title: '3-1202 产权', ...brought });
  for (const who of ['desk', 'assistant', 'supervisor', 'manager', keeper] as const)
    assert.equal(await decide(who, id, 'entry', { fields: TITLE }), 'ticket.not_approver', who);
  for (const missing of Object.keys(TITLE)) {
    const fields = Object.fromEntries(Object.entries(TITLE).filter(([key]) => key !== missing));
    assert.equal(await decide(administrator, id, 'entry', { fields }), 'ticket.field_missing', missing);
  }
  assert.equal(await decide(administrator, id, 'entry', { fields: TITLE }), 'done');
  assert.equal(await decide(administrator, id, 'verification'), 'ticket.not_approver', 'who checks is another');
  assert.equal(await post(administrator, `/tickets/${id}/resolve`, { outcome: '已登记' }), 'ticket.approval_missing');
  assert.equal(await decide('supervisor', id, 'verification'), 'done');
  assert.equal(await post(administrator, `/tickets/${id}/resolve`, { outcome: '已登记' }), 'done');
  assert.equal((await page(id))['stage'].name.en, 'In force');
  const { version } = await page(id, administrator);
  const { status } = await desk.send(administrator, 'PATCH', `/tickets/${id}`, {
    version,
    fields: { garage: '车位 B2-120' },
  });
  assert.equal(status, 200, 'kept up to date');
  const timeline = await read(administrator, `/tickets/${id}/timeline`);
  assert.ok(JSON.stringify(timeline).includes('车位 B2-118'), 'what it said before stays readable');
  const heir = await opens(administrator, 'unit_title', {
    title: '3-1202 产权变更',
    placeId: world.places.flat1202,
    customerId: world.customers.lin,
    fields: { held_since: '2026-11-20', manner: 'inherited' },
  });
  assert.equal(await decide(administrator, heir, 'entry', { fields: TITLE }), 'done');
  assert.equal(await decide('supervisor', heir, 'verification'), 'done');
  assert.equal(await post(administrator, `/tickets/${heir}/resolve`, { outcome: '已登记' }), 'done');
  const word = { text: '产权已变更登记', channel: 'counter' };
  assert.equal(await post(administrator, `/tickets/${id}/tell`, word), 'done');
  assert.equal(await post('supervisor', `/tickets/${id}/close`), 'done');
  const complaint = await takeInMatter(world, 'complaint');
  assert.match(await post(administrator, `/tickets/${complaint.id}/answers`, { text: '好' }), /^right\./);
});

test('the title list has its seven columns and the lease list its five, out of the entries in force [TITL-03] [TITL-04]', async () => {
  const administrator = 'administrator' as PersonKey;
  const lease = await opens(administrator, 'unit_lease', {
    title: '3-1202 租赁',
    placeId: world.places.flat1202,
    fields: { held_since: '2026-12-01', manner: 'let' },
  });
  assert.equal(await decide(administrator, lease, 'entry', { fields: LEASE }), 'done');
  assert.equal(await decide('supervisor', lease, 'verification'), 'done');
  assert.equal(await post(administrator, `/tickets/${lease}/resolve`, { outcome: '已登记' }), 'done');
  const [heads, ...titles] = await table('supervisor', 'unit_title');
  for (const head of ['房屋类型', '使用面积', '建筑面积', '分摊土地面积', '用途', '附属设施', '车库使用情况', '其他'])
    assert.ok(heads!.includes(head), head);
  assert.equal(titles.length, 1, 'what was replaced is not in force');
  assert.ok(titles[0]!.includes('林女士') && titles[0]!.includes('三室两厅') && titles[0]!.includes('121.5'));
  const [above, ...leases] = await table('supervisor', 'unit_lease');
  for (const head of ['承租人姓名', '租期起', '租期止', '位置', '室内装修情况', '其他'])
    assert.ok(above!.includes(head), head);
  assert.ok(leases[0]!.includes('赵女士') && leases[0]!.includes('2027-11-30') && leases[0]!.includes('3-1202'));
});

test('the owners’ service supervisor receives move-ins, compiles the title and the lease list, issues temporary passes and notices; nobody at the desk does [ROLE-26]', async () => {
  const id = await opens('supervisor', 'move_in', {
    title: '入住',
    placeId: world.places.flat1102,
    fields: { premises: 'flat', manner: 'ordinary' },
  });
  const papers = { move_in_notice: true, handover_letter: true, seller_documents: true, registration_form: true };
  assert.match(await decide('desk', id, 'papers_checked', { fields: papers }), /^ticket\.not_approver/);
  assert.equal(await decide('supervisor', id, 'papers_checked', { fields: papers }), 'done');

  const lists = await opens('supervisor', 'unit_lists', {
    title: '十一月清册',
    customerId: undefined,
    fields: { month_ends: '2026-11-30' },
  });
  const compiled = {
    fields: { titles: (await table('supervisor', 'unit_title')).length - 1, leases: 1, changes: 2 },
  };
  assert.equal(await decide('desk', lists, 'compiled', compiled), 'ticket.not_approver');
  assert.equal(await decide('supervisor', lists, 'compiled', compiled), 'done');

  const site = await hire(world, 'site', 'site_administrator');
  const pass = { pass_for: '送货司机', pass_until: '2026-12-07' };
  const passId = await opens('desk', 'temporary_pass', { title: '临时出入证', fields: pass });
  assert.equal(await decide(site, passId, 'made', { fields: { pass_number: 'L-031' } }), 'done');
  for (const who of ['desk', 'assistant', site, 'captain'] as const)
    assert.equal(await decide(who, passId, 'issued', { signedBy: '陈先生' }), 'ticket.not_approver', who);
  assert.equal(await decide('supervisor', passId, 'issued'), 'ticket.signer_missing', 'the holder signs for it');
  assert.equal(await decide('supervisor', passId, 'issued', { signedBy: '陈先生' }), 'done');
  assert.equal((await owed(passId, 'approve_recovered')).owner_id, world.people[site]);
  assert.equal(await decide(site, passId, 'recovered', { fields: { pass_back_on: '2026-12-06' } }), 'done');
  wait(world);
  assert.ok(
    (await told(world, 'captain')).some((one) => one.ticket?.id === passId),
    'security knows that it is back',
  );

  const notice = { departmentId: world.departments['engineering'], findings: '验房缺陷逾期未修', ticketId: id };
  assert.equal(await post('desk', '/notices', notice), 'right.missing');
  assert.equal(await post('supervisor', '/notices', notice), 'done');
});
