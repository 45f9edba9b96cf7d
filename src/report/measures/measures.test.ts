import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { takeArrival } from '../../arrival/commands/take.ts';
import { takeDown } from '../../arrival/commands/take-down.ts';
import { arriveInput } from '../../arrival/inputs.ts';
import { addSilentSystem } from '../../telephone/commands/add-silent-system.ts';
import { keepState } from '../../telephone/commands/keep-states.ts';
import { giveExtension } from '../../telephone/commands/give-extension.ts';
import { takeInCalls } from '../../telephone/commands/take-in-calls.ts';
import { callsAsk, listCalls } from '../../telephone/calls.ts';
import { follow } from '../../telephone/follow.ts';
import { noteAmi } from '../../telephone/note-ami.ts';
import type { Notes } from '../../telephone/notes.ts';
import type { Id } from '../../kernel/id.ts';
import { epochOf } from '../../kernel/time.ts';
import { correctVerdict } from '../../commitment/commands/correct-verdict.ts';
import { recordContact } from '../../contact/commands/record-contact.ts';
import { contactInput } from '../../contact/inputs.ts';
import { makeVisit } from '../../return-visit/commands/make-visit.ts';
import { makeVisitInput } from '../../return-visit/inputs.ts';
import { answerCustomer } from '../../ticket/commands/add-note.ts';
import { cancelTicket, closeTicket } from '../../ticket/commands/close-ticket.ts';
import { goOn, waitFor } from '../../ticket/commands/move-stage.ts';
import { reopenTicket } from '../../ticket/commands/reopen-ticket.ts';
import { tellCustomer } from '../../ticket/commands/tell-customer.ts';
import { tellInput, waitInput } from '../../ticket/inputs.ts';
import { answerInput } from '../../ticket/inputs-words.ts';
import { answerConversation } from '../../conversation/commands/answer-conversation.ts';
import { answerInput as answerMessage } from '../../conversation/inputs.ts';
import { newId } from '../../kernel/id.ts';
import { MINUTE, plus } from '../../kernel/time.ts';
import { goesOut, mailboxOf, writes } from '../../../test/conversation-world.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import type { Desk } from '../../../test/desk-server.ts';
import { deskOf } from '../../../test/desk-server.ts';
import { clocksAbout, settle, takeInMatter, visitsOf } from '../../../test/story.ts';
import type { World } from '../../../test/world.ts';
import { freshWorld } from '../../../test/world.ts';
import { reportRoutes } from '../routes.ts';
import { CUTS } from './cut.ts';
import { MEASURES } from './registry.ts';
import { cutsOf } from './read.ts';

/** Two weeks of history, told by hand: every number below was counted out of this story, with a calendar beside it. */

let world: World;
let desk: Desk;
const told: Record<string, Ticket> = {};

const WEEK = { from: '2026-09-14T00:00:00+08:00', until: '2026-09-21T00:00:00+08:00' };

const answer = (ticket: Ticket) => world.act('desk', answerCustomer, ticket.id, answerInput.parse({ text: '已答复' }));

async function end(ticket: Ticket, satisfaction: number, at: string): Promise<void> {
  world.at(at);
  await settle(world, ticket);
  await world.act('desk', tellCustomer, ticket.id, tellInput.parse({ text: '已处理' }));
  const [visit] = await visitsOf(world, ticket.id);
  await world.act('desk', makeVisit, visit!.id, makeVisitInput.parse({ reachedWhom: '陈先生', satisfaction }));
  await world.act('desk', closeTicket, ticket.id, {});
}

