import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import property from '../../packs/property.ts';
import type { Desk } from '../../test/desk-server.ts';
import { deskOf, deskRoutes } from '../../test/desk-server.ts';
import { told, wait } from '../../test/story.ts';
import type { World } from '../../test/world.ts';
import { freshWorld } from '../../test/world.ts';
import type { PersonKey } from '../../test/world-seed.ts';
import { openLookBook } from '../administration/look-book.ts';
import { commitmentRoutes } from '../commitment/routes.ts';
import { readFigures } from '../report/figures.ts';
import { myWork } from '../report/my-work.ts';
import { CATALOGUE } from '../webhook/catalogue.ts';
import { instant } from '../kernel/time.ts';
import { leave } from '../organisation/commands/leave.ts';
import { leaveInput } from '../organisation/inputs.ts';
import { followMembers } from './commands/begin-assessments.ts';
import { forgetOldStaffFiles } from './commands/forget-old-files.ts';
import { giveEffect } from './commands/give-effect.ts';
import { personnelRoutes } from './routes.ts';

let world: World;
let desk: Desk;
const book: { looked?: Parameters<typeof deskOf>[2] } = {};

before(async () => {
  world = await freshWorld();
  desk = await deskOf(world, [...deskRoutes, ...personnelRoutes, ...commitmentRoutes], (seen) => book.looked?.(seen));
  await world.act(null, followMembers);
});
after(async () => {
  await desk.close();
  await world.drop();
});

const send = (who: PersonKey, path: string, body: object = {}) => desk.send(who, 'POST', `/staff/${path}`, body);

async function sent(who: PersonKey, path: string, body: object = {}): Promise<Record<string, any>> {
  const answer = await send(who, path, body);
  assert.ok(answer.status < 300, JSON.stringify(answer.body));
  return answer.body;
}

async function read(who: PersonKey, path: string): Promise<Record<string, any>> {
  const answer = await desk.get(who, `/staff/${path}`);
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return answer.body;
}

const refused = async (who: PersonKey, path: string, body?: object) => {
  const { status, body: answer } = body ? await send(who, path, body) : await desk.get(who, `/staff/${path}`);
  return [status, answer.code];
};

const front = property.assessments!.find(({ key }) => key === 'front_line')!;
const marks = (mark: number, but: Record<string, [number, string]> = {}) =>
  front.indicators.map(({ key }) => ({ indicator: key, mark: but[key]?.[0] ?? mark, remark: but[key]?.[1] ?? '' }));

/** The open assessment of somebody, as whoever assesses reads it. */
async function openOf(by: PersonKey, of: PersonKey): Promise<string> {
  const { items } = await read(by, `assessments?person=${world.people[of]}`);
  return items.find((one: any) => one.submittedAt === null).id;
}

