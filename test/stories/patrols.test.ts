import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Id } from '../../src/kernel/id.ts';
import { newId } from '../../src/kernel/id.ts';
import { domainRoutes } from '../../src/routes.ts';
import type { Desk } from '../desk-server.ts';
import { deskOf } from '../desk-server.ts';
import { doorsOf } from '../doors.ts';
import { begin, clocksAbout, hire, ticketNow, told, wait } from '../story.ts';
import type { PersonKey } from '../world-seed.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

/** Who goes and looks: unplanned patrols, prescribed points, vacant units, and tenants at their homes. */

let world: World;
let desk: Desk;
let permits: PersonKey;
before(async () => {
  // Monday, half past eight: the reception opens
  world = await freshWorld({ at: '2026-09-21T08:30+08:00' });
  await begin(world);
  desk = await deskOf(world, domainRoutes);
  permits = await hire(world, 'permits', 'permits_keys_assistant');
  await world.fire();
});
after(async () => {
  await desk.close();
  await world.drop();
});

type Row = Record<string, any>;
const { post, read } = doorsOf(() => desk);
const items = async (who: PersonKey, path: string): Promise<Row[]> => (await read(who, path))['items'];
const codeOf = async (who: PersonKey, path: string, body: object): Promise<[string, string]> => {
  const { status, body: answer } = await desk.send(who, 'POST', path, body);
  return status < 300 ? ['done', ''] : [answer['code'], answer['params']?.path ?? ''];
};
const planOf = async (key: string): Promise<Row> =>
  (await items('supervisor', '/round-plans')).find((p) => p['key'] === key)!;
const report = (who: PersonKey, id: string, line: string, over: object = {}) =>
  codeOf(who, `/rounds/${id}/results`, { line, result: 'ok', ...over });
const ownedBy = (ticket: { owner_id: string; offered_to_id: string | null }) => ticket.offered_to_id ?? ticket.owner_id;
const findings = (query: string, who: PersonKey = 'manager') => items(who, `/round-findings?${query}`);