/** Reception is 8:30 to 18:00 on weekdays and 9:00 to 17:00 at weekends; a first answer to a complaint is owed in 4 hours of it. */
async function history(): Promise<void> {
  const at = (moment: string) => world.at(moment);
  const complain = (about: string, over: object = {}) =>
    takeInMatter(world, 'complaint', { title: about, fields: { about, wanted_solution: '安静' }, ...over });
  // the week before: one complaint at its very last moment, one leak
  at('2026-09-08T10:00+08:00');
  told['leak'] = await takeInMatter(world, 'leak');
  at('2026-09-13T23:59:59.999+08:00');
  told['sunday'] = await complain('noise');
  // at the first moment of the week
  at('2026-09-14T00:00+08:00');
  told['monday'] = await complain('noise');
  at('2026-09-14T10:30+08:00');
  await answer(told['monday']);
  // answered on Tuesday morning: late, by one hour of reception
  at('2026-09-14T16:00+08:00');
  told['late'] = await complain('parking', { placeId: world.places.corridor });
  at('2026-09-15T11:30+08:00');
  await answer(told['late']);
  // late too, and put right by hand
  at('2026-09-15T14:00+08:00');
  told['corrected'] = await complain('noise', { departmentId: world.departments['security'] });
  at('2026-09-16T10:00+08:00');
  await answer(told['corrected']);
  const owed = (await clocksAbout(world, told['corrected'].id)).find(({ kind }) => kind === 'first_answer')!;
  await world.act('manager', correctVerdict, { commitmentId: owed.id, verdict: 'kept', reason: '电话系统故障' });
  // a duplicate
  const doubled = await complain('noise');
  await world.act('supervisor', cancelTicket, doubled.id, {
    as: 'duplicate',
    reason: '重复',
    duplicateOf: told['corrected'].id,
  });
  await end(told['monday'], 5, '2026-09-16T15:00+08:00');
  await end(told['sunday'], 3, '2026-09-17T09:00+08:00');
  // settled twice
  at('2026-09-17T10:00+08:00');
  await world.act('desk', reopenTicket, told['monday'].id, { reason: '又吵了', because: 'by_hand' });
  // never answered: three o'clock on Friday, owed on Saturday at 10:00
  at('2026-09-18T15:00+08:00');
  told['silent'] = await complain('attitude');
  at('2026-09-21T09:00+08:00');
  // after the week
  told['after'] = await complain('noise', { happenedAt: '2026-09-21T00:00:00+08:00' });
  await chats();
}

/** A mail answered after an hour; a chat answered after two minutes, and after ten when he wrote again. */
async function chats(): Promise<void> {
  const reply = (id: Id<'conversation'>) =>
    world.act('desk', answerConversation, id, answerMessage.parse({ id: newId(world.clock.now()), text: '好的' }));
  const mail = await writes(world, await mailboxOf(world), { from: 'chen@example.com', text: '物业费？' });
  const later = (minutes: number) => world.clock.set(plus(world.clock.now(), minutes * MINUTE));
  later(60);
  const message = newId<'message'>(world.clock.now());
  await world.act('desk', answerConversation, mail.conversationId, answerMessage.parse({ id: message, text: '好的' }));
  assert.ok(await goesOut(world, message));
  const channel = await mailboxOf(world, '', 'chat');
  const { conversationId } = await writes(world, channel, { from: '', text: '在吗' });
  later(2);
  await reply(conversationId);
  await writes(world, channel, { from: '', text: '什么时候修', conversationId });
  later(10);
  await reply(conversationId);
}

before(async () => {
  world = await freshWorld({ at: '2026-09-07T09:00+08:00' });
  desk = await deskOf(world, reportRoutes);
  await history();
});
after(async () => {
  await desk.close();
  await world.drop();
});

type Query = Record<string, string | undefined>;

async function get(path: string, query: Query = {}, who: 'manager' | 'captain' | 'desk' | 'leader' = 'manager') {
  const given = Object.entries(query).filter((one): one is [string, string] => one[1] !== undefined);
  return desk.get(who, `${path}?${new URLSearchParams(given)}`);
}

async function figure(measure: string, query: Query = {}) {
  const { status, body } = await get(`/figures/${measure}`, { ...WEEK, ...query });
  assert.equal(status, 200, JSON.stringify(body));
  return body;
}

const whole = async (measure: string, query: Query = {}) => {
  const { n, of, value } = (await figure(measure, query))['whole'];
  return [n, of, value];
};
const parts = async (measure: string, query: Query) =>
  (await figure(measure, query))['rows'].map((row: any) => [row.key, row.n, row.of]);

const HOUR = 3_600_000;

test('what came in counts from the first moment of the period to before that of the next, without duplicates [STAT-01]', async () => {
  // monday, late, corrected, silent; neither sunday's last millisecond nor the next week's first moment, nor the duplicate
  assert.deepEqual(await whole('complaints'), [4, 4, 4]);
  assert.deepEqual(await whole('opened'), [4, 4, 4]);
  const before7 = { from: '2026-09-07T00:00:00+08:00', until: '2026-09-14T00:00:00+08:00' };
  assert.deepEqual(await whole('opened', before7), [2, 2, 2]);
  assert.deepEqual(await whole('complaints', before7), [1, 1, 1]);
  assert.deepEqual(
    await whole('opened', { from: '2026-09-14T00:00:00Z', until: '2026-09-21T00:00:00Z' }),
    [4, 4, 4],
    'weeks of another zone: without midnight on Monday, with that of the Monday after',
  );
});

