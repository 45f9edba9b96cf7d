import type { Context } from '../../platform/context.ts';

/** Notes how another system calls a thing of ours; whether that was not known yet. */
export async function writeExternalId(
  context: Context,
  list: string,
  value: string,
  subject: string,
): Promise<boolean> {
  const added = await context.tx
    .insertInto('external_id')
    .values({ list, value, subject_id: subject })
    .onConflict((conflict) => conflict.columns(['list', 'value']).doNothing())
    .executeTakeFirst();
  return Number(added.numInsertedOrUpdatedRows) > 0;
}

/** The same of many that were not known by any. */
export async function writeExternalIds(
  { tx }: Context,
  list: string,
  called: readonly { value: string; subject_id: string }[],
): Promise<void> {
  if (called.length === 0) return;
  await tx
    .insertInto('external_id')
    .values(called.map((one) => ({ list, ...one })))
    .execute();
}

export async function dropExternalId(context: Context, list: string, value: string): Promise<void> {
  await context.tx.deleteFrom('external_id').where('list', '=', list).where('value', '=', value).execute();
}

export async function dropExternalIdsOf(context: Context, subject: string): Promise<void> {
  await context.tx.deleteFrom('external_id').where('subject_id', '=', subject).execute();
}
