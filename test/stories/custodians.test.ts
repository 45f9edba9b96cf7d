import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Id } from '../../src/kernel/id.ts';
import { newId } from '../../src/kernel/id.ts';
import { domainRoutes } from '../../src/routes.ts';
import type { Desk } from '../desk-server.ts';
import { deskOf } from '../desk-server.ts';
import { doorsOf } from '../doors.ts';
import { clocksAbout, hire, mend, takeInMatter, told, wait } from '../story.ts';
import type { PersonKey } from '../world-seed.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

/** Customers given to specialists by number and ability, contacted within the week, and classified by the standard they are owed. */

let world: World;
let desk: Desk;
let xia: PersonKey;
let yan: PersonKey;
const { post, read, refusedTo } = doorsOf(() => desk);
type Body = Record<string, any>;

/** Six more customers, so that there is something to balance. */
const more: string[] = [];
before(async () => {
  world = await freshWorld();
  for (const key of ['xia', 'yan']) await hire(world, key, 'customer_service_specialist');
  [xia, yan] = ['xia', 'yan'] as unknown as [PersonKey, PersonKey];
  desk = await deskOf(world, domainRoutes);
  for (const name of ['甲户', '乙户', '丙户', '丁户', '戊户', '己户']) {
    const { body } = await desk.send('desk', 'POST', '/customers', { name, kind: 'household' });
    more.push(body['id']);
  }
});
after(async () => {
  await desk.close();
  await world.drop();
});

const put = async (who: PersonKey, path: string, body: object) => {
  const { status, body: answer } = await desk.send(who, 'PUT', path, body);
  return status < 300 ? 'done' : (answer['code'] as string);
};
const asked = async (who: PersonKey, path: string, body: object): Promise<Body> =>
  (await desk.send(who, 'POST', path, body)).body;
const custodians = (query = '') => read('supervisor', `/custodians${query}`) as Promise<Body>;
const of = async (who: PersonKey) =>
  (await custodians())['items'].find((one: Body) => one['person'].id === world.people[who]) as Body;
const propose = (over: object = {}) => asked('supervisor', '/custodian-distributions/propose', over);
const linesOf = (proposal: Body) =>
  proposal['lines'].map((one: Body) => ({
    customerId: one['customer'].id,
    personId: one['to'].id,
    seen: one['from']?.id ?? null,
  }));
const numbersAfter = (proposal: Body) =>
  Object.fromEntries(proposal['specialists'].map((one: Body) => [one['person'].name, one['after']]));
const owedOf = async (customer: string) =>
  (await read('supervisor', `/customers/${customer}/custodian`))['owed'] as Body | null;
const clocks = async (id: string) => clocksAbout(world, id);
const due = async (id: string) => (await clocks(id)).at(-1)!.due_at;

const DETAIL = { channel: 'phone', need: '问候近况，想了解停车位', outcome: '已说明月租办法，下周再联系' };