test('a day is the centre’s, and every day of the period is there [STAT-01]', async () => {
  assert.deepEqual(await parts('complaints', { by: 'day' }), [
    ['2026-09-14', 2, 2],
    ['2026-09-15', 1, 1],
    ['2026-09-16', 0, 0],
    ['2026-09-17', 0, 0],
    ['2026-09-18', 1, 1],
    ['2026-09-19', 0, 0],
    ['2026-09-20', 0, 0],
  ]);
});

test('each number stands beside that of the period before, or of a year before [STAT-01]', async () => {
  const { whole: beside, compared } = await figure('complaints', { compare: 'before' });
  assert.deepEqual([beside.before.n, compared.from], [1, '2026-09-06T16:00:00.000Z']);
  const year = await figure('complaints', { compare: 'year' });
  assert.deepEqual([year['compared'].from, year['whole'].before.n], ['2025-09-13T16:00:00.000Z', 0]);
  const month = { from: '2026-10-01T00:00:00+08:00', until: '2026-11-01T00:00:00+08:00', compare: 'before' };
  const september = await figure('opened', month);
  assert.deepEqual(september['compared'], { from: '2026-08-31T16:00:00.000Z', until: '2026-09-30T16:00:00.000Z' });
  assert.equal(september['whole'].before.n, 7, 'leak, sunday, monday, late, corrected, silent, after');
  const days = await figure('complaints', { by: 'day', compare: 'before' });
  assert.deepEqual(
    days['rows'].map((row: any) => row.before.n),
    [0, 0, 0, 0, 0, 0, 1],
    'the Sunday beside the Sunday',
  );
  const odd = { from: '2026-09-14T00:00:00+08:00', until: '2026-09-16T12:00:00+08:00', compare: 'before' };
  assert.equal((await figure('opened', odd))['compared'].from, '2026-09-11T04:00:00.000Z');
});

test('first answers: a verdict put right by hand counts as it stands, one still owed counts as missed [STAT-01]', async () => {
  // in the week fell due: sunday's (never answered before it was settled), monday's, late, corrected, silent
  const { rows, whole: all } = await figure('first_answer', { by: 'department' });
  const sunday = (await clocksAbout(world, told['sunday']!.id)).find(({ kind }) => kind === 'first_answer')!;
  assert.equal(sunday.outcome, 'late', 'told on Thursday');
  assert.deepEqual([all.n, all.of, all.value], [2, 5, 2 / 5]);
  const security = rows.find((row: any) => row.key === world.departments['security']);
  assert.deepEqual([security.n, security.of, security.name['zh-hans']], [1, 1, '安保服务部']);
});

test('kept in time: of all promises that fell due; one not yet due, cancelled or standing still is none [STAT-01]', async () => {
  const all = await world.read((tx) => tx.selectFrom('commitment').selectAll().execute());
  const [from, until] = [WEEK.from, WEEK.until].map((one) => new Date(one).toISOString()) as [string, string];
  const due = all.filter(({ due_at: at, state, settled_at: settled, outcome }) => {
    if (at < from || at >= until || state === 'cancelled' || state === 'paused') return false;
    return settled !== null ? outcome === 'kept' || outcome === 'late' : at < world.clock.now();
  });
  assert.ok(due.some((one) => one.settled_at === null) && due.some((one) => one.outcome === 'late'));
  const inTime = due.filter((one) => one.outcome === 'kept').length;
  assert.deepEqual(await whole('kept'), [inTime, due.length, inTime / due.length]);
});

