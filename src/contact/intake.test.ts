import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Desk } from '../../test/desk-server.ts';
import { deskOf } from '../../test/desk-server.ts';
import type { World } from '../../test/world.ts';
import { freshWorld } from '../../test/world.ts';
import { clocksAbout, typesTold, wait } from '../../test/story.ts';
import type { PersonKey } from '../../test/world-seed.ts';
import { instant } from '../kernel/time.ts';
import { answerCustomer, recordSituation } from '../ticket/commands/add-note.ts';
import { handlingForm } from '../ticket/forms.ts';
import { noteInput } from '../ticket/inputs-words.ts';
import { listTickets } from '../ticket/list.ts';
import { ticketsQuery } from '../ticket/list-shapes.ts';
import { ticketPage } from '../ticket/page.ts';
import { ticketTimeline } from '../ticket/timeline.ts';

let world: World;
let desk: Desk;
before(async () => {
  world = await freshWorld();
  desk = await deskOf(world);
});
after(async () => {
  await desk.close();
  await world.drop();
});

type Line = Record<string, any>;

async function takeIn(contact: object, ticket: object, who: PersonKey = 'desk', workOrder?: object): Promise<Line> {
  const answer = await desk.send(who, 'POST', '/intake', {
    contact: { callerName: '来电人', placeId: world.places.flat1202, ...contact },
    ticket: { title: '一件事', ...ticket },
    ...(workOrder ? { workOrder } : {}),
  });
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  return answer.body;
}

const due = (taken: Line, kind: string): string => taken['promises'].find((one: Line) => one.kind === kind)?.dueAt;
const helpWith = { help_with: 'locked_out' };

test('every kind of call is taken in as what it is, and stands among the contacts [CHAN-01, CHAN-19]', async () => {
  const calls = [
    ['consultation', 'consultation', { question: '收费标准？' }],
    ['complaint', 'complaint', { about: 'noise', wanted_solution: '安静' }],
    ['suggestion', 'suggestion', { suggestion: '加装路灯' }],
    ['request', 'request', { request_for: 'other' }],
    ['help', 'help', helpWith],
  ] as const;
  for (const [purpose, kind, fields] of calls) {
    const taken = await takeIn({ channel: 'phone', purpose }, { kind, fields });
    const { body } = await desk.get('desk', `/contacts/${taken['contactId']}`);
    assert.deepEqual([body.channel, body.purpose, body.tickets[0].number], ['phone', purpose, taken['ticket'].number]);
    const ticket = await world.read((tx) =>
      tx.selectFrom('ticket').select('kind').where('id', '=', taken['ticket'].id).executeTakeFirstOrThrow(),
    );
    assert.equal(ticket.kind, kind);
  }
  const { body } = await desk.get('desk', '/contacts?channel=phone&purpose=request');
  assert.deepEqual(
    body.items.map((one: Line) => one.purpose),
    ['request'],
    'listed by what they were about',
  );
  const { body: before } = await desk.get('desk', `/contacts?from=${encodeURIComponent('2030-01-01T00:00:00Z')}`);
  assert.deepEqual(before.items, [], 'and by period');
  const ofHelp = await world.ask('desk', listTickets, ticketsQuery.parse({ type: 'help' }));
  assert.deepEqual(
    ofHelp.items.map((one) => one.kind.key),
    ['help'],
  );
  const untyped = await desk.send('desk', 'POST', '/contacts', { channel: 'phone', callerName: '来电人' });
  assert.equal(untyped.status, 422, 'never without a type');
  const outsider = { channel: 'phone', purpose: 'request', callerName: '来电人' };
  assert.equal((await desk.send('plumber', 'POST', '/contacts', outsider)).status, 403);
});

