import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Desk } from '../../test/desk-server.ts';
import { deskOf } from '../../test/desk-server.ts';
import { doorsOf } from '../../test/doors.ts';
import { clocksAbout, hire, told, wait } from '../../test/story.ts';
import type { PersonKey } from '../../test/world-seed.ts';
import type { World } from '../../test/world.ts';
import { freshWorld } from '../../test/world.ts';
import { digest, newSecret } from '../auth/digest.ts';
import { addCustomer } from '../customer/commands/add-customer.ts';
import { eraseCustomer } from '../customer/commands/erase-customer.ts';
import { addCustomerInput } from '../customer/inputs.ts';
import type { Id } from '../kernel/id.ts';
import { domainRoutes } from '../routes.ts';
import { beginCurrentSurveys } from './commands/begin-surveys.ts';
import { surveyLinkRoutes } from './routes-links.ts';

/** The fourth quarter of an estate with a dozen owners, from the plan of its appraisal to the originals that come back. */

let world: World;
let desk: Desk;
let statistician: PersonKey;
let distributor: PersonKey;
let collector: PersonKey;
let superior: PersonKey;
const tries: string[] = [];
before(async () => {
  world = await freshWorld({ at: '2026-10-08T09:00+08:00' });
  statistician = await hire(world, 'statistician', 'statistician');
  distributor = await hire(world, 'distributor', 'form_distributor');
  collector = await hire(world, 'collector', 'form_collector');
  superior = await hire(world, 'superior', 'superior_department');
  const places = Object.entries(world.places).filter(([key]) => key.startsWith('flat'));
  for (let at = 0; at < 9; at += 1)
    await world.act(
      'desk',
      addCustomer,
      addCustomerInput.parse({
        kind: at === 0 ? 'company' : 'household',
        name: `业主${at}`,
        phones: [{ number: `1390000000${at}` }],
        places: [{ placeId: places[at % places.length]![1], relation: 'owner', since: '2026-01-01' }],
      }),
    );
  await world.act(
    'desk',
    addCustomer,
    addCustomerInput.parse({
      kind: 'household',
      name: '租户',
      places: [{ placeId: places[0]![1], relation: 'tenant', since: '2026-01-01' }],
    }),
  );
  await world.act(null, beginCurrentSurveys);
  const count = (to: string[]) => async () => void to.push('tried');
  const links = { newSecret, digest, attempted: count(tries), succeeded: async () => void tries.pop() };
  desk = await deskOf(world, [...domainRoutes, ...surveyLinkRoutes(links)]);
});
after(async () => {
  await desk.close();
  await world.drop();
});

const { post, read, refusedTo } = doorsOf(() => desk);
const put = async (who: PersonKey, path: string, body: object) => {
  const { status, body: answer } = await desk.send(who, 'PUT', path, body);
  return status < 300 ? 'done' : (answer['code'] as string);
};
const owed = async (id: string, kind: string) => (await clocksAbout(world, id)).findLast((one) => one.kind === kind)!;
const rounds = async (query = '', who: PersonKey = statistician) =>
  (await read(who, `/surveys?limit=50${query}`))['items'] as Record<string, any>[];
const roundOf = async (key: string) =>
  (await rounds()).find((one) => one['questionnaire'].key === key)!['id'] as string;
const page = (id: string, who: PersonKey = statistician) => read(who, `/surveys/${id}`);
const receivers = async (id: string, query = '') =>
  (await read(statistician, `/survey-receivers?survey=${id}${query}`))['items'] as Record<string, any>[];

const planOf = (over: object = {}) => ({
  seen: 0,
  aim: '找出薄弱环节',
  percent: 50,
  issueOn: '2026-12-15',
  statisticianId: world.people[statistician],
  distributorId: world.people[distributor],
  collectorId: world.people[collector],
  ...over,
});

