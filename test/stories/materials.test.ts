import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { newId } from '../../src/kernel/id.ts';
import { domainRoutes } from '../../src/routes.ts';
import type { Desk } from '../desk-server.ts';
import { deskOf } from '../desk-server.ts';
import { doorsOf } from '../doors.ts';
import { begin, clocksAbout, typesTold, wait } from '../story.ts';
import type { PersonKey } from '../world-seed.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

/** What material is planned, asked for, bought and issued, and the reports and plans it stands in. It is Monday, 28 September 2026. */

let world: World;
let desk: Desk;
const ids: Record<string, string> = {};
before(async () => {
  world = await freshWorld({ at: '2026-09-28T09:00+08:00' });
  desk = await deskOf(world, domainRoutes);
  await begin(world);
  await budget('service_head', 'customer_service', { office: 3_000, training: 500 });
  await budget('maintenance', 'engineering', { repairs: 5_000, materials: 1_000, training: 400 });
});
after(async () => {
  await desk.close();
  await world.drop();
});

type Body = Record<string, any>;
const { post, read, refusedTo } = doorsOf(() => desk);
const yuan = (amount: number): number => amount * 100;
const dept = (key: string) => world.departments[key]!;
const service = () => dept('customer_service');
const person = (who: PersonKey) => world.people[who];
const put = async (who: PersonKey, path: string, body: object) => {
  const { status, body: answer } = await desk.send(who, 'PUT', path, body);
  return status < 300 ? 'done' : answer['code'];
};
const idOf = async (who: PersonKey, path: string, body: object): Promise<string> => {
  const answer = await desk.send(who, 'POST', path, body);
  assert.ok(answer.body['id'], JSON.stringify(answer.body));
  return answer.body['id'];
};
const owedBy = async (who: PersonKey, kind: string): Promise<Body[]> =>
  (await read(who, '/work/mine'))['groups']
    .flatMap((group: { items: Body[] }) => group.items)
    .filter((one: Body) => one['clock'].kind === kind);

async function budget(head: PersonKey, department: string, amounts: Record<string, number>) {
  const lines = Object.entries(amounts).map(([key, amount]) => ({ key, amount: yuan(amount) }));
  const id = await idOf(head, '/budgets', { departmentId: dept(department), month: '2026-10', lines, seen: 0 });
  assert.equal(await post('manager', `/budgets/${id}/decide`, { version: 1, decision: 'approved' }), 'done');
}

const paper = { name: '打印纸', unit: '箱', costKind: 'office', price: yuan(150), keepAtLeast: 2 };
const ofPaper = (quantity: number, more: object = {}) => ({
  materialId: ids['paper'],
  quantity,
  price: yuan(150),
  neededBy: '2026-10-12',
  personId: person('desk'),
  ...more,
});
const plan = (lines: object[], seen: number, more: object = {}) => ({
  departmentId: service(),
  month: '2026-10',
  lines,
  seen,
  ...more,
});
const monthOf = (who: PersonKey, department = service()) =>
  read(who, `/material-plans/month?department=${department}&month=2026-10`);
const lineOf = (page: Body, id = ids['paper']) => page['lines'].find((one: Body) => one['material'].id === id);

