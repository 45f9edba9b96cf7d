import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Desk } from '../../test/desk-server.ts';
import { deskOf, deskRoutes } from '../../test/desk-server.ts';
import { takeInMatter, told, wait } from '../../test/story.ts';
import type { World } from '../../test/world.ts';
import { freshWorld } from '../../test/world.ts';
import type { PersonKey } from '../../test/world-seed.ts';
import property from '../../packs/property.ts';
import { charterRoutes } from '../charter/routes.ts';
import { errorLogRoutes } from '../error-log/routes.ts';
import { whyNotScorecards } from '../pack/scorecards.ts';
import { workItemRoutes } from '../work-plan/routes.ts';
import { qualityReviewRoutes } from './routes.ts';

let world: World;
let desk: Desk;
before(async () => {
  world = await freshWorld();
  desk = await deskOf(world, [
    ...deskRoutes,
    ...qualityReviewRoutes,
    ...errorLogRoutes,
    ...workItemRoutes,
    ...charterRoutes,
  ]);
});
after(async () => {
  await desk.close();
  await world.drop();
});

const cards = property.scorecards!;
const cardOf = (key: string) => cards.find((card) => card.key === key)!;
const FRIDAY = '2026-10-02T08:00:00.000Z';

/** Full marks for every line, but those named. */
function marks(key: string, but: Record<string, [number, string]> = {}) {
  const { lines, best } = cardOf(key);
  return lines.map((line) => ({ line: line.key, mark: but[line.key]?.[0] ?? best, remark: but[line.key]?.[1] ?? '' }));
}

async function give(who: PersonKey, body: object) {
  return desk.send(who, 'POST', '/quality-reviews', body);
}

async function given(who: PersonKey, body: object): Promise<Record<string, any>> {
  const answer = await give(who, body);
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  return (await desk.get(who, `/quality-reviews/${answer.body.id}`)).body;
}

async function call(who: PersonKey = 'desk'): Promise<string> {
  const { status, body } = await desk.send(who, 'POST', '/contacts', { channel: 'phone', purpose: 'consultation' });
  assert.equal(status, 201, JSON.stringify(body));
  return body.id;
}

test('the pack’s scorecards can be worked with', () => assert.equal(whyNotScorecards(cards), null));

/** By duty: the lines its row names, in English. */
const SHIPPED: [key: string, of: string, lines: string[]][] = [
  [
    'conduct',
    'contact',
    ['Stood up to answer', 'Gave full attention', 'Smiled', 'Friendly tone', 'Spoke clearly', 'Put other work aside'],
  ],
  [
    'front_desk_image',
    'person',
    [
      'Wears the uniform',
      'Badge in its place',
      'Tidy',
      'Women: light make-up',
      'No make-up or combing at the desk',
      'Correct posture',
    ],
  ],
  [
    'workplace',
    'person',
    ['Quiet', 'No whispering', 'No shouting', 'No playing', 'No snacks', 'No newspapers', 'No private matters'],
  ],
  [
    'telephone_group',
    'contact',
    [
      'No scolding',
      'No quarrelling',
      'Did not hang up on the customer',
      'Did not put the phone aside',
      'Did not pass the customer on',
      'Stayed calm',
      'Said “hello” and “sorry”',
    ],
  ],
  [
    'complaint_manners',
    'complaint',
    [
      'Warm reception',
      'Asked actively',
      'Patience',
      'Explained with reason and feeling',
      'Bore rudeness calmly',
      'Did not dispute',
    ],
  ],
  [
    'shop_qualities',
    'period',
    [
      'Language',
      'Expertise',
      'Psychology',
      'Attitude',
      'Adaptability',
      'Social skill',
      'Knowledge of the rules',
      'Handling of bad reviews',
    ],
  ],
  ['traits', 'period', ['Responsibility', 'Dedication', 'Decent behaviour']],
];
for (const [key, of, lines] of SHIPPED)
  test(`the house has the scorecard ${key} with the lines of its row`, async () => {
    const { body } = await desk.get('supervisor', '/scorecards');
    const card = body.items.find((one: { key: string }) => one.key === key);
    assert.equal(card.of, of);
    assert.deepEqual(
      card.lines.map((line: { name: { en: string } }) => line.name.en),
      lines,
    );
  });

test('a reviewer scores a contact line by line; what is not in order is an item of the day plan of whoever had it [QUAL-03]', async () => {
  const contactId = await call();
  const tone = '对业户说话不耐烦';
  const body = { scorecard: 'conduct', contactId, marks: marks('conduct', { tone: [1, tone] }), remark: '其余良好' };
  assert.equal((await give('supervisor', body)).body.code, 'quality_review.mend_by_missing');
  const review = await given('supervisor', { ...body, mendBy: FRIDAY });
  assert.deepEqual(
    [review.person.id, review.by.id, review.score, review.most, review.failed, review.remark, review.contactId],
    [world.people.desk, world.people.supervisor, 26, 30, 1, '其余良好', contactId],
  );
  const { body: items } = await desk.get('supervisor', `/work-items?person=${world.people.desk}`);
  const [item] = items.items;
  assert.deepEqual(
    [item!.id, item!.title, item!.dueAt],
    [review.marks.find((one: any) => !one.passed).itemId, tone, FRIDAY],
  );
  wait(world);
  const [heard] = (await told(world, 'desk')).filter((one) => one.type === 'quality_review.given');
  assert.equal(heard?.params['open'], 1);
});

