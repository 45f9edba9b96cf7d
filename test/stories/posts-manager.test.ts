import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { digest, newSecret } from '../../src/auth/digest.ts';
import { newId } from '../../src/kernel/id.ts';
import { beginCurrentMeetings } from '../../src/meeting/commands/begin-dues.ts';
import { followMembers } from '../../src/personnel/commands/begin-assessments.ts';
import { domainRoutes } from '../../src/routes.ts';
import { beginCurrentSummaries } from '../../src/summary/commands/begin-summaries.ts';
import { beginCurrentSurveys } from '../../src/survey/commands/begin-surveys.ts';
import { surveyLinkRoutes } from '../../src/survey/routes-links.ts';
import type { Desk } from '../desk-server.ts';
import { deskOf } from '../desk-server.ts';
import { doorsOf } from '../doors.ts';
import { beginOnly, beginWithRounds, hire, PROVEN, takeInMatter, told, visitsOf, wait } from '../story.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';
import type { PersonKey } from '../world-seed.ts';

/** A month and a half of the centre manager and of a head of customer service who holds that post alone and deputises nobody. */

let world: World;
let desk: Desk;
let head: PersonKey;
before(async () => {
  world = await freshWorld({ at: '2026-09-21T08:30+08:00' });
  const nothing = async () => {};
  const links = surveyLinkRoutes({ newSecret, digest, attempted: nothing, succeeded: nothing });
  desk = await deskOf(world, [...domainRoutes, ...links]);
  head = await hire(world, 'fang', 'customer_service_head');
  for (const key of ['customer_service_head', 'centre_manager']) {
    const { status } = await desk.send(
      'admin',
      'DELETE',
      `/people/${world.people.service_head}/posts/${world.posts[key]}`,
    );
    assert.ok(status < 300, key);
  }
  assert.equal(await post('admin', `/people/${world.people[head]}/duty`, { on: true }), 'done');
  await beginWithRounds(world, ['property_patrol', 'street_patrol', 'home_visits']);
  await beginOnly(world, beginCurrentMeetings, beginCurrentSummaries, beginCurrentSurveys, followMembers);
});
after(async () => {
  await desk.close();
  await world.drop();
});

type Body = Record<string, any>;
const { post, read, fill } = doorsOf(() => desk);
const put = async (who: PersonKey, path: string, body: object) => {
  const { status, body: answer } = await desk.send(who, 'PUT', path, body);
  return status < 300 ? 'done' : answer['code'];
};
const items = async (who: PersonKey, path: string): Promise<Body[]> => (await read(who, path))['items'];
const fresh = () => newId(world.clock.now());

/** Each of them is refused the act, so, and whose it is does it. */
async function onlyFor(who: PersonKey, others: Partial<Record<PersonKey, string>>, act: (by: PersonKey) => unknown) {
  for (const [other, code] of Object.entries(others)) assert.equal(await act(other as PersonKey), code, other);
  assert.equal(await act(who), 'done');
}

const NOBODY = { desk: 'right.missing', plumber: 'right.missing' };

/** Called, held, recorded and signed by the same. */
async function meets(who: PersonKey, sort: string, others: Partial<Record<PersonKey, string>>, more: object = {}) {
  const id = fresh();
  const startsAt = new Date(Date.parse(world.clock.now()) + 3_600_000).toISOString();
  const call = {
    sort,
    title: '例会',
    startsAt,
    room: '二楼会议室',
    personIds: [world.people.desk],
    agenda: ['上周投诉'],
  };
  await onlyFor(who, others, (by) => post(by, '/meetings', { id, ...call, ...more }));
  world.at(new Date(Date.parse(startsAt) + 3_600_000).toISOString());
  const { version, members } = await read(who, `/meetings/${id}`);
  const came = members.map((_: unknown, at: number) => at + 1);
  const points = [{ no: 1, title: '上周投诉', minutes: '渗水三件', decision: '每件当日回访' }];
  await onlyFor(who, { desk: 'meeting.not_recorder' }, (by) =>
    put(by, `/meetings/${id}/minutes`, { seen: version, came, points }),
  );
  await onlyFor(who, { desk: 'meeting.not_chair' }, (by) => post(by, `/meetings/${id}/close`));
  const held = await read('desk', `/meetings/${id}`);
  assert.deepEqual([held['state'], held['came'], held['points'][0].decision], ['closed', came.length, '每件当日回访']);
  const [due] = await items(who, `/meeting-dues?sort=${sort}&state=held`);
  assert.equal(due!['meeting'].id, id, 'and its period is kept');
  return held;
}