describe('assessments', () => {
  let id: string;

  test('each holder of a post with a scheme is owed an assessment of every period by the post that assesses [PERF-02]', async () => {
    const { items } = await read('supervisor', 'assessments');
    assert.deepEqual(
      items.map((one: any) => [one.person.name, one.begins, one.regularity]).toSorted(),
      [
        ['何主管', '2026-07-01', 'ahead'],
        ['吕助理', '2026-09-01', 'ahead'],
        ['李前台', '2026-09-01', 'ahead'],
        ['王前台', '2026-09-01', 'ahead'],
      ],
      'those under him, and his own',
    );
    id = items.find((one: any) => one.person.name === '王前台').id;
    assert.deepEqual(await refused('supervisor', `assessments/${id}/submit`, { marks: marks(8) }), [
      409,
      'assessment.period_not_over',
    ]);
  });

  test('when the period is over it stands in the assessor’s work, the next has begun, and late it is told upward', async () => {
    await world.until('2026-10-08T10:00+08:00');
    const mine = (await world.ask('supervisor', myWork)).groups.flatMap(({ items }) => items);
    assert.deepEqual(
      mine
        .flatMap((one) => (one.about === 'thing' && one.clock.kind === 'assess_member' ? [one.title] : []))
        .toSorted(),
      ['吕助理', '李前台', '王前台'],
    );
    const { items } = await read('supervisor', `assessments?person=${world.people.desk}`);
    assert.deepEqual(
      items.map((one: any) => [one.begins, one.regularity]),
      [
        ['2026-10-01', 'ahead'],
        ['2026-09-01', 'open'],
      ],
    );
    await world.until('2026-10-16T18:00+08:00');
    const kinds = (await told(world, 'service_head')).map(({ params }) => params['kind']);
    assert.ok(kinds.includes('assess_member'), 'whoever stands over the assessor hears that it is late');
  });

  test('scored by weighted indicators with remarks, once; the member reads and confirms his own with a comment [PERF-01] [PERF-03]', async () => {
    const submit = `assessments/${id}/submit`;
    for (const [given, code] of [
      [marks(8).slice(1), 'assessment.indicator_missing'],
      [[...marks(8), { indicator: 'luck', mark: 1, remark: '' }], 'assessment.indicator_unknown'],
      [marks(11), 'assessment.off_scale'],
      [marks(8, { image: [0, ''] }), 'assessment.remark_missing'],
    ] as const)
      assert.deepEqual(await refused('supervisor', submit, { marks: given }), [422, code]);
    assert.deepEqual(await refused('supervisor', `assessments/${id}/confirm`, {}), [409, 'assessment.not_yours']);
    assert.deepEqual(await refused('desk', `assessments/${id}/confirm`, {}), [409, 'assessment.not_submitted']);
    const given = { marks: marks(8, { image: [5, '工牌未佩戴'] }), remark: '总体良好' };
    await sent('supervisor', submit, given);
    assert.deepEqual(await refused('supervisor', submit, given), [409, 'assessment.submitted']);
    const own = await read('desk', `assessments/${id}`);
    assert.deepEqual(
      [own['score'], own['regularity'], own['remark'], own['submittedBy'].name],
      [770, 'late', '总体良好', '何主管'],
    );
    assert.equal(own['indicators'].find((one: any) => one.key === 'image').remark, '工牌未佩戴');
    wait(world);
    assert.equal((await told(world, 'desk'))[0]!.type, 'staff.assessed');
    await sent('desk', `assessments/${id}/confirm`, { comment: '以后注意' });
    assert.deepEqual(await refused('desk', `assessments/${id}/confirm`, {}), [409, 'assessment.confirmed']);
    assert.equal((await read('supervisor', `assessments/${id}`))['comment'], '以后注意');
  });

  test('regularity is counted by period, and scores by member and period [PERF-02] [PERF-03]', async () => {
    const { periods, scores } = await read('manager', 'results?period=month&from=2026-09-01&until=2026-10-01');
    assert.deepEqual(
      periods.map((one: any) => [one.begins, one.due, one.kept, one.late, one.missed, one.average]),
      [['2026-09-01', 3, 0, 1, 2, 770]],
    );
    assert.deepEqual(scores.map((one: any) => [one.person.name, one.score]).toSorted(), [
      ['吕助理', null],
      ['李前台', null],
      ['王前台', 770],
    ]);
  });

  test('schemes are changed with a reason; what runs begins anew by them, what is over is owed as it began', async () => {
    const rules = await read('manager', 'rules');
    const [first, ...rest] = rules['assessments'];
    const change = (indicators: object[]) =>
      desk.send('manager', 'PUT', '/staff/rules', {
        seen: rules['version'],
        why: '调整权重',
        assessments: [{ ...first, indicators }, ...rest],
        personnel: rules['personnel'],
      });
    const unequal = await change(first.indicators.slice(1));
    assert.deepEqual(
      [unequal.status, unequal.body.code, unequal.body.params.path],
      [422, 'assessment.weights', 'assessments.front_line.indicators'],
    );
    const [one, other, ...others] = first.indicators;
    const moved = [{ ...one, weight: one.weight - 5 }, { ...other, weight: other.weight + 5 }, ...others];
    assert.equal((await change(moved)).status, 200);
    const running = await read('supervisor', `assessments/${await openOf('supervisor', 'desk')}`);
    assert.deepEqual([running['begins'], running['indicators'][0].weight], ['2026-10-01', 15]);
    const over = (await read('supervisor', `assessments?person=${world.people.desk2}&state=due`))['items'][0];
    assert.equal((await read('supervisor', `assessments/${over.id}`))['indicators'][0].weight, 20);
  });
});