test('a clock that stands still is not missed, and its pause is no working time [STAT-01]', async () => {
  const other = await freshWorld({ at: '2026-09-14T09:00+08:00' });
  const itsDesk = await deskOf(other, reportRoutes);
  try {
    const ask = async (measure: string, until = '2026-09-21T00:00:00+08:00') => {
      const query = new URLSearchParams({ from: '2026-09-14T00:00:00+08:00', until });
      const { body } = await itsDesk.get('manager', `/figures/${measure}?${query}`);
      return [body['whole'].n, body['whole'].of];
    };
    const ticket = await takeInMatter(other, 'request', { fields: { request_for: 'pass' } });
    other.at('2026-09-14T11:00+08:00');
    await other.act('desk', answerCustomer, ticket.id, answerInput.parse({ text: '安排' }));
    await other.act('desk', waitFor, ticket.id, waitInput.parse({ reason: 'waiting_customer' }));
    await other.until('2026-09-16T10:00+08:00');
    assert.deepEqual(await ask('late'), [1, 1], 'the hand-over, which no pause holds; not the completion');
    await other.act('desk', goOn, ticket.id, 'by_hand');
    other.at('2026-09-16T12:00+08:00');
    await settle(other, ticket);
    // 9:00 to 11:00 on Monday and 10:00 to 12:00 on Wednesday
    assert.deepEqual(await ask('completion_time'), [4 * HOUR, 1]);
    assert.deepEqual(await ask('first_answer_time'), [2 * HOUR, 1]);
    assert.deepEqual(await ask('completion_time', '2026-09-16T12:00:00+08:00'), [0, 0], 'by when it happened');
  } finally {
    await itsDesk.close();
    await other.drop();
  }
});

test('time to the first answer is the median of working time: nights and closed hours do not count [STAT-01]', async () => {
  // monday: 8:30 to 10:30, 2 h; late: 16 to 18 and 8:30 to 11:30, 5 h; corrected: 14 to 18 and 8:30 to 10, 5.5 h;
  // sunday, told on Thursday at 9:00: Monday to Wednesday 9.5 h each and half an hour, 29 h
  assert.deepEqual(await whole('first_answer_time'), [5.25 * HOUR, 4, 5.25 * HOUR]);
  const byKind = await parts('first_answer_time', { by: 'kind' });
  assert.deepEqual(byKind, [['complaint', 5.25 * HOUR, 4]]);
});

test('completed, reopened and closed are of what was opened or closed in the period [STAT-01]', async () => {
  assert.deepEqual(await whole('completion'), [0, 4, 0], 'monday was opened again');
  const past = { from: '2026-09-07T00:00:00+08:00', until: '2026-09-14T00:00:00+08:00' };
  assert.deepEqual(await whole('completion', past), [1, 2, 0.5]);
  assert.deepEqual(await whole('reopened'), [1, 4, 0.25]);
  assert.deepEqual(await whole('closed'), [1, 1, 1], 'sunday only: what is open again is not closed');
});

test('satisfaction is of what was closed in the period, by who said something [STAT-01]', async () => {
  assert.deepEqual(await whole('satisfaction'), [3, 1, 3]);
  assert.deepEqual(await whole('satisfied'), [0, 1, 0]);
  const never = { from: '2026-08-03T00:00:00+08:00', until: '2026-08-10T00:00:00+08:00' };
  assert.deepEqual(await whole('satisfaction', never), [0, 0, null]);
  assert.deepEqual(await whole('opened', never), [0, 0, 0]);
});

test('return visits made, of those that came to be owed in the period [STAT-01]', async () => {
  assert.deepEqual(await whole('visits'), [2, 2, 1]);
  const [desk1] = await parts('visits', { by: 'person' });
  assert.deepEqual(desk1, [world.people.desk, 2, 2]);
});

test('the open load is that of the last moment, and so old as it was then [STAT-01]', async () => {
  // at the end of the week before: leak and sunday; of this: leak, monday (again), late, corrected, silent
  assert.deepEqual(
    await whole('open', { until: '2026-09-14T00:00:00+08:00', from: '2026-09-07T00:00:00+08:00' }),
    [2, 2, 2],
  );
  assert.deepEqual(await whole('open'), [5, 5, 5]);
  assert.deepEqual(await parts('open', { by: 'age' }), [
    ['day_1', 0, 0],
    ['days_3', 1, 1],
    ['days_7', 3, 3],
    ['days_30', 1, 1],
    ['older', 0, 0],
  ]);
  assert.deepEqual(await whole('ageing'), [1, 5, 0.2], 'the leak; monday is 7 days old to the moment, not more');
  assert.deepEqual((await get('/figures/closed', { ...WEEK, by: 'age' })).body['code'], 'figure.not_cut_by');
  const trend = await parts('open', { by: 'week', from: '2026-09-07T00:00:00+08:00' });
  assert.deepEqual(trend, [
    ['2026-09-07', 2, 2],
    ['2026-09-14', 5, 5],
  ]);
});

