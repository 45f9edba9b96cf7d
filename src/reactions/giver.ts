import type { Id } from '../kernel/id.ts';
import { whoIsTold } from '../organisation/queries.ts';
import type { Context } from '../platform/context.ts';

/**
 * Whom somebody's giving is reported back to: himself, or since he left whoever took over from him, else whoever answers for
 * the post he held, or stands above it.
 */
export async function giversNow(context: Context, giver: Id<'person'>): Promise<Id<'person'>[]> {
  const seen = new Set<string>();
  for (let person = giver; !seen.has(person);) {
    seen.add(person);
    const left = await leavingOf(context, person);
    if (!left) return [person];
    if (left.successorId === null) return whoIsTold(context, { to: 'owner', postId: left.posts[0] ?? null });
    person = left.successorId;
  }
  return whoIsTold(context, { to: 'centre_manager' });
}

type Leaving = { successorId: Id<'person'> | null; posts: Id<'post'>[] };

async function leavingOf({ tx }: Context, person: Id<'person'>): Promise<Leaving | null> {
  const found = await tx
    .selectFrom('event')
    .innerJoin('person', 'person.id', 'event.subject_id')
    .select('event.data')
    .where('event.subject_id', '=', person)
    .where('event.type', '=', 'person.left')
    .where('person.left_at', 'is not', null)
    .orderBy('event.seq', 'desc')
    .executeTakeFirst();
  return (found?.data as Leaving | undefined) ?? null;
}

/** Who made the newest offer of a ticket: a supervisor gives what another is accountable for. */
export async function giverOfOffer({ tx }: Context, ticketId: string): Promise<Id<'person'> | null> {
  const offered = await tx
    .selectFrom('event')
    .select('data')
    .where('subject_id', '=', ticketId)
    .where('type', '=', 'ticket.offered')
    .orderBy('seq', 'desc')
    .executeTakeFirst();
  return (offered?.data as { by?: Id<'person'> } | undefined)?.by ?? null;
}
