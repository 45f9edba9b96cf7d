import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { takeIn } from '../../src/contact/commands/take-in.ts';
import { intakeInput } from '../../src/contact/inputs.ts';
import { contactPage } from '../../src/contact/queries.ts';
import type { Id } from '../../src/kernel/id.ts';
import type { Invalid } from '../../src/kernel/refusal.ts';
import { instant } from '../../src/kernel/time.ts';
import { readFigures } from '../../src/report/figures.ts';
import { answerCustomer, apologise, explain } from '../../src/ticket/commands/add-note.ts';
import { addNote } from '../../src/ticket/commands/note-inside.ts';
import { answerIncident } from '../../src/ticket/commands/answer-incident.ts';
import { cancelTicket, closeTicket } from '../../src/ticket/commands/close-ticket.ts';
import { changeTicket } from '../../src/ticket/commands/change-ticket.ts';
import { answerOffer } from '../../src/ticket/commands/answer-offer.ts';
import { offerTicket } from '../../src/ticket/commands/offer-ticket.ts';
import { keepPromise, promiseReply } from '../../src/ticket/commands/promise-reply.ts';
import { resolveTicket } from '../../src/ticket/commands/resolve-ticket.ts';
import { tellCustomer } from '../../src/ticket/commands/tell-customer.ts';
import { customerView, handlingForm } from '../../src/ticket/forms.ts';
import * as inputs from '../../src/ticket/inputs.ts';
import * as inWords from '../../src/ticket/inputs-words.ts';
import { listTickets } from '../../src/ticket/list.ts';
import { ticketsQuery } from '../../src/ticket/list-shapes.ts';
import { ticketPage } from '../../src/ticket/page.ts';
import { clocksAbout, takeInMatter, ticketNow, told } from '../story.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';
import type { PersonKey } from '../world-seed.ts';

let world: World;
before(async () => {
  world = await freshWorld({ at: '2026-09-21T09:00+08:00' });
});
after(() => world.drop());

const list = async (query: object) =>
  (await world.ask('supervisor', listTickets, ticketsQuery.parse(query))).items.map((one) => one.id);
const page = (id: string, who: PersonKey = 'supervisor') => world.ask(who, ticketPage, id);
const promiseOf = async (id: string) => (await clocksAbout(world, id)).find((one) => one.kind === 'promise')!;

test('a question of any field is kept with what the customer needs, its answer and when he got it [CONS-01, CONS-03]', async () => {
  const asked = {
    contact: { channel: 'phone', purpose: 'consultation', customerId: world.customers.chen, need: '想周末装修' },
    ticket: { kind: 'consultation', title: '装修时间', fields: { field: 'renovation', question: '周末可以装修吗?' } },
    answer: '周六可以,周日不可以',
  };
  await assert.rejects(
    world.act('desk', takeIn, intakeInput.parse({ ...asked, ticket: { ...asked.ticket, fields: {} } })),
    { code: 'field.missing' },
  );
  const taken = await world.act('desk', takeIn, intakeInput.parse(asked));
  const contact = await world.ask('supervisor', contactPage, taken.contactId);
  assert.equal(contact.need, '想周末装修', 'the need is a field of the contact');
  const form = await world.ask('supervisor', handlingForm, taken.ticketId);
  const [answer] = form.said;
  assert.deepEqual([answer!.kind, answer!.text, answer!.at], ['answer', '周六可以,周日不可以', world.clock.now()]);
  assert.equal(form.fields.find((field) => field.key === 'question')!.value, '周末可以装修吗?');
  assert.equal((await page(taken.ticketId)).answeredAt, world.clock.now());
  assert.equal((await page(taken.ticketId)).can['resolve'], null);
  const { id: open } = await takeInMatter(world, 'consultation', { fields: { question: '何时装充电桩?' } });
  assert.equal((await page(open)).can['resolve']?.code, 'ticket.answer_missing', 'it is over once it is answered');
  await world.act('desk', cancelTicket, open, inputs.cancelInput.parse({ as: 'withdrawn', reason: '不问了' }));
  const day = { from: '2026-09-21T00:00:00+08:00', until: '2026-09-22T00:00:00+08:00' };
  assert.deepEqual(await list({ type: 'consultation', ...day }), [taken.ticketId]);
  assert.equal((await page(taken.ticketId)).need, '想周末装修', 'and stands on the matter');
  assert.deepEqual(await list({ type: 'consultation', from: day.until }), []);
  assert.deepEqual(await list({ choice: 'field:renovation', ...day }), [taken.ticketId], 'by the field it is about');
  assert.deepEqual(await list({ choice: 'field:parking', ...day }), []);
  assert.equal(ticketsQuery.safeParse({ choice: "field' or 1" }).success, false);
});