test('customers are proposed, previewed, given and taken back, balanced by number and by what each specialist can take [ASGN-01]', async (t) => {
  await t.test('who may', async () => {
    for (const who of ['desk', xia, 'plumber', 'service_head'] as const) {
      const answer = await desk.send(who, 'POST', '/custodian-distributions/propose', {});
      assert.equal(answer.body['code'], who === 'service_head' ? undefined : 'right.missing', who);
    }
    assert.equal(await refusedTo(xia, '/custodians'), 'right.missing');
  });

  await t.test('what each can take is said with its reason, and what was said before is kept', async () => {
    const path = `/custodians/${world.people[yan]}/ability`;
    const said = { seen: 0, percent: 50, why: '入职一个月，带教中' };
    assert.equal(await put('desk', path, said), 'right.missing');
    assert.equal(await put('supervisor', path, { ...said, why: '' }), 'input.malformed');
    assert.equal(await put('supervisor', path, { ...said, percent: 5 }), 'input.malformed');
    const nobody = await desk.send('supervisor', 'PUT', `/custodians/${world.people.desk}/ability`, said);
    assert.equal(nobody.body['code'], 'custodian.no_specialist');
    assert.equal(await put('supervisor', path, { ...said, percent: 80 }), 'done');
    assert.equal(await put('supervisor', path, said), 'stale');
    assert.equal(await put('supervisor', path, { ...said, seen: 1 }), 'done');
    const { percent, abilities } = await of(yan);
    assert.equal(percent, 50);
    assert.deepEqual(
      abilities.map((one: Body) => [one['percent'], one['by'].id, one['at']]),
      [50, 80].map((one) => [one, world.people.supervisor, world.clock.now()]),
    );
  });

  let given: string;
  await t.test('a proposal balances numbers by ability and writes nothing', async () => {
    const proposal = await propose();
    assert.deepEqual(numbersAfter(proposal), { xia先生: 6, yan先生: 3 });
    assert.equal(proposal['lines'].length, 9);
    assert.equal((await custodians())['without'], 9, 'nothing is written');
    assert.deepEqual(numbersAfter(await propose({ people: [world.people[yan]] })), { yan先生: 9 });
    assert.equal((await propose({ people: [world.people.desk] }))['code'], 'custodian.no_specialist');
    assert.equal((await propose({ kind: 'company' }))['lines'].length, 0);
  });

  await t.test('given as proposed, each is told whose he is; the same act again gives nothing twice', async () => {
    const lines = linesOf(await propose());
    const body = { id: newId(world.clock.now()), lines, why: '九月分配' };
    assert.equal(await post(xia, '/custodian-distributions', body), 'right.missing');
    assert.equal(await post('supervisor', '/custodian-distributions', { ...body, why: ' ' }), 'input.malformed');
    const twice = { ...body, lines: [...lines, lines[0]] };
    assert.equal(await post('supervisor', '/custodian-distributions', twice), 'custodian.twice');
    const wrong = { ...body, lines: [{ ...lines[0], personId: world.people.desk }] };
    assert.equal(await post('supervisor', '/custodian-distributions', wrong), 'custodian.no_specialist');
    given = (await asked('supervisor', '/custodian-distributions', body))['id'];
    assert.equal((await asked('supervisor', '/custodian-distributions', body))['id'], given);
    const { items, given: n, without } = await custodians();
    assert.deepEqual([n, without], [9, 0]);
    assert.deepEqual(
      items.map((one: Body) => [one['customers'], one['share'], one['open']]),
      [
        [6, 6, 6],
        [3, 3, 3],
      ],
      'number, share by ability, and first contacts owed',
    );
    const mine = await read('supervisor', `/customers-in-charge?person=${world.people[yan]}`);
    assert.equal(mine['items'].length, 3);
    assert.ok(mine['items'].every((one: Body) => one['person'].id === world.people[yan]));
    assert.equal(
      await post('supervisor', '/custodian-distributions', { ...body, id: newId(world.clock.now()) }),
      'custodian.moved_on',
    );
  });

  await t.test('undone, each is whose he was before, but whoever was contacted meanwhile stays', async () => {
    world.at('2026-09-28T10:00+08:00');
    const { items } = await read('supervisor', `/customers-in-charge?person=${world.people[xia]}`);
    const first = items.find((one: Body) => more.includes(one['customer'].id));
    assert.equal(await post(xia, `/custodian-contacts/${first['owed'].id}/made`, DETAIL), 'done');
    const undo = `/custodian-distributions/${given}/undo`;
    assert.equal(await post('desk', undo, { why: '重来' }), 'right.missing');
    assert.equal(await post('supervisor', undo, {}), 'input.malformed');
    assert.deepEqual(await asked('supervisor', undo, { why: '按楼栋重新分配' }), { undone: 8, stays: 1 });
    assert.equal(await post('supervisor', undo, { why: '再来' }), 'custodian.undone');
    const [line] = (await read('supervisor', '/custodian-distributions'))['items'];
    assert.deepEqual(
      [line['customers'], line['standing'], line['undoneBy'].id, line['undoneWhy'], line['why']],
      [9, 1, world.people.supervisor, '按楼栋重新分配', '九月分配'],
    );
    assert.deepEqual([(await custodians())['without'], (await of(yan))['open']], [8, 0]);
  });

  await t.test(
    'everybody is balanced anew with as few moved as can be, and undone he is his former one’s by the old day',
    async () => {
      world.at('2026-09-28T11:00+08:00');
      for (const customerId of more)
        if ((await read('supervisor', `/customers/${customerId}/custodian`))['person'] === null)
          assert.equal(
            await put('supervisor', `/customers/${customerId}/custodian`, {
              personId: world.people[yan],
              seen: null,
              why: '熟悉本楼',
            }),
            'done',
          );
      const had = (await of(yan))['customers'];
      const proposal = await propose({ whom: 'all' });
      assert.deepEqual(numbersAfter(proposal), { xia先生: 6, yan先生: 3 });
      const moved = linesOf(proposal).filter((one: Body) => one['seen'] === world.people[yan]);
      assert.equal(moved.length, had - 3, 'yan keeps her share');
      const earlier = await owedOf(moved[0]['customerId']);
      world.at('2026-09-29T09:00+08:00');
      const id = (
        await asked('supervisor', '/custodian-distributions', { whom: 'all', lines: linesOf(proposal), why: '均衡' })
      )['id'];
      const now = await read('supervisor', `/customers/${moved[0]['customerId']}/custodian`);
      assert.deepEqual([now['person'].id, now['history'].length], [world.people[xia], 3]);
      assert.deepEqual(
        [now['history'][1].person.id, now['history'][1].endedAs, now['history'][1].why],
        [world.people[yan], 'passed_on', '熟悉本楼'],
      );
      assert.equal((await clocks(earlier!['id']))[0]!.state, 'cancelled', 'yan owes nothing with him any more');
      await asked('supervisor', `/custodian-distributions/${id}/undo`, { why: '暂不调整' });
      const back = await read('supervisor', `/customers/${moved[0]['customerId']}/custodian`);
      assert.deepEqual([back['person'].id, back['owed'].dueAt], [world.people[yan], earlier!['dueAt']]);
    },
  );

  await t.test('one alone is given on with a reason, and to nobody who is no specialist', async () => {
    world.at('2026-09-29T09:30+08:00');
    const path = `/customers/${world.customers.chen}/custodian`;
    const body = { personId: world.people[xia], seen: null, why: '业主指定' };
    assert.match(await put('desk', path, body), /^right\./);
    assert.equal(await put('supervisor', path, { ...body, why: '' }), 'input.malformed');
    assert.equal(await put('supervisor', path, { ...body, personId: world.people.desk }), 'custodian.no_specialist');
    assert.equal(await put('supervisor', path, { ...body, seen: world.people[yan] }), 'custodian.moved_on');
    assert.equal(await put('supervisor', path, body), 'done');
    assert.equal(await put('supervisor', path, { ...body, personId: null, seen: world.people[xia] }), 'done');
    const { history, person, owed } = await read('supervisor', path);
    assert.deepEqual([person, owed, history[0].endedAs], [null, null, 'taken_away']);
  });
});

