import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Id } from '../../src/kernel/id.ts';
import { beginCurrentSummaries } from '../../src/summary/commands/begin-summaries.ts';
import { acknowledgeNotification } from '../../src/notification/commands/acknowledge-notification.ts';
import { makeVisit } from '../../src/return-visit/commands/make-visit.ts';
import { makeVisitInput } from '../../src/return-visit/inputs.ts';
import { submitSummary } from '../../src/summary/commands/submit-summary.ts';
import { submitSummaryInput, summariesQuery } from '../../src/summary/inputs.ts';
import { listSummaries } from '../../src/summary/list.ts';
import { summaryPage } from '../../src/summary/page.ts';
import { answerCustomer } from '../../src/ticket/commands/add-note.ts';
import { cancelTicket, closeTicket } from '../../src/ticket/commands/close-ticket.ts';
import { tellCustomer } from '../../src/ticket/commands/tell-customer.ts';
import { tellInput } from '../../src/ticket/inputs.ts';
import { answerInput } from '../../src/ticket/inputs-words.ts';
import { beginOnly, clocksAbout, settle, takeInMatter, told, visitsOf, wait } from '../story.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

let world: World;
before(async () => {
  world = await freshWorld({ at: '2026-09-07T09:00+08:00' });
  await beginOnly(world, beginCurrentSummaries);
});
after(() => world.drop());

const list = async (query: object = {}, who: 'service_head' | 'manager' | 'captain' = 'service_head') =>
  (await world.ask(who, listSummaries, summariesQuery.parse({ about: 'matters', period: 'week', ...query }))).items;
const idOf = async (week: string): Promise<Id<'summary'>> =>
  (await list({ state: 'all' })).find((one) => one.begins === week)!.id as Id<'summary'>;
const words = submitSummaryInput.parse({ text: '本周投诉以噪音为主', measures: '夜间加巡' });

const complain = (about: string, over: object = {}) =>
  takeInMatter(world, 'complaint', { fields: { about, wanted_solution: '安静' }, ...over });

test('each week the head of customer service owes a summary of its complaints, seen before it is due [COMP-12]', async () => {
  const [first] = await list();
  assert.deepEqual([first!.begins, first!.owner!.name, first!.submittedAt], ['2026-09-07', '杨部长', null]);
  const [owed] = await clocksAbout(world, first!.id);
  assert.deepEqual([owed!.state, owed!.owner_id], ['running', world.people.service_head]);
  assert.equal(owed!.started_at, first!.until, 'its time counts from the end of the week');
  assert.equal(owed!.due_at, '2026-09-14T10:00:00.000Z', 'one day of reception hours: Monday, 18:00');
  await assert.rejects(world.act('service_head', submitSummary, first!.id as Id<'summary'>, words), {
    code: 'summary.week_not_over',
  });
});

test('its figures are counted from the records, beside those of the week before, and lead to them [COMP-12]', async () => {
  await complain('noise');
  await world.until('2026-09-14T09:00+08:00');
  world.at('2026-09-15T09:00+08:00');
  const answered = await complain('noise');
  await world.act('desk', answerCustomer, answered.id, answerInput.parse({ text: '马上去看' }));
  wait(world);
  await complain('security', { severity: 'major', departmentId: world.departments['security'] });
  await settle(world, answered);
  const doubled = await complain('noise');
  await world.act('supervisor', cancelTicket, doubled.id, {
    as: 'duplicate',
    reason: '重复',
    duplicateOf: answered.id,
  });
  const page = await world.ask('service_head', summaryPage, await idOf('2026-09-14'));
  const statistics = page.statistics!;
  assert.deepEqual(statistics.opened, { n: 2, before: 1 });
  assert.equal(statistics.stillOpen, 2, 'settled, but neither told nor visited');
  assert.deepEqual(
    statistics.bySeverity.map(({ severity, n, before }) => [severity, n, before]),
    [
      ['ordinary', 1, 1],
      ['major', 1, 0],
    ],
  );
  const about = statistics.byChoice.find(({ field }) => field === 'about')!;
  assert.deepEqual(
    about.counts.map(({ choice, n, before, name }) => [choice, n, before, name['zh-hans']]),
    [
      ['noise', 1, 1, '噪音扰民'],
      ['security', 1, 0, '治安与门禁'],
    ],
  );
  assert.deepEqual(statistics.byDepartment.map(({ name, n }) => [name.en, n]).toSorted(), [
    ['Customer service', 1],
    ['Security', 1],
  ]);
  assert.deepEqual(
    page.complaints.map(({ id, realCause }) => [id === answered.id, realCause]),
    [
      [true, '邻居夜间施工'],
      [false, ''],
    ],
    'the complaints behind the figures',
  );
  assert.ok(statistics.kept.n > 0 && statistics.kept.n < statistics.kept.of, JSON.stringify(statistics.kept));
});

