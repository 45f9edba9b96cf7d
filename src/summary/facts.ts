import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import type { Thing } from '../organisation/can.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/tx.ts';
import type { Receipt } from './summary.ts';

/** To whom it was brought, and when each said that he has it. */
export async function broughtTo(tx: Tx, id: Id<'summary'>): Promise<(Receipt & { toldAt: Instant })[]> {
  return tx
    .selectFrom('summary_addressee')
    .select(['person_id as personId', 'told_at as toldAt', 'received_at as receivedAt'])
    .where('summary_id', '=', id)
    .orderBy('told_at')
    .orderBy('person_id')
    .execute();
}

type Where = {
  department_id: Id<'department'> | null;
  centre_id: Id<'centre'>;
  addressee_post_id: Id<'post'> | null;
};

/** Whose it is: who owes it, and to whom it was brought or whose post it went to. */
export function whoseIs(
  { actor }: Context,
  summary: Where,
  ownerId: Id<'person'> | null,
  brought: readonly Receipt[],
): Thing {
  const inPost = actor.posts.some(({ id }) => id === summary.addressee_post_id);
  return {
    people: [ownerId, ...brought.map(({ personId }) => personId), ...(inPost ? [actor.personId] : [])],
    departments: [summary.department_id],
    centreId: summary.centre_id,
  };
}
