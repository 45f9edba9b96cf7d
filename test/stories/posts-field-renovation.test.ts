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

/** A renovation after its reviews: copy, papers, payment, passes, the site, passes back, what was deposited. */

let world: World;
let desk: Desk;
let keeper: PersonKey;
let site: PersonKey;
let equipment: PersonKey;
before(async () => {
  world = await freshWorld({ at: '2026-09-07T09:00+08:00' });
  desk = await deskOf(world, domainRoutes);
  equipment = await hire(world, 'equipment', 'equipment_supervisor');
  site = await hire(world, 'site', 'site_supervisor');
  keeper = await hire(world, 'sitekeeper', 'site_administrator');
});
after(async () => {
  await desk.close();
  await world.drop();
});

type Ticket = Id<'ticket'>;
const { post, read, refusedTo } = doorsOf(() => desk);
const page = (id: Ticket, who: PersonKey = 'desk') => read(who, `/tickets/${id}`);
const owed = async (id: string, kind: string) => (await clocksAbout(world, id)).findLast((one) => one.kind === kind)!;
const give = (who: PersonKey, id: Ticket, approval: string, fields: object = {}, over: object = {}) =>
  post(who, `/tickets/${id}/approvals`, { approval, verdict: 'approved', fields, ...over });
const stageOf = async (id: Ticket) => (await page(id))['stage'].key;
const approval = async (id: Ticket, key: string) =>
  (await page(id))['approvals'].find((one: { key: string }) => one.key === key);

const APPLICATION = {
  works_sort: 'kitchen_bath',
  works: '厨房改水电',
  starts_on: '2026-09-14',
  ends_on: '2026-10-14',
  contractor: '匠心装饰',
  foreman: '马工',
  workers: 3,
};
const REGISTERED = {
  registration_form: true,
  workers_papers: true,
  papers_copied: true,
  workers_photos: true,
};
const HANDBOOK = { handbook_edition: '2026 版', handbook_given_on: '2026-09-07' };
const PAID = { charges: 300, deposit: 2000, receipt_number: 'R-0907' };
const PASSES = { passes: 3, pass_numbers: 'L-101 至 L-103', passes_until: '2026-10-14' };
const RULES = [
  'as_permitted',
  'structure_intact',
  'waste_removed',
  'hours_kept',
  'fire_safety',
  'common_protected',
  'workers_with_pass',
];
const SOUND = Object.fromEntries(RULES.map((key) => [key, 'in_order']));
const RETURNED = { passes_returned: 3, passes_missing: false };

async function applied(): Promise<Ticket> {
  const matter = { title: '装修申请', channel: 'counter', fields: APPLICATION };
  const { id } = await takeInMatter(world, 'renovation', matter);
  await bringPapers(world, 'desk', id);
  return id;
}

async function reviewed(): Promise<Ticket> {
  const id = await applied();
  assert.equal(await give('desk', id, 'spot_check', { rules_given: true }), 'done');
  assert.equal(await give(equipment, id, 'first_review', { load_bearing: false }), 'done');
  assert.equal(await give('office', id, 'second_review', { conditions: '8:00-18:00 施工' }), 'done');
  return id;
}

/** What is owed for the works is charged, taken and receipted: the step that waits for it may be taken. */
async function charged(id: Ticket): Promise<void> {
  const charge = { ticketId: id, item: 'renovation_charge', amount: 230_000, dueDay: '2026-12-31' };
  assert.equal(await post('cashier', '/charges', charge), 'done');
}
async function collected(id: Ticket): Promise<void> {
  const payment = { customerId: world.customers.chen, amount: 230_000, way: 'cash' };
  assert.equal(await post('cashier', '/charge-receipts', payment), 'done');
  assert.equal((await read('cashier', `/charges?ticket=${id}`))['sums'].open, 0);
}

/** The foreman signs that he knows the rules. */
async function bound(id: Ticket): Promise<void> {
  assert.equal(await give(keeper, id, 'rules_acknowledged', HANDBOOK, { signedBy: '马工' }), 'done');
}

