import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { beginCurrentSpotChecks } from '../../src/spot-check/commands/begin-spot-checks.ts';
import { installPlans } from '../../src/spot-check/commands/install-plans.ts';
import { newId } from '../../src/kernel/id.ts';
import { domainRoutes } from '../../src/routes.ts';
import { checkItemInput } from '../../src/spot-check/inputs.ts';
import type { Desk } from '../desk-server.ts';
import { deskOf } from '../desk-server.ts';
import { doorsOf } from '../doors.ts';
import { beginOnly, clocksAbout, hire, mend, settle, takeInMatter, told, visitsOf, wait } from '../story.ts';
import type { PersonKey } from '../world-seed.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

/** Posts of the office and above the desk: what each may do, and what it may not, through the doors everybody uses. */

let world: World;
let desk: Desk;
before(async () => {
  world = await freshWorld({ at: '2026-09-07T09:00+08:00' });
  await beginOnly(world, installPlans, beginCurrentSpotChecks);
  desk = await deskOf(world, domainRoutes);
});
after(async () => {
  await desk.close();
  await world.drop();
});

const { post, refusedTo } = doorsOf(() => desk);

test('the property manager gives plans and orders and sees them carried out; he touches no matter himself [ROLE-23]', async () => {
  const property = await hire(world, 'property', 'property_manager');
  const id = newId<'work_plan'>(world.clock.now());
  const item = { title: '排查地下车库消防栓', personId: world.people.assistant, dueAt: '2026-09-08T17:00:00+08:00' };
  const order = { id, sort: 'order', title: '消防排查', dueAt: '2026-09-09T18:00:00+08:00', items: [item] };
  assert.equal(await post('manager', '/work-plans', order), 'work_plan.giver_missing');
  assert.equal(await post('manager', '/work-plans', { ...order, giverId: world.people[property] }), 'done');
  const page = async () => (await desk.get(property, `/work-plans/${id}`)).body;
  assert.deepEqual(
    [(await page())['giver'].name, (await page())['items'], (await page())['done']],
    ['property先生', 1, 0],
  );
  assert.equal(await refusedTo('electrician', `/work-plans/${id}`), 'right.out_of_scope');
  assert.equal(
    await post(property, '/work-items', { ...item, title: '整理排查记录' }),
    'done',
    'and gives one at once',
  );
  assert.equal(await post('desk', '/work-items', { ...item, title: '整理' }), 'right.out_of_scope');
  const part = (await page())['parts'][0].id;
  assert.equal(await post('assistant', `/work-items/${part}/finish`, { outcome: '已排查' }), 'done');
  assert.equal(await post(property, `/work-items/${part}/check`, { passed: true, remark: '好' }), 'done');
  assert.equal(await post('manager', `/work-plans/${id}/report`, { report: '均完好' }), 'done');
  assert.deepEqual([(await page())['done'], (await page())['report']], [1, '均完好']);
  wait(world);
  const [heard] = (await told(world, property)).filter((one) => one.type === 'work_plan.reported');
  assert.equal(heard!.acknowledgement, 'wanted');
  const { id: ticket } = await takeInMatter(world, 'complaint');
  assert.equal(await refusedTo(property, `/tickets/${ticket}`), null);
  for (const [path, body] of [
    [`/tickets/${ticket}/answers`, { text: '马上处理' }],
    [`/tickets/${ticket}/close`, {}],
    [`/tickets/${ticket}/work-orders`, { departmentId: world.departments['engineering'], task: '去' }],
    ['/tickets', { kind: 'complaint', title: '噪音', channel: 'phone' }],
  ] as const)
    assert.equal(await post(property, path, body), 'right.missing', path);
  assert.equal(await refusedTo(property, '/customers'), 'right.missing');
});

