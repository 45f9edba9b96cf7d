import type { Id } from '../../kernel/id.ts';
import { Refused } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { withoutTyped } from '../../platform/http/leaves.ts';
import { record } from '../../platform/journal.ts';
import type { ListOut } from '../list-out.ts';

export type TakingOut = { id: Id<'list_taken_out'>; format: 'csv' | 'xlsx'; query: Readonly<Record<string, string>> };

/** Says that somebody begins to take a list out, before the first row leaves the house. */
export async function beginTakingOut(context: Context, list: ListOut, asked: TakingOut): Promise<void> {
  const added = await context.tx
    .insertInto('list_taken_out')
    .values({
      id: asked.id,
      list: list.key,
      format: asked.format,
      narrowed: JSON.stringify(withoutTyped(asked.query)),
      person_id: actingPerson(context),
      started_at: context.now,
      ended_at: null,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  if (Number(added.numInsertedOrUpdatedRows) === 0) throw new Refused('list.taken_out_already', { id: asked.id });
}

/** How many rows have gone so far, for whoever waits for the rest. */
export async function noteTakenOut(context: Context, id: TakingOut['id'], rows: number): Promise<void> {
  await context.tx.updateTable('list_taken_out').set({ rows }).where('id', '=', id).execute();
}

/** Done, or stopped on the way: what had gone by then is recorded either way. */
export async function endTakingOut(
  context: Context,
  id: TakingOut['id'],
  ended: { rows: number; state: 'done' | 'stopped' },
): Promise<void> {
  const { list, format } = await context.tx
    .updateTable('list_taken_out')
    .set({ ...ended, ended_at: context.now })
    .where('id', '=', id)
    .returning(['list', 'format'])
    .executeTakeFirstOrThrow();
  await record(context, {
    subject: { type: 'list_taken_out', id },
    type: 'list.taken_out',
    data: { list, format, ...ended },
  });
}
