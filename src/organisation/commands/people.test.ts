import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import type { TestOrganisation } from '../../../test/organisation.ts';
import { freshOrganisation } from '../../../test/organisation.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { Forbidden, Refused, Stale } from '../../kernel/refusal.ts';
import type { Instant } from '../../kernel/time.ts';
import { instant, MINUTE, plus } from '../../kernel/time.ts';
import { actorOf, headOfDepartment, holdersOf, whoAreTold, whoIsTold } from '../queries.ts';
import { addPerson } from './add-person.ts';
import { beginAbsence } from './begin-absence.ts';
import { changePerson } from './change-person.ts';
import { changePost } from './change-post.ts';
import { endAbsence } from './end-absence.ts';
import { givePost } from './give-post.ts';
import { leave } from './leave.ts';
import { reportAbsence } from './report-absence.ts';
import { setDuty } from './set-duty.ts';
import { takePost } from './take-post.ts';

let world: TestOrganisation;
let moment = instant('2026-06-03T02:00:00.000Z');
const next = (): Instant => (moment = plus(moment, MINUTE));
const refusedWith = (code: string) => (error: unknown) => error instanceof Refused && error.code === code;

before(async () => {
  world = await freshOrganisation();
});
after(() => world.drop());

let count = 0;
/** Somebody new in these posts, on duty; `post` holds it, `post:2` is its second deputy. */
async function hired(...posts: string[]): Promise<Id<'person'>> {
  const id = newId<'person'>(next());
  const given = posts.map((text) => {
    const [key = '', rank] = text.split(':');
    return { postId: world.made.posts[key]!, deputyRank: rank ? Number(rank) : null };
  });
  count += 1;
  await world.as(world.made.administratorId, moment, (context) =>
    addPerson(context, { id, username: `person${count}`, name: `员工${count}`, skills: [], posts: given }),
  );
  await duty(id, true);
  return id;
}

function duty(id: Id<'person'>, onDuty: boolean, coverId?: Id<'person'>): Promise<void> {
  return world.as(id, next(), (context) => setDuty(context, id, { on: onDuty, ...(coverId ? { coverId } : {}) }));
}

function absent(id: Id<'person'>, more: { from?: Instant; until?: Instant; successorId?: Id<'person'> } = {}) {
  const absenceId = newId<'absence'>(next());
  const { from = moment, ...rest } = more;
  return world
    .as(id, moment, (context) => reportAbsence(context, id, { id: absenceId, from, reason: '事假', ...rest }))
    .then(() => absenceId);
}

test('the emergency line is never left empty: the last one names a cover, who goes on duty [RECP-08]', async () => {
  const night = await hired('emergency_line');
  const deputy = await hired('emergency_line:1');
  const stranger = await hired('repair_worker');
  await duty(deputy, false);
  await assert.rejects(duty(night, false), refusedWith('duty.post_left_empty'));
  await assert.rejects(duty(night, false, stranger), refusedWith('duty.cover_not_of_post'));
  await duty(night, false, deputy);
  await world.as(null, next(), async (context) => {
    assert.deepEqual(await holdersOf(context, { postId: world.made.posts['emergency_line']! }), [deputy, night]);
  });
  const away = absent(deputy);
  await assert.rejects(away, refusedWith('duty.post_left_empty'));
  await assert.rejects(
    world.as(world.made.administratorId, next(), (context) =>
      takePost(context, deputy, world.made.posts['emergency_line']!),
    ),
    refusedWith('duty.post_left_empty'),
  );
});

test('of two who go off the emergency line at the same moment one is refused [RECP-08]', async () => {
  const one = await hired('emergency_line:2');
  const other = await hired('emergency_line:3');
  const lineIds = await world.as(null, next(), (context) =>
    holdersOf(context, { postId: world.made.posts['emergency_line']! }),
  );
  for (const id of lineIds) if (id !== one && id !== other) await duty(id, false);
  let second = Promise.resolve();
  await world.as(one, next(), async (context) => {
    await setDuty(context, one, { on: false });
    second = duty(other, false);
    await finishedOrWaiting(second);
  });
  await assert.rejects(second, refusedWith('duty.post_left_empty'));
});

/** Until the other transaction is through, or waits for what this one holds. */
async function finishedOrWaiting(other: Promise<void>): Promise<void> {
  const finished = other.then(
    () => true,
    () => true,
  );
  for (;;) {
    const { rowCount } = await world.database.pool.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if (rowCount || (await Promise.race([finished, setTimeout(10, false)]))) return;
  }
}

