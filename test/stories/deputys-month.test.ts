import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Id } from '../../src/kernel/id.ts';
import { beginCurrentSummaries } from '../../src/summary/commands/begin-summaries.ts';
import { newId } from '../../src/kernel/id.ts';
import { domainRoutes } from '../../src/routes.ts';
import type { Settings } from '../../src/pack/settings-shape.ts';
import type { Desk } from '../desk-server.ts';
import { deskOf } from '../desk-server.ts';
import { doorsOf } from '../doors.ts';
import { pdfText } from '../pdf-text.ts';
import { beginOnly, clocksAbout, settle, takeInMatter, told, wait } from '../story.ts';
import type { PersonKey } from '../world-seed.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

/** The deputy general manager's month: what is owed to him is seen coming, comes signed, and he says that he has it. */

let world: World;
let desk: Desk;
before(async () => {
  world = await freshWorld({ at: '2026-09-07T09:00+08:00' });
  await beginOnly(world, beginCurrentSummaries);
  desk = await deskOf(world, domainRoutes);
});
after(async () => {
  await desk.close();
  await world.drop();
});

const { post, read, refusedTo, fill } = doorsOf(() => desk);
type Line = Record<string, any>;
const list = async (who: PersonKey, query: string): Promise<Line[]> =>
  (await read(who, `/summaries?${query}`))['items'];
const idOf = async (report: string, begins: string): Promise<string> =>
  (await list('manager', `report=${report}`)).find((one) => one['begins'] === begins)!['id'];
const page = async (who: PersonKey, id: string) => read(who, `/summaries/${id}`);
const heard = async (who: PersonKey, id: string) =>
  (await told(world, who)).filter((one) => one.subject.id === id && one.type === 'summary.report_submitted');
const words = { text: '本月受理平稳，投诉集中在噪音', measures: '建议夜间加巡', lateBecause: '节前人手不足' };
const noise = (over: object = {}) =>
  takeInMatter(world, 'complaint', { fields: { about: 'noise', wanted_solution: '安静' }, ...over });
const figure = (report: Line, key: string) => report['service'].figures.find((one: { key: string }) => one.key === key);
const recordsOf = async (who: PersonKey, address: string): Promise<string[]> =>
  (await read(who, `${address.replace('/api', '')}&limit=200`))['items'].map((one: Line) => one['id']).toSorted();

async function changeReports(change: (settings: Settings) => Settings['reports'], who: PersonKey = 'admin') {
  const { settings, version } = (await read(who, '/settings')) as { settings: Settings; version: number };
  const body = { settings: { ...settings, reports: change(settings) }, seen: version, why: '副总要求' };
  const answer = await desk.send(who, 'PUT', '/settings', body);
  return answer.status < 300 ? 'done' : answer.body['code'];
}

test('the centre manager owes the deputy general manager a management work report of each month, seen from its first day and not before its end [REPT-07]', async () => {
  const [first] = await list('manager', 'report=management_work');
  assert.deepEqual(
    [first!['about'], first!['period'], first!['begins'], first!['owner'].name, first!['submittedAt']],
    ['upward', 'month', '2026-09-01', '许经理', null],
  );
  assert.equal(first!['report'].name.en, 'Management work report');
  const [owed] = await clocksAbout(world, first!['id']);
  assert.deepEqual(
    [owed!.kind, owed!.state, owed!.owner_id, owed!.started_at, owed!.due_at],
    // three working days after the National Day holidays
    ['report_management_work', 'running', world.people.manager, first!['until'], '2026-10-10T10:00:00.000Z'],
  );
  const signed = { ...words, signedAs: '许经理' };
  assert.equal(await post('manager', `/summaries/${first!['id']}/submit`, signed), 'summary.month_not_over');
  assert.equal(await post('deputy', `/summaries/${first!['id']}/receive`), 'summary.not_submitted');
  assert.deepEqual(await list('deputy', 'to=me'), [], 'nothing has come to him yet');
});

const complaints: Id<'ticket'>[] = [];

