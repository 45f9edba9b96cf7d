import type { Selectable } from 'kysely';
import { can, orForbid } from '../organisation/can.ts';
import type { Id } from '../kernel/id.ts';
import { Invalid, NotFound, Refused } from '../kernel/refusal.ts';
import { departmentHere, orNotHere } from '../organisation/here.ts';
import { settingsOf } from '../pack/settings.ts';
import type { Context } from '../platform/context.ts';
import { whyNotPart } from './customer-archive.ts';
import type { CustomerArchiveRules } from './rules.ts';
import type { CustomerArchiveTable } from './table.ts';

export type Archive = Selectable<CustomerArchiveTable>;

/** Refuses where the house has not said what an archive holds. */
export async function archiveRulesOf(context: Context): Promise<CustomerArchiveRules> {
  const { customerArchive } = await settingsOf(context);
  if (!customerArchive) throw new Refused('customer_archive.no_rules');
  return customerArchive;
}

/** An archive to be changed, locked; for whoever works on customers of its centre. */
export async function lockArchive(context: Context, id: Id<'customer_archive'>): Promise<Archive> {
  const row = await context.tx
    .selectFrom('customer_archive')
    .selectAll()
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!row) throw new NotFound('customer_archive.unknown');
  orForbid(can(context.actor, 'customer.edit', { centreId: row.centre_id }));
  return row;
}

/** A department that is there, and a keeper who works here. */
export async function orNowhere(
  context: Context,
  { departmentId, keeperId }: { departmentId: Id<'department'>; keeperId: Id<'person'> },
  centreId: Id<'centre'>,
): Promise<void> {
  await departmentHere(context.tx, departmentId, centreId);
  await orNotHere(context.tx, [keeperId], 'keeperId');
}

export async function orNoPart(context: Context, key: string): Promise<void> {
  const wrong = whyNotPart((await archiveRulesOf(context)).parts, key);
  if (wrong) throw new Invalid(wrong.code, wrong.params);
}
