import type { Id } from '../../kernel/id.ts';
import { NotFound } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';

/** A service that was entered by mistake: as if it had not been added. One that was opened for somebody the database keeps. */
export async function takeBackOffering(context: Context, id: Id<'offering'>): Promise<void> {
  const { tx } = context;
  const one = await tx.selectFrom('offering').select('centre_id').where('id', '=', id).forUpdate().executeTakeFirst();
  if (!one) throw new NotFound('offering.unknown');
  orForbid(can(context.actor, 'limit.edit', { centreId: one.centre_id }));
  await tx.deleteFrom('offering_version').where('offering_id', '=', id).execute();
  await tx.deleteFrom('offering').where('id', '=', id).execute();
  await record(context, { subject: { type: 'offering', id }, type: 'offering.taken_back' });
}
