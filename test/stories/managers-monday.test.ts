import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Id } from '../../src/kernel/id.ts';
import { installPlans } from '../../src/spot-check/commands/install-plans.ts';
import { beginCurrentSpotChecks } from '../../src/spot-check/commands/begin-spot-checks.ts';
import { beginCurrentSummaries } from '../../src/summary/commands/begin-summaries.ts';
import { acknowledgeNotification } from '../../src/notification/commands/acknowledge-notification.ts';
import type { Context } from '../../src/platform/context.ts';
import { makeDocument } from '../../src/platform/documents/make.ts';
import { replyNotice } from '../../src/rectification/commands/answer-notice.ts';
import { replyNoticeInput } from '../../src/rectification/inputs.ts';
import { writingIn } from '../../src/report/papers/writing.ts';
import { submitSummary } from '../../src/summary/commands/submit-summary.ts';
import { submitSummaryInput, summariesQuery } from '../../src/summary/inputs.ts';
import { listSummaries } from '../../src/summary/list.ts';
import { summaryPage } from '../../src/summary/page.ts';
import { summaryPaper } from '../../src/summary/paper.ts';
import { answerCustomer } from '../../src/ticket/commands/add-note.ts';
import { answerInput } from '../../src/ticket/inputs-words.ts';
import { pdfText } from '../pdf-text.ts';
import type { PersonKey } from '../world-seed.ts';
import { beginOnly, clocksAbout, takeInMatter, told, wait } from '../story.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

/** A manager's Monday: the week's report has written itself; he looks at what was late and why, completes it, signs it, sends it. */

let world: World;
before(async () => {
  world = await freshWorld({ at: '2026-09-07T09:00+08:00' });
  await beginOnly(world, beginCurrentSummaries, installPlans, beginCurrentSpotChecks);
});
after(() => world.drop());

const reports = async (who: PersonKey = 'manager', query: object = {}) =>
  (await world.ask(who, listSummaries, summariesQuery.parse({ about: 'service', ...query }))).items;
const idOf = async (period: 'week' | 'month', begins: string): Promise<Id<'summary'>> =>
  (await reports()).find((one) => one.period === period && one.begins === begins)!.id as Id<'summary'>;
const completed = submitSummaryInput.parse({
  text: '本周受理平稳',
  measures: '增加周末值班',
  lateBecause: '周五人手不足',
  signedAs: '许 经理',
});

test('the manager owes a report of every week and every month, seen from its first day, due by its day [STAT-01]', async () => {
  const standing = (await reports()).map((one) => [one.period, one.begins, one.owner!.name, one.submittedAt]);
  assert.deepEqual(standing.toSorted(), [
    ['month', '2026-09-01', '许经理', null],
    ['week', '2026-09-07', '许经理', null],
  ]);
  const [owed] = await clocksAbout(world, await idOf('week', '2026-09-07'));
  assert.deepEqual(
    [owed!.kind, owed!.state, owed!.owner_id, owed!.due_at],
    ['weekly_service_report', 'running', world.people.manager, '2026-09-14T10:00:00.000Z'],
    'one day of reception hours after the week: Monday, 18:00',
  );
  await assert.rejects(world.act('manager', submitSummary, owed!.subject_id as Id<'summary'>, completed), {
    code: 'summary.week_not_over',
  });
});

test('on Monday it has written itself: the figures beside the week before, what was late and why, what is open [STAT-01]', async () => {
  await takeInMatter(world, 'complaint');
  world.at('2026-09-08T10:00+08:00');
  const answered = await takeInMatter(world, 'complaint');
  world.at('2026-09-08T11:00+08:00');
  await world.act('desk', answerCustomer, answered.id, answerInput.parse({ text: '马上处理' }));
  await world.until('2026-09-14T08:45+08:00');
  const notice = await world.read((tx) =>
    tx
      .selectFrom('rectification')
      .innerJoin('commitment', 'commitment.id', 'rectification.commitment_id')
      .select(['rectification.id', 'rectification.commitment_id', 'rectification.department_id'])
      .executeTakeFirstOrThrow(),
  );
  await world.act(
    'service_head',
    replyNotice,
    notice.id,
    replyNoticeInput.parse({ measures: '交接班时漏看，已加提醒' }),
  );
  const page = await world.ask('manager', summaryPage, await idOf('week', '2026-09-07'));
  const figure = (key: string) => page.service!.figures.find((one) => one.key === key)!;
  assert.deepEqual([figure('complaints').n, figure('complaints').before!.n], [2, 0]);
  assert.deepEqual([figure('first_answer').n, figure('first_answer').of], [1, 2]);
  assert.ok(figure('kept').formula.en && figure('kept').records.includes(`centre=${world.centreId}`));
  // counted by itself: what fell due in the week and was not kept
  const all = await world.read((tx) => tx.selectFrom('commitment').selectAll().execute());
  const [from, until] = ['2026-09-06T16:00:00.000Z', '2026-09-13T16:00:00.000Z'];
  const missed = all.filter(
    (one) =>
      one.due_at >= from! &&
      one.due_at < until! &&
      (one.outcome === 'late' || (one.settled_at === null && one.state === 'running')),
  );
  assert.ok(missed.length > 0);
  assert.equal(page.service!.lateCount, missed.length);
  assert.deepEqual(new Set(page.service!.late.map((one) => one.id)), new Set(missed.map((one) => one.id)));
  const why = page.service!.late.find((one) => one.id === notice.commitment_id)!;
  assert.equal(why.because, '交接班时漏看，已加提醒');
  assert.deepEqual(
    page.service!.open.map((one) => [one.name!.en, one.n, one.before]),
    [['Customer service', 2, 0]],
  );
});