test('what was closed in the week counts in it, with how satisfied; what came in after it does not [COMP-12]', async () => {
  const other = await freshWorld({ at: '2026-09-09T09:00+08:00' });
  try {
    await beginOnly(other, beginCurrentSummaries);
    const closed = async (satisfaction: number, moment: string) => {
      const ticket = await takeInMatter(other, 'complaint');
      await settle(other, ticket);
      await other.act('desk', tellCustomer, ticket.id, tellInput.parse({ text: '已处理' }));
      const [visit] = await visitsOf(other, ticket.id);
      other.at(moment);
      await other.act('desk', makeVisit, visit!.id, makeVisitInput.parse({ reachedWhom: '陈先生', satisfaction }));
      await other.act('desk', closeTicket, ticket.id, {});
    };
    await closed(3, '2026-09-10T09:00+08:00');
    await other.until('2026-09-16T09:00+08:00');
    await closed(5, '2026-09-17T09:00+08:00');
    await other.until('2026-09-21T09:00+08:00');
    await takeInMatter(other, 'complaint');
    const { items } = await other.ask(
      'service_head',
      listSummaries,
      summariesQuery.parse({ about: 'matters', period: 'week' }),
    );
    const week = items.find((one) => one.begins === '2026-09-14')!;
    const { statistics } = await other.ask('service_head', summaryPage, week.id as Id<'summary'>);
    assert.deepEqual(
      [statistics!.opened, statistics!.closed, statistics!.stillOpen, statistics!.satisfaction],
      [{ n: 1, before: 1 }, { n: 1, before: 1 }, 0, { average: 5, answers: 1, before: 3 }],
    );
  } finally {
    await other.drop();
  }
});

test('it is submitted to the centre manager with its time, who says that he knows; then it is never changed [COMP-12]', async () => {
  await world.until('2026-09-21T09:30+08:00');
  const id = await idOf('2026-09-14');
  await assert.rejects(world.act('desk', submitSummary, id, words), { code: 'right.missing' });
  await assert.rejects(world.act('manager', submitSummary, id, words), { code: 'summary.not_yours' });
  await world.act('service_head', submitSummary, id, words);
  wait(world);
  const [heard] = (await told(world, 'manager')).filter((one) => one.type === 'summary.submitted');
  assert.deepEqual([heard!.acknowledgement, heard!.params['week']], ['wanted', '2026-09-14']);
  await world.act('manager', acknowledgeNotification, heard!.id as never);
  const submitted = (await list({ state: 'submitted' })).find((one) => one.id === id)!;
  assert.deepEqual(
    [submitted.submittedBy!.name, submitted.submittedAt, submitted.addressee!.name, submitted.readAt],
    ['杨部长', '2026-09-21T01:30:00.000Z', '许经理', world.clock.now()],
  );
  assert.equal((await clocksAbout(world, id))[0]!.state, 'kept');
  const before = await world.ask('manager', summaryPage, id);
  assert.deepEqual([before.text, before.measures], ['本周投诉以噪音为主', '夜间加巡']);
  await complain('noise', { happenedAt: '2026-09-20T20:00:00+08:00' });
  const afterwards = await world.ask('manager', summaryPage, id);
  assert.deepEqual(
    afterwards.statistics,
    before.statistics,
    'what was reported later does not change what was submitted',
  );
  await assert.rejects(world.act('service_head', submitSummary, id, words), { code: 'summary.submitted' });
});

test('left lying, it turns late by itself, those above hear of it, and it counts as missed [COMP-12]', async () => {
  const first = await idOf('2026-09-07');
  const [owed] = await clocksAbout(world, first);
  assert.ok(owed!.due_at < world.clock.now() && owed!.settled_at === null);
  const heard = (await told(world, 'service_head')).filter((one) => one.params['kind'] === 'weekly_summary');
  assert.ok(heard.length > 0, 'whoever owes it was warned');
  const above = (await told(world, 'manager')).filter((one) => one.params['kind'] === 'weekly_summary');
  assert.ok(above.length > 0, 'and the one above');
  await world.act('service_head', submitSummary, first, words);
  assert.equal((await clocksAbout(world, first))[0]!.outcome, 'late');
});

