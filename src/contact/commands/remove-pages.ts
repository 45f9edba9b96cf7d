import type { Id } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { removeFiles } from '../../platform/files/remove-file.ts';

/** What was brought in writing and opened nothing goes with what was said. */
export async function removePages(context: Context, pages: readonly { id: Id<'file'> }[]): Promise<void> {
  const ids = pages.map(({ id }) => id);
  if (ids.length > 0) await removeFiles(context, ids);
}