test('a deputy acts for a post while its holder is off duty or away, and not otherwise', async () => {
  const captain = await hired('security_captain');
  const guard = await hired('security_guard', 'security_captain:1');
  const rolesOf = async () =>
    (await world.as(null, next(), ({ tx, now }) => actorOf(tx, guard, now)))!.posts.map((post) => post.role);
  assert.deepEqual(await rolesOf(), ['worker']);
  await duty(captain, false);
  assert.deepEqual(await rolesOf(), ['worker', 'department_head']);
  await duty(captain, true);
  assert.deepEqual(await rolesOf(), ['worker']);
  const absence = await absent(captain);
  assert.deepEqual(await rolesOf(), ['worker', 'department_head']);
  const security = world.made.departments['security']!;
  assert.equal(await world.as(null, next(), (context) => headOfDepartment(context, security)), guard);
  await world.as(captain, next(), (context) => endAbsence(context, absence));
  await duty(captain, true);
  assert.deepEqual(await rolesOf(), ['worker']);
});

test('an absence reported ahead begins at its time, and its successor is named in the journal', async () => {
  const clerk = await hired('front_desk_clerk');
  const colleague = await hired('front_desk_clerk');
  const from = plus(next(), 60 * MINUTE);
  const absenceId = await absent(clerk, { from, until: plus(from, 60 * MINUTE), successorId: colleague });
  assert.equal(world.events.at(-1)?.type, 'absence.reported');
  const waiting = await world.as(null, next(), ({ tx }) =>
    tx
      .selectFrom('outbox')
      .select(['task', 'run_at', 'payload'])
      .where('subject_id', '=', absenceId)
      .executeTakeFirst(),
  );
  assert.deepEqual(waiting, { task: 'begin-absence', run_at: from, payload: { absenceId } });
  await world.as(null, from, (context) => beginAbsence(context, absenceId));
  await world.as(null, from, (context) => beginAbsence(context, absenceId));
  const begun = world.events.filter((event) => event.type === 'person.absent' && event.subject.id === clerk);
  assert.deepEqual(
    begun.map((event) => event.data),
    [{ absenceId, successorId: colleague, leavesEmpty: [] }],
  );
  const ask = { to: 'owner' as const, ownerId: clerk, departmentId: world.made.departments['customer_service']! };
  const told = (at: Instant) => world.as(null, at, (context) => whoIsTold(context, ask));
  assert.deepEqual(await told(plus(from, MINUTE)), [colleague]);
  assert.ok((await told(plus(from, 61 * MINUTE))).includes(clerk), 'back when the time is over');
  moment = plus(from, 120 * MINUTE);
});

test('an absence called off before it begins never begins', async () => {
  const clerk = await hired('front_desk_clerk');
  const from = plus(next(), 60 * MINUTE);
  const absenceId = await absent(clerk, { from });
  await world.as(clerk, next(), (context) => endAbsence(context, absenceId));
  const left = await world.as(null, next(), ({ tx }) =>
    tx.selectFrom('outbox').select('id').where('subject_id', '=', absenceId).execute(),
  );
  assert.deepEqual(left, []);
  await world.as(null, from, (context) => beginAbsence(context, absenceId));
  assert.ok(!world.events.some((event) => event.type === 'person.absent' && event.subject.id === clerk));
});

test('two absences do not overlap, nobody follows himself, and who is away follows nobody', async () => {
  const [clerk, colleague] = [await hired('front_desk_clerk'), await hired('front_desk_clerk')];
  await absent(clerk);
  await assert.rejects(absent(clerk), refusedWith('absence.overlaps'));
  await assert.rejects(absent(colleague, { successorId: colleague }), refusedWith('absence.successor_is_self'));
  await assert.rejects(absent(colleague, { successorId: clerk }), refusedWith('absence.successor_away'));
  await assert.rejects(duty(clerk, true), refusedWith('duty.absent'));
});

test('a supervisor reports the absence of a clerk; a worker does not', async () => {
  const [clerk, supervisor, worker] = [
    await hired('front_desk_clerk'),
    await hired('customer_service_supervisor'),
    await hired('repair_worker'),
  ];
  const report = (by: Id<'person'>) => {
    const id = newId<'absence'>(next());
    return world.as(by, moment, (context) => reportAbsence(context, clerk, { id, from: moment, reason: '病假' }));
  };
  await assert.rejects(report(worker), Forbidden);
  await report(supervisor);
});

test('who leaves with open matters names who takes them over, and all moves with one event', async () => {
  const [clerk, colleague] = [await hired('front_desk_clerk'), await hired('front_desk_clerk')];
  await openTicketOf(clerk);
  const go = (successorId?: Id<'person'>) =>
    world.as(world.made.administratorId, next(), (context) =>
      leave(context, clerk, { reason: 'resigned', ...(successorId ? { successorId } : {}) }),
    );
  await assert.rejects(go(), refusedWith('leave.successor_needed'));
  await go(colleague);
  const left = world.events.at(-1)!;
  assert.equal(left.type, 'person.left');
  assert.equal(left.data['successorId'], colleague);
  assert.equal(left.data['open'], 1);
  assert.equal(await world.as(null, next(), ({ tx, now }) => actorOf(tx, clerk, now)), null);
  await assert.rejects(go(colleague), refusedWith('person.left'));
});