test('weeks are listed by period, to those who may see them [COMP-12]', async () => {
  const period = { from: '2026-09-14T00:00:00+08:00', until: '2026-09-21T00:00:00+08:00' };
  assert.deepEqual(
    (await list(period)).map((one) => one.begins),
    ['2026-09-14'],
  );
  assert.deepEqual(
    (await list({ state: 'open' })).map((one) => one.begins),
    ['2026-09-21'],
  );
  const page = await world.ask(
    'manager',
    listSummaries,
    summariesQuery.parse({ about: 'matters', period: 'week', limit: '2' }),
  );
  const next = await world.ask(
    'manager',
    listSummaries,
    summariesQuery.parse({ about: 'matters', period: 'week', limit: '2', after: page.next }),
  );
  assert.deepEqual(
    [...page.items, ...next.items].map((one) => one.begins),
    ['2026-09-21', '2026-09-14', '2026-09-07'],
  );
  assert.deepEqual(await list({}, 'captain'), [], 'another department sees none');
  await assert.rejects(world.ask('captain', summaryPage, await idOf('2026-09-14')), { code: 'right.out_of_scope' });
});

test('after an outage of weeks none is left out, and each is begun once [COMP-12]', async () => {
  const other = await freshWorld({ at: '2026-09-09T09:00+08:00' });
  try {
    await beginOnly(other, beginCurrentSummaries);
    await beginOnly(other, beginCurrentSummaries);
    other.at('2026-10-08T09:00+08:00');
    await other.fire();
    await other.fire();
    const weeks = await other.read((tx) =>
      tx
        .selectFrom('summary')
        .select(['id', 'begins'])
        .where('about', '=', 'matters')
        .where('period', '=', 'week')
        .orderBy('begins')
        .execute(),
    );
    assert.deepEqual(
      weeks.map((one) => one.begins),
      ['2026-09-07', '2026-09-14', '2026-09-21', '2026-09-28', '2026-10-05'],
    );
    for (const { id } of weeks) assert.equal((await clocksAbout(other, id)).length, 1);
    const heard = (await told(other, 'service_head')).filter((one) => one.params['kind'] === 'weekly_summary');
    assert.equal(heard.length, 4, 'one message for each week that is over');
  } finally {
    await other.drop();
  }
});

test('submitted before the clock woke, the week after begins all the same [COMP-12]', async () => {
  const other = await freshWorld({ at: '2026-09-09T09:00+08:00' });
  try {
    await beginOnly(other, beginCurrentSummaries);
    const { id } = await other.read((tx) =>
      tx
        .selectFrom('summary')
        .select('id')
        .where('about', '=', 'matters')
        .where('period', '=', 'week')
        .executeTakeFirstOrThrow(),
    );
    other.at('2026-09-14T00:00:01+08:00');
    await other.act('service_head', submitSummary, id, words);
    await other.fire();
    const weeks = await other.read((tx) =>
      tx
        .selectFrom('summary')
        .select('begins')
        .where('about', '=', 'matters')
        .where('period', '=', 'week')
        .orderBy('begins')
        .execute(),
    );
    assert.deepEqual(
      weeks.map((one) => one.begins),
      ['2026-09-07', '2026-09-14'],
    );
  } finally {
    await other.drop();
  }
});

test('over the National Day holidays the week and the month begin on their first day, and are due by working days [COMP-12]', async () => {
  const other = await freshWorld({ at: '2026-09-28T09:00+08:00' });
  try {
    await beginOnly(other, beginCurrentSummaries);
    await other.until('2026-10-05T00:00+08:00');
    const owed = await other.read((tx) =>
      tx
        .selectFrom('summary')
        .innerJoin('commitment', 'commitment.subject_id', 'summary.id')
        .select(['summary.period', 'summary.begins', 'commitment.due_at', 'commitment.outcome', 'commitment.climbed'])
        .where('summary.about', '=', 'matters')
        .orderBy('summary.period')
        .orderBy('summary.begins')
        .execute(),
    );
    const standing = owed.map((one) => [one.period, one.begins, one.due_at, one.outcome, one.climbed]);
    assert.deepEqual(
      standing,
      [
        // three days of reception hours after the holidays, which end on the 7th: the 8th, the 9th, and the Saturday made up
        ['month', '2026-09-01', '2026-10-10T10:00:00.000Z', null, 1],
        // from the opening of Sunday the 1st to that of the third day after
        ['month', '2026-10-01', '2026-11-04T01:00:00.000Z', null, 0],
        ['week', '2026-09-28', '2026-10-08T10:00:00.000Z', null, 1],
        ['week', '2026-10-05', '2026-10-12T10:00:00.000Z', null, 0],
      ],
      'seen from the first day, though nobody works, and late before its time is none',
    );
  } finally {
    await other.drop();
  }
});
