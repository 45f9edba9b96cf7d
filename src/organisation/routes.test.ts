import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { z } from 'zod';
import type { Answer, Desk } from '../../test/desk-server.ts';
import { deskOf } from '../../test/desk-server.ts';
import { PROVEN } from '../../test/story.ts';
import type { World } from '../../test/world.ts';
import { freshWorld } from '../../test/world.ts';
import type { PersonKey } from '../../test/world-seed.ts';
import { newId } from '../kernel/id.ts';
import { explain } from '../ticket/commands/add-note.ts';
import { resolveTicket } from '../ticket/commands/resolve-ticket.ts';
import { resolveInput } from '../ticket/inputs.ts';
import { openTicket } from '../ticket/commands/open-ticket.ts';
import { ticketPage } from '../ticket/page.ts';
import type { OpenTicket } from '../ticket/inputs.ts';
import type { effectOut } from '../pack/effect-shapes.ts';
import { kindDefinitionOut, settingsDefinitionOut } from '../pack/definitions-view.ts';
import { kindChangeRoutes } from '../administration/kind-routes.ts';
import { definitionRoutes } from '../pack/routes.ts';
import { calendarsOut, calendarVersionsOut } from './calendars-view.ts';
import { centresOut, departmentsOut } from './departments-view.ts';
import { peopleOut, personOut } from './people-view.ts';
import { postsOut } from './posts-view.ts';
import { organisationRoutes } from './routes.ts';

let world: World;
let desk: Desk;
before(async () => {
  world = await freshWorld();
  desk = await deskOf(world, [...organisationRoutes, ...definitionRoutes, ...kindChangeRoutes]);
});
after(async () => {
  await desk.close();
  await world.drop();
});

/** A refusal, unless said what is expected. */
const send = <Body = { code: string }>(...asked: Parameters<Desk['send']>): Promise<Answer<Body>> =>
  desk.send<Body>(...asked);

/** Reads what must be there, in the shape that was promised. */
async function read<Shape extends z.ZodType>(who: PersonKey, url: string, shape: Shape): Promise<z.output<Shape>> {
  const answer = await send<unknown>(who, 'GET', url);
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return shape.parse(answer.body);
}

/** What must be there. */
function there<Thing>(thing: Thing | null | undefined): Thing {
  assert.ok(thing !== null && thing !== undefined);
  return thing;
}

test('the supervisor sees everybody with posts, duty and open load', async () => {
  const { items } = await read('supervisor', '/people?limit=200', peopleOut);
  assert.equal(items.length, Object.keys(world.people).length);
  const plumber = there(items.find((one) => one.id === world.people.plumber));
  assert.equal(plumber.posts[0]?.key, 'repair_worker');
  assert.equal(plumber.posts[1]?.deputyRank, 1);
  assert.deepEqual([plumber.openTickets, plumber.openWorkOrders], [0, 0]);
  assert.equal(plumber.username, null, 'a user name is not for everybody');
  assert.equal(plumber.can['edit']?.code, 'right.missing');
  const self = there(items.find((one) => one.id === world.people.supervisor));
  assert.equal(self.username, 'supervisor');
});

test('the people come in pages, each once', async () => {
  const seen: string[] = [];
  for (let next: string | null = ''; next !== null;) {
    const body: z.output<typeof peopleOut> = await read(
      'admin',
      `/people?limit=7${next ? `&after=${encodeURIComponent(next)}` : ''}`,
      peopleOut,
    );
    seen.push(...body.items.map((one) => one.id));
    next = body.next;
  }
  assert.equal(seen.length, Object.keys(world.people).length);
  assert.equal(new Set(seen).size, seen.length);
});

test('people are found by department, by duty and by part of a name; a per cent sign is no wildcard', async () => {
  const count = async (query: string) => (await read('admin', `/people?${query}`, peopleOut)).items.length;
  assert.equal(await count(`q=${encodeURIComponent('师傅')}`), 2);
  assert.equal(await count('q=%25'), 0);
  assert.equal(await count(`department=${world.departments['security']}`), 2);
  await send('guard', 'POST', '/me/duty', { on: false });
  assert.equal(await count(`state=on_duty&department=${world.departments['security']}`), 1);
});