/** Planned, held and judged by the same, with the supervisor as trainer. */
async function trains(who: PersonKey, day: string) {
  const id = fresh();
  const session = {
    id,
    departmentId: world.departments['customer_service'],
    subject: '前台迎送礼仪',
    form: 'etiquette',
    course: 'service_etiquette',
    trainerId: world.people.supervisor,
    place: '二楼会议室',
    fromAt: `${day}T06:00:00.000Z`,
    untilAt: `${day}T08:00:00.000Z`,
    people: [world.people.desk],
  };
  await onlyFor(who, NOBODY, (by) => post(by, '/training/sessions', session));
  await world.until(`${day}T16:30+08:00`);
  const sheet = [{ personId: world.people.desk, attendance: 'came', score: 92 }];
  const held = { heldFrom: session.fromAt, heldUntil: session.untilAt, sheet };
  await onlyFor(who, NOBODY, (by) => post(by, `/training/sessions/${id}/record`, held));
  await onlyFor(who, NOBODY, (by) =>
    post(by, `/training/sessions/${id}/evaluate`, { grade: 4, evaluation: '演练充分' }),
  );
  const kept = await read('desk', `/training/sessions/${id}`);
  assert.deepEqual(
    [kept['state'], kept['sheet'][0].score, kept['grade'], kept['evaluatedBy'].id],
    ['held', 92, 4, world.people[who]],
  );
}

/** The period that is over, scored indicator by indicator; the member reads what came of it. */
async function assesses(who: PersonKey, of: PersonKey, others: Partial<Record<PersonKey, string>>) {
  const owed = await items(who, `/staff/assessments?person=${world.people[of]}&state=due`);
  const { id } = owed[0] as { id: string };
  const { indicators } = await read(who, `/staff/assessments/${id}`);
  const marks = indicators.map(({ key }: Body) => ({ indicator: key, mark: 9 }));
  await onlyFor(who, others, (by) => post(by, `/staff/assessments/${id}/submit`, { marks, remark: '稳定' }));
  const given = await read(of, `/staff/assessments/${id}`);
  assert.deepEqual([given['score'], given['remark'], given['submittedBy'].id], [900, '稳定', world.people[who]]);
  return id;
}

/** Walked by the head, line by line; what is out of order is followed by the department concerned. Answers with its lines. */
async function walks(id: string, fault: { line: string; result: string; note: string }, department: string) {
  const path = `/rounds/${id}`;
  const others = { desk: 'round.not_yours', captain: 'round.not_yours' };
  await onlyFor(head, others, (by) => post(by, `${path}/results`, fault));
  const lines = (await read(head, path))['parts'].map(({ key }: Body) => key) as string[];
  for (const line of lines.filter((key) => key !== fault.line))
    assert.equal(await post(head, `${path}/results`, { line, result: 'ok', note: '已核实' }), 'done', line);
  await onlyFor(head, others, (by) => post(by, `${path}/complete`));
  const done = await read('captain', path);
  assert.deepEqual([done['state'], done['doneBy'].id], ['kept', world.people[head]]);
  const { followUp } = done['parts'].find(({ key }: Body) => key === fault.line);
  const ticket = await read(head, `/tickets/${followUp.id}`);
  assert.deepEqual([ticket['department'].id, ticket['need']], [world.departments[department], fault.note]);
  return lines;
}