test('late is what was owed past its deadline at that moment, not what was settled since [STAT-01]', async () => {
  const all = await world.read((tx) => tx.selectFrom('commitment').selectAll().execute());
  const lateAt = (moment: string): number => {
    const at = new Date(moment).toISOString();
    return all.filter(
      ({ due_at: due, settled_at: settled, outcome }) =>
        due < at && outcome !== 'cancelled' && (settled === null || settled >= at),
    ).length;
  };
  const tuesday = '2026-09-15T11:00:00+08:00';
  assert.ok(lateAt(tuesday) > 0 && lateAt(tuesday) !== lateAt(WEEK.until));
  assert.equal((await whole('late', { until: tuesday }))[0], lateAt(tuesday));
  assert.equal((await whole('late'))[0], lateAt(WEEK.until));
});

test('contacts are those that came in, by channel; by department that of the matter they were about [STAT-01]', async () => {
  const note = (over: object) => world.act('desk', recordContact, contactInput.parse({ purpose: 'other', ...over }));
  world.at('2026-09-22T10:00+08:00');
  await note({ channel: 'phone', ticketIds: [told['corrected']!.id] });
  await note({ channel: 'phone' });
  await note({ channel: 'counter' });
  await note({ channel: 'phone', direction: 'out' });
  const day = { from: '2026-09-22T00:00:00+08:00', until: '2026-09-23T00:00:00+08:00' };
  assert.deepEqual(await parts('contacts', { ...day, by: 'channel' }), [
    ['phone', 2, 2],
    ['counter', 1, 1],
  ]);
  assert.deepEqual(await parts('contacts', { ...day, by: 'department' }), [
    [world.departments['security'], 1, 1],
    [null, 2, 2],
  ]);
  const none = await get('/figures/contacts/records', { ...day, by: 'department', key: 'none' });
  assert.equal(none.body['items'].length, 2);
});

test('a place counts what stands in it, level by level, and narrows to what stands in it [STAT-01]', async () => {
  assert.deepEqual(await parts('complaints', { by: 'estate' }), [[world.places.estate, 4, 4]]);
  assert.deepEqual(await parts('complaints', { by: 'building' }), [[world.places.building, 4, 4]]);
  assert.deepEqual(await parts('complaints', { by: 'place' }), [
    [world.places.flat1202, 3, 3],
    [world.places.corridor, 1, 1],
  ]);
  assert.deepEqual(await whole('complaints', { place: world.places.building }), [4, 4, 4]);
  assert.deepEqual(await whole('complaints', { place: world.places.corridor }), [1, 1, 1]);
  assert.deepEqual(await parts('complaints', { by: 'choice', field: 'about' }), [
    ['noise', 2, 2],
    ['attitude', 1, 1],
    ['parking', 1, 1],
  ]);
});

test('each of the seven functions is a case type of the one centre and is counted, none too [CHAN-23]', async () => {
  world.at('2026-10-12T10:00+08:00');
  const day = { from: '2026-10-12T00:00:00+08:00', until: '2026-10-13T00:00:00+08:00', by: 'function' };
  const open = (kind: string, fields: object) => takeInMatter(world, kind, { fields: fields as never });
  await open('enquiry', { enquires_about: 'charges' });
  await open('consultation', { question: '几点开放？' });
  await open('consultation', { question: '如何缴费？' });
  await open('complaint', { about: 'noise' });
  await open('suggestion', { suggestion: '加装充电桩' });
  await takeInMatter(world, 'leak');
  await open('survey', { survey_subject: '停车需求' });
  assert.deepEqual(await parts('opened', day), [
    ['information_enquiry', 1, 1],
    ['consultation', 2, 2],
    ['transaction', 0, 0],
    ['business_acceptance', 1, 1],
    ['complaint_and_suggestion', 2, 2],
    ['market_survey', 1, 1],
    ['marketing', 0, 0],
  ]);
  await open('marketing', { offer: '空调清洗' });
  await open('request', { request_for: 'pass' });
  const after9 = await parts('opened', day);
  assert.deepEqual(
    [after9[2], after9[6]],
    [
      ['transaction', 1, 1],
      ['marketing', 1, 1],
    ],
  );
  assert.deepEqual(await whole('opened', { ...day, by: undefined, function: 'complaint_and_suggestion' }), [2, 2, 2]);
  const { body } = await get('/figures/opened/records', { ...day, key: 'market_survey' });
  assert.deepEqual(
    body['items'].map((one: any) => one.kind.en),
    ['Market survey'],
  );
});