test('the deputy head checks the daily service, hears disputes and urges repairs; he rules on nothing and closes nothing [ROLE-14]', async () => {
  const deputy = await hire(world, 'second', 'deputy_office_head');
  const given = { title: '巡查大堂', personId: world.people.desk, dueAt: '2026-09-07T17:00:00+08:00' };
  assert.equal(await post(deputy, '/work-items', given), 'done');
  const mine = (await desk.get(deputy, `/work-items?person=${world.people.desk}`)).body['items'];
  const item = mine.find((one: { title: string }) => one.title === '巡查大堂').id;
  assert.equal(await post(deputy, `/work-items/${item}/check`, { passed: true }), 'work_item.not_done');
  assert.equal(await post('desk', `/work-items/${item}/finish`, { outcome: '无异常' }), 'done');
  const back = { passed: false, remark: '灯坏未记', dueAt: '2026-09-07T18:00:00+08:00' };
  assert.equal(await post(deputy, `/work-items/${item}/check`, back), 'done');
  const found = { departmentId: world.departments['engineering'], text: '大堂灯损坏三日未修', way: 'to_department' };
  assert.equal(await post(deputy, '/findings', found), 'done');
  const notices = (await desk.get('maintenance', '/notices?state=all')).body['items'];
  assert.equal(notices.filter((one: { findings: string }) => one.findings === found.text).length, 1);
  const repair = await takeInMatter(world, 'repair_public');
  assert.equal(await post(deputy, `/tickets/${repair.id}/urgings`, { onBehalfOf: 'centre', words: '请尽快' }), 'done');
  wait(world);
  assert.ok((await told(world, 'desk')).some((one) => one.type === 'ticket.urged'));
  const dispute = await takeInMatter(world, 'dispute', { fields: { about: 'noise' } });
  assert.equal(await post(deputy, `/tickets/${dispute.id}/dispute/parties`, { name: '租客小吴' }), 'done');
  const ask = { question: '是否减免?', askedOf: 'centre_manager' };
  assert.equal(await post(deputy, `/tickets/${dispute.id}/rulings`, ask), 'done');
  const ruling = (await desk.get(deputy, `/tickets/${dispute.id}`)).body['rulings'][0].id;
  const decide = { rulingId: ruling, decision: '同意' };
  assert.equal(await post(deputy, `/tickets/${dispute.id}/rulings/decide`, decide), 'right.missing');
  assert.equal(await post(deputy, `/tickets/${dispute.id}/close`), 'right.missing');
  assert.equal(await refusedTo(deputy, '/acts'), 'right.missing', 'the journal of administration is not his');
  assert.equal(await refusedTo('desk', '/spot-checks'), 'right.missing');
  assert.equal(await refusedTo(deputy, '/spot-checks'), null);
});

test('the centre manager owes the spot checks of each month, looks at what was drawn, and turns an analysis into action [ROLE-25]', async () => {
  const ticket = await takeInMatter(world, 'leak');
  await mend(world, ticket);
  await settle(world, ticket);
  const [visit] = await visitsOf(world, ticket.id);
  const said = { reachedWhom: '陈先生', satisfaction: 5, opinion: '好' };
  assert.equal(await post('desk', `/return-visits/${visit!.id}/make`, said), 'done');
  await world.until('2026-10-01T00:05+08:00');
  const { items } = (await desk.get('manager', '/spot-checks?plan=return_visits_monthly')).body;
  const check = items.find((one: { begins: string }) => one.begins === '2026-09-01');
  assert.deepEqual([check.owner.name, check.state, check.population, check.drawn], ['许经理', 'to_check', 1, 1]);
  const drawn = (await desk.get('manager', `/spot-checks/${check.id}`)).body['items'][0];
  const passed = ['asked', 'true_result', 'followed'].map((criterion) => ({ criterion, passed: true }));
  const fault = { criterion: 'complete', passed: false, finding: '回访单漏填', way: 'to_department' };
  const sheet = checkItemInput.parse({ results: [...passed, fault] });
  const look = (who: PersonKey) => post(who, `/spot-check-items/${drawn.id}/check`, sheet);
  const complete = (who: PersonKey) =>
    post(who, `/spot-checks/${check.id}/complete`, { conclusion: '一份漏填，已发整改' });
  assert.equal(await look('service_head'), 'spot_check.not_yours');
  assert.equal(await look('desk'), 'right.missing');
  assert.equal(await complete('manager'), 'spot_check.items_open');
  assert.equal(await look('manager'), 'done');
  assert.equal(await complete('manager'), 'done');
  assert.equal((await clocksAbout(world, check.id))[0]!.outcome, 'kept');
  const { items: notices } = (await desk.get('manager', '/notices?source=spot_check&state=all')).body;
  assert.deepEqual([notices.length, notices[0].findings], [1, '回访单漏填']);
  const span = 'from=2026-09-01T00:00:00Z&until=2026-10-01T00:00:00Z';
  assert.equal(await refusedTo('manager', `/figures/causes?${span}`), null);
  assert.equal(await refusedTo('desk', `/figures/causes?${span}`), 'right.missing');
  const id = newId<'improvement'>(world.clock.now());
  const action = {
    id,
    sort: 'corrective',
    departmentId: world.departments['customer_service'],
    title: '回访单漏填',
    causeSort: 'method',
    cause: '无复核',
    measures: [{ text: '当日复核', personId: world.people.supervisor, dueAt: '2026-10-10T18:00:00+08:00' }],
    checkAt: '2026-10-20T18:00:00+08:00',
    checkById: world.people.manager,
  };
  assert.equal(await post('desk', '/improvements', action), 'right.missing');
  assert.equal(await post('manager', '/improvements', action), 'done');
  const measure = (await desk.get('manager', `/improvements/${id}`)).body['plan'][0].id;
  const judge = { worked: true, text: '抽查十份均完整' };
  assert.equal(await post('manager', `/improvements/${id}/judge`, judge), 'improvement.not_carried_out');
  assert.equal(await post('supervisor', `/improvement-measures/${measure}/report`, { text: '已执行' }), 'done');
  assert.equal(await post('supervisor', `/improvements/${id}/judge`, judge), 'improvement.not_your_check');
  assert.equal(await post('manager', `/improvements/${id}/judge`, judge), 'done');
});

