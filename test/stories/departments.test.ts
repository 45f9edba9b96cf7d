import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { listActs } from '../../src/administration/acts.ts';
import { actsQuery } from '../../src/administration/acts-shapes.ts';
import { seenOf } from '../../src/configuration/parts/departments.ts';
import type { Id } from '../../src/kernel/id.ts';
import { changeDepartment } from '../../src/organisation/commands/change-department.ts';
import { changePost } from '../../src/organisation/commands/change-post.ts';
import { effectOnDepartment } from '../../src/organisation/department-effect.ts';
import { listPosts } from '../../src/organisation/posts-view.ts';
import { currentKinds } from '../../src/pack/kinds.ts';
import { settingsOf } from '../../src/pack/settings.ts';
import { issueWorkOrder } from '../../src/work-order/commands/issue-work-order.ts';
import { begin, takeInMatter, ticketNow } from '../story.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

let world: World;
let cleaning: Id<'department'>;
before(async () => {
  world = await freshWorld();
  await begin(world);
  cleaning = world.departments['cleaning_greening']!;
});
after(() => world.drop());

const effect = (over: object, id = cleaning) => world.ask('admin', effectOnDepartment, id, over);
const change = async (over: object, id = cleaning) => {
  const seen = await world.ask('admin', seenOf, id);
  return world.act('admin', changeDepartment, id, { seen, why: '机构调整', ...over });
};

test('what a change of a department would mean is said before: what is open there, who works there, and what names it', async () => {
  const ticket = await takeInMatter(world, 'help', { departmentId: cleaning });
  await world.act('desk', issueWorkOrder, ticket.id, { departmentId: cleaning, task: '清理楼道' });
  const told = await effect({ phone: '010-6234 5678' });
  assert.deepEqual(told.changes, [{ path: 'phone', before: null, after: '010-6234 5678' }]);
  assert.deepEqual([told.openTickets, told.openWorkOrders, told.faults], [1, 1, []]);
  const owed = await world.read((tx) =>
    tx
      .selectFrom('commitment')
      .select('id')
      .where('department_id', '=', cleaning)
      .where('settled_at', 'is', null)
      .execute(),
  );
  assert.equal(told.openCommitments, owed.length);
  assert.ok(owed.length > 0 && told.posts.length > 0);
  assert.deepEqual(
    told.offerings.map(({ name }) => name['zh-hans']),
    ['入户保洁'],
  );
  const named = (await world.ask('admin', currentKinds)).filter(({ kind }) => kind.department === 'cleaning_greening');
  assert.deepEqual(told.kinds.map(({ key }) => key).toSorted(), named.map(({ key }) => key).toSorted());
  const service = await effect({}, world.departments['customer_service']!);
  assert.deepEqual(
    service.plans.map(({ key }) => key),
    [
      'counter',
      'customer_files',
      'facility_patrol',
      'home_visits',
      'lobby',
      'machines',
      'material_contact',
      'material_needs',
      'material_opinions',
      'move_ins_monthly',
      'owners_contact_box',
      'property_patrol',
      'public_areas',
      'return_visits_monthly',
      'rooms',
      'street_patrol',
      'tickets_monthly',
      'unit_lists',
      'vacant_units',
      'waiting_area',
      'work_contact_box',
    ],
  );
  await assert.rejects(world.ask('plumber', effectOnDepartment, cleaning, {}), { code: 'right.missing' });
});

test('one in use is given up only where its work goes somewhere: refused without, or to one that is given up', async () => {
  const codes = async (over: object) => (await effect({ closed: true, ...over })).faults.map(({ code }) => code);
  assert.deepEqual(await codes({}), ['department.has_open_work', 'department.has_posts']);
  await assert.rejects(change({ closed: true }), { code: 'department.has_open_work' });
  const engineering = world.departments['engineering']!;
  assert.deepEqual(await codes({ workTo: engineering }), ['department.has_posts']);
  await assert.rejects(change({ closed: true, workTo: engineering }), { code: 'department.has_posts' });
  assert.deepEqual(await codes({ workTo: cleaning }), ['department.has_posts', 'department.work_to_unfit']);
});

test('its open tickets, orders and commitments go to the other department, and kinds, services and keys of the desk name that one', async () => {
  const engineering = world.departments['engineering']!;
  for (const post of (await world.ask('admin', listPosts)).items.filter((one) => one.departmentId === cleaning))
    await world.act('admin', changePost, post.id as Id<'post'>, {
      departmentId: engineering,
      ...(post.role === 'department_head' ? { role: 'worker' as const } : {}),
      seen: post.version,
      why: '并入工程部',
    });
  const owed = await world.read((tx) =>
    tx
      .selectFrom('commitment')
      .select('id')
      .where('department_id', '=', cleaning)
      .where('settled_at', 'is', null)
      .execute(),
  );
  const before = await effect({ closed: true, workTo: engineering });
  assert.deepEqual(before.faults, []);
  await change({ closed: true, workTo: engineering });
  const left = await effect({});
  assert.deepEqual(
    [left.openTickets, left.openWorkOrders, left.openCommitments, left.kinds, left.offerings, left.canned],
    [0, 0, 0, [], [], []],
  );
  const [ticket] = await world.read((tx) => tx.selectFrom('ticket').selectAll().where('kind', '=', 'help').execute());
  assert.equal((await ticketNow(world, ticket!.id)).department_id, engineering);
  const types = (await world.events({ ticketId: ticket!.id })).map(({ type }) => type);
  assert.ok(types.includes('ticket.changed') && types.includes('work_order.department_moved'), types.join());
  const moved = await world.read((tx) =>
    tx
      .selectFrom('commitment')
      .select('department_id')
      .where(
        'id',
        'in',
        owed.map(({ id }) => id),
      )
      .execute(),
  );
  assert.ok(moved.length > 0 && moved.every((one) => one.department_id === engineering));
  const { canned = [] } = await world.ask('admin', settingsOf);
  assert.ok(canned.every((one) => one.department !== 'cleaning_greening'));
  const { items } = await world.ask('admin', listActs, actsQuery.parse({ limit: 50 }));
  const why = items.filter((act) => act.why === '机构调整').map((act) => act.type);
  assert.ok(why.includes('department.changed'), why.join());
  assert.equal(why.filter((type) => type === 'kind.changed').length, before.kinds.length);
  assert.equal(why.filter((type) => type === 'settings.changed').length, before.canned.length > 0 ? 1 : 0);
});