async function atWork(): Promise<Ticket> {
  const id = await reviewed();
  assert.equal(await give('assistant', id, 'copy_delivered', {}, { signedBy: '陈先生' }), 'done');
  await bound(id);
  assert.equal(await give(keeper, id, 'registration', REGISTERED), 'done');
  await charged(id);
  await collected(id);
  assert.equal(await give('cashier', id, 'payment', PAID), 'done');
  assert.equal(await give(keeper, id, 'passes_made', PASSES), 'done');
  assert.equal(await give('supervisor', id, 'passes_issued'), 'done');
  return id;
}

/** Nobody of these may give it, whatever comes with it. */
async function refusedToAll(id: Ticket, key: string, fields: object, people: readonly PersonKey[]): Promise<void> {
  for (const who of people) {
    const answer = await give(who, id, key, fields);
    assert.ok(['ticket.not_approver', 'right.out_of_scope'].includes(answer), `${who} ${key}: ${answer}`);
  }
}

test('a renovation goes from the check on the spot over both reviews and the cashier’s signature to passes made by the site administrator and issued by customer service, each by its own and in this order [APRV-06] [RENO-05] [RENO-06]', async () => {
  const id = await applied();
  await refusedToAll(id, 'spot_check', { rules_given: true }, ['maintenance', 'office', 'cashier', keeper, equipment]);
  assert.equal(await give('desk', id, 'spot_check', { rules_given: true }), 'done');
  await refusedToAll(id, 'first_review', { load_bearing: false }, ['desk', 'office', 'maintenance', keeper]);
  assert.equal(await give(equipment, id, 'first_review', { load_bearing: false }), 'done', 'filled in as it is given');
  const review = async () => (await clocksAbout(world, id)).find((one) => one.kind === 'review')!;
  assert.equal((await review()).outcome, null, 'an earlier review is not the whole');
  await refusedToAll(id, 'second_review', { conditions: '无' }, ['desk', 'manager', equipment]);
  assert.equal(await give('office', id, 'second_review', { conditions: '8:00-18:00 施工' }), 'done');
  assert.equal((await review()).outcome, 'kept');

  assert.equal(await give(keeper, id, 'registration', REGISTERED), 'ticket.approval_missing', 'the owner’s copy first');
  assert.equal((await owed(id, 'approve_copy_delivered')).due_at, '2026-09-08T01:00:00.000Z');
  assert.equal(await give('assistant', id, 'copy_delivered'), 'ticket.signer_missing');
  assert.equal(await give('assistant', id, 'copy_delivered', {}, { signedBy: '陈先生' }), 'done');
  assert.equal(await stageOf(id), 'approved', 'three are waited for, one is given');
  assert.equal(await give(keeper, id, 'registration', REGISTERED), 'ticket.approval_missing', 'then the rules');
  await bound(id);

  assert.equal((await owed(id, 'approve_registration')).owner_id, world.people[keeper]);
  await refusedToAll(id, 'registration', REGISTERED, ['desk', 'supervisor', 'cashier', equipment, 'guard']);
  for (const missing of Object.keys(REGISTERED)) {
    const fields = Object.fromEntries(Object.entries(REGISTERED).filter(([key]) => key !== missing));
    assert.equal(await give(keeper, id, 'registration', fields), 'ticket.field_missing', missing);
  }
  assert.equal(await give('cashier', id, 'payment', PAID), 'ticket.approval_missing', 'nothing is paid before');
  assert.equal(await give(keeper, id, 'registration', REGISTERED), 'done');
  assert.equal(await stageOf(id), 'registered');

  assert.equal((await owed(id, 'approve_payment')).owner_id, world.people.cashier);
  assert.equal(await give(keeper, id, 'passes_made', PASSES), 'ticket.approval_missing', 'no passes before payment');
  await refusedToAll(id, 'payment', PAID, [keeper, site, 'desk', 'supervisor', 'office']);
  await charged(id);
  await collected(id);
  assert.equal(await give('cashier', id, 'payment', PAID), 'done');
  assert.equal(await give('supervisor', id, 'passes_issued'), 'ticket.approval_missing', 'none are made yet');
  await refusedToAll(id, 'passes_made', PASSES, ['supervisor', 'cashier', 'desk', 'guard']);
  assert.equal(await give(keeper, id, 'passes_made', PASSES), 'done');
  assert.equal(await stageOf(id), 'paid');
  await refusedToAll(id, 'passes_issued', {}, [keeper, site, 'cashier', 'desk']);
  assert.equal(await give('supervisor', id, 'passes_issued'), 'done');
  assert.equal(await stageOf(id), 'works');
});