test('an outside firm sees itself and nobody else', async () => {
  const { items } = await read('lift', '/people', peopleOut);
  assert.deepEqual(
    items.map((one) => one.id),
    [world.people.lift],
  );
  assert.equal((await send('lift', 'GET', `/people/${world.people.desk}`)).status, 404);
});

test('duty is switched with one key, and the emergency line answers why not [RECP-08]', async () => {
  for (const who of ['desk', 'desk2'] as const)
    assert.equal((await send(who, 'POST', '/me/duty', { on: false })).status, 200);
  const alone = await send('night', 'POST', '/me/duty', { on: false });
  assert.deepEqual([alone.status, alone.body.code], [409, 'duty.post_left_empty']);
  const covered = await send('night', 'POST', '/me/duty', { on: false, coverId: world.people.desk });
  assert.equal(covered.status, 200);
  assert.equal((await read('admin', `/people/${world.people.desk}`, personOut)).onDuty, true);
});

test('a reason for an absence is told to whoever keeps the people, and not to colleagues', async () => {
  const body = { id: newId<'absence'>(world.clock.now()), from: world.clock.now(), reason: '手术' };
  assert.equal((await send('fitter', 'POST', `/people/${world.people.fitter}/absences`, body)).status, 201);
  assert.equal((await read('admin', `/people/${world.people.fitter}`, personOut)).absence?.reason, '手术');
  assert.equal((await read('desk2', `/people/${world.people.fitter}`, personOut)).absence?.reason, null);
  assert.equal((await send('fitter', 'POST', `/absences/${body.id}/end`)).status, 200);
  assert.equal((await read('desk2', `/people/${world.people.fitter}`, personOut)).absence, null);
});

test('a person is added, changed on the version seen, and refused when it was not the last', async () => {
  const id = newId<'person'>(world.clock.now());
  const added = await send<z.output<typeof personOut>>('admin', 'POST', '/people', {
    id,
    username: 'New.One',
    name: '周新',
    posts: [{ postId: world.posts['front_desk_clerk'] }],
  });
  assert.deepEqual([added.status, added.body.username, added.body.posts.length], [201, 'new.one', 1]);
  const change = (seen: number) => send('admin', 'PATCH', `/people/${id}`, { name: '周新新', seen });
  assert.equal((await change(added.body.version)).status, 200);
  assert.deepEqual((await change(added.body.version)).body.code, 'stale');
  const unknown = await send('admin', 'PATCH', `/people/${id}`, { salary: 1, seen: added.body.version + 1 });
  assert.equal(unknown.status, 422);
});

test('departments come with heads and load, posts with people, centres with where to complain', async () => {
  const departments = (await read('manager', '/departments', departmentsOut)).items;
  const engineering = there(departments.find((one) => one.key === 'engineering'));
  assert.deepEqual(
    engineering.heads.map((one) => one.id),
    [world.people.maintenance],
  );
  assert.equal(engineering.people, 4);
  const posts = (await read('manager', '/posts', postsOut)).items;
  const line = there(posts.find((one) => one.key === 'emergency_line'));
  assert.deepEqual([line.neverEmpty, line.people.length], [true, 3]);
  const own = there(posts.find((one) => one.key === 'front_desk_clerk'));
  const above = there(posts.find((one) => one.key === 'company_leader'));
  assert.equal(own.can['change'], null);
  assert.equal(above.can['change']?.code, 'right.above_own');
  const centre = there((await read('desk2', '/centres', centresOut)).items[0]);
  const changed = await send('manager', 'PATCH', `/centres/${centre.id}`, {
    complaintLine: '0755-12345678',
    seen: centre.version,
  });
  assert.equal(changed.status, 200);
  assert.equal((await read('desk2', '/centres', centresOut)).items[0]?.complaintLine, '0755-12345678');
});