/** A call as an exchange tells it, taken by the desk after two rings and written down. */
async function takeCall(): Promise<void> {
  const system = await world.act('admin', (context) => addSilentSystem(context, world.centreId, '总机'));
  const phone = { systemId: system.id, number: '1001', endpoint: 'PJSIP/agent1' };
  await world.act('admin', giveExtension, world.people.desk, phone);
  const notes: Notes = new Map();
  const base = epochOf(world.clock.now()) / 1_000 - 60;
  const tell = (event: Record<string, string>, second: number): void =>
    noteAmi(notes, { Timestamp: String(base + second), Linkedid: 'x-1.1', DestLinkedid: 'x-1.1', ...event }, 0);
  tell({ Event: 'Newchannel', Uniqueid: 'x-1.1', Channel: 'PJSIP/trunk-01', CallerIDNum: '13800001102' }, 0);
  const ours = { Uniqueid: 'x-1.1', DestUniqueid: 'x-1.2', DestChannel: 'PJSIP/agent1-02', Channel: 'PJSIP/trunk-01' };
  tell({ Event: 'DialBegin', ...ours }, 1);
  tell({ Event: 'DialEnd', DialStatus: 'ANSWER', ...ours }, 9);
  for (const Uniqueid of ['x-1.1', 'x-1.2']) tell({ Event: 'Hangup', Uniqueid, Cause: '16' }, 30);
  await world.act('admin', takeInCalls, system, follow(notes, new Set(['PJSIP/agent1'])), 0);
  const { items } = await world.ask('desk', listCalls, callsAsk.parse({}));
  assert.deepEqual([items[0]!.outcome, items[0]!.rings], ['answered', 2]);
  const callId = items[0]!.id as Id<'phone_call'>;
  const touch = { channel: 'phone', purpose: 'consultation', customerId: world.customers.lin, callId };
  const signedIn = async (state: 'ready' | 'paused' | null, second: number): Promise<void> => {
    const reason = state === 'paused' ? 'after_call' : null;
    const told = state && ({ state, reason, at: (base + second) * 1_000 } as const);
    await world.act('admin', (context) => keepState(context, world.people.desk, told));
  };
  await signedIn('ready', -40);
  await signedIn('paused', 20);
  await world.act('desk', recordContact, contactInput.parse(touch));
  await signedIn(null, 60);
}

test('every number leads to as many records as it counts, page by page, for every figure and every cut [STAT-01]', async () => {
  const span = { from: '2026-09-01T00:00:00+08:00', until: '2026-11-01T00:00:00+08:00' };
  const follow = async (address: string, more: Query = {}): Promise<any[]> => {
    const found: any[] = [];
    for (let next: string | null = null, first = true; first || next; first = false) {
      const url = new URL(address, 'http://x');
      for (const [name, value] of Object.entries({ limit: '3', after: next ?? undefined, ...more }))
        if (value !== undefined) url.searchParams.set(name, value);
      const { status, body } = await desk.get('manager', `${url.pathname.slice(4)}${url.search}`);
      assert.equal(status, 200, JSON.stringify(body));
      found.push(...body['items']);
      next = body['next'];
    }
    return found;
  };
  await takeCall();
  const visitor = await world.act('desk', takeDown, arriveInput.parse({ name: '访客', purpose: 'visit' }));
  await world.act('desk', takeArrival, visitor);
  for (const measure of MEASURES) {
    const total = await figure(measure.key, span);
    assert.ok(total['whole'].of > 0, measure.key);
    const records = await follow(total['whole'].records);
    assert.equal(records.length, total['whole'].of, measure.key);
    assert.equal(new Set(records.map((one) => one.id)).size, records.length);
    if (measure.unit === 'share') {
      assert.equal((await follow(total['whole'].records, { which: 'hit' })).length, total['whole'].n, measure.key);
      const missed = await follow(total['whole'].records, { which: 'missed' });
      assert.equal(missed.length, total['whole'].of - total['whole'].n, measure.key);
    }
    for (const by of CUTS.filter((cut) => cutsOf(measure).includes(cut))) {
      const { rows } = await figure(measure.key, { ...span, by, field: by === 'choice' ? 'about' : undefined });
      assert.equal(
        rows.reduce((sum: number, row: any) => sum + row.of, 0),
        total['whole'].of,
        `${measure.key} by ${by}`,
      );
      for (const row of rows) assert.equal((await follow(row.records)).length, row.of, `${measure.key} by ${by}`);
    }
  }
});