test('the copy of the reviewed application is delivered on the next day, or it is late [RENO-04]', async () => {
  world.at('2026-09-08T09:00+08:00');
  const id = await reviewed();
  assert.equal((await owed(id, 'approve_copy_delivered')).due_at, '2026-09-09T01:00:00.000Z');
  await world.until('2026-09-09T09:01+08:00');
  assert.equal(await give('desk', id, 'copy_delivered', {}, { signedBy: '陈太太' }), 'done');
  assert.equal((await owed(id, 'approve_copy_delivered')).outcome, 'late');
  assert.equal((await approval(id, 'copy_delivered')).decisions[0].signedBy, '陈太太');
});

test('as the passes are issued the owner is to be told that work may start, and the site supervisor knows that the site is his [RENO-07]', async () => {
  world.at('2026-09-09T10:00+08:00');
  const id = await atWork();
  const tell = await owed(id, 'tell_start');
  assert.deepEqual([tell.due_at, tell.outcome], ['2026-09-09T06:00:00.000Z', null], 'four hours');
  wait(world);
  const [message] = (await told(world, site)).filter((one) => one.type === 'ticket.approval_told');
  assert.deepEqual([message!.ticket?.id, message!.acknowledgement], [id, 'wanted']);
  assert.equal(await post('desk', `/tickets/${id}/answers`, { text: '出入证已办好，可以开工' }), 'done');
  assert.equal((await owed(id, 'tell_start')).outcome, 'kept');
  const toldOf = async () => (await approval(id, 'passes_issued')).told;
  const knows = async (name: string) =>
    (await toldOf()).find((one: { person: { name: string } }) => one.person.name === name).knownAt;
  assert.equal(await knows('site先生'), null);
  assert.equal(await post(site, `/notifications/${message!.id}/acknowledge`), 'done');
  assert.ok(await knows('site先生'));
  assert.equal(await knows('sitekeeper先生'), null, 'each for himself');
});

test('site administrator and supervisor check papers, make and recover passes, and look at the site; they take no money, issue nothing alone and settle nothing [ROLE-30]', async () => {
  world.at('2026-09-10T09:00+08:00');
  const id = await atWork();
  const check = await owed(id, 'approve_site_check');
  assert.deepEqual([check.owner_id, check.due_at], [world.people[keeper], '2026-09-11T01:00:00.000Z'], 'within a day');
  await refusedToAll(id, 'site_check', SOUND, ['desk', 'supervisor', 'cashier', 'guard', equipment]);
  const found = { ...SOUND, waste_removed: 'violation', site_remarks: '垃圾堆放楼道' };
  assert.equal(await give(keeper, id, 'site_check', found), 'ticket.line_failed');
  const no = { verdict: 'refused', words: '垃圾未清运' };
  assert.equal(await give(keeper, id, 'site_check', found, no), 'done');
  wait(world);
  const [order] = (await page(id))['workOrders'];
  assert.equal(order.task, '垃圾清运，公共区域整洁: 违规，须整改\n垃圾堆放楼道');
  assert.equal(await post('desk', `/tickets/${id}/stage`, { stage: 'acceptance' }), 'ticket.stage_not_next');
  const hands = { personId: world.people[keeper] };
  assert.equal(await post('maintenance', `/work-orders/${order.id}/accept`, hands), 'done');
  const done = { findings: '已通知业主整改', measures: '垃圾已清运', minutes: 20 };
  assert.equal(await post(keeper, `/work-orders/${order.id}/finish`, done), 'done');
  assert.equal(await post('desk', `/tickets/${id}/approvals/ask`), 'done');
  assert.equal(await give(site, id, 'site_check', { waste_removed: 'in_order' }), 'done', 'the supervisor may as well');
  assert.equal(await stageOf(id), 'works_checked');

  for (const who of [keeper, site]) {
    for (const [path, body] of [
      [`/tickets/${id}/close`, {}],
      [`/tickets/${id}/work-orders`, { departmentId: world.departments['engineering'], task: '去' }],
    ] as const)
      assert.equal(await post(who, path, body), 'right.missing', `${who} ${path}`);
    await refusedToAll(id, 'payment', PAID, [who]);
    await refusedToAll(id, 'settlement', { deposit_refunded: 2000 }, [who]);
    assert.equal(await refusedTo(who, '/summaries'), 'right.missing');
  }
  assert.equal(await give(site, id, 'works_accepted', { accepted_on: '2026-10-14' }), 'ticket.approval_too_early');
  assert.equal(await post('desk', `/tickets/${id}/stage`, { stage: 'acceptance' }), 'done');
  assert.equal((await owed(id, 'approve_works_accepted')).owner_id, world.people[site]);
  await refusedToAll(id, 'works_accepted', { accepted_on: '2026-10-14' }, [keeper, 'desk', 'maintenance']);
  assert.equal(await give(keeper, id, 'passes_recovered', RETURNED), 'ticket.approval_missing');
  assert.equal(await give(site, id, 'works_accepted', { accepted_on: '2026-10-14' }), 'done');
  assert.equal(await give(keeper, id, 'passes_recovered', { passes_returned: 2, passes_missing: true }), 'done');
  assert.equal(await stageOf(id), 'passes_back');
});