test('it is drawn from what the month’s records hold: cases, limits by promise, staff, causes, actions and proposals, each number with its records [REPT-07]', async () => {
  for (let at = 0; at < 3; at += 1) complaints.push((await noise()).id);
  complaints.push(
    (await takeInMatter(world, 'complaint', { fields: { about: 'parking', wanted_solution: '清走' } })).id,
  );
  const leak = await takeInMatter(world, 'leak');
  const { id: suggestion } = await takeInMatter(world, 'suggestion', { fields: { suggestion: '加装充电桩' } });
  const absence = { id: newId(world.clock.now()), from: '2026-09-08T09:00:00+08:00', reason: '病假' };
  const path = `/people/${world.people.assistant}/absences`;
  world.at('2026-09-08T09:00+08:00');
  const away = { ...absence, until: '2026-09-10T09:00:00+08:00' };
  assert.equal(await post('manager', path, away), 'done');
  const action = {
    sort: 'corrective',
    departmentId: world.departments['customer_service'],
    title: '装修噪音投诉反复发生',
    causeSort: 'method',
    cause: '装修时间告知不到位',
    measures: [{ text: '逐户签收告知书', personId: world.people.assistant, dueAt: '2026-09-25T18:00:00+08:00' }],
    checkAt: '2026-10-21T18:00:00+08:00',
    checkById: world.people.manager,
  };
  assert.equal(await post('manager', '/improvements', action), 'done');
  await world.until('2026-10-09T09:30+08:00');
  const id = await idOf('management_work', '2026-09-01');
  const report = await page('manager', id);
  assert.deepEqual([figure(report, 'complaints').n, figure(report, 'complaints').before.n], [4, 0]);
  assert.deepEqual(await recordsOf('deputy', figure(report, 'complaints').records), complaints.toSorted());
  const { promises, staff, causes, controlChart, techniques, improvements, proposals } = report['upward'];
  assert.deepEqual([controlChart, techniques], [null, null], 'its plan does not ask for them');
  const answers = promises.find((one: Line) => one['promise'] === 'first_answer');
  assert.equal(answers.name.en, 'First answer');
  assert.ok(answers.of >= 4 && answers.n === 0);
  assert.equal((await recordsOf('deputy', answers.records)).length, answers.of);
  const front = staff.find((one: Line) => one['person'].name === '王前台');
  assert.equal(front.opened.n, (await recordsOf('deputy', front.opened.records)).length);
  assert.ok(front.opened.n >= complaints.length);
  assert.equal(staff.find((one: Line) => one['person'].name === '吕助理').daysAway, 2);
  assert.ok(
    staff.some((one: Line) => one['person'].name === '卫队长'),
    'of every department of the centre',
  );
  assert.deepEqual(
    causes.rows.map((row: Line) => [row['key'], row['n'], row['vital']]),
    [
      ['noise', 3, true],
      ['parking', 1, true],
    ],
  );
  assert.deepEqual(await recordsOf('deputy', causes.rows[1].records), [complaints[3]]);
  assert.deepEqual(
    improvements.map((one: Line) => [one['title'], one['state'], one['measures'], one['done']]),
    [['装修噪音投诉反复发生', 'running', 1, 0]],
  );
  assert.deepEqual(
    proposals.map((one: Line) => [one['id'], one['state'], one['became']]),
    [[suggestion, 'received', null]],
  );
  assert.ok(report['service'].late.some((one: Line) => one['ticketId'] === leak.id));
});

test('completed and signed it goes to the deputy general manager, who is told, reads it and says that he has it; it is never changed [REPT-07]', async () => {
  const id = await idOf('management_work', '2026-09-01');
  const submit = (over: object = {}, who: PersonKey = 'manager') =>
    post(who, `/summaries/${id}/submit`, { ...words, signedAs: '许经理', ...over });
  assert.equal(await submit({ text: ' ' }), 'input.malformed');
  assert.equal(await submit({ signedAs: undefined }), 'summary.not_your_name');
  assert.equal(await submit({ lateBecause: '' }), 'summary.late_unexplained');
  assert.equal(await submit({ signedAs: '方主任' }, 'office'), 'summary.not_yours');
  assert.equal(await submit({}, 'desk'), 'right.missing');
  assert.equal(await submit(), 'done');
  assert.equal((await clocksAbout(world, id))[0]!.outcome, 'kept');
  wait(world);
  const [message] = await heard('deputy', id);
  assert.deepEqual(
    [message!.acknowledgement, message!.promise!.en, message!.params['period'], message!.params['begins']],
    ['wanted', 'Management work report', 'month', '2026-09-01'],
  );
  const [mine] = await list('deputy', 'to=me');
  assert.deepEqual(
    [mine!['id'], mine!['addresseePost'].name.en, mine!['submittedBy'].name, mine!['readAt']],
    [id, 'Deputy general manager', '许经理', null],
  );
  assert.equal(await post('office', `/summaries/${id}/receive`), 'summary.not_to_you');
  assert.equal(await post('deputy', `/summaries/${id}/receive`), 'done');
  const at = world.clock.now();
  world.clock.advance(60_000);
  assert.equal(await post('deputy', `/summaries/${id}/receive`), 'done', 'said twice, it stays as it was');
  assert.equal((await heard('deputy', id))[0]!.acknowledgement, 'given', 'and nothing waits for him any more');
  const read1 = await page('deputy', id);
  assert.deepEqual(
    [read1['text'], read1['measures'], read1['signedAs'], read1['readAt']],
    [words.text, words.measures, '许经理', at],
  );
  assert.deepEqual(
    read1['brought'].map((one: Line) => [one['person'].name, one['receivedAt']]),
    [['沈副总', at]],
  );
  assert.equal(read1['can'].receive.code, 'summary.received');
  await noise({ happenedAt: '2026-09-20T20:00:00+08:00' });
  const later = await page('deputy', id);
  assert.equal(figure(later, 'complaints').n, 4, 'as it stood when it was sent');
  assert.equal(later['upward'].causes.rows[0].n, 3);
  assert.equal(await submit(), 'summary.submitted');
  const next = (await list('manager', 'report=management_work')).map((one) => one['begins']);
  assert.deepEqual(next, ['2026-10-01', '2026-09-01'], 'the next month has begun');
});