test('what cannot be answered at once stays open with its owner and the time promised [CONS-04, RECP-05]', async () => {
  const { id } = await takeInMatter(world, 'consultation', { fields: { question: '产权证何时下来?' } });
  await assert.rejects(
    world.act('desk', promiseReply, id, inputs.promiseInput.parse({ dueAt: '2026-09-21T08:00:00+08:00', words: '?' })),
    { code: 'promise.in_past' },
  );
  const dueAt = '2026-09-21T15:00:00+08:00';
  const reply = inputs.promiseInput.parse({ dueAt, words: '问开发商后回电' });
  await assert.rejects(world.act('desk2', promiseReply, id, reply), { code: 'right.out_of_scope' });
  await world.act('desk', promiseReply, id, reply);
  assert.equal(inputs.promiseInput.safeParse({ dueAt, words: ' ' }).success, false, 'never without what is promised');
  assert.equal(inputs.promiseInput.safeParse({ words: '回电' }).success, false, 'nor without a time');
  const owed = await promiseOf(id);
  assert.equal((await page(id)).clocks.find((one) => one.kind === 'promise')!.title, '问开发商后回电');
  assert.equal((await page(id)).can['resolve']?.code, 'ticket.answer_missing', 'it stays open');
  assert.deepEqual([owed.owner_id, owed.due_at, owed.state], [world.people.desk, instant(dueAt), 'running']);
  assert.deepEqual(await list({ unanswered: 'true', type: 'consultation' }), [id], 'the cases without an answer');
  world.at('2026-09-21T14:00+08:00');
  const said = inputs.keepPromiseInput.parse({ commitmentId: owed.id, text: '年底前可领' });
  await world.act('desk', keepPromise, id, said);
  assert.equal((await promiseOf(id)).outcome, 'kept');
  assert.equal((await page(id)).answeredAt, instant('2026-09-21T14:00:00+08:00'), 'it is the answer, with its time');
  assert.deepEqual(await list({ unanswered: 'true', type: 'consultation' }), []);
});

test('a promise that is not kept reminds, goes up, holds the case open and is counted as broken [PRIN-03, PRIN-01, CONS-04]', async () => {
  const { id } = await takeInMatter(world, 'consultation', { fields: { question: '电梯何时大修?' } });
  const dueAt = '2026-09-21T17:00:00+08:00';
  await world.act('desk', promiseReply, id, inputs.promiseInput.parse({ dueAt, words: '今天下班前答复' }));
  const heard = async (who: PersonKey) => (await told(world, who)).filter((one) => one.ticket?.id === id);
  const answered = await takeInMatter(world, 'consultation', { fields: { question: '电费?' } });
  await world.act('desk', answerCustomer, answered.id, inWords.answerInput.parse({ text: '每度 0.6 元' }));
  assert.deepEqual(await list({ unanswered: 'true', type: 'consultation' }), [id], 'the cases without an answer');
  await world.until('2026-09-21T16:50+08:00');
  assert.ok(
    (await heard('desk')).some((one) => one.params['kind'] === 'promise'),
    'before it is due',
  );
  const ofPromise = async () => (await heard('supervisor')).filter((one) => one.params['kind'] === 'promise');
  assert.deepEqual(await ofPromise(), []);
  await world.until('2026-09-21T17:30+08:00');
  assert.equal((await ofPromise()).length, 1);
  await world.act('desk', answerCustomer, id, inWords.answerInput.parse({ text: '尚在确认' }));
  await world.act('desk', resolveTicket, id, inputs.resolveInput.parse({ outcome: '十一月大修' }));
  await world.act('desk', tellCustomer, id, inputs.tellInput.parse({ text: '十一月大修' }));
  await assert.rejects(world.act('desk', closeTicket, id, {}), { code: 'ticket.promise_open' });
  const keeping = inputs.keepPromiseInput.parse({ commitmentId: (await promiseOf(id)).id, text: '十一月大修' });
  await world.act('desk', keepPromise, id, keeping);
  await world.act('desk', closeTicket, id, {});
  const period = { from: instant('2026-09-21T00:00:00+08:00'), until: instant('2026-09-22T00:00:00+08:00') };
  const figures = await world.ask('manager', readFigures, { ...period, department: undefined });
  const promises = figures.keptByKind.find((one) => one.kind === 'promise')!;
  assert.deepEqual([promises.kept, promises.late, promises.open], [1, 1, 0]);
});

