import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Id } from '../../src/kernel/id.ts';
import { makeVisit } from '../../src/return-visit/commands/make-visit.ts';
import { makeVisitInput } from '../../src/return-visit/inputs.ts';
import { apologise, explain, recordInvestigation } from '../../src/ticket/commands/add-note.ts';
import { answerOffer } from '../../src/ticket/commands/answer-offer.ts';
import { askRuling, giveRuling } from '../../src/ticket/commands/ask-ruling.ts';
import { changeTicket } from '../../src/ticket/commands/change-ticket.ts';
import { cancelTicket, closeTicket } from '../../src/ticket/commands/close-ticket.ts';
import { moveStage } from '../../src/ticket/commands/move-stage.ts';
import { offerTicket } from '../../src/ticket/commands/offer-ticket.ts';
import { resolveTicket } from '../../src/ticket/commands/resolve-ticket.ts';
import { tellCustomer } from '../../src/ticket/commands/tell-customer.ts';
import { handlingForm } from '../../src/ticket/forms.ts';
import {
  answerOfferInput,
  askRulingInput,
  cancelInput,
  offerInput,
  resolveInput,
  tellInput,
} from '../../src/ticket/inputs.ts';
import { explainInput, noteInput } from '../../src/ticket/inputs-words.ts';
import { listTickets } from '../../src/ticket/list.ts';
import { ticketsQuery } from '../../src/ticket/list-shapes.ts';
import { ticketPage } from '../../src/ticket/page.ts';
import { acceptWorkOrder } from '../../src/work-order/commands/take-steps.ts';
import { finishWorkOrder } from '../../src/work-order/commands/finish-work-order.ts';
import { issueWorkOrder } from '../../src/work-order/commands/issue-work-order.ts';
import { doneInput } from '../../src/work-order/inputs.ts';
import {
  clocksAbout,
  PROVEN,
  settle as settleMatter,
  takeInMatter,
  ticketNow,
  told,
  visitsOf,
  wait,
} from '../story.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';
import type { PersonKey } from '../world-seed.ts';

let world: World;
let id: Id<'ticket'>;
before(async () => {
  world = await freshWorld({ at: '2026-09-22T10:00+08:00' });
});
after(() => world.drop());

const page = () => world.ask('supervisor', ticketPage, id);
const form = () => world.ask('supervisor', handlingForm, id);
const clock = async (kind: string) => (await clocksAbout(world, id)).find((one) => one.kind === kind)!;
const heard = async (who: PersonKey) => (await told(world, who)).filter((one) => one.ticket?.id === id);
const steps = async () => (await page()).steps.filter((step) => step.doneAt !== null).map((step) => step.key);
const outcome = resolveInput.parse({ outcome: '调整施工时间,每晚巡查' });
const settle = () => world.act('desk', resolveTicket, id, outcome);
const close = () => world.act('desk', closeTicket, id, {});

/** Each test goes on where the one before ended. */
test('a complaint is received with what it is about and what the customer wants, and an apology comes first [COMP-01, COMP-09, COMP-10]', async () => {
  await assert.rejects(takeInMatter(world, 'complaint', { fields: {} }), { code: 'field.missing' });
  const fields = { about: 'renovation', wanted_solution: '晚上八点后停工' };
  id = (await takeInMatter(world, 'complaint', { title: '楼上夜间装修', need: '孩子睡不着', fields })).id;
  const { fields: kept } = await page();
  const value = (key: string) => kept.find((field) => field.key === key)!.value;
  assert.deepEqual(
    [value('wanted_solution'), value('real_cause')],
    ['晚上八点后停工', null],
    'two fields of their own',
  );
  assert.deepEqual(await steps(), [], 'reception is not over before the apology');
  await assert.rejects(settle(), { code: 'ticket.apology_missing' });
  assert.equal((await page()).can['resolve']?.code, 'ticket.apology_missing', 'the button says why, too');
  assert.equal(noteInput.safeParse({ text: '  ' }).success, false, 'an apology has words');
  await world.act('desk', apologise, id, { text: '给您和孩子添麻烦了,非常抱歉' });
  assert.deepEqual(await steps(), ['reception']);
});