test('the cashier collects and signs, and nothing goes on without; amounts must be numbers, and what was kept back is said with its reason; without the receipt on record he does not sign [ROLE-32] [FINC-03]', async () => {
  world.at('2026-09-11T09:00+08:00');
  const id = await reviewed();
  assert.equal(await give('assistant', id, 'copy_delivered', {}, { signedBy: '陈先生' }), 'done');
  await bound(id);
  assert.equal(await give(keeper, id, 'registration', REGISTERED), 'done');
  wait(world);
  assert.ok((await told(world, 'cashier')).some((one) => one.type === 'ticket.to_approve' && one.ticket?.id === id));
  const { status, body } = await desk.send('cashier', 'POST', `/tickets/${id}/approvals`, {
    approval: 'payment',
    verdict: 'approved',
    fields: { ...PAID, charges: '三百' },
  });
  assert.deepEqual([status, body['code'], body['params'].path], [422, 'field.unfit', 'fields.charges']);
  for (const missing of Object.keys(PAID)) {
    const fields = Object.fromEntries(Object.entries(PAID).filter(([key]) => key !== missing));
    assert.equal(await give('cashier', id, 'payment', fields), 'ticket.field_missing', missing);
  }
  assert.equal(await give('cashier', id, 'payment', { ...PAID, conditions: '改' }), 'field.not_asked');
  assert.equal(await post('desk', `/tickets/${id}/stage`, { stage: 'paid' }), 'ticket.approval_missing');
  const unpaid = { verdict: 'refused', words: '押金不足' };
  assert.equal(await give('cashier', id, 'payment', {}, unpaid), 'done');
  wait(world);
  assert.equal(await stageOf(id), 'registered');
  assert.equal(await post('desk', `/tickets/${id}/approvals/ask`), 'done');
  assert.equal(await give('cashier', id, 'payment', PAID), 'charge.matter_without_receipt');
  const shown = (await page(id, 'cashier'))['approvals'].find((one: { key: string }) => one.key === 'payment');
  assert.equal(shown.can.decide?.code, 'charge.matter_without_receipt', 'the screen says so');
  await charged(id);
  assert.equal(await give('cashier', id, 'payment', PAID), 'charge.matter_owes');
  await collected(id);
  assert.equal(await give('cashier', id, 'payment', PAID), 'done');
  const paid = await approval(id, 'payment');
  assert.deepEqual(
    [paid.decisions.map((one: { verdict: string }) => one.verdict), paid.signature],
    [['refused', 'approved'], 'own'],
  );
  for (const key of ['registration', 'passes_made', 'passes_issued', 'second_review'])
    await refusedToAll(id, key, {}, ['cashier']);
});