test('the supervisor keeps the register and draws up the material plan, the head of the department approves it and nobody his own [ASST-06]', async () => {
  for (const [who, body, code] of [
    ['desk', paper, 'right.missing'],
    ['leader', paper, 'right.missing'],
    ['supervisor', { ...paper, name: '' }, 'input.malformed'],
    ['supervisor', { ...paper, unit: '' }, 'input.malformed'],
    ['supervisor', { ...paper, costKind: 'yachts' }, 'budget.line_unknown'],
  ] as const)
    assert.equal(await post(who, '/materials', body), code, code);
  ids['paper'] = await idOf('supervisor', '/materials', paper);
  assert.equal(await post('supervisor', '/materials', paper), 'material.exists');
  assert.equal(await put('desk', `/materials/${ids['paper']}`, paper), 'right.missing');
  assert.equal(await put('supervisor', `/materials/${ids['paper']}`, { ...paper, keepAtLeast: 3 }), 'done');
  const [listed] = (await read('desk', '/materials?q=打印'))['items'];
  assert.deepEqual(
    [listed.stock, listed.low, listed.keepAtLeast, listed.can.change.code],
    [0, true, 3, 'right.missing'],
  );
  assert.deepEqual([listed.changes[0].keepAtLeast, listed.changes[0].by.name], [2, '何主管'], 'the former value stays');

  for (const [who, body, code] of [
    ['desk', plan([ofPaper(10)], 0), 'right.missing'],
    ['captain', plan([ofPaper(10)], 0), 'right.out_of_scope'],
    ['supervisor', plan([], 0), 'input.malformed'],
    ['supervisor', plan([ofPaper(0)], 0), 'input.malformed'],
    ['supervisor', plan([ofPaper(10, { neededBy: '2026-11-02' })], 0), 'material.day_outside'],
    ['supervisor', plan([ofPaper(10), ofPaper(2)], 0), 'material.line_twice'],
    ['supervisor', plan([ofPaper(1, { materialId: newId(world.clock.now()) })], 0), 'material.unknown_line'],
    ['supervisor', { ...plan([ofPaper(10)], 0), month: '2026-08' }, 'material.day_outside'],
    ['supervisor', plan([ofPaper(8)], 0), 'done'],
    ['supervisor', plan([ofPaper(8)], 0), 'stale'],
    ['supervisor', plan([ofPaper(8)], 1), 'material.why_needed'],
  ] as const)
    assert.equal(await post(who, '/material-plans', body), code, `${who} ${code}`);
  const waits = await monthOf('service_head');
  assert.deepEqual(
    [waits['waiting'], waits['inForce'], lineOf(waits).asked, lineOf(waits).planned, waits['can'].decide],
    [1, null, 8, 0, null],
  );
  ids['plan'] = waits['id'];
  const decide = (who: PersonKey, version: number, decision: string, because = '') =>
    post(who, `/material-plans/${ids['plan']}/decide`, { version, decision, because });
  assert.equal((await owedBy('service_head', 'approve_material_plan')).length, 1);
  assert.equal(await decide('supervisor', 1, 'approved'), 'right.missing', 'whoever prepares it does not approve it');
  assert.equal(await decide('captain', 1, 'approved'), 'right.out_of_scope');
  assert.equal(await decide('service_head', 1, 'sent_back'), 'budget.because_needed');
  assert.equal(await decide('service_head', 1, 'sent_back', '国庆后用量更多'), 'done');
  assert.equal((await owedBy('supervisor', 'revise_material_plan')).length, 1);
  wait(world);
  assert.ok((await typesTold(world, 'supervisor')).includes('budget.decided'));
  assert.equal(await post('supervisor', '/material-plans', plan([ofPaper(10)], 1, { why: '按国庆后用量' })), 'done');
  assert.equal((await owedBy('supervisor', 'revise_material_plan')).length, 0);
  await world.until('2026-09-30T12:00+08:00');
  assert.equal(await decide('service_head', 2, 'approved'), 'done');
  assert.equal(await decide('service_head', 2, 'approved'), 'budget.not_waiting');
  const kept = (await clocksAbout(world, ids['plan']!)).map(({ kind, outcome }) => [kind, outcome]);
  assert.deepEqual(
    kept.filter(([kind]) => kind === 'approve_material_plan'),
    [
      ['approve_material_plan', 'kept'],
      ['approve_material_plan', 'late'],
    ],
    'a working day to decide; the second took two',
  );

  const own = await idOf('service_head', '/material-plans', plan([ofPaper(12)], 2, { why: '多备两箱' }));
  assert.equal(await decide('service_head', 3, 'approved'), 'material.own');
  assert.equal((await owedBy('manager', 'approve_material_plan')).length, 1, 'what the head asks goes above him');
  assert.equal(
    await post('manager', `/material-plans/${own}/decide`, { version: 3, decision: 'sent_back', because: '先用十箱' }),
    'done',
  );
  const page = await monthOf('manager');
  const { planned, short, state, neededBy, cost } = lineOf(page);
  assert.deepEqual(
    [page['inForce'], planned, short, state, neededBy, cost],
    [2, 10, 10, 'short', '2026-10-12', yuan(1_500)],
  );
  assert.equal(lineOf(page).person.name, '王前台');
  assert.deepEqual(
    page['versions'].map((one: Body) => [
      one['decision'],
      one['because'],
      one['lines'][0].quantity,
      one['lines'][0].before,
    ]),
    [
      ['sent_back', '先用十箱', 12, 10],
      ['approved', '', 10, null],
      ['sent_back', '国庆后用量更多', 8, null],
    ],
  );
  assert.match((await refusedTo('lift', '/material-plans/month'))!, /^right\./, 'an outside firm sees none');
});