test('whoever is at the front desk is looked over by the checklist of its image [QUAL-04]', async () => {
  const seen = marks('front_desk_image', { badge: [0, '未佩戴工牌'] });
  const review = await given('supervisor', {
    scorecard: 'front_desk_image',
    personId: world.people.desk2,
    marks: seen,
    mendBy: FRIDAY,
  });
  assert.deepEqual(
    review.marks.filter((one: any) => !one.passed).map((one: any) => [one.name.en, one.remark]),
    [['Badge in its place', '未佩戴工牌']],
  );
});

test('conduct at the workplace is looked at by its checklist [QUAL-05]', async () => {
  const seen = marks('workplace', { no_snacks: [0, '柜台吃零食'] });
  const body = { scorecard: 'workplace', personId: world.people.desk2, marks: seen, mendBy: FRIDAY };
  assert.equal((await given('supervisor', body)).failed, 1);
});

test('the manager inspects appearances person by person; the results are found by person, scorecard and period [QUAL-06]', async () => {
  const inspected = { scorecard: 'appearance', marks: marks('appearance') };
  for (const personId of [world.people.desk, world.people.guard, world.people.plumber])
    await given('manager', { ...inspected, personId });
  const { body } = await desk.get('manager', '/quality-reviews?scorecard=appearance&from=2026-09-27T16:00:00.000Z');
  assert.deepEqual(
    new Set(body.items.map((one: any) => one.person.id)),
    new Set([world.people.desk, world.people.guard, world.people.plumber]),
  );
  const before = await desk.get('manager', '/quality-reviews?scorecard=appearance&until=2026-09-27T16:00:00.000Z');
  assert.equal(before.body.items.length, 0);
  const ofGuard = await desk.get('manager', `/quality-reviews?person=${world.people.guard}&failed=false`);
  assert.deepEqual(
    ofGuard.body.items.map((one: any) => [one.scorecard, one.by.id]),
    [['appearance', world.people.manager]],
  );
});

test('how a complaint was received is scored in its review; another ticket is refused [QUAL-08]', async () => {
  const complaint = await takeInMatter(world, 'complaint');
  const leak = await takeInMatter(world, 'leak');
  const body = { scorecard: 'complaint_manners', marks: marks('complaint_manners') };
  assert.equal((await give('manager', { ...body, ticketId: leak.id })).body.code, 'quality_review.no_complaint');
  const review = await given('manager', { ...body, ticketId: complaint.id });
  assert.deepEqual([review.person.id, review.ticket.number], [complaint.owner_id, complaint.number]);
  const { body: found } = await desk.get('manager', `/quality-reviews?ticket=${complaint.id}`);
  assert.equal(found.items.length, 1);
});

test('traits of a period are scored on a scale, with assessor and remark; a period that ends before it begins is refused [QUAL-15]', async () => {
  const body = { scorecard: 'traits', personId: world.people.desk, marks: marks('traits', { dedication: [4, ''] }) };
  assert.equal((await give('service_head', body)).body.code, 'quality_review.period_missing');
  const backwards = { ...body, fromDay: '2026-09-30', untilDay: '2026-09-01' };
  assert.equal((await give('service_head', backwards)).body.code, 'quality_review.period_missing');
  const review = await given('service_head', {
    ...body,
    fromDay: '2026-07-01',
    untilDay: '2026-09-30',
    remark: '本季度认真负责',
  });
  assert.deepEqual(
    [review.fromDay, review.untilDay, review.by.id, review.remark, review.score, review.most],
    ['2026-07-01', '2026-09-30', world.people.service_head, '本季度认真负责', 14, 15],
  );
});

describe('what is refused', () => {
  const seen = marks('traits');
  const cases: [why: string, code: string, who: PersonKey, change: (body: Record<string, any>) => object][] = [
    ['one’s own work', 'quality_review.own', 'supervisor', (body) => ({ ...body, personId: world.people.supervisor })],
    ['by whoever supervises nobody', 'right.missing', 'desk', (body) => body],
    ['without a line', 'quality_review.line_missing', 'supervisor', (body) => ({ ...body, marks: seen.slice(1) })],
    ['a line twice', 'quality_review.line_unknown', 'supervisor', (body) => ({ ...body, marks: [...seen, seen[0]] })],
    [
      'above the scale',
      'quality_review.off_scale',
      'supervisor',
      (body) => ({ ...body, marks: seen.map((one) => ({ ...one, mark: 9 })) }),
    ],
    [
      'not in order without a word',
      'quality_review.remark_missing',
      'supervisor',
      (body) => ({ ...body, marks: seen.map((one) => ({ ...one, mark: 1 })) }),
    ],
    ['a scorecard that is not there', 'scorecard.unknown', 'supervisor', (body) => ({ ...body, scorecard: 'none' })],
  ];
  for (const [why, code, who, change] of cases)
    test(why, async () => {
      const body = {
        scorecard: 'traits',
        personId: world.people.guard,
        fromDay: '2026-09-01',
        untilDay: '2026-09-30',
        marks: seen,
      };
      assert.equal((await give(who, change(body))).body.code, code);
    });
});

