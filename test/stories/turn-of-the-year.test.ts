import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Id } from '../../src/kernel/id.ts';
import { beginCurrentSpotChecks } from '../../src/spot-check/commands/begin-spot-checks.ts';
import { installPlans } from '../../src/spot-check/commands/install-plans.ts';
import { beginCurrentSummaries } from '../../src/summary/commands/begin-summaries.ts';
import { domainRoutes } from '../../src/routes.ts';
import type { Desk } from '../desk-server.ts';
import { deskOf } from '../desk-server.ts';
import { doorsOf } from '../doors.ts';
import { pdfText } from '../pdf-text.ts';
import { makeVisit } from '../../src/return-visit/commands/make-visit.ts';
import { makeVisitInput } from '../../src/return-visit/inputs.ts';
import { beginOnly, clocksAbout, hire, mend, settle, takeInMatter, told, visitsOf, wait } from '../story.ts';
import type { PersonKey } from '../world-seed.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

/** The turn of the year: the quarter goes to the superior department, the year to the general manager's office, or is late by itself. */

let world: World;
let desk: Desk;
let office: PersonKey;
let superior: PersonKey;
before(async () => {
  world = await freshWorld({ at: '2026-11-30T09:00+08:00' });
  await beginOnly(world, installPlans, beginCurrentSpotChecks, beginCurrentSummaries);
  desk = await deskOf(world, domainRoutes);
  office = await hire(world, 'gm_office', 'general_manager_office');
  superior = await hire(world, 'superior', 'superior_department');
  await aYearEnds();
});
after(async () => {
  await desk.close();
  await world.drop();
});

const { post, read } = doorsOf(() => desk);
type Line = Record<string, any>;
const list = async (who: PersonKey, query: string): Promise<Line[]> =>
  (await read(who, `/summaries?${query}`))['items'];
const idOf = async (report: string, begins: string): Promise<string> =>
  (await list('manager', `report=${report}`)).find((one) => one['begins'] === begins)!['id'];
const page = async (who: PersonKey, id: string) => read(who, `/summaries/${id}`);
const heard = async (who: PersonKey, id: string) =>
  (await told(world, who)).filter((one) => one.subject.id === id && one.type === 'summary.report_submitted');
const recordsOf = async (who: PersonKey, address: string): Promise<string[]> =>
  (await read(who, `${address.replace('/api', '')}&limit=200`))['items'].map((one: Line) => one['id']).toSorted();
const words = { text: '全年投诉以噪音为主', measures: '建议统一装修时段', lateBecause: '人手不足', signedAs: '许经理' };
const submit = (id: string, over: object = {}) => post('manager', `/summaries/${id}/submit`, { ...words, ...over });

const complaints: Id<'ticket'>[] = [];
const proposals: Id<'ticket'>[] = [];
let action: string;
let sampled: string;
let ranked: string;

/** The last month of a year: a sample looked at, a report with its Pareto chart sent, an action against what repeats, two proposals. */
async function aYearEnds(): Promise<void> {
  const leak = await takeInMatter(world, 'leak');
  await mend(world, leak);
  await settle(world, leak);
  const [visit] = await visitsOf(world, leak.id);
  const said = { reachedWhom: '陈先生', satisfaction: 5, opinion: '修得好' };
  await world.act('desk', makeVisit, visit!.id, makeVisitInput.parse(said));

  await world.until('2026-12-01T09:30+08:00');
  const checks = (await read('manager', '/spot-checks?state=to_check'))['items'];
  sampled = checks.find((one: Line) => one['plan'].key === 'return_visits_monthly').id;
  const [item] = (await read('manager', `/spot-checks/${sampled}`))['items'];
  const results = ['asked', 'true_result', 'complete', 'followed'].map((criterion) => ({ criterion, passed: true }));
  assert.equal(await post('manager', `/spot-check-items/${item.id}/check`, { results }), 'done');
  assert.equal(await post('manager', `/spot-checks/${sampled}/complete`, { conclusion: '属实' }), 'done');
  ranked = await idOf('management_work', '2026-11-01');
  assert.equal(await submit(ranked), 'done');

  for (const about of ['noise', 'noise', 'noise', 'parking'])
    complaints.push((await takeInMatter(world, 'complaint', { fields: { about, wanted_solution: '改善' } })).id);
  const repeated = (await read('manager', '/repetitions'))['items'].find((one: Line) => one['sort'] === 'ticket');
  const against = {
    sort: 'corrective',
    departmentId: world.departments['customer_service'],
    title: '装修噪音投诉反复发生',
    causeSort: 'method',
    cause: '装修时间告知不到位',
    measures: [{ text: '逐户签收', personId: world.people.assistant, dueAt: '2026-12-10T18:00:00+08:00' }],
    checkAt: '2027-01-20T18:00:00+08:00',
    checkById: world.people.manager,
    pattern: repeated.pattern,
  };
  assert.equal(await post('manager', '/improvements', against), 'done');
  action = (await read('manager', '/improvements'))['items'][0].id;
  const measure = (await read('manager', `/improvements/${action}`))['plan'][0].id;
  assert.equal(await post('assistant', `/improvement-measures/${measure}/report`, { text: '已签收' }), 'done');

  for (const title of ['加装充电桩', '免收物业费'])
    proposals.push((await takeInMatter(world, 'suggestion', { title, fields: { suggestion: title } })).id);
  const declined = { as: 'declined', reason: '无合同依据' };
  assert.equal(await post('supervisor', `/tickets/${proposals[1]}/cancel`, declined), 'done');
}