test('each period owes its round by itself: monthly, quarterly, half-yearly; the plan from its first day, the summary by the 5th after it [SURV-02] [SURV-13]', async () => {
  const all = await rounds();
  assert.deepEqual(
    all.map((one) => [one['questionnaire'].key, one['period'], one['begins'], one['state']]).toSorted(),
    [
      ['half_yearly_satisfaction', 'half_year', '2026-07-01', 'to_plan'],
      ['monthly_satisfaction', 'month', '2026-10-01', 'to_plan'],
      ['owner_appraisal', 'quarter', '2026-10-01', 'to_plan'],
    ],
  );
  const id = await roundOf('owner_appraisal');
  assert.equal((await owed(id, 'survey_plan')).owner_id, world.people[statistician]);
  assert.equal((await owed(id, 'survey_summary')).due_at, '2027-01-05T16:00:00.000Z');
  assert.equal((await page(id))['suggested'].issueOn, '2026-12-15');
  await world.until('2026-11-02T08:00+08:00');
  const months = (await rounds()).filter((one) => one['period'] === 'month');
  assert.deepEqual(
    months.map((one) => one['begins']),
    ['2026-11-01', '2026-10-01'],
  );
  // one that nobody submitted turns late by itself
  assert.equal(await refusedTo('plumber', `/surveys/${id}`), 'right.missing');
});

test('the plan names aim, receivers, day and persons, at least a fifth; the manager alone confirms it or sends it back, each version stays [SURV-12]', async () => {
  const id = await roundOf('owner_appraisal');
  const path = `/surveys/${id}/plan`;
  const wrong: [object, string][] = [
    [{ aim: '' }, 'input.malformed'],
    [{ percent: 19 }, 'survey.too_few'],
    [{ issueOn: '2027-02-01' }, 'survey.day_outside'],
    [{ issueOn: '15.12.2026' }, 'input.malformed'],
  ];
  for (const [over, code] of wrong)
    assert.equal(await post(statistician, path, planOf(over)), code, JSON.stringify(over));
  assert.equal(await post(distributor, path, planOf()), 'right.missing');
  assert.equal(await post(statistician, path, planOf()), 'done');
  assert.equal((await owed(id, 'survey_plan')).outcome, 'late');
  assert.equal((await owed(id, 'survey_confirm')).owner_id, world.people.manager);
  for (const who of [statistician, 'supervisor', 'deputy'] as const)
    assert.equal(await post(who, `${path}/verdict`, { confirmed: true }), 'survey.not_yours', who);
  assert.equal(await post('manager', `${path}/verdict`, { confirmed: false }), 'survey.remark_missing');
  assert.equal(await post('manager', `${path}/verdict`, { confirmed: false, remark: '三成即可' }), 'done');
  assert.equal((await owed(id, 'survey_plan')).outcome, null);
  assert.equal(await post(statistician, path, planOf({ percent: 30 })), 'stale');
  assert.equal(await post(statistician, path, planOf({ seen: 1, percent: 30 })), 'done');
  assert.equal(await post('manager', `${path}/verdict`, { confirmed: true }), 'done');
  assert.equal(await post(statistician, path, planOf({ seen: 2 })), 'survey.planned');
  const plans = (await page(id))['plans'] as Record<string, any>[];
  assert.deepEqual(
    plans.map((one) => [one['version'], one['percent'], one['verdict'], one['remark'], one['verdictBy'].name]),
    [
      [2, 30, 'confirmed', null, '许经理'],
      [1, 50, 'sent_back', '三成即可', '许经理'],
    ],
  );
});

test('its receivers are drawn from the owners who moved in, with a seed that draws the same again, none of them twice within the year while others are left [SURV-03]', async () => {
  const id = await roundOf('owner_appraisal');
  const { drawing, drawn } = await page(id);
  assert.equal(drawing.fresh.length + drawing.asked.length, 12);
  assert.equal(drawn, 4);
  const { drawReceivers } = await import('./survey.ts');
  const again = drawReceivers(drawing.seed, drawing, drawing.percent);
  assert.deepEqual(
    (await receivers(id)).map((one) => one['customer'].id),
    again.map((one: { id: string }) => one.id),
  );
  assert.ok((await receivers(id)).every((one) => one['again'] === false && one['customer'].name !== '租户'));
});