test('a post is closed only when nobody holds it and nobody stands below it', async () => {
  const close = async (key: string) => {
    const post = there((await read('admin', '/posts', postsOut)).items.find((one) => one.key === key));
    return send('admin', 'PATCH', `/posts/${post.id}`, { closed: true, seen: post.version, why: '合并岗位' });
  };
  assert.equal((await close('cashier')).body.code, 'post.still_held');
  const id = newId<'post'>(world.clock.now());
  const post = {
    id,
    key: 'gardener',
    centreId: world.centreId,
    name: { en: 'Gardener', 'zh-hans': '绿化工', 'zh-hant': '園藝工' },
    departmentId: world.departments['cleaning_greening'],
    role: 'worker',
    superiorPostId: world.posts['cleaning_supervisor'],
    neverEmpty: false,
    mostDeputies: 1,
    rights: { 'work_order.see': 'department' },
  };
  assert.equal((await send('admin', 'POST', '/posts', post)).status, 201);
  assert.equal(
    (await send('admin', 'POST', '/posts', { ...post, id: newId('2026-10-01T00:00:00.000Z' as never) })).body.code,
    'post.key_taken',
  );
  assert.equal((await close('gardener')).status, 200);
});

test('a department with open work, posts or kinds of its own stays open', async () => {
  const departments = (await read('admin', '/departments', departmentsOut)).items;
  const engineering = there(departments.find((one) => one.key === 'engineering'));
  const close = await send('admin', 'PATCH', `/departments/${engineering.id}`, {
    closed: true,
    seen: engineering.version,
    why: '外包',
  });
  assert.equal(close.body.code, 'department.has_posts');
});

test('reception hours are a calendar with versions, who changed it and why [RECP-01]', async () => {
  const { items } = await read('desk2', '/calendars', calendarsOut);
  const before = there(items.find((one) => one.key === 'reception'));
  assert.equal(before.isReception, true);
  assert.deepEqual(before.rules.weekly['1'], [{ from: '08:30', to: '18:00' }]);
  assert.equal(before.lacksYear, null, 'in September nobody knows the next year');
  const rules = { ...before.rules, weekly: { ...before.rules.weekly, 6: [{ from: '09:00', to: '18:00' }] } };
  const url = `/calendars/${before.id}`;
  assert.equal((await send('desk2', 'PUT', url, { rules, why: 'x', seen: before.version })).status, 403);
  assert.equal((await send<{ moves: number }>('manager', 'POST', `${url}/preview`, { rules })).body.moves, 0);
  const changed = await send('manager', 'PUT', url, { rules, why: '周六延长', seen: before.version });
  assert.deepEqual(changed.body, { version: 2 });
  assert.equal(
    (await send('manager', 'PUT', url, { rules, why: '周六延长', seen: before.version })).body.code,
    'stale',
  );
  const versions = (await read('desk2', `${url}/versions`, calendarVersionsOut)).items;
  assert.deepEqual(
    versions.map((one) => [one.version, one.by, one.why]),
    [
      [2, '许经理', '周六延长'],
      [1, null, null],
    ],
  );
  const overlapping = {
    ...rules,
    weekly: { ...rules.weekly, 6: [...rules.weekly[6], { from: '10:00', to: '11:00' }] },
  };
  const refused = await send('manager', 'PUT', url, { rules: overlapping, why: 'x', seen: 2 });
  assert.deepEqual([refused.status, refused.body.code], [422, 'calendar.spans_overlap']);
});

