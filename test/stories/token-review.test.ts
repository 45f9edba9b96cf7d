import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { changeSecurity } from '../../src/auth/commands/change-security.ts';
import { endToken } from '../../src/auth/commands/end-token.ts';
import { makeToken } from '../../src/auth/commands/make-token.ts';
import { FIRST_SECURITY } from '../../src/auth/security.ts';
import type { Id } from '../../src/kernel/id.ts';
import { DAY, instant, plus } from '../../src/kernel/time.ts';
import type { Context } from '../../src/platform/context.ts';
import { completeInput, reviewsQuery } from '../../src/token-review/inputs.ts';
import { tokenReviewRoutes } from '../../src/token-review/routes.ts';
import { beginCurrentReview } from '../../src/token-review/commands/begin-reviews.ts';
import { answerToken } from '../../src/token-review/commands/answer-token.ts';
import { completeReview } from '../../src/token-review/commands/complete-review.ts';
import { listReviews } from '../../src/token-review/list.ts';
import { reviewPage } from '../../src/token-review/page.ts';
import type { Desk } from '../desk-server.ts';
import { deskOf } from '../desk-server.ts';
import { beginOnly, clocksAbout } from '../story.ts';
import type { PersonKey } from '../world-seed.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

let world: World;
let desk: Desk;
before(async () => {
  world = await freshWorld({ at: '2026-08-10T09:00+08:00' });
  desk = await deskOf(world, tokenReviewRoutes);
  await beginOnly(world, beginCurrentReview);
});
after(async () => {
  await desk.close();
  await world.drop();
});

const list = async (query: object = {}) => (await world.ask('admin', listReviews, reviewsQuery.parse(query))).items;
const idOf = async (begins: string) => (await list()).find((one) => one.begins === begins)!.id as Id<'token_review'>;
const token = async (who: PersonKey, name: string, over: object = {}) =>
  (await world.act(who, makeToken, { name, rights: ['ticket.see'], ...over })).id;
const decide = (id: Id<'token_review'>, one: Id<'token'>, answer: 'kept' | 'ended') =>
  world.act('admin', answerToken, id, one, answer);
const done = completeInput.parse({ remarks: '停用一个' });

let summer: Id<'token_review'>;
let nightly: Id<'token'>;
let tried: Id<'token'>;

test('the review of the running quarter is owed by the administrator, once, and seen before it is due', async () => {
  await world.act(null, beginCurrentReview);
  const [review, ...others] = await list();
  assert.equal(others.length, 0, 'begun twice it is there once');
  summer = review!.id as Id<'token_review'>;
  assert.deepEqual(
    [review!.begins, review!.from, review!.until],
    ['2026-07-01', '2026-06-30T16:00:00.000Z', '2026-09-30T16:00:00.000Z'],
  );
  assert.deepEqual([review!.owner!.name, review!.completedAt, review!.late], ['管理员', null, false]);
  const [owed] = await clocksAbout(world, summer);
  assert.deepEqual(
    [owed!.kind, owed!.state, owed!.owner_id, owed!.started_at, owed!.due_at],
    ['token_review', 'running', world.people.admin, review!.until, plus(instant(review!.until), 14 * DAY)],
  );
});

test('a token ends after a year unless said, and lives no longer than the house allows', async () => {
  const now = world.clock.now();
  nightly = await token('manager', '夜间报表', { rights: ['report.see'] });
  world.at('2026-08-10T09:05+08:00');
  tried = await token('desk', '试用', { expiresAt: plus(now, 300 * DAY) });
  const page = await world.ask('admin', reviewPage, summer);
  assert.deepEqual(
    page.tokens.map((one) => [
      one.person.name,
      one.name,
      one.rights,
      one.expiresAt,
      one.lastUsedAt,
      one.answer,
      one.gone,
    ]),
    [
      ['王前台', '试用', ['ticket.see'], plus(now, 300 * DAY), null, null, false],
      ['许经理', '夜间报表', ['report.see'], plus(now, 365 * DAY), null, null, false],
    ],
  );
  const security = { ...FIRST_SECURITY, tokens: { longestDays: 30, reviewDays: 5 } };
  await world.act('admin', changeSecurity, { security, seen: 0, why: '缩短' });
  await assert.rejects(token('desk', '太久', { expiresAt: plus(now, 32 * DAY) }), {
    code: 'token.expires_too_late',
    params: { path: 'expiresAt', days: 30 },
  });
  const short = await world.act('desk', makeToken, { name: '短期', rights: [] });
  assert.equal(short.expiresAt, plus(world.clock.now(), 30 * DAY));
  await world.act('desk', endToken, short.id);
  assert.equal((await world.ask('admin', reviewPage, summer)).unanswered, 2, 'what its person ended needs no answer');
});