test('security hears as passes come back, whoever heads it, and says that it knows; then the fees are settled and the matter can end [ROLE-33] [RENO-08]', async () => {
  world.at('2026-09-14T09:00+08:00');
  const id = await atWork();
  assert.equal(await give(keeper, id, 'site_check', SOUND), 'done');
  assert.equal(await post('desk', `/tickets/${id}/stage`, { stage: 'acceptance' }), 'done');
  assert.equal(await give(site, id, 'works_accepted', { accepted_on: '2026-10-14' }), 'done');
  const heard = async (who: PersonKey) =>
    (await told(world, who)).filter((one) => one.type === 'ticket.approval_told' && one.ticket?.id === id);
  assert.deepEqual(await heard('captain'), [], 'not before');
  const missing = { passes_returned: 2, passes_missing: true, missing_numbers: 'L-103' };
  assert.equal(await give(keeper, id, 'passes_recovered', missing), 'done');
  wait(world);
  const [message] = await heard('captain');
  assert.deepEqual(
    [message!.ticket?.id, message!.params['approval'], message!.acknowledgement],
    [id, 'passes_recovered', 'wanted'],
  );
  for (const who of ['guard', 'maintenance', 'cleaning'] as const) assert.deepEqual(await heard(who), [], who);
  const shown = async () => (await approval(id, 'passes_recovered')).told;
  assert.deepEqual(
    (await shown()).map((one: { person: { name: string }; knownAt: string | null }) => [one.person.name, one.knownAt]),
    [['卫队长', null]],
  );
  assert.equal(await post('guard', `/notifications/${message!.id}/acknowledge`), 'notification.unknown');
  assert.equal(await post('captain', `/notifications/${message!.id}/acknowledge`), 'done');
  assert.ok((await shown())[0].knownAt);
  const fields = (await page(id, 'captain'))['fields'];
  assert.equal(
    fields.find((one: { key: string }) => one.key === 'missing_numbers').value,
    'L-103',
    'which are still out there',
  );
  await refusedToAll(id, 'passes_recovered', RETURNED, ['captain', 'guard']);

  const settle = () => post('desk', `/tickets/${id}/resolve`, { outcome: '完工，费用结清' });
  assert.equal(await settle(), 'ticket.approval_missing');
  const refund = { deposit_refunded: 1950, deductions: 50, deducted_for: '遗失出入证一张', refund_receipt: 'T-0914' };
  assert.equal(await give('cashier', id, 'settlement', refund), 'done');
  assert.equal(await settle(), 'done');
});

