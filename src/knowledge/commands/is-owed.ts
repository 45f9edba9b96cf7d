import type { Context } from '../../platform/context.ts';

/** Whether something is still owed about it: asked again after it was set free, it is owed anew. */
export async function isOwed({ tx }: Context, subjectId: string): Promise<boolean> {
  const open = tx
    .selectFrom('commitment')
    .select('id')
    .where('subject_id', '=', subjectId)
    .where('settled_at', 'is', null);
  return (await open.executeTakeFirst()) !== undefined;
}