test('a promised reply given in time and entered later is kept; until it is given the matter is neither declined nor a duplicate [PRIN-03, PRIN-01]', async () => {
  world.at('2026-09-22T09:00+08:00');
  const { id } = await takeInMatter(world, 'consultation', { fields: { question: '水压?' } });
  const promised = { dueAt: '2026-09-22T11:00:00+08:00', words: '查后回电' };
  await world.act('desk', promiseReply, id, inputs.promiseInput.parse(promised));
  world.at('2026-09-22T12:00+08:00');
  const given = { text: '已调压', happenedAt: '2026-09-22T10:50:00+08:00' };
  const { id: commitmentId } = await promiseOf(id);
  for (const as of ['declined', 'duplicate'] as const)
    await assert.rejects(
      world.act('desk', cancelTicket, id, inputs.cancelInput.parse({ as, reason: '无法答复', duplicateOf: id })),
      { code: 'ticket.promise_open' },
      'a promise does not end with the matter it was made about',
    );
  await world.act('desk', keepPromise, id, inputs.keepPromiseInput.parse({ commitmentId, ...given }));
  assert.equal((await promiseOf(id)).outcome, 'kept');
});

test('what the desk owes counts in its reception hours, weekends too [RECP-01]', async () => {
  const { id } = await takeInMatter(world, 'consultation', {
    fields: { question: '装修押金?' },
    happenedAt: '2026-08-14T17:30:00+08:00',
  });
  const due = async (ticket: string) =>
    (await clocksAbout(world, ticket)).find((one) => one.kind === 'first_answer')!.due_at;
  assert.equal(await due(id), instant('2026-08-15T10:30:00+08:00'), 'half an hour on Friday, the rest from nine');
  const late = { fields: { question: '押金?' }, happenedAt: '2026-08-15T16:30:00+08:00' };
  const { id: saturday } = await takeInMatter(world, 'consultation', late);
  assert.equal(await due(saturday), instant('2026-08-16T10:30:00+08:00'), 'until five on Saturday');
});