test('the responsible specialist contacts a customer within a week of his being given and records it in detail; he is warned before, and what is missed stands there [ASGN-02]', async (t) => {
  const give = (customer: string, who: PersonKey) =>
    put('supervisor', `/customers/${customer}/custodian`, { personId: world.people[who], seen: null, why: '分配' });
  const { lin, zhou } = world.customers;
  world.at('2026-10-12T10:00+08:00');
  assert.equal(await give(lin, xia), 'done');
  assert.equal(await give(zhou, xia), 'done');
  const [owed, other] = [(await owedOf(lin))!, (await owedOf(zhou))!];

  await t.test('it is owed by a week on the calendar, by him, and stands in his work', async () => {
    assert.deepEqual([owed['sort'], owed['state'], owed['dueAt']], ['first', 'open', '2026-10-19T02:00:00.000Z']);
    const [clock] = await clocks(owed['id']);
    assert.deepEqual([clock!.kind, clock!.owner_id], ['contact_assigned', world.people[xia]]);
    const { groups } = await read(xia, '/work/mine');
    const things = groups.flatMap((one: Body) => one['items']);
    assert.ok(things.some((one: Body) => one['subject']?.id === owed['id'] && one['title'] === '林女士'));
  });

  await t.test('he is warned before it runs out', async () => {
    await world.until('2026-10-18T10:00+08:00');
    wait(world);
    const warned = async (who: PersonKey) =>
      (await told(world, who)).filter((one) => one.type === 'clock.warn' && one.params['kind'] === 'contact_assigned');
    assert.ok((await warned(xia)).length >= 2, 'both of them');
    assert.equal(
      (await warned('supervisor')).some((one) => one.params['dueAt'] === owed['dueAt']),
      false,
    );
  });

  await t.test('he alone records it, in detail', async () => {
    world.at('2026-10-18T15:00+08:00');
    const made = `/custodian-contacts/${owed['id']}/made`;
    assert.equal(await post(yan, made, DETAIL), 'custodian.not_yours');
    assert.equal(await post('supervisor', made, DETAIL), 'custodian.not_yours');
    assert.equal(await post('plumber', made, DETAIL), 'right.missing');
    for (const missing of ['channel', 'need', 'outcome'])
      assert.equal(await post(xia, made, { ...DETAIL, [missing]: '' }), 'input.malformed', missing);
    const tried = `/custodian-contacts/${owed['id']}/tried`;
    assert.equal(await post(yan, tried, { channel: 'phone', outcome: '无人接听' }), 'custodian.not_yours');
    assert.equal(await post(xia, tried, { channel: 'phone', outcome: '' }), 'input.malformed');
    assert.equal(await post(xia, tried, { channel: 'phone', outcome: '无人接听，晚上再打' }), 'done');
    assert.equal((await owedOf(lin))!['id'], owed['id'], 'nobody reached: owed as before');
    assert.equal(await post(xia, made, { ...DETAIL, happenedAt: '2026-10-11T10:00:00+08:00' }), 'happened.too_early');
    assert.equal(await post(xia, made, { ...DETAIL, happenedAt: '2026-10-20T10:00:00+08:00' }), 'happened.in_future');
    assert.equal(await post(xia, made, { ...DETAIL, with: '林女士的母亲' }), 'done');
    assert.equal(await post(xia, made, DETAIL), 'custodian.contact_done');
    const [line] = (await read(xia, `/custodian-contacts?customer=${lin}`))['items'];
    const { channel, callerName, need, outcome } = line['contact'];
    assert.deepEqual({ channel, need, outcome }, DETAIL);
    assert.deepEqual([callerName, line['state'], line['attempts']], ['林女士的母亲', 'kept', 1]);
    const { contacts } = await read('supervisor', `/customers/${lin}`);
    assert.deepEqual(
      contacts.map((one: Body) => [one['direction'], one['receiver'].id, one['need']]).toSorted(),
      ['', DETAIL.need].map((said) => ['out', world.people[xia], said]),
      'on the customer’s own record, the attempt too',
    );
  });

  await t.test('what is missed turns late by itself, his superior hears, and it is counted', async () => {
    await world.until('2026-10-19T10:01+08:00');
    wait(world);
    const [late] = (await read('supervisor', `/custodian-contacts?customer=${zhou}`))['items'];
    assert.deepEqual([late['state'], late['can'].record.code], ['late', 'custodian.not_yours']);
    assert.ok((await told(world, 'supervisor')).some((one) => one.params['dueAt'] === other['dueAt']));
    const period = '?from=2026-10-19T00:00:00Z&until=2026-10-20T00:00:00Z';
    const counts = async () => {
      const { kept, missed, due, late: open } = (await custodians(period))['items'][0];
      return { kept, missed, due, late: open };
    };
    const { late: lateNow, ...inPeriod } = await counts();
    assert.deepEqual(inPeriod, { kept: 1, missed: 1, due: 2 });
    assert.equal(lateNow, (await of(xia))['late']);
    const behind = await read(
      'supervisor',
      `/custodian-contacts?state=late&from=2026-10-19T00:00:00Z&until=2026-10-20T00:00:00Z`,
    );
    assert.deepEqual(
      behind['items'].map((one: Body) => one['customer'].id),
      [zhou],
      'the record behind the figure',
    );
    assert.equal(await post(xia, `/custodian-contacts/${other['id']}/made`, { ...DETAIL, channel: 'visit' }), 'done');
    const [missed] = (await read('supervisor', `/custodian-contacts?customer=${zhou}&state=missed`))['items'];
    assert.equal(missed['id'], other['id'], 'made after its day it stays missed');
    assert.deepEqual(await counts(), { kept: 1, missed: 1, due: 2, late: lateNow - 1 });
    const mine = (await read(yan, '/custodian-contacts?mine=true'))['items'];
    assert.ok(mine.every((one: Body) => one['person'].id === world.people[yan]));
  });

  await t.test('whoever leaves has no customers any more, and owes nothing with them', async () => {
    const zoe = await hire(world, 'zoe', 'customer_service_specialist');
    await give(world.customers.chen, zoe);
    const { id } = (await owedOf(world.customers.chen))!;
    const gone = { reason: 'resigned', successorId: world.people[yan] };
    assert.equal(await post('admin', `/people/${world.people[zoe]}/leave`, gone), 'done');
    assert.equal((await clocks(id))[0]!.state, 'cancelled');
    assert.equal((await read('supervisor', `/customers/${world.customers.chen}/custodian`))['person'], null);
  });
});