test('it is investigated the same day, and the heads concerned hear what was found [COMP-02]', async () => {
  assert.equal((await clock('investigate')).due_at, '2026-09-22T16:00:00.000Z', 'midnight');
  for (const [department, task] of [
    ['security', '今晚起巡查 12 层'],
    ['engineering', '核对装修许可'],
  ] as const)
    await world.act('desk', issueWorkOrder, id, { departmentId: world.departments[department], task });
  await world.act('desk', moveStage, id, {
    stage: (await page()).nextStages.find((one) => one.class === 'active')!.key,
  });
  assert.deepEqual(await steps(), ['reception', 'acceptance']);
  world.at('2026-09-22T16:00+08:00');
  await world.act('desk', recordInvestigation, id, { text: '施工至 22:30,属实' });
  assert.equal((await clock('investigate')).outcome, 'kept');
  wait(world);
  for (const who of ['service_head', 'captain', 'maintenance'] as const)
    assert.ok(
      (await heard(who)).some((one) => one.type === 'ticket.investigated'),
      who,
    );
});

test('several departments have a part each; it is not settled before all are done [COMP-17, PRIN-11]', async () => {
  const parts = (await page()).workOrders;
  assert.deepEqual(
    parts.map((part) => part.department.name.en),
    ['Security', 'Engineering and maintenance'],
  );
  for (const [part, owner] of [
    [parts[0]!, world.people.captain],
    [parts[1]!, world.people.maintenance],
  ] as const)
    assert.deepEqual(
      (await clocksAbout(world, part.id)).map((one) => [one.kind, one.owner_id]).toSorted(),
      ['work_accept', 'work_arrive', 'work_complete'].map((kind) => [kind, owner]),
      'each with its own limits, owed by the head of its department',
    );
  await assert.rejects(settle(), { code: 'ticket.work_order_open' });
  for (const [who, order] of [
    ['captain', parts[0]!.id],
    ['maintenance', parts[1]!.id],
  ] as const) {
    await world.act(who, acceptWorkOrder, order as Id<'work_order'>, {});
    await assert.rejects(settle(), { code: 'ticket.work_order_open' }, 'accepted is not done');
    const done = { findings: '已到场核实', measures: '已要求停工', minutes: 20 };
    await world.act(who, finishWorkOrder, order as Id<'work_order'>, doneInput.parse(done));
  }
  await assert.rejects(settle(), { code: 'ticket.real_cause_missing' });
});

test('what the department cannot solve the centre manager decides, with both interests on record [COMP-03, PRIN-05]', async () => {
  const question = askRulingInput.parse({
    question: '是否在许可之外限制施工时段?',
    customerInterest: '家有婴儿,夜间需安静',
  });
  await assert.rejects(world.act('desk', askRuling, id, question), { code: 'ticket.facts_missing' });
  await world.act('desk', changeTicket, id, { fields: PROVEN });
  await world.act('desk', askRuling, id, question);
  wait(world);
  const asked = (await heard('manager')).find((one) => one.type === 'ticket.ruling_asked')!;
  const rulingId = asked.params['ruling'] as Id<'ruling'>;
  const owed = await clock('ruling');
  assert.deepEqual([owed.owner_id, owed.state], [world.people.manager, 'running'], 'and has a clock of its own');
  await world.act('desk', changeTicket, id, { fields: { real_cause: '装修队白天无法进料' } });
  const said = { text: '许可时段为 8:00-20:00', rule: '装修管理规定第 8 条', accepted: null };
  await world.act('desk', explain, id, said);
  await assert.rejects(settle(), { code: 'ticket.ruling_open' });
  await assert.rejects(world.act('desk', giveRuling, id, { rulingId, decision: '同意' }), { code: 'right.missing' });
  await assert.rejects(
    world.act('manager', giveRuling, id, { rulingId, decision: '同意' }),
    { code: 'ruling.interests_missing' },
    'what speaks for the company was not said',
  );
  for (const head of ['service_head', 'captain', 'maintenance'] as const)
    assert.ok(
      (await heard(head)).some((one) => one.type === 'ticket.put_above' && one.params['ruling'] === rulingId),
      `problem and opinion are reported to the departments concerned: ${head}`,
    );
  const weighed = '押金照退,不影响业主权益';
  await world.act('manager', giveRuling, id, {
    rulingId,
    decision: '限 8:00-18:00,协助白天进料',
    firmInterest: weighed,
  });
  assert.equal((await clock('ruling')).outcome, 'kept');
  wait(world);
  for (const head of ['service_head', 'captain', 'maintenance'] as const)
    assert.equal((await heard(head))[0]!.type, 'ticket.ruled', `and so is the decision: ${head}`);
  const [ruling] = (await page()).rulings;
  assert.deepEqual(
    [ruling!.decidedBy!.name, ruling!.customerInterest, ruling!.firmInterest, ruling!.decidedAt !== null],
    ['许经理', '家有婴儿,夜间需安静', weighed, true],
  );
});