test('a result nobody tells is asked for, above too, and told late it counts as late [WORK-05, ESCL-02]', async () => {
  world.at('2026-09-22T13:00+08:00');
  const { id } = await takeInMatter(world, 'request', { fields: { request_for: 'other' } });
  await world.act('desk', resolveTicket, id, inputs.resolveInput.parse({ outcome: '已代办' }));
  const owed = async () => (await clocksAbout(world, id)).find((one) => one.kind === 'tell_result')!;
  assert.deepEqual(
    [(await owed()).owner_id, (await owed()).due_at],
    [world.people.desk, instant('2026-09-22T17:00:00+08:00')],
  );
  const about = async (who: PersonKey) =>
    (await told(world, who)).filter((one) => one.ticket?.id === id && one.params['kind'] === 'tell_result').length;
  await world.until('2026-09-22T16:50+08:00');
  assert.deepEqual([await about('desk'), await about('supervisor')], [1, 0], 'before it is late');
  await world.until('2026-09-22T17:10+08:00');
  assert.equal(await about('supervisor'), 1);
  await world.act('desk', tellCustomer, id, inputs.tellInput.parse({ text: '已代办' }));
  assert.equal((await owed()).outcome, 'late');
  const intime = await takeInMatter(world, 'request', { fields: { request_for: 'other' } });
  const settled = { outcome: '已代办', happenedAt: '2026-09-22T17:10:00+08:00' };
  await world.act('desk', resolveTicket, intime.id, inputs.resolveInput.parse(settled));
  world.at('2026-09-23T14:00+08:00');
  const said = { text: '已代办', toWhom: '陈太太', channel: 'sms', happenedAt: '2026-09-22T17:30:00+08:00' };
  await world.act('desk', tellCustomer, intime.id, inputs.tellInput.parse(said));
  const kept = (await clocksAbout(world, intime.id)).find((one) => one.kind === 'tell_result')!;
  assert.equal(kept.outcome, 'kept', 'told in time and entered the next day');
});

test('an unreasonable request is declined tactfully, with its reason; a reasonable one is judged so [RECP-15]', async () => {
  const ask = (title: string) => takeInMatter(world, 'request', { title, fields: { request_for: 'other' } });
  const reasonable = await ask('代收快递');
  await world.act('desk', changeTicket, reasonable.id, { judged: 'reasonable' });
  assert.equal((await page(reasonable.id)).judged, 'reasonable');
  const excessive = await ask('要求保安每天代遛狗');
  assert.equal(inputs.cancelInput.safeParse({ as: 'declined', reason: ' ' }).success, false, 'never without a reason');
  const reason = '很抱歉,值班保安不能离岗;可为您推荐宠物服务';
  const declined = inputs.cancelInput.parse({ as: 'declined', reason });
  for (const who of ['desk2', 'captain', 'plumber'] as const)
    await assert.rejects(world.act(who, cancelTicket, excessive.id, declined), { code: /^right\./ }, `not ${who}`);
  await world.act('desk', cancelTicket, excessive.id, declined);
  const shown = await page(excessive.id);
  assert.deepEqual([shown.judged, shown.declineReason, shown.closedAs], ['declined', reason, 'declined']);
  const heard = await world.ask('desk', customerView, excessive.id);
  assert.deepEqual(
    heard.said.map((one) => one.text),
    [reason],
  );
  const gone = await ask('代订水');
  await world.act('desk', cancelTicket, gone.id, inputs.cancelInput.parse({ as: 'withdrawn', reason: '客户自己订了' }));
  assert.deepEqual([(await page(gone.id)).judged, (await page(gone.id)).declineReason], [null, null]);
  assert.deepEqual(await list({ declined: 'true', state: 'all' }), [excessive.id], 'taken back is not declined');
});

