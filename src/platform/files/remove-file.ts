import type { Id } from '../../kernel/id.ts';
import type { Context } from '../context.ts';

/** Removes files for good, with all their bytes. Whatever named them must have let go of them before. */
export async function removeFiles(context: Context, ids: readonly Id<'file'>[]): Promise<void> {
  if (ids.length === 0) return;
  await context.tx.deleteFrom('file').where('id', 'in', ids).execute();
}