/** What an office post may do: read tickets, open one, see customers, figures; handle a matter; edit people. */
const ACTS = ['see', 'open', 'customers', 'figures', 'handle', 'assign', 'close', 'people'] as const;
type Act = (typeof ACTS)[number];

async function may(who: PersonKey, act: Act, ticket: string): Promise<boolean> {
  const span = 'from=2026-09-01T00:00:00Z&until=2026-10-01T00:00:00Z';
  const opened = { kind: 'help', title: '搬物', channel: 'counter', customerId: world.customers.chen };
  const asked: Record<Act, () => Promise<string | null>> = {
    see: () => refusedTo(who, `/tickets/${ticket}`),
    open: () => post(who, '/tickets', { ...opened, placeId: world.places.flat1202, fields: { help_with: 'carrying' } }),
    customers: () => refusedTo(who, '/customers'),
    figures: () => refusedTo(who, `/figures/overview?${span}`),
    handle: () => post(who, `/tickets/${ticket}/answers`, { text: '马上处理' }),
    assign: () =>
      post(who, '/work-items', { title: '代办', personId: world.people.desk, dueAt: '2026-12-01T09:00:00Z' }),
    close: () => post(who, `/tickets/${ticket}/close`),
    people: () => refusedTo(who, `/posts/${world.posts['front_desk_clerk']}/versions`),
  };
  const answer = await asked[act]();
  assert.ok(answer === null || answer === 'done' || answer.startsWith('right.'), `${who} ${act}: ${answer}`);
  return answer === null || answer === 'done';
}

const OFFICE: [string, Act[]][] = [
  ['general_manager_office', ['figures']],
  ['superior_department', ['figures']],
  ['administration_supervisor', ['people']],
  ['customer_service_specialist', ['see', 'open', 'customers']],
  ['reception_person', ['see', 'open', 'customers']],
  ['inspection_escort', ['customers']],
  ['permits_keys_assistant', ['see', 'open', 'customers', 'figures']],
  ['business_centre_clerk', ['see', 'open', 'customers']],
  ['management_administrator', ['see', 'open', 'customers']],
  ['document_keeper', ['see', 'open']],
  ['statistician', ['see', 'figures']],
  ['form_distributor', ['customers']],
  ['form_collector', ['customers']],
  ['equipment_supervisor', []],
  ['site_supervisor', ['open', 'customers']],
  ['site_administrator', ['open', 'customers']],
  ['planning_finance_officer', ['figures']],
];

test('every office post may do what its duties say, and nothing of others’', async () => {
  const { id } = await takeInMatter(world, 'complaint');
  for (const [key, allowed] of OFFICE) {
    const who = await hire(world, key.replaceAll('_', '.'), key);
    const answers = [];
    for (const act of ACTS) if (await may(who, act, id)) answers.push(act);
    assert.deepEqual(answers, allowed, key);
  }
});

test('an office clerk is given work by the day plan and is proposed for no customer’s matter', async () => {
  const keeper = 'document.keeper' as PersonKey;
  const { id } = await takeInMatter(world, 'complaint');
  const owners = (await desk.get('supervisor', `/tickets/${id}/owners`)).body['items'];
  const ids = owners.map((one: { id: string }) => one.id);
  assert.ok(!ids.includes(world.people[keeper]));
  assert.ok(ids.includes(world.people['customer.service.specialist' as PersonKey]));
  const given = { title: '归档九月投诉单', personId: world.people[keeper], dueAt: '2026-12-01T17:00:00+08:00' };
  assert.equal(await post('supervisor', '/work-items', given), 'done');
  const [mine] = (await desk.get(keeper, '/work-items')).body['items'];
  assert.deepEqual([mine.title, mine.state], ['归档九月投诉单', 'given']);
  assert.equal(await post(keeper, `/work-items/${mine.id}/finish`, { outcome: '已归档' }), 'done');
});