const ask = (quantity: number, more: object = {}) => ({
  departmentId: service(),
  materialId: ids['paper'],
  quantity,
  neededBy: '2026-10-09',
  whatFor: '前台登记表打印',
  ...more,
});
const receive = (quantity: number, cost: number, more: object = {}) => ({
  departmentId: service(),
  materialId: ids['paper'],
  quantity,
  onDay: '2026-10-05',
  supplier: '晨光文具',
  cost: yuan(cost),
  ...more,
});
const issue = (requestId: string, quantity: number, more: object = {}) => ({
  requestId,
  quantity,
  onDay: '2026-10-05',
  personId: person('desk'),
  ...more,
});
const decideRequest = (who: PersonKey, id: string, decision: string, more: object = {}) =>
  post(who, `/material-requests/${id}/decide`, { decision, ...more });

test('staff ask, the head approves, what nobody approved is neither bought nor issued, the ledger only grows, and the plan shows what is short [ASST-06]', async () => {
  await world.until('2026-10-05T09:00+08:00');
  for (const [who, body, code] of [
    ['captain', ask(4), 'right.out_of_scope'],
    ['lift', ask(4), 'right.missing'],
    ['desk', ask(4, { whatFor: '' }), 'input.malformed'],
    ['desk', ask(0), 'input.malformed'],
    ['desk', ask(4, { neededBy: '2026-10-04' }), 'material.day_past'],
    ['desk', ask(4, { materialId: newId(world.clock.now()) }), 'material.unknown'],
  ] as const)
    assert.equal(await post(who, '/material-requests', body), code, code);
  const id = newId<'material_request'>(world.clock.now());
  assert.equal(await post('desk', '/material-requests', ask(4, { id })), 'done');
  assert.equal(await post('desk', '/material-requests', ask(4, { id })), 'done');
  const [waiting, more] = (await read('desk', '/material-requests?state=waiting'))['items'];
  assert.equal(more, undefined, 'sent twice it is asked once');
  assert.deepEqual(
    [
      waiting.by.name,
      waiting.quantity,
      waiting.neededBy,
      waiting.whatFor,
      waiting.beyondPlan,
      waiting.toBuy,
      waiting.cost,
    ],
    ['王前台', 4, '2026-10-09', '前台登记表打印', 0, 4, yuan(600)],
  );
  assert.equal((await owedBy('service_head', 'approve_material_request')).length, 1);
  assert.equal(await decideRequest('supervisor', id, 'approved'), 'right.missing');
  assert.equal(
    await post('supervisor', '/material-receipts', receive(1, 0, { requestId: id })),
    'material.not_approved',
  );
  assert.equal(await post('supervisor', '/material-issues', issue(id, 1)), 'material.not_approved');
  assert.equal(
    await decideRequest('service_head', id, 'approved', { quantity: 5, because: '多批' }),
    'material.more_than_asked',
  );
  assert.equal(await decideRequest('service_head', id, 'approved', { quantity: 3 }), 'material.because_needed');
  assert.equal(await decideRequest('service_head', id, 'approved', { quantity: 3, because: '先领三箱' }), 'done');
  assert.equal(await decideRequest('service_head', id, 'refused', { because: '再想想' }), 'material.decided');
  const withdrawn = await idOf('desk', '/material-requests', ask(1));
  assert.equal(
    await post('desk2', `/material-requests/${withdrawn}/withdraw`, { because: '不用了' }),
    'material.not_yours',
  );
  assert.equal(await post('desk', `/material-requests/${withdrawn}/withdraw`, { because: '不用了' }), 'done');
  const refused = await idOf('desk2', '/material-requests', ask(2));
  assert.equal(await decideRequest('service_head', refused, 'refused'), 'material.because_needed');
  assert.equal(await decideRequest('service_head', refused, 'refused', { because: '已有三箱' }), 'done');

  const toner = await idOf('supervisor', '/materials', { ...paper, name: '墨盒', price: yuan(80), unit: '个' });
  for (const [path, body, code] of [
    ['/material-issues', issue(id, 1), 'material.not_in_stock'],
    ['/material-receipts', receive(2, 160, { materialId: toner }), 'material.not_planned'],
    ['/material-receipts', receive(2, 160, { materialId: toner, requestId: id }), 'material.other_request'],
    ['/material-receipts', receive(6, 840, { onDay: '2026-10-06' }), 'material.in_future'],
    ['/material-receipts', receive(6, 840, { supplier: '' }), 'input.malformed'],
    ['/material-receipts', receive(6, 840), 'done'],
    ['/material-issues', issue(id, 2), 'done'],
    ['/material-issues', issue(id, 2), 'material.more_than_approved'],
    ['/material-issues', issue(id, 1, { onDay: '2026-10-06' }), 'material.in_future'],
  ] as const)
    assert.equal(await post('supervisor', path, body), code, code);
  assert.equal(await post('desk', '/material-receipts', receive(1, 1)), 'right.missing');
  assert.equal(await post('desk', '/material-issues', issue(id, 1)), 'right.missing');
  const states = async (query: string) =>
    (await read('supervisor', `/material-requests?${query}`))['items']
      .map((one: Body) => `${one['state']} ${one['issued']}`)
      .toSorted();
  assert.deepEqual(await states(`by=${person('desk')}`), ['partly_issued 2', 'withdrawn 0']);
  assert.deepEqual(await states('state=refused&q=打印&from=2026-10-09&until=2026-10-10'), ['refused 0']);
  assert.deepEqual(await states('until=2026-10-09'), []);

  const line = async () => lineOf(await monthOf('service_head'));
  const { requested, approved, received, issued, inStock, short, paid, saved } = await line();
  assert.deepEqual(
    [requested, approved, received, issued, inStock, short, paid, saved],
    [0, 3, 6, 2, 4, 4, yuan(840), yuan(60)],
    'ten planned, two issued, four there: four are short',
  );
  const wrong = await idOf('supervisor', '/material-issues', issue(id, 1));
  const correct = (who: PersonKey, because: string) => post(who, `/material-entries/${wrong}/correct`, { because });
  assert.equal(await correct('desk', '登错'), 'right.missing');
  assert.equal(await correct('supervisor', ''), 'input.malformed');
  assert.equal(await correct('supervisor', '登错'), 'done');
  assert.equal(await correct('supervisor', '登错'), 'material.corrected');
  assert.equal((await line()).issued, 2);
  const ledger = async (query: string) =>
    (await read('supervisor', `/material-entries?${query}`))['items'].map((one: Body) => one['quantity']).toSorted();
  assert.deepEqual(await ledger(`sort=issued&person=${person('desk')}&request=${id}`), [-1, -2, 1]);
  assert.deepEqual(await ledger('sort=received&from=2026-10-05&until=2026-10-06'), [6]);
  assert.deepEqual(await ledger('from=2026-10-06'), []);
  await assert.rejects(
    world.database.transact(world.organisation.schema, (tx) => sql`update material_entry set quantity = 9`.execute(tx)),
    /only added to/,
  );
  const low = (await read('supervisor', '/materials?low=true'))['items'].map((one: Body) => one['name']);
  assert.deepEqual(low, ['墨盒'], 'what is to be replenished');

  assert.equal((await line()).state, 'short');
  await world.until('2026-10-13T09:00+08:00');
  assert.equal((await line()).state, 'late', 'its day has passed');
});