test('of each year a summary is owed to the general manager’s office before 5 January, of each quarter one to the superior department by the 5th, both seen coming [REPT-14]', async () => {
  const owed = async (report: string, begins: string) => {
    const id = await idOf(report, begins);
    const [line] = await list('manager', `report=${report}`);
    const [clock] = await clocksAbout(world, id);
    return [line!['owner'].name, line!['period'], clock!.kind, clock!.state, clock!.due_at];
  };
  assert.deepEqual(await owed('yearly_statistics', '2026-01-01'), [
    '许经理',
    'year',
    'report_yearly_statistics',
    'running',
    // midnight, as 4 January ends
    '2027-01-04T16:00:00.000Z',
  ]);
  assert.deepEqual(await owed('quarterly_summary', '2026-10-01'), [
    '许经理',
    'quarter',
    'report_quarterly_summary',
    'running',
    // midnight, as 5 January ends
    '2027-01-05T16:00:00.000Z',
  ]);
  assert.equal(await submit(await idOf('yearly_statistics', '2026-01-01')), 'summary.year_not_over');
  assert.equal(await submit(await idOf('quarterly_summary', '2026-10-01')), 'summary.quarter_not_over');
  assert.deepEqual(await list(office, 'to=me'), []);
});

test('the quarter is summed up in its figures, causes, control chart, actions and proposals, each with its records', async () => {
  await world.until('2027-01-02T10:00+08:00');
  const id = await idOf('quarterly_summary', '2026-10-01');
  const { upward, service } = await page('manager', id);
  const counted = service.figures.find((one: Line) => one['key'] === 'complaints');
  assert.deepEqual(await recordsOf('manager', counted.records), complaints.toSorted());
  const { causes, controlChart, improvements, staff, techniques } = upward;
  assert.deepEqual(
    causes.rows.map((row: Line) => [row['key'], row['n'], row['share'], row['vital']]),
    [
      ['noise', 3, 0.75, true],
      ['parking', 1, 0.25, true],
    ],
  );
  const noisy = controlChart.points.find((one: Line) => one['begins'] === '2026-11-30');
  assert.equal(controlChart.points.length, 5, 'week by week from the first record on, the last cut to the quarter');
  assert.deepEqual([noisy.n, noisy.out], [4, true]);
  assert.ok(noisy.upper > noisy.usual && noisy.upper < 4);
  assert.deepEqual(await recordsOf('manager', noisy.records), complaints.toSorted());
  assert.deepEqual(
    improvements.map((one: Line) => [one['id'], one['state'], one['measures'], one['done']]),
    [[action, 'to_check', 1, 1]],
  );
  assert.deepEqual([staff, techniques], [null, null]);
  assert.equal(await submit(id), 'done');
  assert.equal((await clocksAbout(world, id))[0]!.outcome, 'kept');
  wait(world);
  assert.equal((await heard(superior, id)).length, 1);
  assert.deepEqual(await heard(office, id), [], 'it goes to the superior department alone');
});

test('left lying the year turns late by itself: whoever owes it was warned, then who stands above, then the deputy general manager [REPT-14]', async () => {
  const id = await idOf('yearly_statistics', '2026-01-01');
  const [owed] = await clocksAbout(world, id);
  const warned = async (who: PersonKey) =>
    (await told(world, who)).filter((one) => one.params['commitment'] === owed!.id).length;
  await world.until('2027-01-04T12:00+08:00');
  assert.ok((await warned('manager')) > 0, 'before it is late');
  assert.deepEqual([await warned('office'), await warned('deputy')], [0, 0]);
  await world.until('2027-01-05T09:00+08:00');
  assert.ok((await warned('office')) > 0);
  assert.equal(await warned('deputy'), 0);
  await world.until('2027-01-08T09:00+08:00');
  assert.ok((await warned('deputy')) > 0);
  const [still] = await clocksAbout(world, id);
  assert.ok(still!.settled_at === null && still!.due_at < world.clock.now());
});