test('a limit is looked at, tried and changed; whoever may not is refused [COMP-19]', async () => {
  const { version, kind, versions } = await read('manager', '/kinds/complaint', kindDefinitionOut);
  assert.equal(versions.length, 1);
  const tighter = structuredClone(kind);
  there(tighter.commitments.find((rule) => rule.kind === 'first_answer')).limit.allowance.text = 'PT2H';
  const preview = await send<z.output<typeof effectOut>>('manager', 'POST', '/kinds/complaint/preview', {
    kind: tighter,
  });
  assert.deepEqual(preview.body.changes, [
    { path: 'commitments.first_answer.limit.allowance.text', before: 'PT4H', after: 'PT2H' },
  ]);
  assert.deepEqual(preview.body.faults, []);
  const body = { kind: tighter, seen: version, why: '投诉首次答复提速' };
  assert.equal((await send('desk2', 'PUT', '/kinds/complaint', body)).status, 403);
  assert.deepEqual((await send('manager', 'PUT', '/kinds/complaint', body)).body, { version: 2, moveId: null });
  assert.equal((await send('manager', 'PUT', '/kinds/leak', { ...body, seen: 2 })).body.code, 'kind.other_key');
  world.at('2026-09-28T09:10+08:00');
  const opened = await world.act('desk', openTicket, {
    kind: 'complaint',
    title: '水泵噪音',
    need: '',
    channel: 'phone',
    callerName: '陈先生',
    fields: { about: 'noise' },
  } as OpenTicket);
  const clock = await world.read((tx) =>
    tx
      .selectFrom('commitment')
      .select(['allowance', 'due_at'])
      .where('ticket_id', '=', opened.id)
      .where('kind', '=', 'first_answer')
      .executeTakeFirstOrThrow(),
  );
  assert.deepEqual(clock, { allowance: 'PT2H', due_at: '2026-09-28T03:10:00.000Z' });
  tighter.stages = tighter.stages.slice(0, 3);
  const broken = await send<z.output<typeof effectOut>>('manager', 'POST', '/kinds/complaint/preview', {
    kind: tighter,
  });
  assert.ok(broken.body.faults.some((fault) => fault.code === 'pack.stage_class_missing'));
  const settings = await read('manager', '/settings', settingsDefinitionOut);
  const quiet = { ...settings.settings, quietHours: null };
  const effect = await send<z.output<typeof effectOut>>('manager', 'POST', '/settings/preview', { settings: quiet });
  assert.deepEqual(
    effect.body.changes.map((one) => [one.path, one.after]),
    [['quietHours', null]],
  );
  const saved = await send('manager', 'PUT', '/settings', { settings: quiet, seen: settings.version, why: '夜班' });
  assert.deepEqual(saved.body, { version: settings.version + 1 });
});

test('a complaint policy says by when, who answers and what measures it takes; every complaint after it is held to it [COMP-19]', async () => {
  const { kind, version } = await read('manager', '/kinds/complaint', kindDefinitionOut);
  const policy = structuredClone(kind);
  policy.department = 'security';
  there(policy.commitments.find((rule) => rule.kind === 'first_answer')).limit.allowance.text = 'PT1H';
  there(policy.fields.find((field) => field.key === 'firm_interest')).requiredFor = 'resolve';
  policy.guards.resolve = policy.guards.resolve.filter((guard) => guard !== 'apology_made');
  const before = await complain('旧政策');
  const body = { kind: policy, seen: version, why: '投诉由安保部主办' };
  assert.equal((await send('manager', 'PUT', '/kinds/complaint', body)).status, 200);
  const after = await complain('新政策');
  const where = (id: string) => world.ask('manager', ticketPage, id);
  assert.deepEqual(
    [(await where(before)).department?.name.en, (await where(after)).department?.name.en],
    ['Customer service', 'Security'],
    'who answers',
  );
  const due = (await where(after)).clocks.find((one) => one.kind === 'first_answer')!;
  assert.equal(Date.parse(due.dueAt) - Date.parse(due.startedAt), 3_600_000, 'by when');
  assert.equal((await where(before)).can['resolve']?.code, 'ticket.apology_missing');
  assert.equal((await where(after)).can['resolve']?.code, 'ticket.explanation_missing', 'what has to be done');
  const words = { text: '按规定处理', rule: '规约第 3 条', accepted: true };
  await world.act('captain', explain, after, words);
  const settled = resolveInput.parse({
    outcome: '已处理',
    fields: { ...PROVEN, real_cause: '噪音', wanted_solution: '安静' },
  });
  await assert.rejects(world.act('manager', resolveTicket, after, settled), {
    code: 'ticket.field_missing',
    params: { field: 'firm_interest' },
  });
  settled.fields['firm_interest'] = '装修许可期内';
  await world.act('manager', resolveTicket, after, settled);
});

async function complain(title: string): Promise<string> {
  const input = {
    kind: 'complaint',
    title,
    need: '',
    channel: 'phone',
    callerName: '陈先生',
    fields: { about: 'noise' },
  };
  return (await world.act('desk', openTicket, input as OpenTicket)).id;
}