test('stock is used before anything is bought, what goes beyond plan or budget only the manager approves, and what is paid is held to the budget [PRIN-12] [ASST-06]', async () => {
  const day = { neededBy: '2026-10-20' };
  const used = async () => {
    const { lines } = await read('service_head', `/budgets/month?department=${service()}&month=2026-10`);
    const { spent, committed, left } = lines.find((one: Body) => one['key'] === 'office');
    return [spent / 100, committed / 100, left / 100];
  };
  assert.deepEqual(await used(), [840, 0, 2_160], 'what came in was booked');
  const waiting = async (id: string) =>
    (await read('manager', '/material-requests?state=waiting'))['items'].find((one: Body) => one['id'] === id);
  const fromStock = await idOf('desk', '/material-requests', ask(3, day));
  assert.deepEqual([(await waiting(fromStock)).toBuy, (await waiting(fromStock)).cost], [0, 0], 'three lie there');
  assert.equal(await decideRequest('service_head', fromStock, 'approved'), 'done');

  const beyondPlan = await idOf('desk', '/material-requests', ask(6, day));
  assert.deepEqual([(await waiting(beyondPlan)).beyondPlan, (await waiting(beyondPlan)).beyondBudget], [2, 0]);
  assert.equal((await owedBy('manager', 'approve_material_request')).length, 1);
  assert.equal(await decideRequest('service_head', beyondPlan, 'approved'), 'material.beyond');
  assert.equal(await decideRequest('office', beyondPlan, 'approved'), 'material.beyond', 'only the post that is named');
  assert.equal(await decideRequest('service_head', beyondPlan, 'refused', { because: '超出计划' }), 'done');

  const beyondBudget = await idOf('desk', '/material-requests', ask(16, day));
  const asked = await waiting(beyondBudget);
  assert.deepEqual([asked.toBuy, asked.cost, asked.beyondBudget], [16, yuan(2_400), yuan(240)]);
  assert.equal(await decideRequest('manager', beyondBudget, 'approved'), 'done');
  const [decided] = (await read('desk', '/material-requests?state=approved'))['items'].filter(
    (one: Body) => one['id'] === beyondBudget,
  );
  assert.deepEqual([decided.decidedBy.name, decided.beyondPlan, decided.beyondBudget], ['许经理', 12, yuan(240)]);

  const dear = receive(16, 2_500, { requestId: beyondBudget, onDay: '2026-10-13' });
  assert.equal(await post('supervisor', '/material-receipts', dear), 'done');
  assert.deepEqual(await used(), [840, 2_500, -340], 'more than is left waits for approval');
  const spend = {
    departmentId: service(),
    line: 'office',
    amount: yuan(1),
    spentOn: '2026-10-13',
    supplier: '晨光',
    whatFor: '笔',
  };
  assert.equal(await post('service_head', '/expenses', spend), 'expense.beyond_budget', 'and nothing else is spent');
  const [expense] = (await read('manager', '/expenses?state=waiting'))['items'];
  assert.deepEqual([expense.whatFor, expense.supplier, expense.amount], ['打印纸 × 16 箱', '晨光文具', yuan(2_500)]);
  assert.equal(await post('service_head', `/expenses/${expense.id}/decide`, { decision: 'approved' }), 'right.missing');
  const [entry] = (await read('supervisor', `/material-entries?request=${beyondBudget}`))['items'];
  assert.equal(entry.expenseId, expense.id);
  assert.equal(
    await post('supervisor', `/material-entries/${entry.id}/correct`, { because: '价格有误，退货' }),
    'done',
  );
  assert.deepEqual(await used(), [840, 0, 2_160], 'taken back, and what was booked with it');

  const costly = plan([ofPaper(30, { neededBy: '2026-10-30' })], 3, { why: '年底用量' });
  assert.equal(await post('supervisor', '/material-plans', costly), 'done');
  const page = await monthOf('service_head');
  assert.deepEqual(
    page['room'].map((one: Body) => [one['costKind'].key, one['cost'], one['left'], one['over']]),
    [['office', yuan(4_500), yuan(2_160), yuan(2_340)]],
    'said before it is decided',
  );
  assert.equal(page['can'].decide.code, 'material.beyond');
  const decide = (who: PersonKey) =>
    post(who, `/material-plans/${ids['plan']}/decide`, { version: 4, decision: 'approved' });
  assert.equal(await decide('service_head'), 'material.beyond');
  assert.equal(await decide('manager'), 'done');
});