test('who explained what, by which rule, and whether it was accepted, stands on the form [COMP-14]', async () => {
  world.at('2026-09-23T09:00+08:00');
  const said = { text: '今后限至 18:00', rule: '装修管理规定第 8 条', accepted: true };
  for (const left of ['text', 'rule', 'accepted'])
    assert.equal(explainInput.safeParse({ ...said, [left]: undefined }).success, false, `never without ${left}`);
  assert.equal(explainInput.safeParse({ ...said, rule: ' ' }).success, false);
  await world.act('desk', explain, id, said);
  const explained = (await form()).said.filter((one) => one.kind === 'explanation');
  assert.deepEqual(
    explained.map(({ by, rule, accepted }) => [by.name, rule, accepted]),
    [
      ['王前台', '装修管理规定第 8 条', null],
      ['王前台', '装修管理规定第 8 条', true],
    ],
  );
});

test('nothing is settled without saying what came of it [PRIN-01]', () => {
  assert.equal(resolveInput.safeParse({ outcome: '  ' }).success, false);
});

test('nor without the solution he wants, though the real cause is known [COMP-09]', async () => {
  const want = (text: string | null) => world.act('desk', changeTicket, id, { fields: { wanted_solution: text } });
  await want(null);
  await assert.rejects(settle(), { code: 'ticket.field_missing', params: { field: 'wanted_solution' } });
  await want('晚上八点后停工');
});

test('the complainant hears the result before anything is closed [COMP-01, PRIN-01, WORK-05, ESCL-02]', async () => {
  await settle();
  await assert.rejects(close(), { code: 'ticket.customer_not_told' });
  assert.equal((await clock('tell_result')).state, 'running', 'telling has a clock of its own');
  world.at('2026-09-23T10:00+08:00');
  await world.act('desk', tellCustomer, id, tellInput.parse({ text: '今后 18:00 后停工', toWhom: '陈先生' }));
  assert.equal((await clock('tell_result')).outcome, 'kept');
  const last = (await form()).said.at(-1)!;
  assert.deepEqual(
    [last.kind, last.text, last.by.name, last.at],
    ['answer', '今后 18:00 后停工', '王前台', world.clock.now()],
  );
  assert.deepEqual(await steps(), ['reception', 'acceptance', 'follow_up', 'feedback']);
  await assert.rejects(close(), { code: 'ticket.visit_due' });
});

test('reception, acceptance, follow-up, feedback and return visit are its visible steps [COMP-13, VISIT-08]', async () => {
  const [visit] = await visitsOf(world, id);
  const said = { reachedWhom: '陈先生', satisfaction: 5, opinion: '处理及时' };
  world.at('2026-09-25T10:00+08:00');
  await world.act('desk', makeVisit, visit!.id, makeVisitInput.parse(said));
  const all = (await page()).steps;
  assert.deepEqual(
    all.map((step) => step.name['zh-hans']),
    ['接待', '受理', '跟进', '反馈', '回访'],
  );
  assert.deepEqual(await steps(), ['reception', 'acceptance', 'follow_up', 'feedback', 'return_visit']);
  const moments = all.map((step) => step.doneAt!);
  assert.deepEqual(moments, moments.toSorted(), 'each with when it was done, in order');
});