test('how much of the time at the telephone was worked on calls: talk, hold and wrap-up of all that was signed in', async () => {
  const { whole, rows } = await figure('occupancy', {
    from: '2026-09-01T00:00:00+08:00',
    until: '2026-11-01T00:00:00+08:00',
    by: 'person',
  });
  // spoke for 21 seconds and wrote for 30 more, in two stretches of 100 together
  assert.deepEqual([whole.n, whole.of, whole.value], [51, 2, 0.51]);
  assert.deepEqual(
    rows.map((row: any) => [row.key, row.value]),
    [[world.people.desk, 0.51]],
  );
});

const CHATS = { from: '2026-09-21T09:30:00+08:00', until: '2026-09-22T00:00:00+08:00' };

test('how quickly each channel is answered for the first time, and every number opens its records [CHAN-25]', async () => {
  const { rows } = await figure('first_reply_time', { ...CHATS, by: 'channel' });
  assert.deepEqual(rows.map((row: any) => [row.key, Math.round(row.n / MINUTE), row.of]).toSorted(), [
    ['chat', 2, 1],
    ['email', 60, 1],
  ]);
  const chat = rows.find((row: any) => row.key === 'chat');
  const { body } = await desk.get('manager', chat.records.replace('/api', ''));
  assert.equal(body['items'].length, 1);
  assert.ok(body['items'][0].conversationId, 'it leads to the conversation');
});

test('reply speed of each of us from the chats themselves: median, and share within five minutes, over time [QUAL-13]', async () => {
  const times = await figure('chat_reply_time', { ...CHATS, by: 'person' });
  assert.deepEqual(
    times['rows'].map((row: any) => [row.key, Math.round(row.n / MINUTE), row.of]),
    [[world.people.desk, 6, 2]],
    'the median of two minutes and ten',
  );
  const share = await figure('chat_reply', { ...CHATS, by: 'day' });
  assert.deepEqual([share['whole'].n, share['whole'].of], [1, 2]);
  assert.equal(share['rows'].length, 1);
});

test('whose right reaches a department only sees its figures and its people’s; who may not see reports sees none [STAT-01]', async () => {
  const asked = { ...WEEK, by: 'person' };
  const mine = await get('/figures/complaints', asked, 'captain');
  assert.deepEqual([mine.status, mine.body['whole'].n], [200, 1]);
  assert.equal(mine.body['rows'].length, 1);
  assert.equal((await get('/figures/complaints', asked, 'leader')).body['whole'].n, 4);
  const { body } = await get('/figures/complaints/records', WEEK, 'captain');
  assert.deepEqual(
    body['items'].map((one: any) => one.ticket.id),
    [told['corrected']!.id],
  );
  assert.equal((await get('/figures/complaints', asked, 'desk')).status, 403);
  assert.equal((await get('/figures/complaints/records', WEEK, 'desk')).status, 403);
});

test('what makes no sense is refused: an unknown figure, an upside-down period, too many parts, a missing field', async () => {
  assert.equal((await get('/figures/happiness', WEEK)).status, 422);
  const upside = { from: WEEK.until, until: WEEK.from };
  assert.equal((await get('/figures/opened', upside)).body['code'], 'period.ends_before_it_begins');
  const ages = { from: '2020-01-01T00:00:00Z', until: WEEK.until, by: 'day' };
  assert.equal((await get('/figures/opened', ages)).body['code'], 'period.too_many_parts');
  assert.equal((await get('/figures/opened', { ...WEEK, by: 'choice' })).body['code'], 'figure.field_missing');
});

test('each figure says its formula, what it is of, and by which moment it counts [STAT-01]', async () => {
  const { body } = await get('/figures/overview', { ...WEEK, compare: 'before' });
  assert.deepEqual(
    body['items'].map((one: any) => one.key),
    MEASURES.map(({ key }) => key),
  );
  for (const { key, formula, denominator, basis, unit } of body['items']) {
    assert.ok(formula.en.length > 20 && formula['zh-hans'] && formula['zh-hant'], key);
    assert.equal(denominator === null, unit === 'count', key);
    assert.ok(basis, key);
  }
  const complaints = body['items'].find((one: any) => one.key === 'complaints');
  assert.deepEqual([complaints.whole.n, complaints.whole.before.n], [4, 1]);
  const count = await world.read((tx) => sql<{ n: number }>`select count(*)::int as n from ticket`.execute(tx));
  assert.ok(count.rows[0]!.n > 4);
});