const reportOf = async (who: PersonKey, state: string, begins: string): Promise<Body> => {
  const { items } = await read(who, `/summaries?about=upward&report=service_week&state=${state}`);
  return items.find((one: Body) => one['begins'] === begins);
};

test('each week the supervisor owes his superior the report of the service centre: the material plan and the status of work, on time [REPT-01]', async () => {
  const give = (title: string, dueAt: string) =>
    idOf('supervisor', '/work-items', { title, personId: person('assistant'), dueAt });
  const first = await give('整理公告栏', '2026-10-14T17:00:00+08:00');
  await give('走访3栋', '2026-10-15T17:00:00+08:00');
  assert.equal(await post('assistant', `/work-items/${first}/finish`, { outcome: '已整理' }), 'done');
  const before = await reportOf('supervisor', 'open', '2026-10-12');
  const input = { text: '本周物料已到齐。', lateBecause: '国庆假期后积压', signedAs: '何主管' };
  assert.equal(await post('supervisor', `/summaries/${before['id']}/submit`, input), 'summary.week_not_over');
  await world.until('2026-10-19T09:00+08:00');
  const { id } = before;
  const [owed] = (await owedBy('supervisor', 'report_service_week')).filter((one) => one['subject'].id === id);
  assert.ok(owed, 'seen before it is due');
  const { upward, service: figures } = await read('supervisor', `/summaries/${id}`);
  assert.ok(figures.figures.length > 0, 'the work of the centre in figures');
  const line = upward.materials.find((one: Body) => one['materialId'] === ids['paper']);
  assert.deepEqual(
    [line.department.name['zh-hans'], line.name, line.planned, line.received, line.issued, line.inStock, line.short],
    ['客户服务部', '打印纸', 30, 6, 2, 4, 24],
  );
  assert.deepEqual(line.receivedNow, { n: 0, before: 6 }, 'of the week before');
  assert.deepEqual(
    (await read('supervisor', line.records.slice('/api'.length)))['items'].length,
    6,
    'the entries behind it',
  );
  const work = upward.work.find((one: Body) => one['person'].name === '吕助理');
  assert.deepEqual([work.planned.n, work.done.n, work.late.n], [2, 1, 1]);
  assert.equal((await read('supervisor', work.records.slice('/api'.length)))['items'].length, 2);

  const submit = (who: PersonKey, body: object) => post(who, `/summaries/${id}/submit`, body);
  assert.notEqual(await submit('desk', input), 'done');
  assert.notEqual(await submit('manager', input), 'done', 'it is the supervisor’s');
  assert.equal(await submit('supervisor', { ...input, text: '' }), 'input.malformed');
  assert.notEqual(await submit('supervisor', { ...input, signedAs: '别人' }), 'done');
  assert.equal(await submit('supervisor', input), 'done');
  const sent = await read('service_head', `/summaries/${id}`);
  assert.deepEqual(
    [sent['signedAs'], sent['brought'][0].person.name, sent['submittedAt'], sent['report'].key],
    ['何主管', '杨部长', world.clock.now(), 'service_week'],
  );
  assert.equal(await post('desk', `/summaries/${id}/receive`), 'right.missing');
  assert.equal(await post('service_head', `/summaries/${id}/receive`), 'done');
  const paper = await desk.take('service_head', 'GET', `/summaries/${id}/document?format=xlsx`);
  assert.equal(paper.status, 200);
  assert.equal((await clocksAbout(world, id))[0]!.outcome, 'kept');
  const missed = await reportOf('supervisor', 'open', '2026-10-05');
  assert.ok(missed, 'the week before was never sent');
  const states = await clocksAbout(world, missed['id']);
  assert.equal(states[0]!.state, 'running');
  assert.ok(states[0]!.due_at < world.clock.now(), 'and is late by the clock');
  assert.ok(await reportOf('supervisor', 'open', '2026-10-19'), 'the next is on its way');
});

