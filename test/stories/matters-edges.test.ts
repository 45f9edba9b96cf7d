import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { changeDisturbance } from '../../src/disturbance/commands/change-disturbance.ts';
import { recordDisturbance } from '../../src/disturbance/commands/record-disturbance.ts';
import { changeInput, disturbancesQuery, recordInput } from '../../src/disturbance/inputs.ts';
import { listDisturbances } from '../../src/disturbance/list.ts';
import { addParty, removeParty } from '../../src/dispute/commands/change-parties.ts';
import { agree, takeOutcomeBack } from '../../src/dispute/commands/end-dispute.ts';
import { confirmAgreement } from '../../src/dispute/commands/look-after.ts';
import { recordAttempt } from '../../src/dispute/commands/mediate.ts';
import * as disputes from '../../src/dispute/inputs.ts';
import { disputePage } from '../../src/dispute/page.ts';
import { decideRepetition } from '../../src/improvement/commands/decide-repetition.ts';
import { openImprovement } from '../../src/improvement/commands/open-improvement.ts';
import { openImprovementInput } from '../../src/improvement/inputs.ts';
import type { Id } from '../../src/kernel/id.ts';
import { newId } from '../../src/kernel/id.ts';
import { json } from '../../src/kernel/json.ts';
import { addOffering } from '../../src/offering/commands/write-offering.ts';
import { addOfferingInput } from '../../src/offering/inputs.ts';
import { leave } from '../../src/organisation/commands/leave.ts';
import { leaveInput } from '../../src/organisation/inputs.ts';
import { planProposal } from '../../src/proposal/commands/carry-out.ts';
import { answerForDepartment, passOn } from '../../src/proposal/commands/pass-on.ts';
import * as proposals from '../../src/proposal/inputs.ts';
import { takeInMatter } from '../story.ts';
import type { PersonKey } from '../world-seed.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

let world: World;
before(async () => {
  world = await freshWorld({ at: '2026-09-21T09:00+08:00' });
});
after(() => world.drop());

const recorded = (over: object = {}) =>
  world.act('desk', recordDisturbance, recordInput.parse({ sort: 'quarrel', happened: '争吵', spot: '大厅', ...over }));
const register = async (id: string) =>
  (await world.ask('supervisor', listDisturbances, disturbancesQuery.parse({}))).items.find((one) => one.id === id)!;

test('of two who go on with a disturbance at once the second hears of it, and writes over nobody [RECP-09]', async () => {
  const id = await recorded();
  const { version } = await register(id);
  const go = (who: PersonKey, over: object) =>
    world.act(who, changeDisturbance, id, changeInput.parse({ seen: version, ...over }));
  await go('desk', { measures: '已分开劝导' });
  await assert.rejects(go('desk2', { measures: '已报警' }), { code: 'stale' });
  assert.throws(() => changeInput.parse({ measures: '已报警' }), 'what was seen is said');
  assert.equal((await register(id)).measures, '已分开劝导');
});

test('whoever was told of a disturbance stays told, and is somebody who works here [RECP-09]', async () => {
  const nobody = newId<'person'>(world.clock.now());
  await assert.rejects(recorded({ toldIds: [nobody] }), { code: 'person.not_here' });
  const id = await recorded({ toldIds: [world.people.captain] });
  const go = async (over: object) =>
    world.act('desk', changeDisturbance, id, changeInput.parse({ seen: (await register(id)).version, ...over }));
  await assert.rejects(go({ toldIds: [nobody] }), { code: 'person.not_here' });
  await go({ toldIds: [world.people.manager] });
  assert.deepEqual((await register(id)).told.map(({ name }) => name).sort(), ['卫队长', '许经理'].sort());
});

test('a suggestion goes to a department that is there, once by its id, and is carried out by somebody who works here [CONS-08] [CONS-09]', async () => {
  const { id } = await takeInMatter(world, 'suggestion', { fields: { suggestion: '加装充电桩' } });
  const pass = (over: object) => world.act('desk', passOn, id, proposals.passInput.parse({ ...over }));
  const one = newId<'proposal_pass'>(world.clock.now());
  await pass({ id: one, departmentId: world.departments['engineering'] });
  await world.act('maintenance', answerForDepartment, id, { became: 'adopted', answer: '可行' });
  await pass({ id: one, departmentId: world.departments['engineering'] });
  await assert.rejects(
    world.act('maintenance', answerForDepartment, id, { became: 'declined', answer: '不行' }),
    { code: 'proposal.answered' },
    'sent again it passes nothing twice',
  );
  const due = { dueAt: '2026-10-12T18:00:00+08:00', words: '装四个' };
  const plan = (personId: Id<'person'>) =>
    world.act('desk', planProposal, id, proposals.planInput.parse({ personId, ...due }));
  await world.act(
    'admin',
    leave,
    world.people.assistant,
    leaveInput.parse({ successorId: world.people.desk, reason: 'resigned' }),
  );
  await assert.rejects(plan(world.people.assistant), { code: 'person.not_here' });
  await close('cleaning_greening');
  await assert.rejects(pass({ departmentId: world.departments['cleaning_greening'] }), { code: 'department.unknown' });
});

