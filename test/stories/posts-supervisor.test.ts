import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { beginCurrentDeliveries } from '../../src/charge/commands/deliveries.ts';
import { newId } from '../../src/kernel/id.ts';
import { followMembers } from '../../src/personnel/commands/begin-assessments.ts';
import { domainRoutes } from '../../src/routes.ts';
import { beginCurrentSummaries } from '../../src/summary/commands/begin-summaries.ts';
import type { Desk } from '../desk-server.ts';
import { deskOf } from '../desk-server.ts';
import { beginOnly, beginWithRounds, hire, told, wait } from '../story.ts';
import type { PersonKey } from '../world-seed.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

/** What the supervisor and the head of customer service do by their posts alone, from Monday, 14 September 2026 on, and who may not. */

let world: World;
let desk: Desk;
let xia: PersonKey;
let yan: PersonKey;
before(async () => {
  world = await freshWorld({ at: '2026-09-14T08:30+08:00' });
  desk = await deskOf(world, domainRoutes);
  for (const key of ['xia', 'yan']) await hire(world, key, 'customer_service_specialist');
  [xia, yan] = ['xia', 'yan'] as unknown as [PersonKey, PersonKey];
  // each holds his one post, and deputises for nobody
  await world.act(null, ({ tx }) => tx.deleteFrom('person_post').where('deputy_rank', 'is not', null).execute());
  await beginOnly(world, beginCurrentSummaries, beginCurrentDeliveries, followMembers);
  await beginWithRounds(world, ['material_needs']);
});
after(async () => {
  await desk.close();
  await world.drop();
});

type Body = Record<string, any>;
type Method = 'POST' | 'PUT' | 'PATCH';
const read = async (who: PersonKey, path: string): Promise<Body> => {
  const { status, body } = await desk.get(who, path);
  assert.equal(status, 200, `${path} ${JSON.stringify(body)}`);
  return body;
};
const refused = async (who: PersonKey, path: string) => (await desk.get(who, path)).body['code'];
/** `done`, or the code of the refusal. */
const does = async (who: PersonKey, path: string, body: object = {}, method: Method = 'POST'): Promise<string> => {
  const { status, body: answer } = await desk.send(who, method, path, body);
  return status < 300 ? 'done' : answer['code'];
};
const made = async (who: PersonKey, path: string, body: object): Promise<string> => {
  const { body: answer } = await desk.send(who, 'POST', path, body);
  assert.ok(answer['id'], `${path} ${JSON.stringify(answer)}`);
  return answer['id'];
};
/** The front desk and a worker are refused, each as it is said; nothing of it was done. */
const notTheirs = async (path: string, body: object, codes: Record<string, string>, method: Method = 'POST') => {
  for (const [who, code] of Object.entries(codes))
    assert.equal(await does(who as PersonKey, path, body, method), code, `${who} ${path}`);
};
const MISSING = { desk: 'right.missing', plumber: 'right.missing' };
const person = (who: PersonKey) => world.people[who];
const service = () => world.departments['customer_service']!;
const day = (on: string, time = '17:00') => `2026-${on}T${time}:00+08:00`;

