import type { Id } from '../kernel/id.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { Actor } from '../organisation/can.ts';
import type { Staff } from '../organisation/staff.ts';
import { postsAbove, postsReaching, whyNotReach } from './reach.ts';

/** By the post that owes it, or by somebody who assesses in whose reach the member is; never by himself. */
export function whyNotAssess(
  staff: Staff,
  actor: Actor,
  { person_id, assessor_post_id }: { person_id: Id<'person'>; assessor_post_id: Id<'post'> },
): Refusal | null {
  if (person_id === actor.personId) return refusal('assessment.own');
  const owes = actor.posts.some(({ id, rights }) => id === assessor_post_id && rights['staff.assess'] !== undefined);
  return owes ? null : whyNotReach(staff, actor, ['staff.assess'], person_id);
}

/** Findings and breaches are recorded by whoever stands over him, and by whoever keeps the files. */
export const RECORDS_BY = ['staff.assess', 'staff.see'] as const;

/** What follows a breach is decided by whoever may propose where he stands, or decide it. */
export const DISCIPLINES_BY = ['staff.propose', 'staff.decide'] as const;

type Posts = { from_post_id: Id<'post'> | null; to_post_id: Id<'post'> | null };

/** What was proposed to the company is decided by whoever decides for all of it (APRV-12). */
export function whyNotDecideProposal(staff: Staff, actor: Actor, personId: Id<'person'>): Refusal | null {
  const by = postsReaching(staff, actor, 'staff.decide', personId);
  if (by.some(({ rights }) => rights['staff.decide'] === 'organisation')) return null;
  return whyNotReach(staff, actor, ['staff.decide'], personId) ?? refusal('staff_move.for_the_company');
}

/**
 * Why the actor may not appoint or remove somebody himself (APRV-12): he decides for the company, or within his department, where
 * both posts belong to it and stand under his.
 */
export function whyNotAppoint(
  staff: Staff,
  actor: Actor,
  personId: Id<'person'>,
  { from_post_id, to_post_id }: Posts,
): Refusal | null {
  const by = postsReaching(staff, actor, 'staff.decide', personId);
  const posts = [from_post_id, to_post_id].flatMap((id) => (id === null ? [] : [id]));
  const may = by.some(
    (post) =>
      post.rights['staff.decide'] === 'organisation' ||
      posts.every(
        (id) => staff.posts.get(id)?.departmentId === post.departmentId && postsAbove(staff, id).has(post.id),
      ),
  );
  return may
    ? null
    : (whyNotReach(staff, actor, ['staff.decide'], personId) ?? refusal('staff_move.beyond_department'));
}

/** Whoever proposes stands over him and over the post he is to have. */
export function whyNotPropose(
  staff: Staff,
  actor: Actor,
  personId: Id<'person'>,
  { to_post_id }: Posts,
): Refusal | null {
  const by = postsReaching(staff, actor, 'staff.propose', personId);
  if (by.length === 0) return whyNotReach(staff, actor, ['staff.propose'], personId);
  const may = to_post_id === null || by.some((post) => postsAbove(staff, to_post_id).has(post.id));
  return may ? null : refusal('staff_move.post_not_under_you', { path: 'toPostId' });
}