test('closed, the handling form is whole: time, matter, receiver and result [COMP-04]', async () => {
  await close();
  const filled = await form();
  assert.deepEqual(
    [filled.openedAt, filled.title, filled.need, filled.receiver!.name, filled.customer, filled.outcome],
    ['2026-09-22T02:00:00.000Z', '楼上夜间装修', '孩子睡不着', '王前台', '陈先生', '调整施工时间,每晚巡查'],
  );
  const value = (key: string) => filled.fields.find((field) => field.key === key)!.value;
  assert.deepEqual([value('real_cause'), value('wanted_solution')], ['装修队白天无法进料', '晚上八点后停工']);
  assert.deepEqual(
    filled.said.map((one) => one.kind),
    ['apology', 'result', 'explanation', 'explanation', 'answer'],
  );
  assert.deepEqual(
    filled.parts.map((part) => [part.department.name.en, part.measures]),
    [
      ['Security', '已要求停工'],
      ['Engineering and maintenance', '已要求停工'],
    ],
  );
  assert.deepEqual([filled.satisfaction, filled.closedAt], [5, world.clock.now()]);
  const other = await takeInMatter(world, 'complaint', {}, 'desk2');
  const to = { toId: world.people.assistant, reason: '需其处理', way: 'over' };
  await world.act('desk2', offerTicket, other.id, offerInput.parse(to));
  await world.act('assistant', answerOffer, other.id, answerOfferInput.parse({ accept: true }));
  const handed = await world.ask('supervisor', handlingForm, other.id);
  assert.deepEqual(
    [handed.receiver!.name, handed.owner.name],
    ['李前台', '吕助理'],
    'who received it, and who answers for it',
  );
});

test('a major one goes to head and deputy general manager with a clock of its own, a grave one to the leader at once [COMP-05, COMP-06, COMP-07, COMP-08]', async () => {
  world.at('2026-09-26T23:00+08:00');
  id = (await takeInMatter(world, 'complaint', { severity: 'major' })).id;
  wait(world);
  for (const who of ['service_head', 'deputy'] as const)
    assert.equal((await heard(who)).at(-1)?.type, 'ticket.severity_raised', who);
  assert.deepEqual(await heard('leader'), []);
  const followed = (await clocksAbout(world, id)).filter((one) => /major|grave/.test(one.kind));
  assert.deepEqual(
    followed.map((one) => one.state),
    ['running'],
  );
  await world.act('desk', changeTicket, id, { severity: 'grave' });
  wait(world);
  const [first] = await heard('leader');
  assert.deepEqual([first!.type, first!.acknowledgement], ['ticket.severity_raised', 'wanted'], 'at night');
  await world.until('2026-10-01T12:00+08:00');
  const climbed = (await heard('leader')).filter((one) => one.type === 'clock.rule');
  assert.ok(climbed.length > 0, 'not settled in time, the leader has to rule');
});

test('grave from the first word, the leader hears of it as it is taken in; complaints are listed by their grade [COMP-07, COMP-08]', async () => {
  world.at('2026-10-05T23:00+08:00');
  id = (await takeInMatter(world, 'complaint', { severity: 'grave', title: '媒体到场' })).id;
  wait(world);
  const [first] = await heard('leader');
  assert.deepEqual([first?.type, first?.acknowledgement], ['ticket.severity_raised', 'wanted']);
  const { id: plain } = await takeInMatter(world, 'complaint');
  assert.equal((await ticketNow(world, plain)).severity, 'ordinary', 'every complaint has a grade');
  const graded = await world.ask('deputy', listTickets, ticketsQuery.parse({ severity: 'grave' }));
  assert.ok(graded.items.some((one) => one.id === id));
  assert.deepEqual([...new Set(graded.items.map((one) => one.severity))], ['grave']);
});