test('the supervisor sums up, classifies and assigns customers and who answers for their material, supervises charging, reports each week, gives and checks the day’s work, keeps assets and sends people to emergencies; others do not in his place [ROLE-02]', async (t) => {
  await t.test('summarises and classifies what was extracted', async () => {
    const file = {
      kind: 'customer_file',
      title: '陈先生资料',
      channel: 'counter',
      customerId: world.customers.chen,
      fields: { material: 'needs', learnt: '常用快递代收，希望周末维修' },
    };
    const id = await made(xia, '/tickets', file);
    const path = `/tickets/${id}/approvals`;
    assert.equal(await does(xia, path, { approval: 'submission', verdict: 'approved' }), 'done');
    const fields = { summary: '周末在家，代收需求高', customer_class: 'existing' };
    const classify = { approval: 'classification', verdict: 'approved', fields };
    assert.equal(await does('supervisor', path, { ...classify, fields: {} }), 'ticket.field_missing');
    await notTheirs(path, classify, {
      desk: 'ticket.not_approver',
      plumber: 'right.out_of_scope',
      [xia]: 'ticket.not_approver',
    });
    assert.equal(await does('supervisor', path, classify), 'done');
    const page = await read('supervisor', `/tickets/${id}`);
    const said = (key: string) => page['fields'].find((one: Body) => one['key'] === key).value;
    assert.deepEqual(
      [page['stage'].key, said('summary'), said('customer_class')],
      ['classified', fields.summary, 'existing'],
    );
    const existing = await read('supervisor', '/tickets?kind=customer_file&choice=customer_class:existing');
    assert.deepEqual(
      existing['items'].map((one: Body) => one['id']),
      [id],
    );
  });

  await t.test('classifies customers', async () => {
    const body = { customerIds: [world.customers.chen], class: 'key_account', why: '业委会成员' };
    await notTheirs('/customer-classes/classify', body, { ...MISSING, [xia]: 'right.missing' });
    assert.equal(await does('supervisor', '/customer-classes/classify', body), 'done');
    const { class: now, history } = await read('supervisor', `/customers/${world.customers.chen}/class`);
    assert.deepEqual([now.key, history[0].by.id, history[0].why], ['key_account', person('supervisor'), '业委会成员']);
  });

  await t.test('assigns customers to specialists, proposed by number and ability', async () => {
    const propose = '/custodian-distributions/propose';
    await notTheirs(propose, {}, { ...MISSING, [xia]: 'right.missing' });
    const { body: proposal } = await desk.send('supervisor', 'POST', propose, {});
    const lines = proposal['lines'].map((one: Body) => ({
      customerId: one['customer'].id,
      personId: one['to'].id,
      seen: one['from']?.id ?? null,
    }));
    const given = { lines, why: '九月分配' };
    await notTheirs('/custodian-distributions', given, { ...MISSING, [xia]: 'right.missing' });
    assert.equal(await does('supervisor', '/custodian-distributions', given), 'done');
    const { items, without } = await read('supervisor', '/custodians');
    assert.equal(without, 0);
    assert.deepEqual(items.map((one: Body) => one['customers']).toSorted(), [1, 2]);
    const one = `/customers/${lines[0].customerId}/custodian`;
    const other = lines[0].personId === person(xia) ? yan : xia;
    const change = { personId: person(other), seen: lines[0].personId, why: '业主指定' };
    await notTheirs(one, change, MISSING, 'PUT');
    world.clock.advance(60_000);
    assert.equal(await does('supervisor', one, change, 'PUT'), 'done');
    const { person: now, history } = await read('supervisor', one);
    assert.deepEqual([now.id, history[0].why], [person(other), '业主指定']);
  });

  await t.test('names who answers for a kind of material', async () => {
    const path = '/round-plans/material_needs/keeper';
    for (const who of ['desk', 'plumber'] as const)
      assert.match(await does(who, path, { personId: person(who) }, 'PUT'), /^right\./, who);
    assert.equal(await does('supervisor', path, { personId: person(yan) }, 'PUT'), 'done');
    const plan = async () =>
      (await read('supervisor', '/round-plans'))['items'].find((one: Body) => one['key'] === 'material_needs');
    assert.equal((await plan()).keeper.id, person(yan));
  });

  await t.test('sends people to an emergency', async () => {
    const shift = { personId: person('electrician'), day: '2026-09-14', from: '08:30', to: '17:30' };
    assert.equal(await does('manager', '/attendance/shifts', { id: newId(world.clock.now()), ...shift }), 'done');
    assert.equal(await does('manager', '/attendance/rota/publish', { week: '2026-09-14' }), 'done');
    assert.equal(await does('electrician', '/attendance/clock', { sort: 'in' }), 'done');
    const burst = await made('desk', '/tickets', {
      kind: 'emergency_repair',
      title: '3 栋爆管',
      channel: 'phone',
      placeId: world.places.corridor,
      fields: { emergency: 'burst_pipe', people_in_danger: false },
    });
    const hands = await read('supervisor', '/dispatch/hands?standing=free');
    assert.deepEqual(
      hands['items'].map((one: Body) => [one['person'].name, one['can'].send]),
      [['褚电工', null]],
    );
    const order = {
      toId: person('electrician'),
      what: '到 3 栋断开电梯电源',
      placeId: world.places.corridor,
      ticketId: burst,
    };
    await notTheirs('/dispatch/orders', order, { desk: 'right.out_of_scope', plumber: 'right.missing' });
    const id = await made('supervisor', '/dispatch/orders', order);
    const shown = async () =>
      (await read('supervisor', `/dispatch/orders?ticket=${burst}`))['items'].map((one: Body) => [
        one['id'],
        one['givenBy'].name,
        one['to'].name,
        one['state'],
      ]);
    assert.deepEqual(await shown(), [[id, '何主管', '褚电工', 'given']]);
    assert.equal(await does('electrician', `/dispatch/orders/${id}/take`), 'done');
    const recall = { reason: '不需要' };
    await notTheirs(`/dispatch/orders/${id}/recall`, recall, {
      desk: 'right.out_of_scope',
      plumber: 'right.missing',
    });
    assert.equal(await does('supervisor', `/dispatch/orders/${id}/done`, { outcome: '已断电' }), 'done');
    assert.deepEqual(await shown(), [[id, '何主管', '褚电工', 'done']]);
  });

  await t.test('keeps assets', async () => {
    const asset = { kind: 'fixed_asset', number: 'A-1', label: '柜式空调', worth: { amount: 680_000 } };
    assert.equal(await does('plumber', '/custody', asset), 'right.missing');
    const id = await made('supervisor', '/custody', asset);
    const second = await made('supervisor', '/custody', { ...asset, number: 'A-2', label: '打印机' });
    const lent = { act: 'drawn', to: { kind: 'person', id: person('desk') }, purpose: '前台使用' };
    assert.equal(await does('plumber', `/custody/${id}/entries`, lent), 'right.missing');
    assert.equal(await does('supervisor', `/custody/${id}/entries`, lent), 'done');
    const kept = await read('supervisor', '/custody?sort=asset');
    assert.deepEqual(
      kept['items'].map((one: Body) => [one['number'], one['state'], one['holder'].name]),
      [
        ['A-1', 'drawn', '王前台'],
        ['A-2', 'in_house', ''],
      ],
    );
    assert.equal(await refused('plumber', '/custody?sort=asset'), 'right.missing');
    const count = await made('supervisor', '/custody-counts', { sort: 'asset' });
    const { sheet } = await read('supervisor', `/custody-counts/${count}`);
    for (const { id: line, item } of sheet) {
      const found = item.number === 'A-2' ? { found: 'missing', remark: '库房未见' } : { found: 'as_booked' };
      // whoever found it does not settle it
      assert.equal(await does('plumber', `/custody-counts/${count}/lines/${line}`, found, 'PUT'), 'right.missing');
      assert.equal(await does('desk', `/custody-counts/${count}/lines/${line}`, found, 'PUT'), 'done');
    }
    assert.equal(await does('supervisor', `/custody-counts/${count}/complete`), 'done');
    const missing = sheet.find((one: Body) => one['item'].number === 'A-2').id;
    const settle = `/custody-counts/${count}/lines/${missing}/settle`;
    const lost = { as: 'lost', reason: '多方查找未果' };
    await notTheirs(settle, lost, MISSING);
    assert.equal(await does('supervisor', settle, lost), 'done');
    const { state, entries } = await read('supervisor', `/custody/${second}`);
    assert.deepEqual([state, entries.at(-1).by.id, entries.at(-1).remark], ['lost', person('supervisor'), lost.reason]);
  });

  await t.test('gives each what is to do, moves it and checks it', async () => {
    const item = (title: string) => ({ title, personId: person('assistant'), dueAt: day('09-14') });
    const rights = { desk: 'right.out_of_scope', assistant: 'right.out_of_scope', plumber: 'right.missing' };
    await notTheirs('/work-items', item('更新公告栏'), rights);
    const id = await made('supervisor', '/work-items', item('更新公告栏'));
    const other = await made('supervisor', '/work-items', item('整理钥匙柜'));
    const move = { toId: person('desk'), why: '走访未回' };
    await notTheirs(`/work-items/${other}/move`, move, rights);
    assert.equal(await does('supervisor', `/work-items/${other}/move`, move), 'done');
    assert.equal(await does('assistant', `/work-items/${id}/finish`, { outcome: '已换上停水通知' }), 'done');
    const check = { passed: true, remark: '版面整齐' };
    await notTheirs(`/work-items/${id}/check`, check, { ...rights, assistant: 'work_item.own_check' });
    assert.equal(await does('supervisor', `/work-items/${id}/check`, check), 'done');
    const { people } = await read('supervisor', '/day-board?day=2026-09-14');
    const of = (who: PersonKey) => people.find((one: Body) => one['person'].id === person(who));
    const [done] = of('assistant').items;
    assert.deepEqual(
      [of('assistant').planned, of('assistant').checked, done.checkedBy.name, done.remark],
      [1, 1, '何主管', '版面整齐'],
    );
    const [moved] = of('desk').items;
    assert.deepEqual([moved.id, moved.moves[0].by.name, moved.moves[0].why], [other, '何主管', '走访未回']);
  });

  await t.test('supervises charging: bills, sees what each took, and brings it to finance', async () => {
    const bases = { about: 'area', lines: [{ place: '3-1202', value: 10_000 }] };
    await notTheirs('/charge-bases', bases, MISSING);
    assert.equal(await does('supervisor', '/charge-bases', bases), 'done');
    const bill = { item: 'management_fee', begins: '2026-09-01', dueDay: '2026-09-30' };
    await notTheirs('/charge-runs', bill, MISSING);
    const run = await made('supervisor', '/charge-runs', bill);
    const { charges, amount } = await read('supervisor', `/charge-runs/${run}`);
    assert.equal(charges, 1);
    const paid = { customerId: world.customers.chen, amount, way: 'cash' };
    assert.equal(await does('plumber', '/charge-receipts', paid), 'right.missing');
    assert.equal(await does('desk', '/charge-receipts', paid), 'done');
    const { sums } = await read('supervisor', '/charge-receipts?delivered=false');
    assert.deepEqual(
      sums.byPerson.map((one: Body) => [one['person'].name, one['amount']]),
      [['王前台', amount]],
    );
    assert.equal(await refused('plumber', '/charge-receipts'), 'right.missing');
    await world.until('2026-09-21T09:00+08:00');
    const week = async () =>
      (await read('supervisor', '/charge-deliveries'))['items'].find((one: Body) => one['begins'] === '2026-09-14');
    const { id } = await week();
    await notTheirs(
      `/charge-deliveries/${id}/deliver`,
      { amount },
      { desk: 'charge.not_your_delivery', plumber: 'right.missing' },
    );
    assert.equal(await does('supervisor', `/charge-deliveries/${id}/deliver`, { amount }), 'done');
    const brought = await week();
    assert.deepEqual(
      [brought.state, brought.computed, brought.amount, brought.deliveredBy.name],
      ['to_confirm', amount, amount, '何主管'],
    );
  });

  await t.test('prepares and submits the report of the week', async () => {
    const list = '/summaries?about=upward&report=service_week&state=open';
    const week = (await read('supervisor', list))['items'].find((one: Body) => one['begins'] === '2026-09-14');
    const path = `/summaries/${week.id}`;
    const { upward, service: figures } = await read('supervisor', path);
    assert.ok(figures.figures.length > 0);
    const did = upward.work.find((one: Body) => one['person'].id === person('assistant'));
    assert.deepEqual([did.planned.n, did.done.n], [1, 1], 'out of the day plans');
    const words = { text: '收费已交财务，爆管已处置。', lateBecause: '人手紧张', signedAs: '何主管' };
    await notTheirs(`${path}/submit`, words, MISSING);
    for (const who of ['service_head', 'manager'] as const)
      assert.equal(await does(who, `${path}/submit`, words), 'summary.not_yours', who);
    assert.equal(await does('supervisor', `${path}/submit`, words), 'done');
    const sent = await read('service_head', path);
    assert.deepEqual(
      [sent['signedAs'], sent['submittedAt'], sent['brought'][0].person.name],
      ['何主管', world.clock.now(), '杨部长'],
    );
    assert.equal(await does('service_head', `${path}/receive`), 'done');
  });
});

