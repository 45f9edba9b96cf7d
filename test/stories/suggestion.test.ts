import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Id } from '../../src/kernel/id.ts';
import { planProposal, realiseProposal } from '../../src/proposal/commands/carry-out.ts';
import { answerForDepartment, passOn } from '../../src/proposal/commands/pass-on.ts';
import * as inputs from '../../src/proposal/inputs.ts';
import { countProposals, listProposals } from '../../src/proposal/list.ts';
import { proposalPage } from '../../src/proposal/page.ts';
import { answerCustomer } from '../../src/ticket/commands/add-note.ts';
import { approve } from '../../src/ticket/commands/approve.ts';
import { changeTicket } from '../../src/ticket/commands/change-ticket.ts';
import { cancelTicket, closeTicket } from '../../src/ticket/commands/close-ticket.ts';
import { moveStage } from '../../src/ticket/commands/move-stage.ts';
import { resolveTicket } from '../../src/ticket/commands/resolve-ticket.ts';
import { tellCustomer } from '../../src/ticket/commands/tell-customer.ts';
import { approveInput, cancelInput, resolveInput, tellInput } from '../../src/ticket/inputs.ts';
import { answerInput } from '../../src/ticket/inputs-words.ts';
import { ticketPage } from '../../src/ticket/page.ts';
import { clocksAbout, takeInMatter, told, wait } from '../story.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';
import type { PersonKey } from '../world-seed.ts';

let world: World;
let id: Id<'ticket'>;
before(async () => {
  world = await freshWorld({ at: '2026-09-21T09:00+08:00' });
  id = (await takeInMatter(world, 'suggestion', { title: '加装充电桩', fields: { suggestion: '地下车库加装' } })).id;
});
after(() => world.drop());

const clock = async (kind: string) => (await clocksAbout(world, id)).findLast((one) => one.kind === kind)!;
const page = (who: PersonKey = 'desk') => world.ask(who, ticketPage, id);
const decide = (who: PersonKey, approval: string, over: object = {}) =>
  world.act(who, approve, id, approveInput.parse({ approval, verdict: 'approved', ...over }));
const heard = async (who: PersonKey) =>
  (await told(world, who)).filter((one) => one.ticket?.id === id).map((one) => one.type);
const settle = () => world.act('desk', resolveTicket, id, resolveInput.parse({ outcome: '已安装' }));
const tell = (text: string) => world.act('desk', answerCustomer, id, answerInput.parse({ text }));

test('a suggestion is passed to the department it concerns, whose head says within its limit what becomes of it [CONS-08]', async () => {
  const pass = inputs.passInput.parse({ departmentId: world.departments['engineering'], words: '电力容量是否足够?' });
  await assert.rejects(world.act('plumber', passOn, id, pass), { code: 'right.out_of_scope' });
  await assert.rejects(settle(), { code: 'ticket.approval_missing' });
  await world.act('desk', passOn, id, pass);
  await assert.rejects(world.act('desk', passOn, id, pass), { code: 'proposal.with_department' });
  const owed = await clock('department_answer');
  // three working days of the engineering shift; Mid-Autumn on Friday is a holiday
  assert.deepEqual([owed.owner_id, owed.due_at], [world.people.maintenance, '2026-09-24T01:00:00.000Z']);
  wait(world);
  assert.equal((await heard('maintenance'))[0], 'proposal.passed');
  assert.equal((await page()).department!.name.en, 'Engineering and maintenance');
  const answer = inputs.departmentAnswerInput.parse({ became: 'adopted', answer: '容量足够,可装四个' });
  for (const who of ['captain', 'supervisor', 'service_head', 'manager'] as const)
    await assert.rejects(world.act(who, answerForDepartment, id, answer), { code: 'right.out_of_scope' }, who);
  for (const who of ['desk', 'plumber'] as const)
    await assert.rejects(world.act(who, answerForDepartment, id, answer), { code: 'right.missing' }, who);
  const may = async (who: PersonKey) => (await world.ask(who, proposalPage, id)).can['answer']?.code ?? null;
  assert.deepEqual([await may('supervisor'), await may('maintenance')], ['right.out_of_scope', null]);
  world.at('2026-09-22T09:00+08:00');
  await world.act('maintenance', answerForDepartment, id, answer);
  assert.equal((await clock('department_answer')).outcome, 'kept');
  wait(world);
  assert.ok((await heard('desk')).includes('proposal.answered'));
  const [kept] = (await world.ask('desk', proposalPage, id)).passes;
  assert.deepEqual([kept!.became, kept!.answer, kept!.answeredBy!.name], ['adopted', '容量足够,可装四个', '赵主管']);
  const became = (await page()).fields.find((field) => field.key === 'became')!.value;
  assert.equal(became, 'adopted', 'in a field of its own');
});

