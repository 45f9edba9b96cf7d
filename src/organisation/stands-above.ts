import type { Id } from '../kernel/id.ts';
import type { Directory } from './directory.ts';

/** Whether somebody holds a post, or stands in for one, that is above a post another holds, however far. */
export function standsAbove(directory: Directory, who: Id<'person'>, other: Id<'person'>): boolean {
  const seen = new Set<string>();
  let next = [...directory.posts.values()].filter((post) => post.holders.includes(other));
  while (next.length > 0) {
    for (const post of next) seen.add(post.id);
    next = next
      .flatMap(({ superiorId }) => (superiorId ? (directory.posts.get(superiorId) ?? []) : []))
      .filter((post) => !seen.has(post.id));
    if (next.some((post) => post.holders.includes(who) || post.deputies.includes(who))) return true;
  }
  return false;
}
