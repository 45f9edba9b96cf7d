import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { houseFact } from '../platform/house-facts.ts';
import type { Tx } from '../platform/tx.ts';
import type { HeldPost } from './can.ts';
import type { Role } from './role.ts';

export type StaffPerson = { id: Id<'person'>; name: string; onDuty: boolean };
export type StaffPost = HeldPost & { role: Role; superiorId: Id<'post'> | null; neverEmpty: boolean };
/** Who was given a post, since when; a rank for deputies, null for its holder. */
export type StaffGiven = { personId: Id<'person'>; postId: Id<'post'>; rank: number | null; since: Instant };
export type StaffAbsence = {
  personId: Id<'person'>;
  from: Instant;
  until: Instant | null;
  successorId: Id<'person'> | null;
};

/** Everybody who works here and every open post, whatever the time. */
export type Staff = {
  people: ReadonlyMap<Id<'person'>, StaffPerson>;
  posts: ReadonlyMap<Id<'post'>, StaffPost>;
  /** Holders of a post before its deputies in their order. */
  given: readonly StaffGiven[];
  /** Reported and not ended early: those to come, those under way, and those past, in the order in which they begin. */
  absences: readonly StaffAbsence[];
};

/** Four small reads, once for each version of the house. */
export const readStaff = houseFact(async ({ tx }: { tx: Tx }): Promise<Staff> => ({
  people: await peopleOf(tx),
  posts: await openPosts(tx),
  given: await tx
    .selectFrom('person_post')
    .select(['person_id as personId', 'post_id as postId', 'deputy_rank as rank', 'since'])
    .orderBy('deputy_rank', (order) => order.asc().nullsFirst())
    .orderBy('since')
    .orderBy('person_id')
    .orderBy('post_id')
    .execute(),
  absences: await tx
    .selectFrom('absence')
    .select(['person_id as personId', 'from_at as from', 'until_at as until', 'successor_id as successorId'])
    .where('ended_at', 'is', null)
    .orderBy('from_at')
    .orderBy('id')
    .execute(),
}));

async function peopleOf(tx: Tx): Promise<Staff['people']> {
  const rows = await tx
    .selectFrom('person')
    .select(['id', 'name', 'on_duty as onDuty'])
    .where('left_at', 'is', null)
    .orderBy('id')
    .execute();
  return new Map(rows.map((person) => [person.id, person]));
}

async function openPosts(tx: Tx): Promise<Staff['posts']> {
  const rows = await tx.selectFrom('post').selectAll().where('closed_at', 'is', null).orderBy('id').execute();
  const posts = rows.map((post) => ({
    id: post.id,
    key: post.key,
    role: post.role as Role,
    departmentId: post.department_id,
    centreId: post.centre_id,
    rights: post.rights as HeldPost['rights'],
    superiorId: post.superior_post_id,
    neverEmpty: post.never_empty,
  }));
  return new Map(posts.map((post) => [post.id, post]));
}