test('it is reviewed by the role named and by nobody else, dated, and its stage waits for that [CONS-09]', async () => {
  const asked = await clock('approve_review');
  assert.deepEqual([asked.owner_id, asked.state], [world.people.supervisor, 'running']);
  assert.equal((await heard('supervisor')).at(-1), 'ticket.to_approve');
  await assert.rejects(world.act('desk', moveStage, id, { stage: 'reviewed' }), {
    code: 'ticket.approval_missing',
    params: { approval: 'review' },
  });
  assert.equal((await page()).nextStages.find((one) => one.key === 'reviewed')!.why?.code, 'ticket.approval_missing');
  for (const who of ['desk', 'manager', 'maintenance', 'leader'] as const)
    await assert.rejects(decide(who, 'review'), { code: 'ticket.not_approver' }, who);
  await assert.rejects(decide('manager', 'evaluation'), { code: 'ticket.approval_missing' });
  assert.equal(
    approveInput.safeParse({ approval: 'review', verdict: 'refused' }).success,
    false,
    'refused with a reason',
  );
  await decide('supervisor', 'review', { verdict: 'refused', words: '请补充用电测算' });
  assert.equal((await page()).stage.key, 'received', 'refused, it stays where it is');
  world.at('2026-09-22T10:00+08:00');
  await decide('supervisor', 'review', { words: '可行' });
  const shown = await page('supervisor');
  assert.equal(shown.stage.key, 'reviewed');
  assert.deepEqual(
    shown.approvals[0]!.decisions.map((one) => [one.verdict, one.words, one.by.name, one.role, one.at]),
    [
      ['refused', '请补充用电测算', '何主管', 'supervisor', '2026-09-22T01:00:10.000Z'],
      ['approved', '可行', '何主管', 'supervisor', '2026-09-22T02:00:00.000Z'],
    ],
  );
  assert.equal(shown.approvals[0]!.can['decide']?.code, 'ticket.approved_already');
});

test('the proposer is told at each step: that is owed too [CONS-09]', async () => {
  const due = await clock('tell_proposer');
  assert.deepEqual([due.state, due.owner_id], ['running', world.people.desk]);
  await tell('您的建议已通过审核');
  assert.equal((await clock('tell_proposer')).outcome, 'kept');
});

test('it is evaluated by benefit, cost and verdict, by the centre manager [CONS-09]', async () => {
  assert.equal((await clock('approve_evaluation')).owner_id, world.people.manager);
  await assert.rejects(decide('manager', 'evaluation'), { code: 'ticket.field_missing', params: { field: 'benefit' } });
  await world.act('desk', changeTicket, id, { fields: { benefit: '减少飞线充电' } });
  await assert.rejects(decide('manager', 'evaluation'), { code: 'ticket.field_missing', params: { field: 'cost' } });
  await world.act('desk', changeTicket, id, { fields: { cost: '三万元' } });
  await assert.rejects(decide('supervisor', 'evaluation'), { code: 'ticket.not_approver' });
  await decide('manager', 'evaluation');
  assert.equal((await page()).stage.key, 'evaluated');
  assert.equal((await clock('tell_proposer')).state, 'running');
  await tell('已通过评估,将予实施');
});

