import type { Id } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { lockQueue } from '../facts.ts';

/** Their screens are connected just now. */
export async function noteSeen(context: Context, people: readonly Id<'person'>[]): Promise<void> {
  await lockQueue(context);
  await context.tx
    .updateTable('chat_agent')
    .set({ seen_at: context.now })
    .where('person_id', 'in', [...people])
    .execute();
}