test('the issue record says of each when, to whom, by whom, collected by whom and when; recovery is due half a month from issue; each by his own post alone [SURV-04] [ROLE-34]', async () => {
  const id = await roundOf('owner_appraisal');
  await world.until('2026-12-15T10:00+08:00');
  const [first, second, third, fourth] = await receivers(id);
  const out = `/surveys/${id}/hand-outs`;
  for (const who of [statistician, collector, 'supervisor', 'manager'] as const)
    assert.equal(await post(who, out, { way: 'paper' }), 'survey.not_yours', who);
  assert.equal(await post(distributor, out, { way: 'paper', on: '2026-12-16' }), 'survey.day_to_come');
  assert.equal(await post(distributor, out, { way: 'message' }), 'survey.no_way');
  assert.equal(await post(distributor, out, { way: 'phone', receiverIds: [third!['id']] }), 'done');
  assert.equal((await owed(id, 'survey_issue')).outcome, null);
  assert.equal(await post(distributor, out, { way: 'paper' }), 'done');
  assert.equal((await owed(id, 'survey_issue')).outcome, 'kept');
  assert.equal(await post(distributor, out, { way: 'paper' }), 'survey.nobody_left');
  const paper = ((await page(id))['issues'] as Record<string, any>[]).find((one) => one['way'] === 'paper')!;
  assert.equal(paper['dueAt'], '2026-12-29T16:00:00.000Z');
  assert.equal((await owed(paper['id'], 'survey_recover')).owner_id, world.people[collector]);

  const back = { receiverIds: [first!['id'], second!['id']], on: '2026-12-20' };
  await world.until('2026-12-21T10:00+08:00');
  for (const who of [statistician, distributor, 'supervisor'] as const)
    assert.equal(await post(who, `/surveys/${id}/collections`, back), 'survey.not_yours', who);
  assert.equal(
    await post(collector, `/surveys/${id}/collections`, { ...back, on: '2026-12-14' }),
    'survey.day_too_early',
  );
  assert.equal(
    await post(collector, `/surveys/${id}/collections`, { receiverIds: [third!['id']] }),
    'survey.not_on_paper',
  );
  assert.equal(await post(collector, `/surveys/${id}/collections`, back), 'done');
  const [row] = await receivers(id);
  assert.deepEqual(
    [row!['handedOutOn'], row!['distributor'].name, row!['collector'].name, row!['collectedOn'], row!['state']],
    ['2026-12-15', 'distributor先生', 'collector先生', '2026-12-20', 'collected'],
  );
  await world.until('2026-12-30T10:00+08:00');
  const clock = await owed(paper['id'], 'survey_recover');
  assert.ok(clock.due_at < world.clock.now() && clock.outcome === null);
  assert.equal(
    await post(collector, `/surveys/${id}/not-returned`, { receiverIds: [fourth!['id']], remark: '' }),
    'input.malformed',
  );
});

const ANSWERS = [
  { question: 'overall', score: 2 },
  { question: 'repairs', score: 1 },
  { question: 'security', score: 5 },
  { question: 'weak_point', choice: 'repair_time' },
];

