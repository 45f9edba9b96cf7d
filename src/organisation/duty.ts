import type { Id } from '../kernel/id.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { Directory, DirectoryPost } from './directory.ts';

type PersonId = Id<'person'>;

function onDutyAt(directory: Directory, post: DirectoryPost): PersonId[] {
  return [...post.holders, ...post.deputies].filter((id) => {
    const member = directory.people.get(id);
    return member !== undefined && member.onDuty && !member.absent;
  });
}

/** The posts never left empty that this person is the last one to keep: released only when somebody else is named. */
export function lastKeptBy(directory: Directory, personId: PersonId): DirectoryPost[] {
  return [...directory.posts.values()].filter((post) => {
    const present = post.neverEmpty ? onDutyAt(directory, post) : [];
    return present.length === 1 && present[0] === personId;
  });
}

/**
 * Why a person may not go off duty, be absent or leave (RECP-08): a post that is never left empty would stand alone. Whoever
 * covers must belong to it, as holder or deputy, and must not be away himself. Refuses with `duty.post_left_empty`,
 * `duty.cover_not_of_post` or `duty.cover_away`.
 */
export function whyNotRelease(directory: Directory, personId: PersonId, coverId?: PersonId | null): Refusal | null {
  const kept = lastKeptBy(directory, personId);
  if (kept.length === 0) return null;
  if (!coverId || coverId === personId) return refusal('duty.post_left_empty');
  const cover = directory.people.get(coverId);
  if (!cover || cover.absent) return refusal('duty.cover_away');
  const belongs = kept.every((post) => post.holders.includes(coverId) || post.deputies.includes(coverId));
  return belongs ? null : refusal('duty.cover_not_of_post');
}