test('the causes of complaints: the most first, the vital few marked, beside the week before, each leading to its records [STAT-03]', async () => {
  const { body } = await get('/figures/causes', { ...WEEK, by: 'choice', compare: 'before' });
  assert.deepEqual([body['field'], body['total'], body['before']], ['about', 4, 1]);
  const shown = body['rows'].map((row: any) => [row.key, row.n, row.share, row.cumulated, row.vital, row.before]);
  assert.deepEqual(shown, [
    ['noise', 2, 0.5, 0.5, true, 1],
    ['attitude', 1, 0.25, 0.75, true, 0],
    ['parking', 1, 0.25, 1, true, 0],
  ]);
  assert.equal(body['rows'][0].name['zh-hans'], '噪音扰民');
  const noise = new URL(body['rows'][0].records, 'http://x');
  const behind = await desk.get('manager', `${noise.pathname.slice(4)}${noise.search}`);
  assert.deepEqual(
    behind.body['items'].map((one: any) => one.ticket.id),
    [told['corrected']!.id, told['monday']!.id],
  );
});

test('the complaint rate says what it is of: the tickets of the period, a department’s own, the households on file [STAT-03]', async () => {
  world.at('2026-10-12T10:00+08:00');
  const both = { from: '2026-09-07T00:00:00+08:00', until: WEEK.until };
  const { body } = await get('/figures/causes', { ...both, by: 'department' });
  assert.deepEqual(body['perTickets'], { n: 5, of: 6, value: (5 / 6) * 100 }, 'five complaints and a leak');
  assert.deepEqual(body['perHouseholds'], { n: 5, of: 3, value: (5 / 3) * 100 }, 'Chen, Lin and Zhou');
  const rows = body['rows'].map((row: any) => [row.key, row.n, row.vital, row.perTickets]);
  assert.deepEqual(rows, [
    [world.departments['customer_service'], 4, true, { n: 4, of: 4, value: 100 }],
    [world.departments['security'], 1, false, { n: 1, of: 1, value: 100 }],
  ]);
  const building = await get('/figures/causes', { ...both, by: 'building' });
  assert.deepEqual(building.body['rows'][0].perTickets, { n: 5, of: 6, value: (5 / 6) * 100 });
});

test('one overview has every part of the business, though it did nothing, and the whole [STAT-02]', async () => {
  const { body } = await get('/figures/parts', { ...WEEK, compare: 'before' });
  assert.deepEqual(
    body['measures'].map((one: any) => one.key),
    ['opened', 'open', 'late', 'first_answer', 'satisfaction'],
  );
  const numbers = (cells: any[]) => cells.map((one) => [one.n, one.of]);
  const row = (key: string) => body['rows'].find((one: any) => one.key === world.departments[key]);
  // engineering has the leak; security the corrected complaint, whose first answer counts as kept
  assert.deepEqual(numbers(row('engineering').cells).slice(0, 2), [
    [0, 0],
    [1, 1],
  ]);
  const security = numbers(row('security').cells);
  assert.deepEqual(
    [security[0], security[1], security[3]],
    [
      [1, 1],
      [1, 1],
      [1, 1],
    ],
  );
  assert.deepEqual(numbers(row('cleaning_greening').cells)[1], [0, 0]);
  assert.deepEqual(
    [numbers(body['whole'])[0], numbers(body['whole'])[1]],
    [
      [4, 4],
      [5, 5],
    ],
  );
  assert.equal(body['whole'][0].before.n, 2);
  const late = row('customer_service').cells[2];
  const url = new URL(late.records, 'http://x');
  const behind = await desk.get('manager', `${url.pathname.slice(4)}${url.search}`);
  assert.equal(behind.body['items'].length, late.n);
  assert.ok(late.n > 0 && behind.body['items'].every((one: any) => one.owed['zh-hans']));
  const seven = await get('/figures/parts', { ...WEEK, by: 'function' });
  assert.equal(seven.body['rows'].length, 7);
});