test('the customer hears one voice: nothing internal is in what he may see [PRIN-11, RECP-01]', async () => {
  const { id } = await takeInMatter(world, 'consultation', { title: '门禁卡', fields: { question: '能多办一张吗?' } });
  await world.act('captain', addNote, id, inWords.noteInput.parse({ text: '此户已有六张卡,疑似出租' }));
  assert.equal((await ticketNow(world, id)).answered_at, null, 'a note inside answers nobody');
  assert.ok((await clocksAbout(world, id)).some((one) => one.kind === 'first_answer' && one.settled_at === null));
  const promised = { dueAt: '2026-09-24T10:00:00+08:00', words: '核对后答复' };
  await world.act('desk', promiseReply, id, inputs.promiseInput.parse(promised));
  await world.act('desk', answerCustomer, id, inWords.answerInput.parse({ text: '需核对住户登记' }));
  await world.act('desk', resolveTicket, id, inputs.resolveInput.parse({ outcome: '内部结论:暂不增发' }));
  const seen = await world.ask('desk', customerView, id);
  assert.deepEqual(
    [seen.contact.name, seen.said.map((one) => one.text), seen.promises.map((one) => one.words), seen.outcome],
    ['王前台', ['需核对住户登记'], ['核对后答复'], null],
    'one named person, and no outcome before he is told',
  );
  assert.ok(!JSON.stringify(seen).includes('疑似'));
  assert.deepEqual(
    [
      seen.reception.phone,
      seen.reception.weekly['6'],
      seen.reception.exceptions.find((one) => one.spans.length === 0)?.date,
    ],
    ['0755-88001234', [{ from: '09:00', to: '17:00' }], '2026-09-25'],
    'and when he finds somebody at the desk',
  );
  await world.act('desk', tellCustomer, id, inputs.tellInput.parse({ text: '目前每户限六张' }));
  const over = { toId: world.people.assistant, reason: '由其跟进', way: 'over' };
  await world.act('desk', offerTicket, id, inputs.offerInput.parse(over));
  assert.equal((await world.ask('desk', customerView, id)).contact.name, '王前台', 'until somebody has accepted');
  await world.act('assistant', answerOffer, id, inputs.answerOfferInput.parse({ accept: true }));
  const afterwards = await world.ask('desk', customerView, id);
  assert.equal(afterwards.contact.name, '吕助理', 'then he hears from that one');
  assert.equal(afterwards.outcome, '内部结论:暂不增发');
  assert.deepEqual(afterwards.promises.length, 1);
});

test('what passes the buck is never said to a customer, in whatever script or width; inside it may be quoted [PRIN-02]', async () => {
  const { id } = await takeInMatter(world, 'consultation', { fields: { question: '谁管路灯?' } });
  for (const [text, phrase] of [
    ['这事不归我管。', '不归我管'],
    ['這 不 歸 我 管!', '不归我管'],
    ['Sorry, that is NOT my Job', 'not my job'],
  ] as const) {
    await assert.rejects(
      world.act('desk', answerCustomer, id, inWords.answerInput.parse({ text })),
      (error: Invalid) => {
        assert.deepEqual([error.code, error.params?.['phrase']], ['words.never_said', phrase]);
        return true;
      },
    );
  }
  const buck = inWords.noteInput.parse({ text: '抱歉,但与我无关' });
  await assert.rejects(world.act('desk', apologise, id, buck), { code: 'words.never_said' });
  const explained = inWords.explainInput.parse({ ...buck, rule: '规约第 3 条', accepted: null });
  await assert.rejects(world.act('desk', explain, id, explained), { code: 'words.never_said' });
  const declined = inputs.cancelInput.parse({ as: 'declined', reason: '这不是我的责任' });
  await assert.rejects(world.act('desk', cancelTicket, id, declined), (error: Invalid) => {
    assert.deepEqual([error.code, error.params?.['path']], ['words.never_said', 'reason']);
    return true;
  });
  await world.act('desk', addNote, id, inWords.noteInput.parse({ text: '来电人说值班员答“不归我管”' }));
  await world.act('desk', answerCustomer, id, inWords.answerInput.parse({ text: '我来联系路灯所,下午回复您' }));
  assert.notEqual((await ticketNow(world, id)).answered_at, null);
});

test('a report of the same thing joins the incident, and one answer reaches every caller [WORK-05]', async () => {
  const incident = await takeInMatter(world, 'repair_public', { title: '3栋停水', placeId: world.places.building });
  const reports: Id<'ticket'>[] = [];
  for (const customer of ['lin', 'zhou'] as const) {
    const over = { title: '家里没水', customerId: world.customers[customer], incidentId: incident.id };
    reports.push((await takeInMatter(world, 'repair_private', over)).id);
  }
  assert.equal((await page(incident.id)).reports, 2);
  const tell = inWords.answerIncidentInput.parse({ text: '抢修中,预计 18 时恢复' });
  assert.equal(await world.act('desk', answerIncident, incident.id, tell), 2);
  for (const id of reports) {
    const seen = await world.ask('desk', customerView, id);
    assert.deepEqual(
      seen.said.map((one) => one.text),
      ['抢修中,预计 18 时恢复'],
    );
    assert.ok((await page(id)).answeredAt !== null);
  }
});