test('a major one left lying: the head is reminded, then the manager, and the deputy general manager has to rule [COMP-05, COMP-06]', async () => {
  world.at('2026-10-12T09:00+08:00');
  id = (await takeInMatter(world, 'complaint', { severity: 'major' })).id;
  const about = async (who: PersonKey) =>
    (await heard(who)).filter((one) => one.params['kind'] === 'settle_major').map((one) => one.type);
  await world.until('2026-10-13T08:59+08:00');
  assert.deepEqual([await about('service_head'), await about('manager')], [[], []]);
  await world.until('2026-10-13T09:00+08:00');
  assert.deepEqual(await about('service_head'), ['clock.warn'], 'at half of its two days');
  await world.until('2026-10-14T08:59+08:00');
  assert.deepEqual(await about('manager'), ['clock.warn']);
  assert.deepEqual(await about('deputy'), []);
  await world.until('2026-10-14T13:00+08:00');
  assert.equal((await about('service_head'))[0], 'notice.issued', 'late, the department gets a notice');
  assert.deepEqual(await about('deputy'), ['clock.rule'], 'four working hours later');
});

test('looked into the same evening and entered the next morning the inquiry is kept; a day later it is late [COMP-02]', async () => {
  world.at('2026-10-19T20:00+08:00');
  const kept = await takeInMatter(world, 'complaint');
  const late = await takeInMatter(world, 'complaint');
  world.at('2026-10-20T08:40+08:00');
  const inquiry = async (of: Id<'ticket'>, happenedAt?: string) => {
    await world.act('desk', recordInvestigation, of, noteInput.parse({ text: '属实', happenedAt }));
    return (await clocksAbout(world, of)).find((one) => one.kind === 'investigate')!.outcome;
  };
  assert.equal(await inquiry(kept.id, '2026-10-19T23:50:00+08:00'), 'kept');
  assert.equal(await inquiry(late.id), 'late');
});

test('whoever complained is not put off: a complaint is never declined, nor cancelled away from the visit it is owed [VISIT-08, COMP-01]', async () => {
  world.at('2026-10-21T09:00+08:00');
  const complaint = await takeInMatter(world, 'complaint');
  const as = (way: string) => cancelInput.parse({ as: way, reason: '无理要求' });
  await assert.rejects(world.act('supervisor', cancelTicket, complaint.id, as('declined')), {
    code: 'ticket.complaint_not_declined',
  });
  await settleMatter(world, complaint);
  await assert.rejects(world.act('supervisor', cancelTicket, complaint.id, as('withdrawn')), {
    code: 'ticket.visit_due',
  });
  assert.deepEqual(
    (await visitsOf(world, complaint.id)).map((visit) => visit.state),
    ['due'],
  );
});

test('settled on the spot, a complaint went through acceptance all the same [COMP-13]', async () => {
  const { id: quick } = await takeInMatter(world, 'complaint');
  await settleMatter(world, await ticketNow(world, quick));
  const { steps: shown } = await world.ask('supervisor', ticketPage, quick);
  assert.deepEqual(
    shown.map((step) => [step.key, step.doneAt !== null]),
    [
      ['reception', true],
      ['acceptance', true],
      ['follow_up', true],
      ['feedback', false],
      ['return_visit', false],
    ],
  );
});

test('graded too high by mistake and lowered, only what the lower grade owes is owed [COMP-08]', async () => {
  const { id: graded } = await takeInMatter(world, 'complaint', { severity: 'grave' });
  const running = async () =>
    (await clocksAbout(world, graded)).filter((one) => one.state === 'running').map((one) => one.kind);
  await world.act('desk', changeTicket, graded, { severity: 'major' });
  const change = { severity: 'ordinary' as const };
  assert.ok(!(await running()).includes('settle_grave'));
  await world.act('desk', changeTicket, graded, { severity: 'grave' });
  assert.ok((await running()).includes('settle_grave'), 'raised again, it is owed again');
  await world.act('desk', changeTicket, graded, change);
  assert.deepEqual(
    (await running()).filter((kind) => kind.startsWith('settle_')),
    [],
  );
});