test('what is adopted is carried out by a person by a date, and is not settled before it was [CONS-09]', async () => {
  await assert.rejects(settle(), { code: 'proposal.not_realised' });
  await assert.rejects(world.act('desk', realiseProposal, id, inputs.realisedInput.parse({ result: '装好' })), {
    code: 'proposal.not_planned',
  });
  const plan = (dueAt: string) =>
    world.act(
      'desk',
      planProposal,
      id,
      inputs.planInput.parse({ personId: world.people.electrician, dueAt, words: '安装四个充电桩' }),
    );
  await assert.rejects(plan('2026-09-01T09:00:00+08:00'), { code: 'promise.in_past' });
  await plan('2026-10-09T18:00:00+08:00');
  wait(world);
  await plan('2026-10-16T18:00:00+08:00');
  const owed = await clock('carry_out');
  assert.deepEqual([owed.owner_id, owed.due_at], [world.people.electrician, '2026-10-16T10:00:00.000Z']);
  wait(world);
  assert.ok((await heard('electrician')).includes('proposal.planned'));
  await assert.rejects(settle(), { code: 'proposal.not_realised' });
  await assert.rejects(world.act('plumber', realiseProposal, id, inputs.realisedInput.parse({ result: '装好' })), {
    code: 'right.out_of_scope',
  });
  world.at('2026-10-20T10:00+08:00');
  await world.act('electrician', realiseProposal, id, inputs.realisedInput.parse({ result: '四个已通电' }));
  assert.equal((await clock('carry_out')).outcome, 'late', 'planned against actual');
  const { plans } = await world.ask('desk', proposalPage, id);
  assert.deepEqual(
    plans.map((one) => [one.dueAt, one.endedAt !== null, one.realisedAt]),
    [
      ['2026-10-09T10:00:00.000Z', true, null],
      ['2026-10-16T10:00:00.000Z', false, '2026-10-20T02:00:00.000Z'],
    ],
  );
  await settle();
  await world.act('desk', tellCustomer, id, tellInput.parse({ text: '充电桩已启用' }));
  await world.act('desk', closeTicket, id, {});
});

test('one that is not taken up ends with its reason, which its proposer hears; the register lists and counts them by state, department and period [CONS-08, CONS-09]', async () => {
  const other = (await takeInMatter(world, 'suggestion', { title: '拆除围墙', fields: { suggestion: '拆除' } })).id;
  await takeInMatter(world, 'suggestion', { title: '增设晾衣架', fields: { suggestion: '增设' } });
  await world.act('supervisor', cancelTicket, other, cancelInput.parse({ as: 'declined', reason: '规划不允许' }));
  const titles = async (ask: object) =>
    (await world.ask('supervisor', listProposals, inputs.proposalsQuery.parse(ask))).items.map((one) => one.title);
  assert.deepEqual(await titles({ state: 'declined' }), ['拆除围墙']);
  assert.deepEqual(await titles({ state: 'carried_out' }), ['加装充电桩']);
  assert.deepEqual(await titles({ state: 'received' }), ['增设晾衣架']);
  assert.deepEqual(await titles({ department: world.departments['engineering'] }), ['加装充电桩']);
  assert.deepEqual(await titles({ until: '2026-10-01T00:00:00+08:00' }), ['加装充电桩']);
  const counted = await world.ask('supervisor', countProposals, inputs.countQuery.parse({}));
  assert.deepEqual(
    [counted.total, counted.states.map(({ n }) => n)],
    [3, [1, 0, 0, 0, 1, 1]],
    'received, reviewed, evaluated, carrying out, carried out, declined',
  );
  const [line] = (await world.ask('desk', listProposals, inputs.proposalsQuery.parse({ state: 'carried_out' }))).items;
  assert.deepEqual([line!.proposer, line!.planPerson!.name, line!.became], ['陈先生', '褚电工', 'adopted']);
});