test('it is sent only completed, and signed by whoever owes it with his own name [STAT-01]', async () => {
  const id = await idOf('week', '2026-09-07');
  const submit = (over: object, who: PersonKey = 'manager') =>
    world.act(who, submitSummary, id, submitSummaryInput.parse({ ...completed, ...over }));
  await assert.rejects(submit({ lateBecause: ' ' }), { code: 'summary.late_unexplained' });
  await assert.rejects(submit({ signedAs: undefined }), { code: 'summary.not_your_name' });
  await assert.rejects(submit({ signedAs: '杨部长' }), { code: 'summary.not_your_name' });
  await assert.rejects(submit({ signedAs: '高总' }, 'leader'), { code: 'summary.not_yours' });
  await assert.rejects(submit({}, 'desk'), { code: 'right.missing' });
  assert.throws(() => submitSummaryInput.parse({ ...completed, text: ' ' }));
  assert.equal((await reports('manager', { state: 'submitted' })).length, 0);
  await submit({});
  const sent = (await reports('manager', { state: 'submitted' }))[0]!;
  assert.deepEqual(
    [sent.submittedBy!.name, sent.submittedAt, sent.addressee!.name, sent.readAt],
    ['许经理', '2026-09-14T00:45:00.000Z', '方主任', null],
    'to whoever stands above the manager',
  );
  assert.equal((await clocksAbout(world, id))[0]!.outcome, 'kept');
});

test('its addressee is told, reads it, and says so; what was sent is never changed [STAT-01]', async () => {
  const id = await idOf('week', '2026-09-07');
  wait(world);
  const [heard] = (await told(world, 'office')).filter((one) => one.type === 'summary.service_week_submitted');
  assert.deepEqual([heard!.acknowledgement, heard!.params['week']], ['wanted', '2026-09-07']);
  await world.act('office', acknowledgeNotification, heard!.id as never);
  const read = await world.ask('office', summaryPage, id);
  assert.deepEqual(
    [read.text, read.lateBecause, read.measures, read.signedAs, read.readAt],
    ['本周受理平稳', '周五人手不足', '增加周末值班', '许经理', world.clock.now()],
  );
  await takeInMatter(world, 'complaint', { happenedAt: '2026-09-10T20:00:00+08:00' });
  const again = await world.ask('office', summaryPage, id);
  assert.deepEqual(
    again.service!.figures.map(({ key, n, of }) => [key, n, of]),
    read.service!.figures.map(({ key, n, of }) => [key, n, of]),
    'what was reported later does not change it',
  );
  await assert.rejects(world.act('manager', submitSummary, id, completed), { code: 'summary.submitted' });
});

test('the report comes out on paper with its words, signature, figures and what was late [STAT-01]', async () => {
  const id = await idOf('week', '2026-09-07');
  const paper = await world.ask('office', async (context: Context) =>
    summaryPaper(await writingIn(context, 'zh-hans'), await summaryPage(context, id)),
  );
  const text = pdfText(await makeDocument(paper, 'pdf'));
  for (const part of [
    '服务周报2026-09-07',
    '本周受理平稳',
    '周五人手不足',
    '许经理',
    '方主任',
    '按时履约率',
    '交接班时漏看',
  ])
    assert.ok(text.includes(part), `${part} in ${text}`);
});

test('left lying it turns late by itself and those above hear; the next has begun all the same [STAT-01]', async () => {
  await world.until('2026-09-23T09:00+08:00');
  const id = await idOf('week', '2026-09-14');
  const [owed] = await clocksAbout(world, id);
  assert.ok(owed!.due_at < world.clock.now() && owed!.settled_at === null);
  const heard = (await told(world, 'manager')).filter((one) => one.params['kind'] === 'weekly_service_report');
  assert.ok(heard.length > 0, 'whoever owes it was warned');
  await world.act('manager', submitSummary, id, completed);
  assert.equal((await clocksAbout(world, id))[0]!.outcome, 'late');
  const weeks = (await reports('manager', { period: 'week' })).map((one) => one.begins);
  assert.deepEqual(weeks, ['2026-09-21', '2026-09-14', '2026-09-07']);
});

test('a month’s report is of the month, and other departments see none [STAT-01]', async () => {
  await world.until('2026-10-09T09:00+08:00');
  const id = await idOf('month', '2026-09-01');
  const page = await world.ask('manager', summaryPage, id);
  const complaints = page.service!.figures.find(({ key }) => key === 'complaints')!;
  assert.deepEqual([complaints.n, complaints.before!.n], [3, 0]);
  await world.act('manager', submitSummary, id, completed);
  wait(world);
  assert.ok((await told(world, 'office')).some((one) => one.type === 'summary.service_month_submitted'));
  assert.deepEqual(await reports('captain'), []);
  await assert.rejects(world.ask('captain', summaryPage, id), { code: 'right.out_of_scope' });
});