const day = (n: number, hour = 17) => `2026-10-${n}T${hour}:00:00+08:00`;
const part = (title: string, who: PersonKey, dueAt: string, quantity: number, unit = '层') => ({
  id: newId(world.clock.now()),
  title,
  personId: person(who),
  dueAt,
  quantity,
  unit,
});

test('a head plans the work of his department with person, day and quantity, and leads it to its end: what was done in time, in full and well is counted [REPT-02]', async () => {
  const items = [
    part('更换走廊灯管', 'plumber', day(20), 12, '盏'),
    part('清洗水泵房', 'fitter', day(21), 2, '间'),
    part('检查配电箱', 'electrician', day(22), 30, '个'),
  ];
  const whole = { sort: 'department', title: '十月维修计划', departmentId: dept('engineering'), dueAt: day(30), items };
  for (const [who, body, code] of [
    ['desk', whole, 'right.out_of_scope'],
    ['plumber', whole, 'right.missing'],
    ['captain', whole, 'right.out_of_scope'],
    ['maintenance', { ...whole, title: '' }, 'input.malformed'],
    ['maintenance', { ...whole, items: [] }, 'input.malformed'],
    ['maintenance', { ...whole, departmentId: undefined }, 'work_plan.department_missing'],
    ['maintenance', { ...whole, items: [{ ...items[0], quantity: undefined }] }, 'work_item.quantity_missing'],
    ['maintenance', { ...whole, items: [{ ...items[0], unit: '' }] }, 'work_item.quantity_missing'],
  ] as const)
    assert.equal(await post(who, '/work-plans', body), code, `${who} ${code}`);
  const planId = await idOf('maintenance', '/work-plans', whole);
  const [lamps, pumps, boxes] = [items[0]!.id, items[1]!.id, items[2]!.id];
  ids['lamps'] = lamps;
  assert.equal((await owedBy('plumber', 'work_item')).length, 1, 'owed by each, in his work');
  assert.equal((await owedBy('maintenance', 'report_plan')).length, 1, 'and the whole by who leads it');
  const act = (who: PersonKey, id: string, what: string, body: object) => post(who, `/work-items/${id}/${what}`, body);
  assert.equal(await act('plumber', lamps, 'finish', { outcome: '已换' }), 'work_item.done_quantity_missing');
  assert.equal(await act('fitter', lamps, 'finish', { outcome: '已换', doneQuantity: 12 }), 'work_item.not_yours');
  assert.equal(await act('plumber', lamps, 'finish', { outcome: '已换', doneQuantity: 12 }), 'done');
  assert.equal(await act('fitter', pumps, 'finish', { outcome: '只洗了一间', doneQuantity: 1 }), 'done');
  assert.equal(await act('captain', lamps, 'check', { passed: true }), 'right.out_of_scope');
  assert.equal(await act('maintenance', lamps, 'check', { passed: true, remark: '亮度均匀' }), 'done');
  assert.equal(await act('maintenance', pumps, 'check', { passed: false }), 'work_item.remark_missing');
  assert.equal(await act('maintenance', pumps, 'check', { passed: false, remark: '还有一间', dueAt: day(23) }), 'done');
  assert.equal(await post('maintenance', `/work-plans/${planId}/report`, { report: '完成' }), 'work_plan.items_open');
  await world.until('2026-10-23T09:00+08:00');
  assert.equal(await act('fitter', pumps, 'finish', { outcome: '两间都洗了', doneQuantity: 2 }), 'done');
  assert.equal(await act('maintenance', pumps, 'check', { passed: true }), 'done');
  assert.equal(await act('electrician', boxes, 'finish', { outcome: '余三个待停电', doneQuantity: 27 }), 'done');

  const plan = await read('maintenance', `/work-plans/${planId}`);
  const { department, items: planned, done, late, onTime, inFull, inQuality } = plan;
  assert.deepEqual([department.name['zh-hans'], planned, done, late], ['工程维修部', 3, 3, 1]);
  assert.deepEqual(
    [onTime, inFull, inQuality],
    [
      { n: 2, of: 3 },
      { n: 2, of: 3 },
      { n: 1, of: 2 },
    ],
  );
  const shown = plan['parts'].find((one: Body) => one['id'] === pumps);
  assert.deepEqual(
    [
      shown.quantity,
      shown.unit,
      shown.doneQuantity,
      shown.checks.map((one: Body) => [one['doneQuantity'], one['passed']]),
    ],
    [
      2,
      '间',
      2,
      [
        [1, false],
        [2, true],
      ],
    ],
    'what was sent back stays',
  );
  const listed = async (query: string) => (await read('manager', query))['items'].length;
  assert.equal(await listed(`/work-plans?sort=department&department=${dept('engineering')}`), 1);
  assert.equal(await listed(`/work-plans?sort=department&department=${dept('security')}`), 0);
  assert.equal(await listed(`/work-items?department=${dept('engineering')}&late=true`), 1);
  assert.equal(
    await post('maintenance', `/work-plans/${planId}/report`, { report: '三项完成，余三个配电箱下月补检。' }),
    'done',
  );
  assert.equal((await clocksAbout(world, planId))[0]!.outcome, 'kept');
});

