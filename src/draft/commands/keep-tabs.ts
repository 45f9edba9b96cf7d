import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { json } from '../../kernel/json.ts';
import type { Tabs } from '../inputs.ts';

/** Keeps what a person has open, for the next device or the next day. The last one to say so is right. */
export async function keepTabs(context: Context, { items }: Tabs): Promise<void> {
  const row = { tabs: json(items), at: context.now };
  await context.tx
    .insertInto('open_tabs')
    .values({ person_id: actingPerson(context), ...row })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(row))
    .execute();
}