/** Given up, kept for what refers to it. */
const close = (key: string) =>
  world.act(null, async ({ tx, now }) => {
    await tx.updateTable('department').set({ closed_at: now }).where('key', '=', key).execute();
  });

test('a service is done by a department that is there [WORK-08]', async () => {
  const words = { en: 'Carpet', 'zh-hans': '地毯清洗', 'zh-hant': '地毯清洗' };
  const facts = { name: words, kind: 'special_service', departmentId: world.departments['cleaning_greening'] };
  await assert.rejects(world.act('manager', addOffering, addOfferingInput.parse(facts)), {
    code: 'department.unknown',
  });
});

test('a party entered by mistake is taken out though others have met; who was met stays [COMP-15]', async () => {
  const { id } = await takeInMatter(world, 'dispute', { fields: { about: 'noise' } });
  const add = (over: object) => world.act('desk', addParty, id, disputes.partyInput.parse(over));
  const parties = async () => (await world.ask('desk', disputePage, id)).parties;
  await add({ name: '周先生' });
  await add({ name: '吴女士' });
  const [zhou, wu] = (await parties()).map((one) => one.id as Id<'dispute_party'>);
  const meeting = { parties: [zhou!, wu!], proposed: '十点后不弹琴', result: 'agreed' };
  await world.act('desk', recordAttempt, id, disputes.attemptInput.parse(meeting));
  await add({ name: '写错的人' });
  const wrong = (await parties()).find((one) => one.name === '写错的人')!.id as Id<'dispute_party'>;
  await assert.rejects(world.act('desk', removeParty, id, zhou!), { code: 'dispute.party_spoke' });
  await world.act('desk', removeParty, id, wrong);
  const terms = { terms: '十点后不弹琴', checkBy: '2026-10-12T18:00:00+08:00' };
  await world.act('desk', agree, id, disputes.agreementInput.parse(terms));
  for (const partyId of [zhou!, wu!])
    await world.act('desk', confirmAgreement, id, disputes.confirmationInput.parse({ partyId, way: 'signed' }));
  await assert.rejects(world.act('desk', takeOutcomeBack, id), { code: 'dispute.all_confirmed' }, 'it stands');
});

const action = (over: object = {}) =>
  openImprovementInput.parse({
    sort: 'both',
    departmentId: world.departments['customer_service'],
    title: '噪音投诉反复发生',
    causeSort: 'method',
    cause: '告知不到位',
    measures: [{ text: '逐户告知', personId: world.people.captain, dueAt: '2026-10-11T18:00:00+08:00' }],
    checkAt: '2026-10-21T18:00:00+08:00',
    checkById: world.people.manager,
    ...over,
  });

test('of two who answer one repetition at once one opens the action, and nothing is decided about what does not occur [ESCL-05]', async () => {
  const pattern = `ticket|${world.departments['customer_service']}|complaint|about|parking`;
  const decide = () => world.act('manager', decideRepetition, { pattern, reason: '已处理' });
  await assert.rejects(decide(), { code: 'improvement.nothing_repeated' });
  const fields = { about: 'parking', wanted_solution: '清走' };
  for (let at = 0; at < 3; at += 1) await takeInMatter(world, 'complaint', { placeId: undefined, fields });
  const two = await Promise.allSettled(
    (['manager', 'supervisor'] as const).map((who) => world.act(who, openImprovement, action({ pattern }))),
  );
  assert.deepEqual(two.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
  await assert.rejects(decide(), { code: 'improvement.nothing_repeated' }, 'the action answers it');
});

test('with an action come only records that whoever opens it may see [ESCL-05]', async () => {
  const { id } = await takeInMatter(world, 'complaint', { fields: { about: 'noise', wanted_solution: '安静' } });
  const sources = [{ type: 'ticket', id }];
  const narrowed = async () => {
    await world.act(null, async ({ tx }) => {
      const { rights } = await tx
        .selectFrom('post')
        .select('rights')
        .where('id', '=', world.posts['customer_service_supervisor']!)
        .executeTakeFirstOrThrow();
      const less = { ...(rights as Record<string, string>), 'ticket.see': 'own' };
      await tx
        .updateTable('post')
        .set({ rights: json(less) })
        .where('id', '=', world.posts['customer_service_supervisor']!)
        .execute();
    });
  };
  await world.act('supervisor', openImprovement, action({ sources }));
  await narrowed();
  await assert.rejects(world.act('supervisor', openImprovement, action({ sources })), {
    code: 'improvement.source_unknown',
  });
});