test('a class carries a service standard, which sets the limits and the contact interval of every new case and plan of its customers [CUST-10]', async (t) => {
  const classify = (who: PersonKey, body: object) => asked(who, '/customer-classes/classify', body);
  const { chen } = world.customers;
  const clock = async (ticket: Id<'ticket'>, kind: string) =>
    (await clocks(ticket)).find((one) => one.kind === kind)!.allowance;
  const opens = (over: object = {}) => takeInMatter(world, 'complaint', over);
  world.at('2026-11-02T09:00+08:00');
  const earlier = await opens();

  await t.test('the supervisor classifies, with a reason; others do not', async () => {
    world.at('2026-11-02T09:05+08:00');
    const body = { customerIds: [chen, world.customers.lin], class: 'key_account', why: '业委会成员' };
    for (const who of ['desk', xia, 'plumber'] as const)
      assert.equal((await classify(who, body))['code'], 'right.missing', who);
    assert.equal((await classify('supervisor', { ...body, why: '' }))['code'], 'input.malformed');
    assert.equal((await classify('supervisor', { ...body, class: 'gold' }))['code'], 'customer_class.unknown');
    const strange = { ...body, customerIds: [crypto.randomUUID()] };
    assert.equal((await classify('supervisor', strange))['code'], 'customer.unknown');
    assert.deepEqual(await classify('supervisor', body), { changed: 2 });
    assert.deepEqual(await classify('supervisor', body), { changed: 0 }, 'who stands there already is left alone');
    const { items, without } = await read('supervisor', '/customer-classes');
    assert.deepEqual([items.map((one: Body) => one['customers']), without], [[2, 0, 0], 7]);
    const listed = await read('supervisor', '/customers-in-charge?class=key_account');
    assert.deepEqual(
      listed['items'].map((one: Body) => one['customer'].id).toSorted(),
      [chen, world.customers.lin].toSorted(),
    );
  });

  await t.test('the standard is read on the customer: limits, interval, services', async () => {
    const { class: standard } = await read('desk', `/customers/${chen}/class`);
    assert.deepEqual(
      standard['limits'].map((one: Body) => [one['owed'], one['urgency'], one['limit'].allowance.text]),
      [
        ['first_answer', null, 'PT1H'],
        ['first_answer', 'emergency', 'PT15M'],
        ['complete', null, 'P2D'],
      ],
    );
    assert.equal(standard['contact'].allowance.text, 'P30D');
    assert.equal(standard['services'].length, 2);
  });

  await t.test('it sets the limits of every new case, and leaves those that are open', async () => {
    const usual = await clock(earlier.id, 'first_answer');
    assert.notEqual(usual, 'PT1H');
    const now = await opens();
    assert.deepEqual([await clock(now.id, 'first_answer'), await clock(now.id, 'complete')], ['PT1H', 'P2D']);
    const pressing = await opens({ urgency: 'emergency' });
    assert.equal(await clock(pressing.id, 'first_answer'), 'PT15M');
    const others = await opens({ customerId: world.customers.zhou, placeId: world.places.flat0902 });
    assert.equal(await clock(others.id, 'first_answer'), usual, 'of nobody else');
    assert.equal(await clock(earlier.id, 'first_answer'), usual, 'what was open runs as it did');
    const raise = await desk.send('manager', 'PATCH', `/tickets/${earlier.id}`, {
      version: (await read('manager', `/tickets/${earlier.id}`))['version'],
      urgency: 'emergency',
    });
    assert.equal(raise.status, 200, JSON.stringify(raise.body));
    assert.notEqual(
      await clock(earlier.id, 'first_answer'),
      'PT15M',
      'opened before he was classified, it never runs by it',
    );
  });

  await t.test('a household’s class holds for whoever belongs to it, unless he has his own', async () => {
    const { body } = await desk.send('desk', 'POST', '/customers', { name: '陈小姐', kind: 'person' });
    const member = body['id'] as Id<'customer'>;
    const { version } = await read('desk', `/customers/${chen}`);
    const joined = await desk.send('desk', 'PATCH', `/customers/${chen}`, {
      version,
      members: [{ customerId: member }],
    });
    assert.equal(joined.status, 200, JSON.stringify(joined.body));
    assert.equal((await read('desk', `/customers/${member}/class`))['by'].id, chen);
    const theirs = await opens({ customerId: member });
    assert.equal(await clock(theirs.id, 'first_answer'), 'PT1H');
    await classify('supervisor', { customerIds: [member], class: 'tenant_firm', why: '另租商铺' });
    assert.equal(await clock((await opens({ customerId: member })).id, 'first_answer'), 'PT2H');
  });

  await t.test('it sets when he is to be contacted next', async () => {
    const at = { customer: world.customers.lin, path: `/customers/${world.customers.lin}/custodian` };
    const owed = (await owedOf(at.customer))!;
    assert.deepEqual(
      [owed['sort'], owed['dueAt']],
      ['regular', '2026-12-02T01:05:00.000Z'],
      '30 days from his class on',
    );
    world.at('2026-11-20T11:00+08:00');
    assert.equal(await post(xia, `/custodian-contacts/${owed['id']}/made`, DETAIL), 'done');
    assert.equal((await owedOf(at.customer))!['dueAt'], '2026-12-20T03:00:00.000Z', '30 days after each contact');
    await classify('supervisor', { customerIds: [at.customer], class: 'household', why: '不再任职' });
    const next = (await owedOf(at.customer))!;
    assert.equal(next['dueAt'], '2026-12-20T03:00:00.000Z', 'what was planned stands');
    assert.equal(await post(xia, `/custodian-contacts/${next['id']}/made`, DETAIL), 'done');
    assert.equal(
      (await due((await owedOf(at.customer))!['id'])).slice(0, 10),
      '2027-05-19',
      'half a year from then on',
    );
    await classify('supervisor', { customerIds: [at.customer], class: null, why: '取消分类' });
    const { history, class: none } = await read('supervisor', `/customers/${at.customer}/class`);
    assert.equal(none, null);
    assert.deepEqual(
      history.map((one: Body) => [one['class']?.key ?? null, one['why'], one['by'].id]),
      [
        [null, '取消分类', world.people.supervisor],
        ['household', '不再任职', world.people.supervisor],
        ['key_account', '业委会成员', world.people.supervisor],
      ],
    );
  });

  await t.test('the house words its classes anew, and what begins then runs by that', async () => {
    const { version, settings } = await read('admin', '/settings');
    const [first, ...rest] = settings['customerClasses'];
    const limits = first['limits'].map((one: Body) =>
      one['owed'] === 'first_answer'
        ? { ...one, limit: { ...one['limit'], allowance: { text: 'PT3H', basis: 'working' } } }
        : one,
    );
    const twice = { ...settings, customerClasses: [first, first] };
    const change = (content: object) => put('admin', '/settings', { seen: version, settings: content, why: '调整' });
    assert.equal(await change(twice), 'pack.key_twice');
    assert.equal(await change({ ...settings, customerClasses: [{ ...first, limits }, ...rest] }), 'done');
    assert.equal(await clock((await opens()).id, 'first_answer'), 'PT3H');
  });

  await t.test('work under it runs by the standard too', async () => {
    const { version, settings } = await read('admin', '/settings');
    const [first, ...rest] = settings['customerClasses'];
    const [like] = first['limits'];
    const arrive = { owed: 'work_arrive', limit: { ...like['limit'], allowance: { text: 'PT45M', basis: 'clock' } } };
    const classes = [{ ...first, limits: [...first['limits'], arrive] }, ...rest];
    await put('admin', '/settings', {
      seen: version,
      settings: { ...settings, customerClasses: classes },
      why: '上门时限',
    });
    const order = await mend(world, await takeInMatter(world, 'repair_private'));
    assert.equal((await clocks(order)).find((one) => one.kind === 'work_arrive')!.allowance, 'PT45M');
  });
});