test('only who keeps the access of everybody sees a review or decides in it', async () => {
  const path = `/token-reviews/${summer}`;
  const answers = await Promise.all([
    desk.send('desk', 'GET', path),
    desk.send('desk', 'PUT', `${path}/tokens/${nightly}`, { answer: 'ended' }),
    desk.send('desk', 'POST', `${path}/complete`, {}),
    desk.send('manager', 'GET', '/token-reviews'),
    desk.send('manager', 'PUT', `${path}/tokens/${nightly}`, { answer: 'kept' }),
  ]);
  assert.deepEqual(
    answers.map(({ status, body }) => [status, body.code]),
    [
      [403, 'right.missing'],
      [403, 'right.missing'],
      [403, 'right.missing'],
      [403, 'right.out_of_scope'],
      [403, 'right.out_of_scope'],
    ],
  );
  const byToken = { only: ['people.edit'] as const };
  await assert.rejects(
    world.act('admin', (context: Context) =>
      reviewPage({ ...context, actor: { ...context.actor, only: [...byToken.only] } }, summer),
    ),
    { code: 'token.not_for_this' },
  );
});

test('a token is kept or ended with one act, and the review is completed after its quarter with every answer', async () => {
  await decide(summer, nightly, 'kept');
  const { can } = await world.ask('admin', reviewPage, summer);
  assert.equal(can['answer'], null);
  assert.equal(can['complete']!.code, 'token_review.quarter_not_over');
  await world.until('2026-10-01T09:00+08:00');
  await assert.rejects(world.act('admin', completeReview, summer, done), {
    code: 'token_review.unanswered',
    params: { count: 1 },
  });
  const answer = await desk.send('admin', 'PUT', `/token-reviews/${summer}/tokens/${tried}`, { answer: 'ended' });
  assert.equal(answer.status, 200);
  const left = await world.read((tx) => tx.selectFrom('personal_token').select('id').execute());
  assert.deepEqual(left, [{ id: nightly }], 'it is refused from that moment on');
  await assert.rejects(decide(summer, tried, 'kept'), { code: 'token.unknown' });
  const completed = await desk.send('admin', 'POST', `/token-reviews/${summer}/complete`, done);
  assert.equal(completed.status, 200, JSON.stringify(completed.body));
  const [owed] = await clocksAbout(world, summer);
  assert.deepEqual([owed!.state, owed!.settled_at], ['kept', world.clock.now()]);
});

test('what was completed says who, when and which ended, and is never changed', async () => {
  const page = await world.ask('admin', reviewPage, summer);
  assert.deepEqual(
    [page.completedBy!.name, page.completedAt, page.kept, page.ended, page.remarks, page.late],
    ['管理员', world.clock.now(), 1, 1, '停用一个', false],
  );
  assert.deepEqual(
    page.tokens.map((one) => [one.name, one.answer, one.by!.name, one.gone]).toSorted(),
    [
      ['夜间报表', 'kept', '管理员', false],
      ['试用', 'ended', '管理员', true],
    ].toSorted(),
  );
  const [event] = (await world.events({ subjectId: summer })).filter(({ type }) => type === 'token_review.completed');
  assert.deepEqual([event!.actorId, event!.data], [world.people.admin, { begins: '2026-07-01', ended: [tried] }]);
  await assert.rejects(decide(summer, nightly, 'ended'), { code: 'token_review.completed' });
  await assert.rejects(world.act('admin', completeReview, summer, done), { code: 'token_review.completed' });
});

test('the foot of the ladder began the next; nobody doing it, it turns late by itself and those above hear', async () => {
  const autumn = await idOf('2026-10-01');
  const [owed] = await clocksAbout(world, autumn);
  assert.equal(owed!.due_at, plus(instant('2027-01-01T00:00+08:00'), 5 * DAY), 'five days, as the house decided since');
  await world.until('2027-01-14T09:00+08:00');
  const told = await world.read((tx) =>
    tx.selectFrom('notification').select('person_id').where('subject_id', '=', owed!.id).execute(),
  );
  for (const who of ['admin', 'manager'] as const)
    assert.ok(
      told.some((one) => one.person_id === world.people[who]),
      who,
    );
  assert.deepEqual(
    (await list({ state: 'open' })).map((one) => [one.begins, one.late]),
    [
      ['2027-01-01', false],
      ['2026-10-01', true],
    ],
  );
  await decide(autumn, nightly, 'kept');
  await decide(autumn, nightly, 'ended');
  await world.act('admin', completeReview, autumn, completeInput.parse({}));
  assert.equal((await clocksAbout(world, autumn))[0]!.state, 'late');
  const [line] = await list({ from: '2026-10-01T00:00:00+08:00', until: '2026-12-31T00:00:00+08:00' });
  assert.deepEqual([line!.begins, line!.late, line!.kept, line!.ended], ['2026-10-01', true, 0, 1]);
  assert.deepEqual(
    (await list({ state: 'completed', limit: 1 })).map((one) => one.begins),
    ['2026-10-01'],
  );
});

test('it is completed by the post that owes it, not by another who may see everybody’s access', async () => {
  const winter = await idOf('2027-01-01');
  await world.until('2027-04-02T09:00+08:00');
  const asOther = world.act('admin', (context: Context) =>
    completeReview(
      {
        ...context,
        actor: {
          ...context.actor,
          personId: world.people.manager,
          posts: context.actor.posts.map((post) => ({ ...post, id: world.posts['centre_manager']! })),
        },
      },
      winter,
      completeInput.parse({}),
    ),
  );
  await assert.rejects(asOther, { code: 'token_review.not_yours' });
  await world.act('admin', completeReview, winter, completeInput.parse({}));
});