test('the head of customer service plans, trains, assesses, handles major complaints, controls cost and reviews the rules; others do not in his place [ROLE-03]', async (t) => {
  let walk: string;
  await t.test('plans the work of the department and leads it to its end', async () => {
    const item = {
      id: newId(world.clock.now()),
      title: '走访重点客户',
      personId: person('assistant'),
      dueAt: day('09-25'),
      quantity: 3,
      unit: '户',
    };
    walk = item.id;
    const plan = {
      sort: 'department',
      title: '九月下旬计划',
      departmentId: service(),
      dueAt: day('09-30'),
      items: [item],
    };
    await notTheirs('/work-plans', plan, {
      desk: 'right.out_of_scope',
      plumber: 'right.missing',
      captain: 'right.out_of_scope',
    });
    const id = await made('service_head', '/work-plans', plan);
    assert.equal(await does('assistant', `/work-items/${walk}/finish`, { outcome: '已走访', doneQuantity: 3 }), 'done');
    const check = { passed: true, remark: '记录齐全' };
    await notTheirs(`/work-items/${walk}/check`, check, { desk: 'right.out_of_scope', plumber: 'right.missing' });
    assert.equal(await does('service_head', `/work-items/${walk}/check`, check), 'done');
    const report = { report: '三户均已走访' };
    await notTheirs(`/work-plans/${id}/report`, report, {
      desk: 'right.out_of_scope',
      plumber: 'right.missing',
    });
    assert.equal(await does('service_head', `/work-plans/${id}/report`, report), 'done');
    const done = await read('service_head', `/work-plans/${id}`);
    assert.deepEqual(
      [done['takenBy'].name, done['items'], done['done'], done['inFull'], done['report']],
      ['杨部长', 1, 1, { n: 1, of: 1 }, report.report],
    );
  });

  await t.test('controls cost: budget, goods, what was spent and what it may not', async () => {
    const month = { departmentId: service(), month: '2026-09' };
    const lines = [
      { key: 'office', amount: 300_000 },
      { key: 'training', amount: 50_000 },
    ];
    const budget = { ...month, lines, seen: 0 };
    await notTheirs('/budgets', budget, { ...MISSING, supervisor: 'right.missing' });
    const id = await made('service_head', '/budgets', budget);
    assert.equal(await does('manager', `/budgets/${id}/decide`, { version: 1, decision: 'approved' }), 'done');

    const paper = { name: '打印纸', unit: '箱', costKind: 'office', price: 15_000, keepAtLeast: 2 };
    const materialId = await made('supervisor', '/materials', paper);
    const needed = { materialId, quantity: 10, price: 15_000, neededBy: '2026-09-28', personId: person('desk') };
    const goods = await made('supervisor', '/material-plans', { ...month, lines: [needed], seen: 0 });
    const approve = { version: 1, decision: 'approved' };
    await notTheirs(`/material-plans/${goods}/decide`, approve, { ...MISSING, supervisor: 'right.missing' });
    assert.equal(await does('service_head', `/material-plans/${goods}/decide`, approve), 'done');

    const cost = { subjectType: 'work_item', subjectId: walk, line: 'office', amount: 20_000 };
    await notTheirs('/planned-costs', cost, MISSING);
    assert.equal(await does('service_head', '/planned-costs', { ...cost, amount: 300_001 }), 'plan_cost.beyond_budget');
    assert.equal(await does('service_head', '/planned-costs', cost), 'done');
    const gifts = { subjectType: 'work_item', subjectId: walk, amount: 18_000 };
    const spent = { ...gifts, spentOn: '2026-09-21', supplier: '晨光文具', whatFor: '走访纪念品' };
    await notTheirs('/planned-costs/expenses', spent, MISSING);
    assert.equal(
      await does('service_head', '/planned-costs/expenses', { ...spent, amount: 300_001 }),
      'expense.beyond_budget',
    );
    assert.equal(await does('service_head', '/planned-costs/expenses', spent), 'done');
    const ink = {
      departmentId: service(),
      line: 'office',
      spentOn: '2026-09-21',
      supplier: '晨光文具',
      whatFor: '墨盒',
    };
    await notTheirs('/expenses', { ...ink, amount: 8_000 }, MISSING);
    assert.equal(await does('service_head', '/expenses', { ...ink, amount: 8_000 }), 'done');

    const where = `department=${service()}&month=2026-09`;
    const page = await read('service_head', `/department-plans/month?${where}`);
    const office = page['costs'].find((one: Body) => one['line'] === 'office');
    assert.deepEqual(
      [office.work, office.goods, office.budget, office.spent, office.left],
      [20_000, 150_000, 300_000, 26_000, 274_000],
    );
    for (const path of [`/department-plans/month?${where}`, `/budgets/month?${where}`])
      for (const who of ['desk', 'plumber'] as const) assert.equal(await refused(who, path), 'right.missing', path);
  });

  await t.test('trains', async () => {
    const session = {
      departmentId: service(),
      subject: '前台迎送礼仪',
      form: 'etiquette',
      course: 'service_etiquette',
      trainerId: person('service_head'),
      place: '二楼会议室',
      fromAt: day('09-22', '14:00'),
      untilAt: day('09-22', '16:00'),
      people: [person('desk')],
    };
    await notTheirs('/training/sessions', session, MISSING);
    const path = `/training/sessions/${await made('service_head', '/training/sessions', session)}`;
    const later = { fromAt: day('09-22', '15:00'), untilAt: day('09-22', '17:00'), why: '会议室占用' };
    await notTheirs(`${path}/move`, later, MISSING);
    assert.equal(await does('service_head', `${path}/move`, later), 'done');
    await world.until('2026-09-22T17:30+08:00');
    const sheet = [{ personId: person('desk'), attendance: 'came', score: 92 }];
    const held = { heldFrom: later.fromAt, heldUntil: later.untilAt, sheet };
    await notTheirs(`${path}/record`, held, MISSING);
    assert.equal(await does('service_head', `${path}/record`, held), 'done');
    const judged = { grade: 4, evaluation: '演练充分，下次增加英语问候' };
    await notTheirs(`${path}/evaluate`, judged, MISSING);
    assert.equal(await does('service_head', `${path}/evaluate`, judged), 'done');
    const page = await read('service_head', path);
    const [line] = page['sheet'];
    assert.deepEqual(
      [line.person.name, line.minutes, line.score, line.passed, page['grade'], page['evaluatedBy'].name],
      ['王前台', 120, 92, true, 4, '杨部长'],
    );
  });

  await t.test('handles a major complaint to its end', async () => {
    world.at('2026-09-23T09:00+08:00');
    const complaint = {
      kind: 'complaint',
      title: '电梯困人两小时',
      channel: 'phone',
      severity: 'major',
      customerId: world.customers.lin,
      placeId: world.places.flat1102,
      fields: { about: 'facilities', wanted_solution: '当面致歉并更换部件' },
    };
    const id = await made('desk', '/tickets', complaint);
    const path = `/tickets/${id}`;
    wait(world);
    assert.ok(
      (await told(world, 'service_head')).some((one) => one.type === 'ticket.severity_raised' && one.ticket?.id === id),
      'he hears of it as it is taken in',
    );
    const mine = { toId: person('service_head'), way: 'given', reason: '重大投诉由部门负责人跟进' };
    for (const who of ['desk2', 'plumber'] as const)
      assert.match(await does(who, `${path}/offer`, mine), /^right\./, who);
    assert.equal(await does('desk', `${path}/offer`, { ...mine, way: 'up' }), 'done');
    for (const who of ['desk2', 'plumber'] as const)
      assert.notEqual(await does(who, `${path}/offer/answer`, { accept: true }), 'done', who);
    assert.equal(await does('service_head', `${path}/offer/answer`, { accept: true }), 'done');
    assert.equal((await read('deputy', path))['owner'].name, '杨部长');
    const proof = { facts: '困梯 115 分钟', proven_by: 'recording', evidence: '监控录像', real_cause: '门机老化' };
    const steps = [
      ['apologies', { text: '让您受惊了，非常抱歉' }],
      ['investigations', { text: '门机老化，维保未及时更换' }],
      ['explanations', { text: '本周更换门机', rule: '电梯维保合同第 5 条', accepted: true }],
      ['fields', { fields: proof }],
      ['resolve', { outcome: '已更换门机，当面致歉' }],
      ['tell', { text: '门机已更换', toWhom: '林女士' }],
    ] as const;
    for (const [step, body] of steps) {
      const { version } = await read('service_head', path);
      const act = (who: PersonKey) =>
        step === 'fields' ? does(who, path, { version, ...body }, 'PATCH') : does(who, `${path}/${step}`, body);
      for (const who of ['desk', 'desk2', 'plumber'] as const)
        assert.match(await act(who), /^right\./, `${who} ${step}`);
      assert.equal(await act('service_head'), 'done', step);
    }
    const form = await read('service_head', `${path}/handling-form`);
    assert.deepEqual(
      [form['receiver'].name, form['owner'].name, form['outcome'], form['said'].map((one: Body) => one['by'].name)],
      ['王前台', '杨部长', '已更换门机，当面致歉', ['杨部长', '杨部长', '杨部长', '杨部长']],
    );
  });

  await t.test('reviews the rules that are his to keep', async () => {
    const said = (text: string) => ({ title: { 'zh-hans': '前台服务规范' }, body: { 'zh-hans': text } });
    const rules = { sort: 'rules', owner: { postId: world.posts['customer_service_head'] } };
    const id = await made('manager', '/articles', { ...rules, ...said('来电三声内接听。') });
    const path = `/articles/${id}`;
    const proposal = { proposed: '来电两声内接听。', why: '客户多次反映' };
    const amendment = await made('guard', `${path}/amendments`, proposal);
    const decide = { decision: 'adopted', answer: '下一版写入' };
    const others = { ...MISSING, supervisor: 'right.missing' };
    await notTheirs(`/articles/amendments/${amendment}/decide`, decide, others);
    assert.equal(await does('service_head', `/articles/amendments/${amendment}/decide`, decide), 'done');
    const next = { ...rules, ...said('来电两声内接听。'), version: 1, why: '采纳员工建议', amendments: [amendment] };
    await notTheirs(path, next, others, 'PUT');
    assert.equal(await does('service_head', path, next, 'PUT'), 'done');
    await notTheirs(`${path}/confirm`, { version: 2 }, others);
    assert.equal(await does('service_head', `${path}/confirm`, { version: 2 }), 'done');
    const page = await read('guard', path);
    assert.deepEqual([page['version'], page['confirmedBy'].name], [2, '杨部长']);
    const { items } = await read('guard', `${path}/versions`);
    assert.deepEqual(
      items.map((one: Body) => [one['version'], one['by'].name, one['why']]),
      [
        [2, '杨部长', '采纳员工建议'],
        [1, '许经理', null],
      ],
    );
    const covenant = await made('manager', '/articles', { sort: 'rules', ...said('楼道不堆放物品。') });
    assert.equal(
      await does(
        'service_head',
        `/articles/${covenant}`,
        { sort: 'rules', ...said('随意。'), version: 1, why: '改' },
        'PUT',
      ),
      'right.out_of_scope',
      'not what another keeps',
    );
  });

  await t.test('assesses', async () => {
    await world.until('2026-10-08T10:00+08:00');
    const found = { day: '2026-09-30', source: 'inspection', bearing: 'merit', text: '国庆前检查记录完整' };
    const file = `/staff/members/${person('supervisor')}/findings`;
    for (const who of ['desk', 'plumber'] as const)
      assert.match(await does(who, file, found), /^(right\.|person\.)/, who);
    assert.equal(await does('service_head', file, found), 'done');
    const due = async (who: PersonKey) =>
      (await read('service_head', `/staff/assessments?person=${person(who)}`))['items'].find(
        (one: Body) => one['submittedAt'] === null && one['regularity'] !== 'ahead',
      );
    const { id } = await due('supervisor');
    const path = `/staff/assessments/${id}`;
    const { indicators } = await read('service_head', path);
    const marks = indicators.map(({ key }: Body) => ({ indicator: key, mark: 8 }));
    const judged = { marks, remark: '周报及时，带教有方' };
    for (const who of ['desk', 'plumber', 'supervisor'] as const)
      assert.match(await does(who, `${path}/submit`, judged), /^(right\.|assessment\.(unknown|own)$)/, who);
    assert.equal(await does('service_head', `${path}/submit`, judged), 'done');
    const own = await read('supervisor', path);
    assert.deepEqual([own['score'], own['remark'], own['submittedBy'].name], [800, judged.remark, '杨部长']);
    const { items } = await read('supervisor', `/staff/records?person=${person('supervisor')}&sort=finding`);
    assert.deepEqual(
      items.map((one: Body) => [one['by'].name, one['finding'].text]),
      [['杨部长', found.text]],
    );
  });
});