test('at the window consultations, repairs, payments and complaints are taken [CHAN-12]', async () => {
  await takeIn({ channel: 'counter', purpose: 'consultation' }, { kind: 'consultation', fields: { question: '?' } });
  await takeIn({ channel: 'counter', purpose: 'repair' }, { kind: 'leak', fields: { leak_from: 'pipe' } });
  await takeIn(
    { channel: 'counter', purpose: 'complaint' },
    { kind: 'complaint', fields: { about: 'noise', wanted_solution: '-' } },
  );
  const paid = await desk.send('desk', 'POST', '/contacts', {
    channel: 'counter',
    purpose: 'payment',
    callerName: '缴费人',
    outcome: '已转收费处',
  });
  assert.equal(paid.status, 201);
  const { body } = await desk.get('desk', '/contacts?book=visits');
  assert.deepEqual(body.items.map((one: Line) => one.purpose).toSorted(), [
    'complaint',
    'consultation',
    'payment',
    'repair',
  ]);
  const taken = await world.ask('desk', listTickets, ticketsQuery.parse({ channel: 'counter' }));
  assert.deepEqual(taken.items.map((one) => one.kind.key).toSorted(), ['complaint', 'consultation', 'leak']);
});

test('the complaint line is an intake of its own with 72 hours to reply, by day and night [CHAN-11]', async () => {
  world.at('2026-10-03T23:30:00+08:00');
  const onLine = await takeIn(
    { channel: 'complaint_line', purpose: 'complaint' },
    { kind: 'complaint', fields: { about: 'noise', wanted_solution: '-' } },
  );
  assert.equal(due(onLine, 'first_answer'), instant('2026-10-06T23:30:00+08:00'));
  const byPhone = await takeIn(
    { channel: 'phone', purpose: 'complaint' },
    { kind: 'complaint', fields: { about: 'noise', wanted_solution: '-' } },
  );
  assert.notEqual(due(byPhone, 'first_answer'), due(onLine, 'first_answer'));
  const { body } = await desk.get('desk', '/contacts?channel=complaint_line');
  assert.equal(body.items.length, 1);
  const second = await takeIn(
    { channel: 'complaint_line', purpose: 'suggestion' },
    { kind: 'suggestion', fields: { suggestion: '加强巡查' } },
  );
  const reply = async (id: string, at: string): Promise<string | null> => {
    world.at(at);
    await world.act('desk', answerCustomer, id, { text: '已安排', channel: 'phone', sendsElsewhere: false });
    const clocks = await clocksAbout(world, id);
    return clocks.find((one) => one.kind === 'first_answer')!.outcome;
  };
  assert.equal(await reply(onLine['ticket'].id, '2026-10-06T23:30:00+08:00'), 'kept');
  assert.equal(await reply(second['ticket'].id, '2026-10-06T23:30:01+08:00'), 'late');
});

test('an emergency is taken at three in the night of a public holiday, its clocks run at once and whoever is sent hears of it [CHAN-13, WORK-09]', async () => {
  world.at('2026-10-01T03:00:00+08:00');
  const line = { channel: 'emergency_line', purpose: 'repair' };
  const burst = { kind: 'emergency_repair', fields: { emergency: 'burst_pipe', people_in_danger: false } };
  const taken = await takeIn({ ...line, placeId: world.places.corridor }, burst, 'night');
  assert.equal(due(taken, 'dispatch'), instant('2026-10-01T03:05:00+08:00'));
  assert.equal(taken['ownerName'], '夜班老孙');
  const sent = await takeIn(line, burst, 'night', { task: '关总阀', personId: world.people.plumber });
  const tap = { kind: 'repair_private', fields: { trouble: 'plumbing' } };
  await takeIn(line, tap, 'night', { task: '换龙头', personId: world.people.fitter });
  wait(world);
  assert.deepEqual(await typesTold(world, 'plumber'), ['work_order.assigned'], 'at night, on a holiday');
  assert.deepEqual(await typesTold(world, 'fitter'), [], 'what can wait waits for the morning');
  const order = (await world.ask('night', ticketPage, sent['ticket'].id)).workOrders[0]!;
  const clocks = new Map((await clocksAbout(world, order.id)).map((one) => [one.kind, one.due_at]));
  assert.deepEqual(
    ['work_accept', 'work_arrive', 'work_complete'].map((kind) => clocks.get(kind)),
    ['03:05', '03:30', '07:00'].map((time) => instant(`2026-10-01T${time}:00+08:00`)),
  );
});