test('it comes out on paper and as a spreadsheet, with its words, signature, receipt and every part [REPT-07]', async () => {
  const id = await idOf('management_work', '2026-09-01');
  const taken = await desk.take('deputy', 'GET', `/summaries/${id}/document?format=pdf&language=zh-hans`);
  const text = pdfText(taken.bytes);
  for (const part of ['管理工作报告2026-09-01', '副总经理', '沈副总', '许经理', words.text, words.measures])
    assert.ok(text.includes(part), `${part} in ${text}`);
  for (const part of ['按时履约，按承诺', '请假天数', '噪音扰民', '装修噪音投诉反复发生', '建议及处理结果'])
    assert.ok(text.includes(part), `${part} in ${text}`);
  const sheet = await desk.take('deputy', 'GET', `/summaries/${id}/document?format=xlsx`);
  assert.equal(sheet.bytes.subarray(0, 2).toString(), 'PK');
});

test('left lying it turns late by itself, and the ladder climbs from whoever owes it to the deputy general manager [REPT-07]', async () => {
  await world.until('2026-11-12T09:00+08:00');
  const id = await idOf('management_work', '2026-10-01');
  const [owed] = await clocksAbout(world, id);
  assert.equal(owed!.due_at, '2026-11-04T01:00:00.000Z');
  assert.ok(owed!.settled_at === null && owed!.due_at < world.clock.now());
  for (const who of ['manager', 'office', 'deputy'] as const)
    assert.ok(
      (await told(world, who)).some((one) => one.params['commitment'] === owed!.id),
      who,
    );
  const kept = await read('deputy', '/figures/kept?from=2026-11-01T00:00:00Z&until=2026-11-12T00:00:00Z&by=promise');
  const counted = kept['rows'].find((one: Line) => one['key'] === 'report_management_work');
  assert.deepEqual([counted.n, counted.of, counted.name.en], [0, 1, 'Management work report'], 'counted as missed');
  assert.equal(await post('manager', `/summaries/${id}/submit`, { ...words, signedAs: '许经理' }), 'done');
  assert.equal((await clocksAbout(world, id))[0]!.outcome, 'late');
});

test('how often the department reports is a setting: changed by an administrator, the period that runs is owed anew [REPT-09]', async () => {
  const standing = async () =>
    (await list('manager', 'report=department_work&state=open')).map((one) => [one['period'], one['begins']]);
  assert.deepEqual(await standing(), [
    ['month', '2026-11-01'],
    ['month', '2026-10-01'],
    ['month', '2026-09-01'],
  ]);
  const running = await idOf('department_work', '2026-11-01');
  const weekly = (settings: Settings) =>
    settings.reports!.map((one) => (one.key === 'department_work' ? { ...one, period: 'week' as const } : one));
  assert.equal(await changeReports(weekly, 'supervisor'), 'right.missing');
  assert.equal(await changeReports(weekly), 'done');
  assert.deepEqual(await standing(), [
    ['week', '2026-11-09'],
    ['month', '2026-10-01'],
    ['month', '2026-09-01'],
  ]);
  assert.equal((await clocksAbout(world, running))[0]!.outcome, 'cancelled', 'nobody owes November any more');
  assert.equal(await refusedTo('manager', `/summaries/${running}`), 'summary.unknown');
  const naming = (over: object) => (settings: Settings) => [{ ...settings.reports![0]!, ...over }];
  assert.equal(await changeReports(naming({ to: 'chief' })), 'pack.name_dangling');
  assert.equal(await changeReports(naming({ to: 'repair_worker' })), 'report.post_sees_none');
  assert.equal(await changeReports(naming({ to: 'centre_manager' })), 'report.to_itself');
  assert.equal(await changeReports(naming({ owes: 'office_head', of: 'department' })), 'report.no_department');
  const twice = (settings: Settings) => [...settings.reports!, settings.reports![0]!];
  assert.equal(await changeReports(twice), 'pack.key_twice');
});