test('a patrol of the street is begun whenever somebody goes, and what he would have improved goes to the department concerned, which owes an answer by a day [PTRL-01]', async (t) => {
  const plan = await planOf('street_patrol');
  const lines = ['public_facilities', 'equipment', 'security', 'greening', 'cleaning'];
  let patrol = '';

  await t.test(
    'nothing of it is owed by itself; the manager, heads and assistants may begin one, others not',
    async () => {
      assert.deepEqual(
        [plan['content'].every, plan['content'].lines.map((line: Row) => line['key'])],
        ['unplanned', lines],
      );
      assert.deepEqual(await items('supervisor', `/rounds?plan=${plan['id']}&state=open`), []);
      const may = async (who: PersonKey) => (await items(who, '/patrols'))[0]!['can'].begin?.code ?? null;
      for (const who of [
        permits,
        'assistant',
        'manager',
        'service_head',
        'maintenance',
        'captain',
        'cleaning',
      ] as const)
        assert.equal(await may(who), null, who);
      for (const who of ['desk', 'guard', 'plumber'] as const) {
        assert.equal(await may(who), 'round.not_your_patrol', who);
        assert.equal(await post(who, '/patrols', { planId: plan['id'] }), 'round.not_your_patrol', who);
      }
      const daily = await planOf('public_areas');
      assert.equal(
        await post(permits, '/patrols', { planId: daily['id'] }),
        'round_plan.unknown',
        'a planned one is not',
      );
      const id = newId<'round'>(world.clock.now());
      patrol = id;
      for (const time of [1, 2])
        assert.equal(await post(permits, '/patrols', { id, planId: plan['id'] }), 'done', `sent ${time} times`);
      assert.equal(await post('manager', '/patrols', { planId: plan['id'] }), 'done', 'two on one day, each his own');
      const rounds = await items('supervisor', `/rounds?plan=${plan['id']}`);
      assert.deepEqual(rounds.map((one) => one['keeper'].name).toSorted(), ['permits先生', '许经理'].toSorted());
      const [owed] = await clocksAbout(world, id);
      assert.deepEqual(
        [owed!.owner_id, owed!.due_at, owed!.state],
        [world.people[permits], '2026-09-21T16:00:00.000Z', 'running'],
        'to be completed on the same day',
      );
      assert.deepEqual(await report('assistant', id, 'greening'), ['round.not_yours', ''], 'it is his');
    },
  );

  await t.test(
    'a finding needs what is suggested; it is passed to the department of its point, whose head owes the answer',
    async () => {
      const fault = { result: 'fault', note: '东门绿篱枯死约五米' };
      assert.deepEqual(await report(permits, patrol, 'greening', fault), ['round.way_missing', 'way']);
      const wrongly = { ...fault, way: 'handled', measures: '已补种' };
      assert.deepEqual(
        await report(permits, patrol, 'greening', wrongly),
        ['round.way_missing', 'way'],
        'not this way here',
      );
      assert.deepEqual(await report(permits, patrol, 'greening', { ...fault, way: 'suggested' }), [
        'round.measures_missing',
        'measures',
      ]);
      const suggested = { ...fault, way: 'suggested', measures: '补种红叶石楠' };
      assert.deepEqual(await report(permits, patrol, 'greening', { ...suggested, answerBy: '2026-09-21T00:00:00Z' }), [
        'promise.in_past',
        'answerBy',
      ]);
      const answerBy = '2026-09-23T09:00:00.000Z';
      assert.deepEqual(await report(permits, patrol, 'greening', { ...suggested, answerBy }), ['done', '']);
      for (const line of ['public_facilities', 'equipment', 'cleaning'])
        assert.deepEqual(await report(permits, patrol, line), ['done', '']);
      const lamp = { result: 'fault', note: '巷口监控有死角', way: 'suggested', measures: '加装一路摄像头' };
      assert.deepEqual(await report(permits, patrol, 'security', lamp), ['done', '']);
      assert.equal(await post(permits, `/rounds/${patrol}/complete`), 'done');
      assert.deepEqual(await report(permits, patrol, 'cleaning'), ['round.completed', '']);

      const found = await findings('way=suggested');
      assert.deepEqual(
        found.map((one) => [
          one['line'],
          one['note'],
          one['measures'],
          one['by'].name,
          one['answer'].department.name.en,
        ]),
        [
          ['security', '巷口监控有死角', '加装一路摄像头', 'permits先生', 'Security'],
          ['greening', '东门绿篱枯死约五米', '补种红叶石楠', 'permits先生', 'Cleaning and greening'],
        ],
      );
      const { followUp, answer } = found[1]!;
      const ticket = await ticketNow(world, followUp.id as Id<'ticket'>);
      assert.deepEqual(
        [ticket.kind, ticket.need, ticket.fields['suggestion'], ticket.department_id, ticket.owner_id],
        [
          'patrol_suggestion',
          '东门绿篱枯死约五米',
          '补种红叶石楠',
          world.departments['cleaning_greening'],
          world.people[permits],
        ],
      );
      assert.equal(answer.dueAt, answerBy);
      const owed = async () => (await clocksAbout(world, ticket.id)).find(({ kind }) => kind === 'department_answer')!;
      assert.deepEqual([(await owed()).owner_id, (await owed()).due_at], [world.people.cleaning, answerBy]);
      assert.ok(found[0]!['answer'].dueAt > world.clock.now(), 'where no day is named, by the limit of the house');
      wait(world);
      assert.ok(
        (await told(world, 'cleaning')).some((one) => one.ticket?.id === ticket.id),
        'its head hears of it',
      );
    },
  );

  await t.test(
    'unanswered it turns late by itself; only the department answers, its answer stands in the list, and the patroller is told',
    async () => {
      const late = () => findings('answer=late');
      assert.deepEqual(await late(), []);
      await world.until('2026-09-23T17:01+08:00');
      const [overdue] = (await late()).filter((one) => one['line'] === 'greening');
      assert.deepEqual([overdue!['answer'].isLate, overdue!['answer'].became], [true, null]);
      const path = `/tickets/${overdue!['followUp'].id}/proposal/answer`;
      const answer = { became: 'partly', answer: '本周先补种东门，其余列入秋季计划' };
      for (const who of ['captain', 'desk', permits] as const)
        assert.match(await post(who, path, answer), /^right\./, who);
      assert.equal(await post('cleaning', path, answer), 'done');
      const [answered] = await findings('answer=answered');
      const { became, words, by, at, isLate } = answered!['answer'];
      assert.deepEqual(
        [became, words, by.name, typeof at, isLate],
        ['partly', answer.answer, '韩主管', 'string', false],
      );
      assert.equal(
        (await late()).some((one) => one['line'] === 'greening'),
        false,
      );
      const owed = (await clocksAbout(world, overdue!['followUp'].id)).find(
        ({ kind }) => kind === 'department_answer',
      )!;
      assert.equal(owed.outcome, 'late');
      wait(world);
      assert.ok((await told(world, permits)).some(({ type }) => type === 'proposal.answered'));
      const [waiting] = await findings('answer=waiting');
      assert.equal(waiting!['line'], 'security');
      assert.deepEqual(
        (await findings(`department=${world.departments['security']}`)).map((one) => one['line']),
        ['security'],
      );
    },
  );

  await t.test('begun and not finished it is missed, as every round', async () => {
    const [missed, ...more] = await items('supervisor', `/rounds?plan=${plan['id']}&state=missed`);
    assert.deepEqual([missed!['keeper'].name, missed!['state'], more], ['许经理', 'late', []]);
  });
});