test('the plans of training, work and goods of a department stand together, planned against actual, and cost no more than the budget gives [REPT-17] [PRIN-12]', async () => {
  const engineering = dept('engineering');
  const session = await idOf('maintenance', '/training/sessions', {
    departmentId: engineering,
    subject: '停电应急操作',
    form: 'vocational',
    trainerId: person('maintenance'),
    place: '值班室',
    fromAt: day(24, 14),
    untilAt: day(24, 16),
    people: [person('plumber')],
  });
  const tape = { name: '绝缘胶带', unit: '卷', costKind: 'materials', price: yuan(5), keepAtLeast: 0 };
  const materialId = await idOf('maintenance', '/materials', tape);
  const line = { materialId, quantity: 40, price: yuan(5), neededBy: '2026-10-25', personId: person('plumber') };
  const goods = { departmentId: engineering, month: '2026-10', lines: [line], seen: 0 };
  const goodsId = await idOf('maintenance', '/material-plans', goods);
  assert.equal((await owedBy('manager', 'approve_material_plan')).length, 1, 'a head does not approve his own');
  assert.equal(
    await post('manager', `/material-plans/${goodsId}/decide`, { version: 1, decision: 'approved' }),
    'done',
  );

  const cost = (subjectType: string, subjectId: string, key: string, amount: number, why = '') => ({
    subjectType,
    subjectId,
    line: key,
    amount: yuan(amount),
    why,
  });
  const lamps = ids['lamps']!;
  const other = await idOf('supervisor', '/work-items', { title: '排班', personId: person('desk'), dueAt: day(28) });
  for (const [who, body, code] of [
    ['plumber', cost('work_item', lamps, 'repairs', 900), 'right.missing'],
    ['captain', cost('work_item', lamps, 'repairs', 900), 'right.out_of_scope'],
    ['maintenance', cost('work_item', lamps, 'yachts', 900), 'budget.line_unknown'],
    ['maintenance', cost('work_item', other, 'repairs', 900), 'work_item.unknown'],
    ['maintenance', cost('work_item', lamps, 'repairs', 5_001), 'plan_cost.beyond_budget'],
    ['maintenance', cost('work_item', lamps, 'materials', 801), 'plan_cost.beyond_budget'],
    ['maintenance', cost('work_item', lamps, 'repairs', 900), 'done'],
    ['maintenance', cost('work_item', lamps, 'repairs', 1_000), 'plan_cost.why_needed'],
    ['maintenance', cost('work_item', lamps, 'repairs', 1_000, '灯管涨价'), 'done'],
    ['maintenance', cost('training_session', session, 'training', 300), 'done'],
  ] as const)
    assert.equal(await post(who, '/planned-costs', body), code, code);
  const spend = (amount: number) => ({
    subjectType: 'work_item',
    subjectId: lamps,
    amount: yuan(amount),
    spentOn: '2026-10-23',
    supplier: '南山五金店',
    whatFor: '走廊灯管',
  });
  const unplanned = {
    ...spend(50),
    subjectId: (await read('maintenance', `/work-items?person=${person('electrician')}`))['items'][0].id,
  };
  assert.equal(await post('maintenance', '/planned-costs/expenses', unplanned), 'plan_cost.none');
  assert.equal(await post('captain', '/planned-costs/expenses', spend(50)), 'right.out_of_scope');
  assert.equal(await post('maintenance', '/planned-costs/expenses', spend(5_001)), 'expense.beyond_budget');
  assert.equal(await post('maintenance', '/planned-costs/expenses', spend(1_100)), 'done');

  const page = await read('manager', `/department-plans/month?department=${engineering}&month=2026-10`);
  const { work, training, goods: planned, costs } = page;
  assert.deepEqual([work.planned, work.done, work.late], [3, 3, 1]);
  const item = work.items.find((one: Body) => one['id'] === lamps);
  assert.deepEqual(
    [item.person.name, item.state, item.quantity, item.doneQuantity, item.cost.amount, item.cost.spent, item.cost.over],
    ['钱师傅', 'passed', 12, 12, yuan(1_000), yuan(1_100), yuan(100)],
    'planned against actual',
  );
  assert.deepEqual(
    item.changes.map((one: Body) => [one['amount'], one['why'], one['by'].name]),
    [
      [yuan(1_000), '灯管涨价', '赵主管'],
      [yuan(900), '', '赵主管'],
    ],
  );
  assert.deepEqual([training.planned, training.held, training.missed, training.items[0].trainer], [1, 0, 0, '赵主管']);
  assert.deepEqual([planned.planned, planned.covered, planned.lines[0].person.name], [1, 0, '钱师傅']);
  const under = (key: string) => {
    const one = costs.find((row: Body) => row['line'] === key);
    return [one.work, one.training, one.goods, one.planned, one.budget, one.spent, one.left].map((n) => n / 100);
  };
  assert.deepEqual(under('repairs'), [1_000, 0, 0, 1_000, 5_000, 1_100, 3_900]);
  assert.deepEqual(under('training'), [0, 300, 0, 300, 400, 0, 400]);
  assert.deepEqual(under('materials'), [0, 0, 200, 200, 1_000, 0, 1_000]);
  await world.until('2026-10-26T09:00+08:00');
  const later = await read('maintenance', `/department-plans/month?department=${engineering}&month=2026-10`);
  assert.deepEqual([later.training.missed, later.goods.late], [1, 1], 'what did not happen on its day');
  assert.equal(await refusedTo('plumber', '/department-plans/month'), 'right.missing');
  assert.equal(await refusedTo('captain', `/department-plans/month?department=${engineering}`), 'department.unknown');
});