test('the centre manager holds meetings, makes the rota, inspects appearance, rules on major complaints, patrols, budgets, trains, assesses and reports; nobody of another post does it for him [ROLE-17]', async (t) => {
  await t.test('meetings', async () => {
    await meets('manager', 'centre_meeting', {
      ...NOBODY,
      maintenance: 'right.out_of_scope',
      [head]: 'right.out_of_scope',
    });
  });

  await t.test('rota', async () => {
    const id = fresh();
    const shift = { id, personId: world.people.desk, day: '2026-09-22', from: '08:30', to: '13:30' };
    const others = { desk: 'right.out_of_scope', desk2: 'right.out_of_scope' };
    await onlyFor('manager', { ...others, plumber: 'right.missing' }, (by) => post(by, '/attendance/shifts', shift));
    assert.deepEqual((await read('desk', '/attendance/mine'))['shifts'], [], 'a draft is nobody’s yet');
    await onlyFor('manager', { ...others, plumber: 'right.out_of_scope' }, (by) =>
      post(by, '/attendance/rota/publish', { week: '2026-09-22' }),
    );
    const [mine] = (await read('desk', '/attendance/mine'))['shifts'];
    assert.equal(mine.id, id);
    await world.until('2026-09-22T13:30+08:00');
    const [line] = await items('manager', `/attendance?person=${world.people.desk}`);
    assert.deepEqual(
      [line!['id'], line!['inAt'], line!['state']],
      [id, null, 'missing'],
      'and he sees who was not there',
    );
  });

  await t.test('appearance', async () => {
    const card = (await items('manager', '/scorecards')).find(({ key }) => key === 'appearance')!;
    const [first, ...rest] = card['lines'] as Body[];
    const marks = [
      { line: first!['key'], mark: 0, remark: '未佩戴工牌' },
      ...rest.map((line) => ({ line: line['key'], mark: card['best'] })),
    ];
    const seen = { scorecard: 'appearance', personId: world.people.guard, marks, mendBy: '2026-09-23T08:00:00.000Z' };
    await onlyFor('manager', NOBODY, (by) => post(by, '/quality-reviews', seen));
    const [review] = await items('guard', '/quality-reviews?scorecard=appearance');
    assert.deepEqual(
      [review!['person'].id, review!['by'].id, review!['failed']],
      [world.people.guard, world.people.manager, 1],
    );
    const [mend] = await items('guard', '/work-items');
    assert.deepEqual([mend!['title'], mend!['dueAt']], ['未佩戴工牌', seen.mendBy]);
    const found = { day: '2026-09-22', source: 'appearance', bearing: 'fault', text: '未佩戴工牌' };
    await onlyFor('manager', NOBODY, (by) => post(by, `/staff/members/${world.people.guard}/findings`, found));
    const [kept] = await items('guard', `/staff/records?person=${world.people.guard}&sort=finding`);
    assert.deepEqual([kept!['finding'].source.en, kept!['by'].id], ['Appearance inspection', world.people.manager]);
  });

  await t.test('major complaints', async () => {
    const { id } = await takeInMatter(world, 'complaint', { severity: 'major' });
    wait(world);
    const heard = (await told(world, 'deputy')).filter((one) => one.ticket?.id === id).map((one) => one.type);
    assert.deepEqual(heard, ['ticket.severity_raised'], 'known to the deputy general manager');
    assert.equal(await fill('desk', id, PROVEN), 'done');
    const both = { customerInterest: '夜间需安静', firmInterest: '工期' };
    assert.equal(await post('desk', `/tickets/${id}/rulings`, { question: '是否限时施工?', ...both }), 'done');
    const rulings = async () => (await read('deputy', `/tickets/${id}`))['rulings'] as Body[];
    const [asked] = await rulings();
    const decide = { rulingId: asked!['id'], decision: '限 8:00-18:00 施工' };
    await onlyFor('manager', { ...NOBODY, [head]: 'right.missing' }, (by) =>
      post(by, `/tickets/${id}/rulings/decide`, decide),
    );
    const decided = (await rulings())[0]!;
    assert.deepEqual([decided['decision'], decided['decidedBy'].id], [decide.decision, world.people.manager]);
    const upward = { question: '是否由公司承担隔音费用?', askedOf: 'deputy_general_manager', ...both };
    await onlyFor('manager', { desk2: 'right.out_of_scope', plumber: 'right.out_of_scope' }, (by) =>
      post(by, `/tickets/${id}/rulings`, upward),
    );
    const put = (await rulings()).find((one) => one['question'] === upward.question)!;
    assert.equal(put['decidedAt'], null);
    assert.equal(
      await post('manager', `/tickets/${id}/rulings/decide`, { rulingId: put['id'], decision: '可以' }),
      'ruling.not_asked_of_you',
    );
    assert.equal(
      await post('deputy', `/tickets/${id}/rulings/decide`, { rulingId: put['id'], decision: '可以' }),
      'done',
    );
  });

  await t.test('patrol', async () => {
    const plan = (await items('manager', '/round-plans')).find(({ key }) => key === 'street_patrol')!;
    const id = fresh();
    const refused = { desk: 'round.not_your_patrol', plumber: 'round.not_your_patrol' };
    await onlyFor('manager', refused, (by) => post(by, '/patrols', { id, planId: plan['id'] }));
    const worn = { line: 'greening', result: 'fault', note: '绿篱枯死', way: 'suggested', measures: '补种红叶石楠' };
    await onlyFor('manager', { desk: 'round.not_yours' }, (by) => post(by, `/rounds/${id}/results`, worn));
    for (const line of ['public_facilities', 'equipment', 'security', 'cleaning'])
      assert.equal(await post('manager', `/rounds/${id}/results`, { line, result: 'ok' }), 'done');
    await onlyFor('manager', { desk: 'round.not_yours' }, (by) => post(by, `/rounds/${id}/complete`));
    const [found] = await items('cleaning', '/round-findings?way=suggested');
    assert.deepEqual(
      [found!['measures'], found!['by'].id, found!['answer'].department.name.en],
      ['补种红叶石楠', world.people.manager, 'Cleaning and greening'],
    );
  });

  await t.test('budget', async () => {
    const departmentId = world.departments['customer_service'];
    const page = () => read('manager', `/budgets/month?department=${departmentId}&month=2026-09`);
    const budget = { departmentId, month: '2026-09', lines: [{ key: 'materials', amount: 200_000 }], seen: 0 };
    await onlyFor('manager', { ...NOBODY, maintenance: 'right.out_of_scope' }, (by) => post(by, '/budgets', budget));
    const { id } = await page();
    const approve = { version: 1, decision: 'approved' };
    await onlyFor('manager', { ...NOBODY, [head]: 'right.missing', office: 'budget.other_post' }, (by) =>
      post(by, `/budgets/${id}/decide`, approve),
    );
    const spent = {
      departmentId,
      line: 'materials',
      amount: 50_000,
      spentOn: '2026-09-22',
      supplier: '文具店',
      whatFor: '前台登记簿',
    };
    await onlyFor('manager', NOBODY, (by) => post(by, '/expenses', spent));
    const line = (await page())['lines'].find(({ key }: Body) => key === 'materials');
    assert.deepEqual([line.planned, line.spent, line.left], [200_000, 50_000, 150_000]);
  });

  await t.test('training', () => trains('manager', '2026-09-23'));

  await t.test('assessments', async () => {
    await world.until('2026-10-08T10:00+08:00');
    const id = await assesses('manager', 'captain', { ...NOBODY, [head]: 'assessment.unknown' });
    const move = {
      personId: world.people.captain,
      sort: 'demotion',
      fromPostId: world.posts['security_captain'],
      toPostId: world.posts['security_guard'],
      day: '2026-11-01',
      reason: '连续两季巡查不到位',
      grounds: [{ type: 'staff_assessment', id }],
    };
    await onlyFor('manager', { ...NOBODY, [head]: 'right.missing' }, (by) => post(by, '/staff/moves', move));
    const [proposed] = await items('deputy', `/staff/moves?person=${world.people.captain}`);
    assert.deepEqual([proposed!['reason'], proposed!['proposedBy'].id], [move.reason, world.people.manager]);
  });

  await t.test('reports', async () => {
    const [report] = (await items('manager', '/summaries?report=management_work')).filter(
      ({ begins }) => begins === '2026-09-01',
    );
    const path = `/summaries/${report!['id']}`;
    const words = { text: '投诉集中在噪音', measures: '夜间加巡', lateBecause: '人手不足', signedAs: '许经理' };
    const others = { ...NOBODY, [head]: 'summary.not_yours', office: 'summary.not_yours' };
    await onlyFor('manager', others, (by) => post(by, `${path}/submit`, words));
    assert.equal(await post('deputy', `${path}/receive`), 'done');
    const read1 = await read('deputy', path);
    assert.deepEqual([read1['text'], read1['submittedBy'].id], [words.text, world.people.manager]);
  });
});