test('the contractor acknowledges the fit-out rules before anybody is registered, the site is checked against them point by point, and a point that fails leads to a violation notice that the owner signs for and that is looked at again on site [RENO-20]', async () => {
  world.at('2026-09-16T09:00+08:00');
  const id = await reviewed();
  assert.equal(await give('assistant', id, 'copy_delivered', {}, { signedBy: '陈先生' }), 'done');
  assert.equal((await owed(id, 'approve_rules_acknowledged')).state, 'running', 'owed as the copy is delivered');
  await refusedToAll(id, 'rules_acknowledged', HANDBOOK, ['cashier', 'maintenance', 'guard', equipment]);
  const signed = { signedBy: '马工' };
  assert.equal(await give(keeper, id, 'rules_acknowledged', HANDBOOK), 'ticket.signer_missing', 'somebody signs');
  for (const missing of Object.keys(HANDBOOK)) {
    const fields = Object.fromEntries(Object.entries(HANDBOOK).filter(([key]) => key !== missing));
    assert.equal(await give(keeper, id, 'rules_acknowledged', fields, signed), 'ticket.field_missing', missing);
  }
  assert.equal(await give(keeper, id, 'registration', REGISTERED), 'ticket.approval_missing', 'no worker before');
  assert.equal(await post('desk', `/tickets/${id}/stage`, { stage: 'registered' }), 'ticket.approval_missing');
  await bound(id);
  const [bond] = (await approval(id, 'rules_acknowledged')).decisions;
  assert.deepEqual([bond.signedBy, bond.by.name, typeof bond.at], ['马工', 'sitekeeper先生', 'string']);
  assert.equal(await give(keeper, id, 'registration', REGISTERED), 'done');
  await charged(id);
  await collected(id);
  assert.equal(await give('cashier', id, 'payment', PAID), 'done');
  assert.equal(await give(keeper, id, 'passes_made', PASSES), 'done');
  assert.equal(await give('supervisor', id, 'passes_issued'), 'done');

  for (const rule of RULES) {
    const fields = Object.fromEntries(Object.entries(SOUND).filter(([key]) => key !== rule));
    assert.equal(await give(keeper, id, 'site_check', fields), 'ticket.field_missing', `${rule} is looked at`);
  }
  const all = async () => (await read('desk', `/tickets?kind=violation_notice&state=all`))['items'];
  const before = new Set((await all()).map((one: { id: string }) => one.id));
  const notices = async () => (await all()).filter((one: { id: string }) => !before.has(one.id));
  const found = {
    ...SOUND,
    fire_safety: 'violation',
    common_protected: 'violation',
    site_remarks: '未配灭火器，电梯无保护',
  };
  assert.equal(await give(keeper, id, 'site_check', found), 'ticket.line_failed');
  assert.equal(await give(keeper, id, 'site_check', found, { verdict: 'refused', words: '两项不合格' }), 'done');
  assert.equal((await notices()).length, 2, 'one for each point that failed');
  const opened = await Promise.all((await notices()).map(({ id: one }: { id: Ticket }) => page(one, 'supervisor')));
  const ruleOf = (one: Record<string, any>) => one['fields'].find(({ key }: { key: string }) => key === 'rule').value;
  assert.deepEqual(opened.map(ruleOf).toSorted(), ['电梯及公共部位已做保护', '配备灭火器，临时用电规范'].toSorted());
  const notice = opened.find((one) => ruleOf(one).startsWith('配备'))!;
  assert.deepEqual(
    [notice['need'], notice['customer'].name, notice['place'].code, notice['stage'].class],
    ['未配灭火器，电梯无保护', '陈先生', '3-1202', 'new'],
    'to the owner, of his flat',
  );
  assert.ok(
    notice['links'].some((one: { id: string; why: string }) => one.id === id && one.why === 'caused_by'),
    'it hangs together with the works',
  );
  assert.equal(await stageOf(id), 'works', 'they do not go on as checked');

  const it = notice['id'] as Ticket;
  assert.equal((await owed(it, 'approve_served')).outcome, null, 'serving it is owed');
  const until = { put_right_by: '2026-09-20' };
  await refusedToAll(it, 'served', until, ['desk', 'cashier', 'guard']);
  assert.equal(await give(keeper, it, 'served', {}, { signedBy: '陈先生' }), 'ticket.field_missing', 'by which day');
  assert.equal(await give(keeper, it, 'served', until), 'ticket.signer_missing');
  assert.equal(await give(site, it, 'looked_at_again', { put_right_on: '2026-09-18' }), 'ticket.approval_missing');
  assert.equal(await give(keeper, it, 'served', until, { signedBy: '陈先生' }), 'done');
  assert.equal((await approval(it, 'served')).decisions[0].signedBy, '陈先生');
  assert.equal(await stageOf(it), 'served');
  await world.until('2026-09-24T09:01+08:00');
  assert.ok((await owed(it, 'approve_looked_at_again')).due_at < world.clock.now(), 'overdue by itself');
  assert.equal(await give(site, it, 'looked_at_again', { put_right_on: '2026-09-24' }), 'done');
  assert.equal((await owed(it, 'approve_looked_at_again')).outcome, 'late');
  assert.equal(await give(keeper, id, 'site_check', found), 'ticket.line_failed', 'the other point still stands');
  assert.equal(await post('desk', `/tickets/${id}/approvals/ask`), 'done');
  const right = { fire_safety: 'in_order', common_protected: 'in_order' };
  assert.equal(await give(site, id, 'site_check', right), 'done');
  assert.equal(await stageOf(id), 'works_checked');
});