describe('findings and breaches', () => {
  test('what supervision found of somebody stands in his file with day and source, and is withdrawn with a reason [PERF-02]', async () => {
    const file = `members/${world.people.desk}/findings`;
    const found = { day: '2026-10-15', source: 'appearance', bearing: 'fault', text: '未穿工装' };
    assert.deepEqual(await refused('supervisor', file, { ...found, text: ' ' }), [422, 'input.malformed']);
    assert.deepEqual(await refused('supervisor', file, { ...found, source: 'rumour' }), [
      422,
      'staff_finding.source_unknown',
    ]);
    assert.deepEqual(await refused('supervisor', file, { ...found, day: '2026-12-01' }), [422, 'happened.in_future']);
    const { id } = await sent('supervisor', file, found);
    const [line] = (await read('desk', `records?person=${world.people.desk}&sort=finding`))['items'];
    assert.deepEqual(
      [line.day, line.by.name, line.finding.source.en, line.finding.text],
      ['2026-10-15', '何主管', 'Appearance inspection', '未穿工装'],
    );
    assert.deepEqual(await refused('desk', `findings/${id}/withdraw`, { reason: '不实' }), [
      404,
      'staff_finding.unknown',
    ]);
    await sent('supervisor', `findings/${id}/withdraw`, { reason: '记错人' });
    const [withdrawn] = (await read('manager', `records?sort=finding&from=2026-10-15&until=2026-10-16`))['items'];
    assert.deepEqual([withdrawn.finding.withdrawn.because, withdrawn.finding.withdrawn.by.name], ['记错人', '何主管']);
    assert.deepEqual((await read('manager', 'records?sort=finding&from=2026-10-16'))['items'], []);
  });

  test('a breach has rule, facts, the person’s statement, a sanction and who decided; nothing is decided unheard [PERF-06]', async () => {
    const breach = { day: '2026-10-16', rule: '员工守则 3.2 不得迟到', facts: '迟到 40 分钟' };
    assert.deepEqual(await refused('supervisor', `members/${world.people.desk}/breaches`, { ...breach, rule: '' }), [
      422,
      'input.malformed',
    ]);
    const { id } = await sent('supervisor', `members/${world.people.desk}/breaches`, breach);
    const decide = { sanction: 'oral_warning', remark: '首次' };
    assert.deepEqual(await refused('manager', `breaches/${id}/decide`, decide), [409, 'staff_breach.not_heard']);
    wait(world);
    assert.equal((await told(world, 'desk'))[0]!.type, 'staff.breach_recorded');
    assert.deepEqual(await refused('desk2', `breaches/${id}/statement`, { statement: '我也在' }), [
      404,
      'staff_breach.unknown',
    ]);
    await sent('desk', `breaches/${id}/statement`, { statement: '地铁故障' });
    assert.deepEqual(await refused('desk', `breaches/${id}/statement`, { statement: '改口' }), [
      409,
      'staff_breach.stated',
    ]);
    assert.deepEqual(await refused('supervisor', `breaches/${id}/decide`, decide), [403, 'right.missing']);
    assert.deepEqual(await refused('desk', `breaches/${id}/decide`, decide), [403, 'right.missing']);
    assert.deepEqual(await refused('manager', `breaches/${id}/decide`, { ...decide, sanction: 'exile' }), [
      422,
      'staff_breach.sanction_unknown',
    ]);
    await sent('manager', `breaches/${id}/decide`, decide);
    const [line] = (await read('desk', `records?person=${world.people.desk}&sort=breach&q=守则`))['items'];
    const { rule, facts, statement, decision } = line.breach;
    assert.deepEqual(
      [rule, facts, statement.text, statement.by.name, decision.sanction.en, decision.by.name, decision.remark],
      ['员工守则 3.2 不得迟到', '迟到 40 分钟', '地铁故障', '王前台', 'Oral warning', '许经理', '首次'],
    );
  });
});