test('it holds the statistics of the year, the techniques that were used and on what, and its proposals with what became of them [REPT-14]', async () => {
  const id = await idOf('yearly_statistics', '2026-01-01');
  const { upward, service } = await page('manager', id);
  assert.equal(service.figures.find((one: Line) => one['key'] === 'complaints').n, complaints.length);
  const { techniques, proposals: made, improvements, controlChart, causes } = upward;
  const used = Object.fromEntries(
    techniques.map((one: Line) => [one['technique'], one['used'].map((thing: Line) => [thing['type'], thing['id']])]),
  );
  assert.deepEqual(used, {
    sampling: [['spot_check', sampled]],
    pareto: [['summary', ranked]],
    control_limit: [['improvement', action]],
    cause_analysis: [['improvement', action]],
  });
  const names = techniques.flatMap((one: Line) =>
    one['used'].map((thing: Line) => thing['name']?.en ?? thing['title']),
  );
  assert.deepEqual(names, [
    'Monthly check of return visits',
    'Management work report',
    '装修噪音投诉反复发生',
    '装修噪音投诉反复发生',
  ]);
  assert.deepEqual(
    controlChart.points.map((one: Line) => one['begins']),
    ['2026-11-01', '2026-12-01'],
    'month by month, from the first record on',
  );
  assert.equal(causes.rows[0].key, 'noise');
  assert.equal(improvements.length, 1);
  assert.deepEqual(
    made.map((one: Line) => [one['id'], one['title'], one['state'], one['result']]).toSorted(),
    [
      [proposals[0], '加装充电桩', 'received', null],
      [proposals[1], '免收物业费', 'declined', '无合同依据'],
    ].toSorted(),
  );
  assert.equal(await submit(id, { measures: '' }), 'done');
  assert.equal((await clocksAbout(world, id))[0]!.outcome, 'late');
  const taken = await desk.take(office, 'GET', `/summaries/${id}/document?format=pdf&language=zh-hans`);
  const text = pdfText(taken.bytes);
  for (const part of [
    '年度统计技术应用与建议汇总',
    '总经办',
    '统计技术应用情况',
    '投诉控制图',
    '免收物业费',
    '无合同依据',
  ])
    assert.ok(text.includes(part), `${part} in ${text}`);
});

test('the general manager’s office receives the year, the superior department the quarter; each says so with the time, and neither for the other [ROLE-44]', async () => {
  wait(world);
  const year = await idOf('yearly_statistics', '2026-01-01');
  const quarter = await idOf('quarterly_summary', '2026-10-01');
  for (const [who, own, other, post1] of [
    [office, year, quarter, 'General manager’s office'],
    [superior, quarter, year, 'Superior department'],
  ] as const) {
    const came = await list(who, 'to=me');
    assert.deepEqual(
      came.map((one) => [one['id'], one['addresseePost'].name.en, one['readAt']]),
      [[own, post1, null]],
    );
    assert.equal((await heard(who, own))[0]!.acknowledgement, 'wanted');
    assert.equal(await post(who, `/summaries/${other}/receive`), 'summary.not_to_you');
    assert.equal(await post(who, `/summaries/${own}/receive`), 'done');
    const shown = await page('manager', own);
    assert.deepEqual(
      shown['brought'].map((one: Line) => [one['person'].id, one['receivedAt']]),
      [[world.people[who], world.clock.now()]],
    );
    assert.equal((await page(who, own))['text'], words.text);
  }
  const newcomer = await hire(world, 'newcomer', 'general_manager_office');
  assert.equal((await list(newcomer, 'to=me'))[0]!['id'], year, 'whoever comes into the post later finds it');
});

test('sent on 4 January it is in time; and while the office has nobody, it goes to whoever stands above it [REPT-14]', async () => {
  const other = await freshWorld({ at: '2026-12-31T09:00+08:00' });
  await beginOnly(other, beginCurrentSummaries);
  const there = await deskOf(other, domainRoutes);
  const doors = doorsOf(() => there);
  try {
    await other.until('2027-01-04T23:59+08:00');
    const { items } = await doors.read('manager', '/summaries?report=yearly_statistics');
    const { id } = items.find((one: Line) => one['begins'] === '2026-01-01');
    assert.equal(await doors.post('manager', `/summaries/${id}/submit`, words), 'done');
    assert.equal((await clocksAbout(other, id))[0]!.outcome, 'kept');
    const shown = await doors.read('manager', `/summaries/${id}`);
    assert.deepEqual(
      shown['brought'].map((one: Line) => one['person'].name),
      ['沈副总'],
    );
    assert.equal(await doors.post('deputy', `/summaries/${id}/receive`), 'done');
  } finally {
    await there.close();
    await other.drop();
  }
});