test('answers are typed in from the sheet, said on the telephone, or given once by a link that is his alone; corrected, the former stays', async () => {
  const id = await roundOf('owner_appraisal');
  const [first, second, third, fourth] = await receivers(id);
  const path = (one: any) => `/survey-receivers/${one['id']}/answers`;
  assert.equal(
    await put(statistician, path(fourth), { way: 'paper', seen: 0, answers: ANSWERS }),
    'survey.not_collected',
  );
  assert.equal(await put(distributor, path(first), { way: 'paper', seen: 0, answers: ANSWERS }), 'right.missing');
  assert.equal(await put(statistician, path(first), { way: 'paper', seen: 0, answers: [] }), 'survey.nothing_answered');
  assert.equal(await put(statistician, path(first), { way: 'paper', seen: 0, answers: ANSWERS }), 'done');
  assert.equal(await put(statistician, path(first), { way: 'paper', seen: 0, answers: ANSWERS }), 'stale');
  const corrected = [...ANSWERS.slice(1), { question: 'own_words', text: '维修慢' }];
  assert.equal(await put('desk', path(first), { way: 'paper', seen: 1, answers: corrected }), 'done');
  assert.equal(
    await put('desk', path(third), { way: 'phone', seen: 0, answers: [{ question: 'repairs', score: 2 }] }),
    'done',
  );
  assert.equal(
    await put(statistician, path(second), { way: 'paper', seen: 0, answers: [{ question: 'security', score: 4 }] }),
    'done',
  );

  const { body } = await desk.send(distributor, 'POST', `/survey-receivers/${fourth!['id']}/link`);
  assert.match(body['address'], /\/c\/survey#./);
  const secret = body['address'].split('#')[1];
  const own = await desk.send('plumber', 'POST', '/public/survey', { secret });
  assert.deepEqual([own.body['name']['zh-hans'], own.body['questions'].length], ['业主评议', 7]);
  assert.ok(!JSON.stringify(own.body).includes(fourth!['customer'].name));
  const give = (answers: object[], by = secret) =>
    desk.send('plumber', 'POST', '/public/survey/answers', { secret: by, answers });
  assert.equal((await give([{ question: 'repairs', score: 6 }])).body['code'], 'input.malformed');
  assert.equal((await give([{ question: 'repairs', score: 2 }])).status, 200);
  const seen = tries.length;
  assert.equal((await give([{ question: 'repairs', score: 5 }])).body['code'], 'survey.link_unknown');
  assert.equal((await give([{ question: 'repairs', score: 5 }], 'no such secret')).body['code'], 'survey.link_unknown');
  assert.equal(tries.length, seen + 2);
  const issue = ((await page(id))['issues'] as Record<string, any>[]).find((one) => one['way'] === 'paper')!;
  assert.equal(issue['outcome'], 'late');
});

test('rate, scores and the vital few are computed and lead to the answers behind each figure [SURV-01] [SURV-06]', async () => {
  const id = await roundOf('owner_appraisal');
  const { results } = await page(id);
  assert.deepEqual(results.rate, { n: 4, of: 4 });
  const engineering = results.departments.find((one: { key: string }) => one.key === 'engineering');
  assert.deepEqual(engineering, { key: 'engineering', n: 3, mean: 1.67 });
  assert.deepEqual(
    results.problems.map((one: Record<string, any>) => [one['key'], one['n'], one['vital']]),
    [
      ['repairs', 3, true],
      ['weak_point:repair_time', 1, true],
    ],
  );
  const behind = async (query: string) =>
    (await read(statistician, `/survey-answers?survey=${id}&${query}`))['items'] as Record<string, any>[];
  assert.equal((await behind('question=repairs&low=true')).length, 3);
  assert.equal((await behind('department=engineering')).length, engineering.n);
  assert.equal((await behind('question=own_words'))[0]!['version'], 2);
  for (const type of results.types as Record<string, any>[])
    assert.equal(
      (await behind(`type=${type['key']}`)).filter((one) => one['score'] !== null).length,
      type['n'],
      type['key'],
    );
  const body = { id: world.clock.now() && crypto.randomUUID(), format: 'csv', query: { survey: id } };
  const table = await desk.take(statistician, 'POST', '/lists/survey-answers/take-out', body);
  assert.ok(table.bytes.toString().includes('维修慢'));
});

test('the manager calls the statistician and whoever is concerned to evaluate it; what they decided is written down once they have met [SURV-09]', async () => {
  const id = await roundOf('owner_appraisal');
  const group = (over: object = {}) => ({
    meetsAt: '2026-12-31T10:00:00+08:00',
    people: [world.people[statistician], world.people.maintenance],
    ...over,
  });
  assert.equal(await post('supervisor', `/surveys/${id}/evaluations`, group()), 'survey.not_yours');
  const alone = group({ people: [world.people.maintenance] });
  assert.equal(await post('manager', `/surveys/${id}/evaluations`, alone), 'survey.without_statistician');
  assert.equal(await post('manager', `/surveys/${id}/evaluations`, group()), 'done');
  wait(world);
  assert.ok((await told(world, 'maintenance')).some((one) => one.type === 'survey.evaluation_called'));
  const [evaluation] = (await page(id))['evaluations'];
  const decided = { decided: '维修是关键少数' };
  assert.equal(await post('maintenance', `/survey-evaluations/${evaluation.id}/decided`, decided), 'survey.not_met');
  await world.until('2026-12-31T11:00+08:00');
  assert.equal(await post('desk', `/survey-evaluations/${evaluation.id}/decided`, decided), 'survey.not_yours');
  assert.equal(await post('maintenance', `/survey-evaluations/${evaluation.id}/decided`, decided), 'done');
});

test('a problem is opened under each of the four procedures, and its causes are followed from coarse to fine until each end has a measure [SURV-07] [SURV-10]', async () => {
  const id = await roundOf('owner_appraisal');
  const departmentId = world.departments['engineering']!;
  const items = `/surveys/${id}/items`;
  const statistics = { procedure: 'statistics', problem: 'repairs', branch: 'people', text: '人手不足' };
  assert.equal(await post(statistician, items, { ...statistics, problem: 'service' }), 'survey.problem_unknown');
  assert.equal(await post(statistician, items, statistics), 'done');
  assert.equal(await post(statistician, items, statistics), 'survey.item_open');
  const finding = { procedure: 'inspection', problem: 'repairs', departmentId, text: '维修差', way: 'reported_up' };
  assert.equal(await post(statistician, items, finding), 'right.missing');
  assert.equal(await post('supervisor', items, finding), 'done');
  assert.equal(
    await post('supervisor', items, { procedure: 'nonconformity', problem: 'repairs', departmentId, text: '限期整改' }),
    'done',
  );
  const capa = {
    procedure: 'capa',
    problem: 'weak_point:repair_time',
    departmentId,
    sort: 'corrective',
    title: '维修不及时',
    causeSort: 'people',
    cause: '人手不足',
    measures: [{ text: '增加一人', personId: world.people.maintenance, dueAt: '2027-01-20T17:00:00+08:00' }],
    checkAt: '2027-02-20T17:00:00+08:00',
    checkById: world.people.supervisor,
  };
  assert.equal(await post('supervisor', items, capa), 'done');
  const opened = (await page(id))['items'] as Record<string, any>[];
  assert.deepEqual(opened.map((one) => one['procedure']).toSorted(), [
    'capa',
    'inspection',
    'nonconformity',
    'statistics',
  ]);
  const action = await read(
    'supervisor',
    `/improvements/${opened.find((one) => one['procedure'] === 'capa')!['aboutId']}`,
  );
  assert.deepEqual(
    action['sources'].map((one: { type: string; id: string }) => [one.type, one.id]),
    [['survey_round', id]],
  );

  const [coarse] = (await page(id))['causes'];
  const fine = { problem: 'repairs', parentId: coarse.id, text: '夜班只有一人' };
  assert.equal(
    await post('maintenance', `/surveys/${id}/causes`, { ...fine, parentId: undefined }),
    'survey.branch_missing',
  );
  assert.equal(await post('maintenance', `/surveys/${id}/causes`, fine), 'done');
  const measure = { measure: '夜班增加一人', personId: world.people.maintenance, dueOn: '2027-01-31' };
  assert.equal(await put('maintenance', `/survey-causes/${coarse.id}/measure`, measure), 'survey.not_an_end');
  const end = ((await page(id))['causes'] as Record<string, any>[]).find((one) => one['isEnd'])!;
  assert.deepEqual([end['branch'], end['parentId']], ['people', coarse.id]);
  const whole = { text: '四季度汇总', originals: 2 };
  assert.equal(await post(statistician, `/surveys/${id}/submit`, whole), 'survey.open_ends');
  assert.equal(await put('maintenance', `/survey-causes/${end['id']}/measure`, measure), 'done');
  assert.equal((await owed(end['id'], 'survey_measure')).owner_id, world.people.maintenance);
  assert.equal(
    await post('maintenance', `/surveys/${id}/causes`, { ...fine, parentId: end['id'] }),
    'survey.has_measure',
  );
  assert.equal(await post('maintenance', `/survey-causes/${end['id']}/done`, { text: '已到岗' }), 'done');
  assert.equal((await owed(end['id'], 'survey_measure')).outcome, 'kept');
});

test('the round goes with its analysis and originals to the superior department by the 5th; they come back within ten days, and its record stays as it was [SURV-05] [SURV-08]', async () => {
  const id = await roundOf('owner_appraisal');
  await world.until('2027-01-04T10:00+08:00');
  const whole = { text: '四季度汇总：维修为关键少数', originals: 2 };
  assert.equal(await post('supervisor', `/surveys/${id}/submit`, whole), 'survey.not_yours');
  assert.equal(
    await post(statistician, `/surveys/${id}/submit`, { ...whole, originals: 1 }),
    'survey.originals_missing',
  );
  assert.equal(await post(statistician, `/surveys/${id}/submit`, whole), 'done');
  assert.equal((await owed(id, 'survey_summary')).outcome, 'kept');
  wait(world);
  assert.ok((await told(world, superior)).some((one) => one.type === 'survey.submitted'));
  const originals = await owed(id, 'survey_originals');
  assert.deepEqual([originals.owner_id, originals.due_at], [world.people[superior], '2027-01-14T02:00:00.000Z']);
  const before = await page(id, superior);
  assert.deepEqual(
    [before['state'], before['submitted'].by.name, before['submitted'].to['zh-hans'], before['submitted'].originals],
    ['submitted', 'statistician先生', '上级主管部门', 2],
  );
  const [first] = await receivers(id);
  const late = { way: 'paper', seen: 2, answers: ANSWERS };
  assert.equal(await put(statistician, `/survey-receivers/${first!['id']}/answers`, late), 'survey.not_running');
  await world.until('2027-01-12T10:00+08:00');
  assert.equal(await post('desk', `/surveys/${id}/originals`, { on: '2027-01-12' }), 'survey.not_yours');
  assert.equal(await post(superior, `/surveys/${id}/originals`, { on: '2027-01-12' }), 'done');
  assert.equal((await owed(id, 'survey_originals')).outcome, 'kept');
  const { history } = await page(id);
  for (const type of [
    'begun',
    'planned',
    'plan_sent_back',
    'confirmed',
    'handed_out',
    'collected',
    'answered',
    'evaluated',
    'item_opened',
    'cause_added',
    'measure_set',
    'submitted',
    'originals_back',
  ])
    assert.ok(
      history.some((one: { type: string }) => one.type === `survey.${type}`),
      type,
    );
});

test('erased, what he wrote in own words goes and his score stays counted', async () => {
  const id = (await rounds('&state=submitted'))[0]!['id'] as string;
  const [first] = await receivers(id);
  await world.act(
    'desk',
    eraseCustomer,
    first!['customer'].id as Id<'customer'>,
    { reason: 'request', version: undefined } as never,
  );
  const answers = (await read(statistician, `/survey-answers?survey=${id}&receiver=${first!['id']}`))[
    'items'
  ] as Record<string, any>[];
  assert.ok(answers.every((one) => one['text'] !== '维修慢'));
  assert.equal(answers.filter((one) => one['score'] !== null).length, 2);
});

test('a questionnaire is changed with the reason: a round without a plan follows, one that is planned goes on as it was', async () => {
  const { items, version } = await read('manager', '/questionnaires');
  const changed = (items as Record<string, any>[]).map((one): Record<string, any> => ({ ...one, issueAfterDays: 20 }));
  const wrong = changed.map((one) => ({ ...one, posts: { ...one['posts'], to: 'nobody' } }));
  assert.equal(
    await put('manager', '/questionnaires', { questionnaires: wrong, seen: version, why: '试' }),
    'pack.name_dangling',
  );
  assert.equal(
    await put('supervisor', '/questionnaires', { questionnaires: changed, seen: version, why: '试' }),
    'right.missing',
  );
  assert.equal(
    await put('manager', '/questionnaires', { questionnaires: changed, seen: version, why: '提前发放' }),
    'done',
  );
  const current = await roundOf('owner_appraisal');
  assert.equal((await page(current))['suggested'].issueOn, '2027-01-21');
  const submitted = (await rounds('&state=submitted'))[0]!;
  assert.equal((await page(submitted['id']))['definition'].issueAfterDays, 75);
});