describe('promotion, demotion, appointment, removal', () => {
  const rightsOf = async (who: PersonKey): Promise<string[]> =>
    (await world.ask(who, async ({ actor }) => actor.posts.map(({ key }) => key))).toSorted();
  const move = (over: object) => ({
    personId: world.people.assistant,
    sort: 'promotion',
    fromPostId: world.posts['customer_service_assistant'],
    toPostId: world.posts['customer_service_supervisor'],
    day: '2026-11-01',
    reason: '连续两季考核优秀',
    ...over,
  });
  let id: string;

  test('the centre manager proposes it to the company, with the records it rests on; the member hears nothing of it [PERF-01] [APRV-12]', async () => {
    for (const [over, code] of [
      [{ toPostId: null }, 'staff_move.to_post'],
      [{ fromPostId: world.posts['front_desk_clerk'] }, 'staff_move.from_not_held'],
      [{ reason: ' ' }, 'input.malformed'],
      [{ grounds: [{ type: 'staff_finding', id: world.people.desk }] }, 'staff_move.ground_unknown'],
    ] as const)
      assert.deepEqual(await refused('manager', 'moves', move(over)), [422, code]);
    assert.deepEqual(await refused('manager', 'moves', move({ toPostId: world.posts['office_head'] })), [
      403,
      'staff_move.post_not_under_you',
    ]);
    assert.deepEqual(await refused('supervisor', 'moves', move({})), [403, 'right.missing']);
    const [due] = (await read('supervisor', `assessments?person=${world.people.assistant}&state=due`))['items'];
    const grounds = [{ type: 'staff_assessment', id: due.id }];
    assert.deepEqual(await refused('manager', 'moves', move({ grounds })), [422, 'staff_move.ground_unknown']);
    await sent('supervisor', `assessments/${due.id}/submit`, { marks: marks(9) });
    id = (await sent('manager', 'moves', move({ grounds })))['id'];
    assert.deepEqual(await refused('manager', 'moves', move({})), [409, 'staff_move.under_way']);
    wait(world);
    assert.equal((await told(world, 'deputy'))[0]!.type, 'staff.move_proposed');
    assert.ok((await told(world, 'assistant')).every(({ type }) => !type.startsWith('staff.move')));
    assert.deepEqual(await refused('assistant', `moves/${id}`), [404, 'staff_move.unknown']);
    assert.deepEqual((await read('assistant', 'moves'))['items'], []);
    assert.deepEqual((await read('assistant', 'records?sort=move'))['items'], []);
    const owed = (await world.ask('deputy', myWork)).groups.flatMap(({ items }) => items);
    assert.deepEqual(
      owed.flatMap((one) => (one.about === 'thing' ? [[one.clock.kind, one.title]] : [])),
      [['decide_staff_move', '吕助理']],
    );
  });

  test('only the company’s leader or deputy decides, with a verdict and a remark; refused it says why [APRV-12]', async () => {
    const approve = { verdict: 'approved', remark: '同意' };
    for (const [who, status] of [
      ['manager', 403],
      ['service_head', 403],
      ['desk', 403],
      ['assistant', 403],
    ] as const)
      assert.equal((await send(who, `moves/${id}/decide`, approve)).status, status, who);
    assert.deepEqual(await refused('deputy', `moves/${id}/decide`, { verdict: 'refused' }), [
      422,
      'staff_move.remark_missing',
    ]);
    await sent('deputy', `moves/${id}/decide`, approve);
    assert.deepEqual(await refused('leader', `moves/${id}/decide`, approve), [409, 'staff_move.decided']);
    const decided = await read('assistant', `moves/${id}`);
    assert.deepEqual(
      decided['grounds'].map((one: any) => [one.sort, one.assessment.score]),
      [['assessment', 900]],
    );
    assert.deepEqual(
      [decided['state'], decided['verdict'], decided['decidedBy'].name, decided['remark']],
      ['ahead', 'approved', '沈副总', '同意'],
    );
    wait(world);
    assert.equal((await told(world, 'assistant'))[0]!.type, 'staff.move_yours');
    assert.ok((await told(world, 'manager')).some(({ type }) => type === 'staff.move_decided'));
  });

  test('on its day, and once, the post is given and the former one taken: rights change with it [PERF-07]', async () => {
    const due = await world.read((tx) =>
      tx.selectFrom('outbox').select(['task', 'run_at']).where('subject_id', '=', id).executeTakeFirst(),
    );
    assert.deepEqual(due, { task: 'staff.give-effect', run_at: '2026-10-31T16:00:00.000Z' });
    await world.act(null, giveEffect, id as never);
    assert.deepEqual(await rightsOf('assistant'), ['customer_service_assistant'], 'not before its day');
    await world.until('2026-11-01T00:00+08:00');
    await world.act(null, giveEffect, id as never);
    await world.act(null, giveEffect, id as never);
    assert.deepEqual(await rightsOf('assistant'), ['customer_service_supervisor']);
    const given = (await world.events({ subjectId: world.people.assistant })).filter(({ type }) =>
      type.startsWith('post.'),
    );
    assert.deepEqual(
      given.map(({ type }) => type),
      ['post.given', 'post.taken'],
    );
    const [line] = (await read('manager', 'moves?state=approved&from=2026-11-01&until=2026-11-02'))['items'];
    assert.deepEqual(
      [
        line.person.name,
        line.from.name.en,
        line.to.name.en,
        line.day,
        line.proposedBy.name,
        line.decidedBy.name,
        line.reason,
        line.state,
      ],
      [
        '吕助理',
        'Customer service assistant',
        "Owners' service supervisor",
        '2026-11-01',
        '许经理',
        '沈副总',
        '连续两季考核优秀',
        'in_effect',
      ],
    );
  });

  test('a head appoints and removes within his department himself, at once where the day has come, and nowhere else [PERF-07] [APRV-12]', async () => {
    await world.until('2026-11-02T10:00+08:00');
    const remove = { sort: 'removal', toPostId: null, day: '2026-11-02', reason: '调整岗位' };
    const [own, other] = ['desk2', 'plumber'] as const;
    const from = (who: PersonKey, post: string) => ({
      ...move(remove),
      personId: world.people[who],
      fromPostId: world.posts[post],
    });
    assert.deepEqual(await refused('service_head', 'appointments', from(other, 'repair_worker')), [
      403,
      'right.out_of_scope',
    ]);
    assert.deepEqual(await refused('service_head', 'appointments', from('service_head', 'customer_service_head')), [
      403,
      'right.out_of_scope',
    ]);
    const beyond = {
      ...from(own, 'front_desk_clerk'),
      sort: 'promotion',
      toPostId: world.posts['maintenance_supervisor'],
    };
    assert.deepEqual(await refused('service_head', 'appointments', beyond), [403, 'staff_move.beyond_department']);
    const appointed = {
      ...from(own, 'front_desk_clerk'),
      sort: 'appointment',
      fromPostId: null,
      toPostId: world.posts['form_collector'],
    };
    await sent('service_head', 'appointments', appointed);
    assert.deepEqual(await rightsOf('desk2'), ['form_collector', 'front_desk_clerk']);
    await sent('service_head', 'appointments', from(own, 'front_desk_clerk'));
    assert.deepEqual(await rightsOf('desk2'), ['form_collector']);
  });

  test('what the house refuses on the day stays with its reason, whoever decided hears of it, and it is tried again', async () => {
    const over = {
      ...move({}),
      personId: world.people.night,
      sort: 'removal',
      fromPostId: world.posts['emergency_line'],
      toPostId: null,
      day: '2026-11-02',
    };
    for (const who of ['desk', 'desk2'] as const)
      await world.database.pool.query(
        'delete from org_world.person_post where person_id = $1 and deputy_rank is not null',
        [world.people[who]],
      );
    const { id: stuck } = await sent('service_head', 'appointments', over);
    assert.deepEqual(
      [(await read('service_head', `moves/${stuck}`))['stuckBecause'], await rightsOf('night')],
      ['duty.post_left_empty', ['emergency_line']],
    );
    await world.database.pool.query('update org_world.post set never_empty = false where key = $1', ['emergency_line']);
    await sent('service_head', `moves/${stuck}/retry`);
    assert.equal((await read('service_head', `moves/${stuck}`))['state'], 'in_effect');
    assert.deepEqual(await rightsOf('night'), []);
  });

  test('the structure shows posts, holders and vacancies as they stand now [PERF-03]', async () => {
    const { items, vacant } = await read('manager', 'structure');
    const posts = items.flatMap((one: any) => one.posts);
    const of = (name: string) => posts.find((one: any) => one.name.en === name);
    assert.deepEqual(of('Customer service assistant').holders, [], 'vacant since its holder was promoted');
    assert.deepEqual(
      of("Owners' service supervisor")
        .holders.map((one: any) => one.name)
        .toSorted(),
      ['何主管', '吕助理'],
    );
    assert.equal(of("Owners' service supervisor").scheme.en, 'Heads and supervisors');
    assert.equal(vacant, posts.filter((one: any) => one.holders.length === 0).length);
  });
});

