import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { answerFeedback } from '../../src/feedback/commands/answer-feedback.ts';
import { feedBack, reportOpinion } from '../../src/feedback/commands/give-feedback.ts';
import { feedBackInput, feedbackQuery, reportOpinionInput } from '../../src/feedback/inputs.ts';
import { listFeedback } from '../../src/feedback/list.ts';
import type { Id } from '../../src/kernel/id.ts';
import { leave } from '../../src/organisation/commands/leave.ts';
import { leaveInput } from '../../src/organisation/inputs.ts';
import { makeVisit } from '../../src/return-visit/commands/make-visit.ts';
import { makeVisitInput } from '../../src/return-visit/inputs.ts';
import { clocksAbout, mend, settle, takeInMatter, typesTold, visitsOf, wait } from '../story.ts';
import type { PersonKey } from '../world-seed.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

let world: World;
before(async () => {
  world = await freshWorld({ at: '2026-09-07T09:00+08:00' });
});
after(() => world.drop());

const list = async (over: object = {}, who: PersonKey = 'manager') =>
  (await world.ask(who, listFeedback, feedbackQuery.parse(over))).items;
const complain = async (about: string) =>
  (await takeInMatter(world, 'complaint', { title: about, fields: { about, wanted_solution: '改进' } })).id;

test('complaint content goes back to another department, which owes a reply; the reply is kept [COMP-18]', async () => {
  const ticket = await complain('cleaning');
  const input = (over: object = {}) =>
    feedBackInput.parse({
      departmentId: world.departments['cleaning_greening'],
      text: '住户多次反映楼道垃圾未及时清运',
      ticketIds: [ticket],
      ...over,
    });
  const give = (over: object, who: PersonKey = 'desk') => world.act(who, feedBack, input(over));
  await assert.rejects(give({ ticketIds: [] }), { code: 'feedback.no_complaints' });
  const leak = await takeInMatter(world, 'leak');
  await assert.rejects(give({ ticketIds: [leak.id] }), { code: 'ticket.unknown' });
  await assert.rejects(give({}, 'plumber'), { code: 'right.out_of_scope' });
  const id = await give({});
  const [line] = await list({ ticket });
  assert.deepEqual(
    [line!.id, line!.sort, line!.addressee!.name, line!.by.name, line!.answeredAt, line!.tickets.map((one) => one.id)],
    [id, 'complaint', '韩主管', '王前台', null, [ticket]],
  );
  const [owed] = await clocksAbout(world, id);
  assert.deepEqual([owed!.kind, owed!.owner_id, owed!.state], ['reply_feedback', world.people.cleaning, 'running']);
  assert.equal(line!.dueAt, owed!.due_at);
  wait(world);
  assert.ok((await typesTold(world, 'cleaning')).includes('feedback.complaints'));
  const answer = (reply: string, who: PersonKey = 'cleaning') => world.act(who, answerFeedback, id, { reply });
  await assert.rejects(answer(''), { code: 'feedback.reply_missing' });
  await assert.rejects(answer('已改', 'captain'), { code: 'right.out_of_scope' });
  await answer('改为每日早晚各清运一次');
  await assert.rejects(answer('再改'), { code: 'feedback.answered' });
  const [kept] = await list({ state: 'answered' });
  assert.deepEqual([kept!.reply, kept!.answeredBy!.name], ['改为每日早晚各清运一次', '韩主管']);
  assert.equal((await clocksAbout(world, id))[0]!.outcome, 'kept');
  wait(world);
  assert.ok((await typesTold(world, 'desk')).includes('feedback.answered'));
});

test('the complaints of a period are fed back together, by what they were about; left lying, the reply turns late [COMP-18]', async () => {
  const mine = [await complain('security'), await complain('security')];
  await complain('parking');
  const period = { from: '2026-09-01T00:00:00+08:00', until: '2026-10-01T00:00:00+08:00' };
  const input = feedBackInput.parse({
    departmentId: world.departments['security'],
    text: '九月门禁投诉',
    period: { ...period, field: 'about', choice: 'security' },
  });
  const id = await world.act('supervisor', feedBack, input);
  const [line] = await list({ department: world.departments['security'] });
  assert.deepEqual(line!.tickets.map((one) => one.id).toSorted(), mine.toSorted());
  const none = feedBackInput.parse({ ...input, period: { ...input.period!, choice: 'noise' } });
  await assert.rejects(world.act('supervisor', feedBack, none), { code: 'feedback.no_complaints' });
  assert.equal((await list({ state: 'open', mine: 'true' }, 'captain')).length, 1);
  await world.until('2026-09-20T09:00+08:00');
  await world.act('captain', answerFeedback, id, { reply: '增设夜间门岗' });
  assert.equal((await clocksAbout(world, id))[0]!.outcome, 'late');
  const before = { until: '2026-09-01T00:00:00+08:00' };
  assert.deepEqual(await list(before), []);
});

test('an occupier’s opinion from a visit is reported to the person in charge, who acknowledges it [VISIT-23]', async () => {
  const ticket = await takeInMatter(world, 'leak');
  await mend(world, ticket);
  await settle(world, ticket);
  const [visit] = await visitsOf(world, ticket.id);
  const said = { reachedWhom: '陈先生', satisfaction: 4, opinion: '希望维修前先发短信' };
  await world.act('desk', makeVisit, visit!.id, makeVisitInput.parse(said));
  const input = reportOpinionInput.parse({
    departmentId: world.departments['engineering'],
    text: '希望维修前先发短信',
    visitId: visit!.id,
  });
  await assert.rejects(world.act('captain', reportOpinion, input), { code: 'right.missing' });
  const id = await world.act('desk', reportOpinion, input);
  const [line] = await list({ sort: 'opinion' });
  assert.deepEqual(
    [line!.id, line!.addressee!.name, line!.visitId, line!.tickets[0]!.id, line!.text],
    [id, '赵主管', visit!.id, ticket.id, '希望维修前先发短信'],
  );
  const [owed] = await clocksAbout(world, id);
  assert.deepEqual([owed!.kind, owed!.owner_id], ['acknowledge_opinion', world.people.maintenance]);
  wait(world);
  assert.ok((await typesTold(world, 'maintenance')).includes('feedback.opinion'));
  await world.act('maintenance', answerFeedback, id, { reply: '' });
  const [known] = await list({ sort: 'opinion', state: 'answered' });
  assert.deepEqual([known!.answeredBy!.name, known!.reply], ['赵主管', null]);
  assert.equal((await clocksAbout(world, id as Id<'feedback'>))[0]!.outcome, 'kept');
});

test('what a head who leaves has not answered is his successor’s', async () => {
  const ticket = await complain('cleaning');
  const given = { departmentId: world.departments['cleaning_greening'], text: '楼道气味', ticketIds: [ticket] };
  const id = await world.act('desk', feedBack, feedBackInput.parse(given));
  const gone = leaveInput.parse({ successorId: world.people.captain, reason: 'resigned' });
  await world.act('admin', leave, world.people.cleaning, gone);
  const [line] = await list({ ticket });
  assert.deepEqual([line!.addressee!.name, line!.answeredAt], ['卫队长', null]);
  await world.act('captain', answerFeedback, id, { reply: '已加强通风' });
  const first = (await list({ state: 'answered', department: world.departments['cleaning_greening'] })).at(-1)!;
  assert.equal(first.addressee!.name, '韩主管', 'what he answered stays his');
});