test('the head reports on the work of the department from its figures alone: cases, limits kept, complaints, staff, with a written comment, to the deputy general manager [REPT-09]', async () => {
  const plumbing = await takeInMatter(world, 'leak');
  assert.equal(await post('desk', `/tickets/${plumbing.id}/answers`, { text: '师傅马上到' }), 'done');
  const own = await noise();
  await settle(world, own);
  await world.until('2026-11-16T09:00+08:00');
  const weeks = await list('service_head', 'report=department_work&period=week');
  assert.deepEqual(
    weeks.map((one) => one['begins']),
    ['2026-11-16', '2026-11-09'],
    'the next week follows',
  );
  const { id } = weeks[1] as { id: string };
  const report = await page('service_head', id);
  const of = (key: string) => figure(report, key);
  const tickets = await recordsOf('deputy', of('opened').records);
  assert.ok(tickets.includes(own.id) && !tickets.includes(plumbing.id), 'what went to engineering is not its own');
  assert.equal(of('opened').n, tickets.length);
  assert.equal(of('complaints').n, (await recordsOf('deputy', of('complaints').records)).length);
  assert.ok(of('kept').of > 0 && of('kept').of === (await recordsOf('deputy', of('kept').records)).length);
  const { staff, promises, improvements } = report['upward'];
  const names = staff.map((one: Line) => one['person'].name);
  assert.ok(names.includes('杨部长') && names.includes('何主管') && !names.includes('卫队长'));
  assert.ok(promises.length > 0);
  assert.equal(improvements, null);
  const submit = (over: object) =>
    post('service_head', `/summaries/${id}/submit`, { ...words, signedAs: '杨部长', ...over });
  assert.equal(await submit({ text: '' }), 'input.malformed', 'no report without a comment');
  assert.equal(await submit({}), 'done');
  wait(world);
  const [message] = await heard('deputy', id);
  assert.equal(await post('deputy', `/notifications/${message!.id}/acknowledge`), 'done');
  const brought = (await page('deputy', id))['brought'];
  assert.deepEqual(
    brought.map((one: Line) => [one['person'].name, one['receivedAt']]),
    [['沈副总', world.clock.now()]],
    'to say "I know" to what told him is to receive it',
  );
});

test('the deputy general manager receives what is reported to him and approves a fit-out, and nobody does either for him [ROLE-18]', async () => {
  const came = await list('deputy', 'to=me');
  assert.deepEqual(new Set(came.map((one) => one['report'].key)), new Set(['management_work', 'department_work']));
  const open = came.find((one) => one['readAt'] === null)!;
  for (const who of ['leader', 'office', 'manager'] as const)
    assert.equal(await post(who, `/summaries/${open['id']}/receive`), 'summary.not_to_you', who);
  assert.equal(await post('deputy', `/summaries/${open['id']}/receive`), 'done');
  assert.equal((await page('manager', open['id']))['readAt'], world.clock.now(), 'whoever wrote it sees that');

  const { id } = await takeInMatter(world, 'fit_out', {
    channel: 'counter',
    fields: {
      trade: 'catering',
      works: '开餐饮店',
      starts_on: '2026-12-14',
      ends_on: '2027-01-14',
      contractor: '匠心装饰',
      foreman: '马工',
      workers: 4,
      drawings: true,
      fire_protection: true,
    },
  });
  const decide = (who: PersonKey, approval: string) =>
    post(who, `/tickets/${id}/approvals`, { approval, verdict: 'approved' });
  assert.equal(await decide('deputy', 'deputy_general_manager'), 'ticket.approval_missing');
  assert.equal(await fill('desk', id, { technical_opinion: '可行' }), 'done');
  assert.equal(await decide('maintenance', 'engineering'), 'done');
  assert.equal(await fill('manager', id, { centre_opinion: '拟同意' }), 'done');
  assert.equal(await decide('manager', 'preparation'), 'done');
  for (const who of ['manager', 'office', 'leader'] as const)
    assert.equal(await decide(who, 'deputy_general_manager'), 'ticket.not_approver', who);
  assert.equal(await decide('deputy', 'deputy_general_manager'), 'done');
  assert.equal((await read('desk', `/tickets/${id}`))['stage'].key, 'works');
});
