import type { Id } from '../src/kernel/id.ts';
import { newId } from '../src/kernel/id.ts';
import type { Instant } from '../src/kernel/time.ts';
import type { CreatedOrganisation } from '../src/organisation/commands/create-organisation.ts';
import type { Tx } from '../src/platform/tx.ts';

/** Who works in the test world: username, name, the post held, and those deputised. Everybody is on duty. */
export const PEOPLE = {
  leader: ['高总', 'company_leader'],
  deputy: ['沈副总', 'deputy_general_manager'],
  office: ['方主任', 'office_head'],
  manager: ['许经理', 'centre_manager'],
  service_head: ['杨部长', 'customer_service_head', 'centre_manager'],
  supervisor: ['何主管', 'customer_service_supervisor', 'customer_service_head'],
  assistant: ['吕助理', 'customer_service_assistant'],
  desk: ['王前台', 'front_desk_clerk', 'emergency_line'],
  desk2: ['李前台', 'front_desk_clerk', 'emergency_line'],
  night: ['夜班老孙', 'emergency_line'],
  maintenance: ['赵主管', 'maintenance_supervisor'],
  plumber: ['钱师傅', 'repair_worker', 'maintenance_supervisor'],
  fitter: ['冯师傅', 'repair_worker'],
  electrician: ['褚电工', 'electrician'],
  captain: ['卫队长', 'security_captain'],
  guard: ['蒋保安', 'security_guard'],
  cleaning: ['韩主管', 'cleaning_supervisor'],
  cashier: ['朱出纳', 'cashier'],
  lift: ['秦工', 'lift_firm_contact'],
  admin: ['管理员', 'administrator'],
} as const;
export type PersonKey = keyof typeof PEOPLE;

/** Two buildings' worth of places: where, what, its name, and above what it stands. */
export const PLACES = {
  estate: ['estate', 'HY', '回音花园', null],
  building: ['building', '3', '3栋', 'estate'],
  flat1202: ['unit', '3-1202', '3栋1202', 'building'],
  flat1102: ['unit', '3-1102', '3栋1102', 'building'],
  flat0902: ['unit', '3-902', '3栋902', 'building'],
  corridor: ['public_area', 'P-3-12', '3栋12层走廊', 'building'],
  lift: ['facility', 'L-3-1', '3栋1号电梯', 'building'],
} as const;
export type PlaceKey = keyof typeof PLACES;

/** Who lives there: name, where, telephone, whether he is a VIP. */
export const CUSTOMERS = {
  chen: ['陈先生', 'flat1202', '13800001202', false],
  lin: ['林女士', 'flat1102', '13800001102', false],
  zhou: ['周先生', 'flat0902', '13800000902', true],
} as const;
export type CustomerKey = keyof typeof CUSTOMERS;

export async function seedPeople(tx: Tx, made: CreatedOrganisation, now: Instant): Promise<void> {
  for (const [username, [name, ...posts]] of Object.entries(PEOPLE)) {
    const id = username === 'admin' ? made.administratorId : newId<'person'>(now);
    const person = { id, username, name, joined_at: now, on_duty: true, duty_changed_at: now };
    await tx
      .insertInto('person')
      .values(person)
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ on_duty: true, name }))
      .execute();
    const given = posts.map((post, index) => ({
      person_id: id,
      post_id: made.posts[post]!,
      deputy_rank: index === 0 ? null : index,
      since: now,
    }));
    await tx
      .insertInto('person_post')
      .values(given)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

export async function seedPlaces(tx: Tx, centreId: Id<'centre'>, now: Instant): Promise<void> {
  const ids = new Map<string, Id<'place'>>();
  for (const [key, [kind, code, name, above]] of Object.entries(PLACES)) {
    const id = newId<'place'>(now);
    ids.set(key, id);
    const parent = above === null ? null : ids.get(above)!;
    await tx
      .insertInto('place')
      .values({ id, parent_id: parent, kind, code, name, centre_id: centreId, safety: kind === 'facility' })
      .execute();
  }
  for (const [name, where, digits, vip] of Object.values(CUSTOMERS)) {
    const id = newId<'customer'>(now);
    await tx.insertInto('customer').values({ id, kind: 'household', name, vip, created_at: now }).execute();
    await tx.insertInto('customer_phone').values({ customer_id: id, digits, first: true }).execute();
    await tx
      .insertInto('customer_place')
      .values({ customer_id: id, place_id: ids.get(where)!, relation: 'owner' })
      .execute();
  }
}
