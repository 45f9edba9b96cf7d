import type { Id } from '../../kernel/id.ts';
import { json } from '../../kernel/json.ts';
import type { Context } from '../../platform/context.ts';
import type { Report } from '../erasure.ts';

/** The proof that he is given: numbers, who, when and why; nothing of what it was. */
export async function keepReport(
  { tx, now, actor }: Context,
  id: Id<'customer'>,
  reason: string,
  { gone, stays }: Report,
): Promise<void> {
  await tx
    .insertInto('customer_erasure')
    .values({ customer_id: id, at: now, by_id: actor.personId, reason, gone: json(gone), stays: json(stays) })
    .execute();
}
