import type { Id } from '../../kernel/id.ts';
import { json } from '../../kernel/json.ts';
import type { Context } from '../../platform/context.ts';
import type { TakenAs } from '../table.ts';

export type Taken = {
  id: Id<'list_taken_out'>;
  list: string;
  format: TakenAs;
  narrowed: Readonly<Record<string, string>>;
  /** null: not counted in rows. */
  rows: number | null;
};

/** Keeps in the book that something left the house, or goes on leaving. A list that stands there since it began is left as it is. */
export async function keepTaken({ tx, now, actor }: Context, { narrowed, ...taken }: Taken): Promise<void> {
  await tx
    .insertInto('list_taken_out')
    .values({
      ...taken,
      narrowed: json(narrowed) as never,
      person_id: actor.personId,
      started_at: now,
      ended_at: now,
      state: 'done',
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}