test('a reply that only sends the caller elsewhere is kept and flagged, and his clock goes on [ESCL-08]', async () => {
  world.at('2026-10-09T09:00:00+08:00');
  const taken = await takeIn(
    { channel: 'phone', purpose: 'consultation' },
    { kind: 'consultation', fields: { question: '办证' } },
  );
  assert.equal(taken['ownerName'], '王前台', 'a named person');
  assert.ok(taken['ticket'].number > 0, 'and a number');
  const open = async (): Promise<number> =>
    (
      await world.read((tx) =>
        tx
          .selectFrom('commitment')
          .select('id')
          .where('ticket_id', '=', taken['ticket'].id)
          .where('kind', '=', 'first_answer')
          .where('settled_at', 'is', null)
          .execute(),
      )
    ).length;
  await world.act('desk', answerCustomer, taken['ticket'].id, {
    text: '请去派出所问',
    channel: 'phone',
    sendsElsewhere: true,
  });
  assert.equal(await open(), 1);
  const note = await world.read((tx) =>
    tx
      .selectFrom('note')
      .select('sends_elsewhere')
      .where('ticket_id', '=', taken['ticket'].id)
      .executeTakeFirstOrThrow(),
  );
  assert.equal(note.sends_elsewhere, true);
  const { items } = await world.ask('supervisor', ticketTimeline, taken['ticket'].id, { limit: 100 });
  const flagged = items.find((one) => one.type === 'ticket.answer')!;
  assert.deepEqual([flagged.data['sendsElsewhere'], flagged.note?.sendsElsewhere], [true, true], 'and seen as that');
  await world.act('desk', answerCustomer, taken['ticket'].id, {
    text: '带身份证即可',
    channel: 'phone',
    sendsElsewhere: false,
  });
  assert.equal(await open(), 0);
});

test('a special situation at the counter has a written record, and its complaint stands in the book [RECP-04]', async () => {
  world.at('2026-10-12T10:00:00+08:00');
  const taken = await takeIn(
    { channel: 'counter', purpose: 'complaint' },
    { kind: 'complaint', fields: { about: 'attitude', wanted_solution: '道歉' } },
  );
  world.at('2026-10-12T10:20:00+08:00');
  await world.act('desk', recordSituation, taken['ticket'].id, { text: '来访人情绪激动，保安到场' });
  const note = await world.read((tx) =>
    tx
      .selectFrom('note')
      .select(['kind', 'text'])
      .where('ticket_id', '=', taken['ticket'].id)
      .executeTakeFirstOrThrow(),
  );
  assert.deepEqual([note.kind, note.text], ['situation', '来访人情绪激动，保安到场']);
  assert.equal(noteInput.safeParse({ text: ' ' }).success, false, 'never empty');
  const { said } = await world.ask('supervisor', handlingForm, taken['ticket'].id);
  assert.deepEqual(
    said.map((one) => [one.kind, one.by.name, one.at]),
    [['situation', '王前台', world.clock.now()]],
    'who wrote it, and when, on the paper of the case',
  );
  const inquiry = await takeIn(
    { channel: 'counter', purpose: 'visit' },
    { kind: 'consultation', fields: { question: '?' } },
  );
  await world.act('desk', recordSituation, inquiry['ticket'].id, { text: '有人晕倒，已叫救护车' });
  const { body } = await desk.get(
    'desk',
    `/contacts?book=complaints&from=${encodeURIComponent('2026-10-12T10:00:00+08:00')}`,
  );
  assert.deepEqual(
    body.items.map((one: Line) => one.id),
    [taken['contactId']],
  );
});

test('an intake that is refused leaves no half of it: neither the touch nor the ticket', async () => {
  const contactId = crypto.randomUUID();
  const answer = await desk.send('desk', 'POST', '/intake', {
    contact: { id: contactId, channel: 'phone', purpose: 'repair', callerName: '半途', placeId: world.places.flat1202 },
    ticket: { kind: 'leak', title: '漏水', fields: { leak_from: 'pipe' } },
    workOrder: { task: '去看', personId: world.people.cashier },
  });
  assert.deepEqual([answer.status, answer.body.code], [422, 'work_order.person_not_of_department']);
  assert.equal((await desk.get('desk', `/contacts/${contactId}`)).status, 404);
  const tickets = await world.read((tx) =>
    tx.selectFrom('ticket').select('id').where('caller_name', '=', '半途').execute(),
  );
  assert.deepEqual(tickets, []);
});