async function openTicketOf(owner: Id<'person'>): Promise<void> {
  const id = newId<'ticket'>(next());
  await world.as(null, moment, ({ tx }) =>
    tx
      .insertInto('ticket')
      .values({
        id,
        kind: 'consultation',
        kind_version: 1,
        stage: 'received',
        stage_class: 'new',
        title: '停车费怎么交',
        channel: 'phone',
        centre_id: world.made.centreId,
        owner_id: owner,
        opened_at: moment,
      })
      .execute(),
  );
}

test('the last administrator can neither leave nor lose the post nor the right', async () => {
  const { administratorId, posts } = world.made;
  const as = <Result>(work: Parameters<typeof world.as<Result>>[2]) => world.as(administratorId, next(), work);
  const nobody = refusedWith('organisation.nobody_administers');
  await assert.rejects(
    as((context) => takePost(context, administratorId, posts['administrator']!)),
    nobody,
  );
  await assert.rejects(
    as((context) => leave(context, administratorId, { reason: 'retired' })),
    nobody,
  );
  const rights = { 'people.see': 'organisation' } as const;
  await assert.rejects(
    as(async (context) => changePost(context, posts['administrator']!, { rights, seen: 0 })),
    nobody,
  );
});

test('the manager of a centre raises nobody above himself, nor touches who stands above', async () => {
  const manager = await hired('centre_manager');
  const leader = await hired('deputy_general_manager');
  const { posts } = world.made;
  const as = <Result>(work: Parameters<typeof world.as<Result>>[2]) => world.as(manager, next(), work);
  const give = { postId: posts['administrator']!, deputyRank: null };
  await assert.rejects(
    as((context) => givePost(context, manager, give)),
    Forbidden,
  );
  await assert.rejects(
    as((context) => changePerson(context, leader, { username: 'mine' })),
    Forbidden,
  );
  await assert.rejects(
    as((context) =>
      changePost(context, posts['front_desk_clerk']!, { rights: { 'ticket.see': 'organisation' }, seen: 0 }),
    ),
    Forbidden,
  );
  const clerk = await hired();
  await as((context) => givePost(context, clerk, { postId: posts['front_desk_clerk']!, deputyRank: null }));
});

test('everybody changes his own telephone and language; his name is changed by whoever keeps the people', async () => {
  const clerk = await hired('front_desk_clerk');
  await world.as(clerk, next(), (context) =>
    changePerson(context, clerk, { phone: '13800001234', language: 'zh-hant' }),
  );
  const changed = world.events.at(-1)!;
  assert.deepEqual(changed.data, { changed: ['phone', 'language'] }, 'the journal says which, never what');
  await assert.rejects(
    world.as(clerk, next(), (context) => changePerson(context, clerk, { name: '别人' })),
    Forbidden,
  );
  const stale = world.as(world.made.administratorId, next(), (context) =>
    changePerson(context, clerk, { name: '王丽', seen: 1 }),
  );
  await assert.rejects(stale, Stale);
});

test('a user name belongs to one person, and the same person sent twice is added once', async () => {
  const id = newId<'person'>(next());
  const add = (username: string, personId = id) =>
    world.as(world.made.administratorId, next(), (context) =>
      addPerson(context, { id: personId, username, name: '李工', skills: ['电工'], posts: [] }),
    );
  await add('ligong');
  await add('ligong');
  await assert.rejects(add('ligong', newId<'person'>(next())), refusedWith('person.username_taken'));
});

test('ranks of deputies are not shared, and not more than the post allows', async () => {
  await hired('cashier:1');
  await assert.rejects(hired('cashier:1'), refusedWith('post.rank_taken'));
  await assert.rejects(hired('cashier:2'), refusedWith('post.too_many_deputies'));
});

test('posts do not stand above themselves', async () => {
  const { posts, administratorId } = world.made;
  const change = world.as(administratorId, next(), (context) =>
    changePost(context, posts['company_leader']!, { superiorPostId: posts['front_desk_clerk']!, seen: 0 }),
  );
  await assert.rejects(change, refusedWith('post.superior_cycle'));
});

test('many rungs are told from one reading, in their order', async () => {
  const head = await hired('maintenance_supervisor');
  const engineering = world.made.departments['engineering']!;
  const asks = Array.from({ length: 1000 }, (_, at) => ({
    to: at % 2 ? ('department_head' as const) : ('centre_manager' as const),
    departmentId: engineering,
    centreId: world.made.centreId,
  }));
  const told = await world.as(null, next(), (context) => whoAreTold(context, asks));
  assert.equal(told.length, 1000);
  assert.ok(told.every((people, at) => people.includes(head) === (at % 2 === 1)));
});