test('the head of customer service meets, sets rules, assesses, trains, settles complaints, visits back, duns, judges contractors, patrols and surveys; nobody of another post does it for him [ROLE-24]', async (t) => {
  await t.test('meetings', async () => {
    await world.until('2026-10-08T10:00+08:00');
    await meets(head, 'department_meeting', NOBODY);
    const outsiders = [{ firm: '绿景保洁', name: '江经理' }];
    const held = await meets(head, 'contractor_meeting', NOBODY, { outsiders });
    assert.equal(held['members'].at(-1).firm, '绿景保洁');
  });

  await t.test('rules', async () => {
    const id = fresh();
    const own = { postId: world.posts['customer_service_head'] };
    const rules = {
      sort: 'rules',
      owner: own,
      title: { 'zh-hans': '业户手册' },
      body: { 'zh-hans': '22:00 后保持安静。' },
    };
    const others = { ...NOBODY, supervisor: 'right.missing' };
    await onlyFor(head, others, (by) => post(by, '/articles', { id, ...rules, audience: 'public' }));
    const engineering = world.departments['engineering'];
    const foreign = { ...rules, departmentId: engineering, owner: { postId: world.posts['maintenance_supervisor'] } };
    assert.equal(await post(head, '/articles', foreign), 'right.out_of_scope', 'those of another department');
    const amendment = fresh();
    const proposed = { id: amendment, proposed: '21:00 后保持安静。', why: '业主多次反映' };
    assert.equal(await post('guard', `/articles/${id}/amendments`, proposed), 'done');
    await onlyFor(head, others, (by) =>
      post(by, `/articles/amendments/${amendment}/decide`, { decision: 'adopted', answer: '下一版写入' }),
    );
    const next = { ...rules, audience: 'public', body: { 'zh-hans': '21:00 后保持安静。' } };
    await onlyFor(head, others, (by) =>
      put(by, `/articles/${id}`, { version: 1, why: '业主反映', amendments: [amendment], ...next }),
    );
    const [carried] = await items('guard', '/articles/amendments?state=decided');
    assert.deepEqual([carried!['decision'], carried!['carriedIn']], ['adopted', 2]);
    assert.equal((await read('guard', `/articles/${id}`))['body']['zh-hans'], '21:00 后保持安静。');
  });

  await t.test('assessments', async () => {
    await assesses(head, 'desk2', { desk: 'right.missing', maintenance: 'assessment.unknown' });
    const appointed = {
      personId: world.people.desk2,
      sort: 'appointment',
      toPostId: world.posts['form_collector'],
      day: '2026-10-08',
      reason: '协助回收评议表',
    };
    await onlyFor(head, { ...NOBODY, supervisor: 'right.missing' }, (by) => post(by, '/staff/appointments', appointed));
    const [move] = await items(head, `/staff/moves?person=${world.people.desk2}`);
    assert.deepEqual([move!['to'].name.en, move!['state']], ['Collector of appraisal forms', 'in_effect']);
  });

  await t.test('training', () => trains(head, '2026-10-09'));

  let complaint: Awaited<ReturnType<typeof takeInMatter>>;
  await t.test('complaints', async () => {
    complaint = await takeInMatter(world, 'complaint', { severity: 'major' });
    wait(world);
    const raised = async (who: PersonKey) =>
      (await told(world, who)).filter(
        (one) => one.type === 'ticket.severity_raised' && one.ticket?.id === complaint.id,
      );
    assert.deepEqual([(await raised(head)).length, (await raised('leader')).length], [1, 0], 'a major one is his');
    const path = `/tickets/${complaint.id}`;
    const others = { desk2: 'right.out_of_scope', plumber: 'right.out_of_scope' };
    const explained = { text: '按装修管理规定处理', rule: '装修管理规定第 8 条', accepted: true };
    const facts = { ...PROVEN, real_cause: '邻居夜间施工', wanted_solution: '停止夜间施工' };
    const change = async (by: PersonKey, what: object) => {
      const { version } = await read(head, path);
      const { status, body } = await desk.send(by, 'PATCH', path, { version, ...what });
      return status < 300 ? 'done' : body['code'];
    };
    const acts: ((by: PersonKey) => unknown)[] = [
      (by) => post(by, `${path}/apologies`, { text: '给您添麻烦了' }),
      (by) => post(by, `${path}/investigations`, { text: '施工至 22:30，属实' }),
      (by) => post(by, `${path}/explanations`, explained),
      (by) => change(by, { severity: 'grave' }),
      (by) => change(by, { fields: facts }),
      (by) => post(by, `${path}/resolve`, { outcome: '已停止夜间施工' }),
      (by) => post(by, `${path}/tell`, { text: '已停止夜间施工' }),
    ];
    for (const act of acts) await onlyFor(head, others, act);
    wait(world);
    assert.equal((await raised('leader')).length, 1, 'one that harms the house he reported upward at once');
    const { stage, outcome } = await read('desk', path);
    assert.deepEqual([stage.class, outcome], ['resolved', '已停止夜间施工']);
  });

  await t.test('visits', async () => {
    const [visit] = await visitsOf(world, complaint.id);
    const path = `/return-visits/${visit!.id}`;
    const said = { reachedWhom: '陈先生', satisfaction: 4, opinion: '希望加装隔音垫' };
    await onlyFor(head, { plumber: 'right.missing', guard: 'right.missing' }, (by) => post(by, `${path}/make`, said));
    const refused = { desk: 'right.missing', maintenance: 'right.out_of_scope' };
    await onlyFor(head, refused, (by) => post(by, `${path}/sign`, { resultTold: '已告知下周加装' }));
    const [entry] = await items('desk', '/return-visits/record');
    assert.equal(entry!['opinion'], said.opinion);
    const slip = await read('desk', path);
    assert.deepEqual([slip['signedBy'].id, slip['resultTold']], [world.people[head], '已告知下周加装']);
    await onlyFor(head, { desk2: 'right.out_of_scope' }, (by) => post(by, `/tickets/${complaint.id}/close`));

    const places = [{ placeId: world.places.flat1202, relation: 'tenant', since: null, until: null }];
    assert.equal(await post('desk', '/customers', { kind: 'person', name: '吴租客', places }), 'done');
    const plan = (await items(head, '/round-plans')).find(({ key }) => key === 'home_visits')!;
    const home = (await items(head, `/rounds?plan=${plan['id']}&state=open`)).find(
      (one) => one['begins'] === '2026-10-01',
    )!;
    await walks(home['id'], { line: 'cleaning', result: 'fault', note: '楼道清扫不及时' }, 'cleaning_greening');
  });

  await t.test('contractors', async () => {
    const id = fresh();
    const firm = { id, name: '洁净保洁公司', services: ['cleaning'], personId: world.people[head] };
    const others = { ...NOBODY, supervisor: 'right.missing' };
    await onlyFor(head, others, (by) => post(by, '/contractors', firm));
    const failed = {
      key: 'public_areas',
      verdict: 'fail',
      notConform: '电梯厅积灰',
      improvement: '每日两次清洁',
      dueAt: '2026-10-13T18:00:00+08:00',
    };
    const points = [failed, { key: 'waste', verdict: 'pass' }, { key: 'staffing', verdict: 'pass' }];
    await onlyFor(head, others, (by) => post(by, `/contractors/${id}/checks`, { service: 'cleaning', points }));
    const faults = () => items('desk', `/contractor-faults?contractor=${id}`);
    const [fault] = await faults();
    assert.deepEqual([fault!['improvement'], fault!['state']], ['每日两次清洁', 'open']);
    const followUp = `/contractor-faults/${fault!['id']}/follow-ups`;
    await onlyFor(head, others, (by) => post(by, followUp, { verdict: 'mended', result: '已无积灰' }));
    assert.equal((await faults())[0]!['state'], 'mended');
  });

  await t.test('surveys', async () => {
    const [round] = await items(head, '/surveys?questionnaire=half_yearly_satisfaction');
    const path = `/surveys/${round!['id']}`;
    const plan = {
      seen: 0,
      aim: '了解半年来满意度的变化',
      percent: 20,
      issueOn: '2026-10-12',
      statisticianId: world.people[head],
      distributorId: world.people.desk,
      collectorId: world.people.desk,
    };
    await onlyFor(head, NOBODY, (by) => post(by, `${path}/plan`, plan));
    assert.equal(await post(head, `${path}/plan/verdict`, { confirmed: true }), 'survey.not_yours');
    assert.equal(await post('manager', `${path}/plan/verdict`, { confirmed: true }), 'done');
    assert.equal(await post('desk', `${path}/hand-outs`, { way: 'phone' }), 'done');
    const [receiver] = await items(head, `/survey-receivers?survey=${round!['id']}`);
    const answers = { way: 'phone', seen: 0, answers: [{ question: 'overall', score: 4 }] };
    await onlyFor(head, { plumber: 'right.missing' }, (by) =>
      put(by, `/survey-receivers/${receiver!['id']}/answers`, answers),
    );
    const group = { meetsAt: world.clock.now(), people: [world.people[head]] };
    assert.equal(await post('manager', `${path}/evaluations`, group), 'done');
    const [evaluation] = (await read(head, path))['evaluations'];
    await onlyFor(head, { desk: 'survey.not_yours' }, (by) =>
      post(by, `/survey-evaluations/${evaluation.id}/decided`, { decided: '总体满意' }),
    );
    await onlyFor(head, { desk: 'survey.not_yours', supervisor: 'survey.not_yours' }, (by) =>
      post(by, `${path}/submit`, { text: '半年总体满意', originals: 0 }),
    );
    const sent = await read('deputy', path);
    assert.deepEqual(
      [sent['state'], sent['submitted'].by.id, sent['results'].rate],
      ['submitted', world.people[head], { n: 1, of: 1 }],
    );
  });

  await t.test('patrol', async () => {
    await world.until('2026-10-14T10:00+08:00');
    const plan = (await items(head, '/round-plans')).find(({ key }) => key === 'property_patrol')!;
    const open = await items(head, `/rounds?plan=${plan['id']}&state=open`);
    const round = open.find(({ begins }) => begins === '2026-10-12')!;
    const parts = await walks(round['id'], { line: 'lifts', result: 'fault', note: '2 号梯异响' }, 'engineering');
    assert.ok(['security', 'appearance', 'discipline'].every((line) => parts.includes(line)));
  });

  await t.test('dunning', async () => {
    const area = { about: 'area', lines: [{ place: '3-1102', value: 10_000 }] };
    await onlyFor(head, NOBODY, (by) => post(by, '/charge-bases', area));
    const october = { id: fresh(), item: 'management_fee', begins: '2026-10-01', dueDay: '2026-10-24' };
    await onlyFor(head, NOBODY, (by) => post(by, '/charge-runs', october));
    await world.until('2026-10-26T10:00+08:00');
    const [owes] = await items(head, '/dunnings');
    assert.deepEqual([owes!['customer'].name, owes!['overdue']], ['林女士', 23_500]);
    const path = `/dunnings/${owes!['id']}`;
    const talk = { way: 'phone', outcome: '周五来缴', nextDay: '2026-10-30' };
    await onlyFor(head, { plumber: 'right.missing', guard: 'right.missing' }, (by) => post(by, `${path}/steps`, talk));
    const [step] = (await read('desk', path))['log'];
    assert.deepEqual([step.outcome, step.nextDay, step.by.id], ['周五来缴', '2026-10-30', world.people[head]]);
  });
});