describe('whom it does not concern', () => {
  const strangers: PersonKey[] = ['desk', 'plumber', 'captain', 'cashier'];

  for (const who of strangers)
    test(`${who} gets neither list nor file nor record of a colleague`, async () => {
      const of = world.people.desk2;
      assert.deepEqual((await read(who, 'members'))['items'].map((one: any) => one.person.id).includes(of), false);
      assert.deepEqual(await refused(who, `members/${of}`), [403, 'right.out_of_scope']);
      for (const list of ['records', 'assessments', 'moves'])
        assert.deepEqual((await read(who, `${list}?person=${of}`))['items'], [], list);
      const results = await read(who, 'results?period=month&from=2026-01-01&until=2027-01-01');
      assert.ok(results['scores'].every((one: any) => one.person.id !== of));
      assert.equal((await desk.get(who, `/staff/members/${of}/looks`)).status, 403);
      assert.equal(
        (
          await send(who, `members/${of}/findings`, {
            day: '2026-11-01',
            source: 'supervision',
            bearing: 'fault',
            text: '不',
          })
        ).status,
        403,
      );
    });

  test('a colleague of the same rank reads nothing of another, nor who stands under somebody of who stands over him', async () => {
    for (const [who, of] of [
      ['supervisor', 'assistant'],
      ['assistant', 'supervisor'],
      ['supervisor', 'service_head'],
      ['maintenance', 'captain'],
      ['manager', 'office'],
      ['admin', 'desk'],
    ] as const)
      assert.equal((await desk.get(who, `/staff/members/${world.people[of]}`)).status, 403, `${who} of ${of}`);
    assert.equal((await desk.get('leader', `/staff/members/${world.people.deputy}`)).status, 200);
    assert.equal((await desk.get('deputy', `/staff/members/${world.people.leader}`)).status, 403);
  });

  test('no figure counts what is owed about staff, no clock of it opens, nothing is said live or to other systems', async () => {
    const { id, kind } = await world.read((tx) =>
      tx
        .selectFrom('commitment')
        .select(['id', 'kind'])
        .where('subject_type', '=', 'staff_assessment')
        .executeTakeFirstOrThrow(),
    );
    for (const who of ['desk', 'office', 'leader'] as const)
      assert.equal((await desk.get(who, `/commitments/${id}/explanation`)).body.code, 'commitment.unknown', who);
    const year = { from: '2026-01-01T00:00:00.000Z', until: '2027-01-01T00:00:00.000Z' };
    const figures = await world.ask('leader', readFigures, year as never);
    assert.ok(!JSON.stringify(figures).includes(kind));
    const announced = world.announced.flatMap(({ changed }) => [...changed.values()]);
    assert.ok(announced.length > 0 && announced.every((type) => !type.startsWith('staff_')));
    assert.ok(Object.keys(CATALOGUE).every((type) => !type.startsWith('staff')));
    const { rows } = await world.database.pool.query(
      `select subject_type from org_world.search_entry where subject_type like 'staff%'`,
    );
    assert.deepEqual(rows, []);
  });

  test('it is kept who looked into a file: the member sees it, and whoever keeps the files', async () => {
    const looks = openLookBook({ database: world.database, log: (line) => assert.fail(line) });
    book.looked = looks.saw;
    await desk.get('manager', `/staff/members/${world.people.desk}`);
    await desk.get('manager', `/staff/members/${world.people.desk}`);
    await desk.get('desk', `/staff/members/${world.people.desk}`);
    await looks.write();
    const { items } = await read('desk', `members/${world.people.desk}/looks`);
    assert.deepEqual(
      items.map((one: any) => one.person.name),
      ['许经理'],
      'himself he need not be told of',
    );
    assert.equal((await desk.get('manager', `/staff/members/${world.people.desk}/looks`)).status, 403);
    assert.equal((await desk.get('leader', `/staff/members/${world.people.desk}/looks`)).status, 200);
  });
});

test('of somebody who left long ago the file goes; that he was appointed and removed stays in the register', async () => {
  const id = world.people.desk2;
  const gone = { successorId: world.people.desk, reason: 'resigned' as const };
  await world.act('admin', leave, id, leaveInput.parse(gone));
  const most = { after: null, most: 10 };
  const before = (moment: string) => ({ ...most, before: instant(moment) });
  assert.equal((await world.act(null, forgetOldStaffFiles, before('2026-11-01T00:00:00Z'))).n, 0, 'not so long ago');
  assert.equal((await world.act(null, forgetOldStaffFiles, before('2027-11-03T00:00:00Z'))).n, 1);
  assert.deepEqual((await read('leader', `assessments?person=${id}`))['items'], []);
  const { items } = await read('leader', `moves?person=${id}`);
  assert.deepEqual(
    items.map((one: any) => [one.reason, one.state]),
    [
      ['—', 'in_effect'],
      ['—', 'in_effect'],
    ],
  );
  assert.equal((await world.act(null, forgetOldStaffFiles, before('2027-11-03T00:00:00Z'))).n, 0, 'once');
});