test('public areas are patrolled by their prescribed points, and of each finding is recorded whether it was handled on the spot or reported upward, and to whom [PTRL-03]', async (t) => {
  const plan = await planOf('public_areas');
  const points = plan['content'].lines.map((line: Row) => line['key']) as string[];
  await world.until('2026-09-24T09:00+08:00');
  const open = async () =>
    (await items('assistant', `/rounds?plan=${plan['id']}&state=open&from=2026-09-23T16:00:00Z`))[0]!;
  const id = (await open())['id'] as string;
  const fault = { result: 'fault', note: '地砖松动' };

  await t.test('every day, owed by its post, and only those at it write results', async () => {
    const round = await open();
    assert.deepEqual([round['begins'], round['dueAt'], round['lines']], ['2026-09-24', '2026-09-24T08:00:00.000Z', 6]);
    assert.deepEqual(await report('desk', id, points[0]!), ['round.not_yours', '']);
    assert.deepEqual(await report('assistant', id, 'roof'), ['round.line_unknown', '']);
  });

  await t.test('a finding says which of the two, with what was done or to whom above it was reported', async () => {
    const tried = (over: object) => report('assistant', id, 'main_gate', { ...fault, ...over });
    assert.deepEqual(await tried({}), ['round.way_missing', 'way']);
    assert.deepEqual(await tried({ note: '', way: 'handled', measures: '已加固' }), ['round.fault_unsaid', 'note']);
    assert.deepEqual(await tried({ way: 'suggested', measures: '换砖' }), ['round.way_missing', 'way']);
    assert.deepEqual(await tried({ way: 'handled' }), ['round.measures_missing', 'measures']);
    assert.deepEqual(await tried({ way: 'reported' }), ['round.reported_to_missing', 'reportedToId']);
    const supervisor = world.people.supervisor;
    assert.deepEqual(await tried({ way: 'handled', measures: '已加固', reportedToId: supervisor }), [
      'round.not_reported',
      'reportedToId',
    ]);
    for (const who of ['assistant', 'desk', 'plumber'] as const)
      assert.deepEqual(await tried({ way: 'reported', reportedToId: world.people[who] }), [
        'round.not_above',
        'reportedToId',
      ]);
    const inOrder = { result: 'ok', note: '', way: 'handled', measures: '无' };
    assert.deepEqual(await tried(inOrder), ['round.no_way', 'way'], 'nothing to do where nothing is wrong');
    const { above } = await read('assistant', `/rounds/${id}`);
    const names = above.map((one: Row) => one['name']);
    assert.ok(names.includes('何主管') && names.includes('许经理') && !names.includes('吕助理'), names.join());
  });

  await t.test('handled on the spot it leads to nothing more, and what was said before stays readable', async () => {
    const tickets = async () => (await world.read((tx) => tx.selectFrom('ticket').select('id').execute())).length;
    const before = await tickets();
    const handled = { ...fault, way: 'handled', measures: '用水泥固定' };
    assert.deepEqual(await report('assistant', id, 'main_gate', handled), ['done', '']);
    assert.equal(await tickets(), before);
    world.clock.advance(60_000);
    assert.deepEqual(await report('assistant', id, 'main_gate', { ...handled, measures: '用水泥固定并设警示' }), [
      'done',
      '',
    ]);
    const gate = (await read('assistant', `/rounds/${id}`))['parts'].find((one: Row) => one['key'] === 'main_gate');
    assert.deepEqual(
      [gate.ways, gate.result.way, gate.result.measures, gate.result.reportedTo, gate.followUp],
      [['handled', 'reported'], 'handled', '用水泥固定并设警示', null, null],
    );
    assert.deepEqual(
      gate.former.map((one: Row) => [one['measures'], one['by'].name]),
      [['用水泥固定', '吕助理']],
    );
  });

  await t.test('reported upward it is a matter offered to whom it was reported, who hears of it', async () => {
    const up = { result: 'fault', note: '消防通道被占用', way: 'reported', reportedToId: world.people.supervisor };
    assert.deepEqual(await report('assistant', id, 'stairs_corridors', up), ['done', '']);
    const [one] = await findings('way=reported');
    const ticket = await ticketNow(world, one!['followUp'].id as Id<'ticket'>);
    assert.deepEqual([ownedBy(ticket), ticket.need], [world.people.supervisor, '消防通道被占用']);
    wait(world);
    assert.ok((await told(world, 'supervisor')).some((note) => note.ticket?.id === ticket.id));
    const corrected = { ...up, note: '三楼消防通道被占用' };
    assert.deepEqual(await report('assistant', id, 'stairs_corridors', corrected), ['done', '']);
    const still = await findings('way=reported');
    assert.deepEqual(
      still.map((row) => row['followUp'].id),
      [ticket.id],
      'corrected it is the same matter',
    );
  });

  await t.test('findings are listed by point, way, whom they were reported to, who found them and when', async () => {
    for (const point of points.filter((key) => !['main_gate', 'stairs_corridors'].includes(key)))
      assert.deepEqual(await report('assistant', id, point), ['done', '']);
    assert.equal(await post('assistant', `/rounds/${id}/complete`), 'done');
    const notes = async (query: string) => (await findings(query)).map((one) => one['note']);
    const both = ['三楼消防通道被占用', '地砖松动'];
    assert.deepEqual(await notes(`plan=${plan['id']}`), both);
    assert.deepEqual(await notes(`plan=${plan['id']}&way=handled`), ['地砖松动']);
    assert.deepEqual(await notes(`plan=${plan['id']}&line=stairs_corridors`), ['三楼消防通道被占用']);
    assert.deepEqual(await notes(`reportedTo=${world.people.supervisor}`), ['三楼消防通道被占用']);
    assert.deepEqual(await notes(`reportedTo=${world.people.manager}`), []);
    assert.deepEqual(await notes(`person=${world.people.assistant}`), both);
    assert.deepEqual(await notes(`person=${world.people.desk}`), []);
    assert.deepEqual(await notes('from=2026-09-24T00:00:00Z&until=2026-09-25T00:00:00Z'), both);
    assert.deepEqual(await notes(`plan=${plan['id']}&until=2026-09-24T00:00:00Z`), []);
    const first = await read('manager', '/round-findings?limit=1');
    const second = await read('manager', `/round-findings?limit=1&after=${first['next']}`);
    assert.deepEqual([first['items'][0].note, second['items'][0].note], both, 'page by page');
    assert.deepEqual(await findings('way=handled', 'fitter'), [], 'whom it does not concern sees none');
  });

  await t.test('a checklist may not suggest to nobody', async () => {
    const { content, post: walker } = plan as Row;
    const lines = content.lines.map((line: Row) => ({ ...line, ways: ['suggested'] }));
    const { faults } = (
      await desk.send('manager', 'POST', '/round-plans/public_areas/preview', {
        content: { ...content, lines },
        postId: walker.id,
      })
    ).body;
    assert.deepEqual(
      faults.map((one: Row) => one['code']),
      ['round.department_missing'],
    );
  });
});