test('somebody reads what was scored of him, and nobody else’s', async () => {
  const { body } = await desk.get('desk', '/quality-reviews');
  assert.ok(body.items.length > 0);
  assert.ok(body.items.every((one: any) => one.person.id === world.people.desk));
});

test('scorecards are worded otherwise with the reason; what was scored keeps the lines it was scored by', async () => {
  const { body: review } = await desk.get('manager', `/quality-reviews?scorecard=traits&person=${world.people.desk}`);
  const { body: before } = await desk.get('admin', '/scorecards');
  const others = before.items.map((card: any) =>
    card.key === 'traits' ? { ...card, lines: card.lines.slice(0, 1) } : card,
  );
  const changed = { scorecards: others, seen: before.version, why: '只看责任心' };
  assert.equal((await desk.send('desk', 'PUT', '/scorecards', changed)).body.code, 'right.missing');
  assert.equal(
    (await desk.send('admin', 'PUT', '/scorecards', { ...changed, scorecards: [...others, others[0]] })).body.code,
    'scorecard.twice',
  );
  assert.equal((await desk.send('admin', 'PUT', '/scorecards', changed)).status, 200);
  const { body: after } = await desk.get('manager', `/quality-reviews/${review.items[0].id}`);
  assert.equal(after.marks.length, 3);
});

test('an error is logged with its lesson; the same sort again is marked and reaches the supervisor, another sort does not [QUAL-14]', async () => {
  const log = (who: PersonKey, body: object) => desk.send(who, 'POST', '/errors', body);
  const error = { sort: 'wrong_record', what: '楼栋登记成 2 栋', lesson: '复述地址给业户听' };
  const of = async () => (await desk.get('manager', `/errors?person=${world.people.desk}`)).body.items;
  assert.equal((await log('desk', { ...error, sort: 'none' })).body.code, 'error_log.sort_unknown');
  assert.equal((await log('desk', { ...error, personId: world.people.guard })).body.code, 'right.missing');
  assert.equal((await log('desk', error)).status, 201);
  assert.equal((await log('desk', { ...error, sort: 'late' })).status, 201);
  const heard = async () => {
    wait(world);
    return (await told(world, 'supervisor')).filter((one) => one.type === 'error.repeated');
  };
  assert.equal((await heard()).length, 0);
  const again = { ...error, personId: world.people.desk, what: '又把 3 栋登记成 2 栋' };
  assert.equal((await log('service_head', again)).status, 201);
  const { body: repeated } = await desk.get('manager', '/errors?repeated=true');
  assert.deepEqual(
    repeated.items.map((one: any) => [one.person.id, one.sort, one.nth, one.lesson, one.by.id]),
    [[world.people.desk, 'wrong_record', 2, error.lesson, world.people.service_head]],
  );
  assert.equal((await of()).length, 3);
  assert.deepEqual(
    (await heard()).map((one) => [one.params['person'], one.params['count']]),
    [[world.people.desk, 2]],
  );
});

test('tenet, goal, target customers and the five values are read by everybody, and changed in versions with the reason [QUAL-12]', async () => {
  const { body: before } = await desk.get('guard', '/charter');
  assert.deepEqual(
    before.charter.values.map((one: { en: string }) => one.en),
    ['Enthusiasm', 'Dedication', 'Diligence', 'Innovation', 'Obedience'],
  );
  for (const part of ['tenet', 'goal', 'customers']) assert.ok(before.charter[part]['zh-hant'].length > 0, part);
  const goal = { en: 'No matter without an answer', 'zh-hans': '事事有回音', 'zh-hant': '事事有回音' };
  const change = { charter: { ...before.charter, goal }, seen: before.version, why: '新一年的目标' };
  assert.equal((await desk.send('guard', 'PUT', '/charter', change)).body.code, 'right.missing');
  const nameless = { ...change, charter: { ...change.charter, tenet: { ...goal, en: '' } } };
  assert.equal((await desk.send('admin', 'PUT', '/charter', nameless)).status, 422);
  assert.equal((await desk.send('admin', 'PUT', '/charter', change)).status, 200);
  const { body: after } = await desk.get('guard', '/charter');
  assert.deepEqual([after.charter.goal, after.version], [goal, before.version + 1]);
  assert.equal((await desk.send('admin', 'PUT', '/charter', change)).body.code, 'stale');
});
