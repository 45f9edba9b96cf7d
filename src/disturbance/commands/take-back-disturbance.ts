import { takeBackCommitments } from '../../commitment/commands/take-back-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { NotFound } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';

/** A disturbance that a file brought in and that nobody has touched since is taken out again, with what it owed. */
export async function takeBackDisturbance(context: Context, id: Id<'disturbance'>): Promise<void> {
  const { tx } = context;
  const one = await tx
    .selectFrom('disturbance')
    .select(['by_id', 'centre_id'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!one) throw new NotFound('disturbance.unknown');
  orForbid(can(context.actor, 'contact.record', { people: [one.by_id], centreId: one.centre_id }));
  await takeBackCommitments(context, id);
  await tx.deleteFrom('disturbance').where('id', '=', id).execute();
  await record(context, { subject: { type: 'disturbance', id }, type: 'disturbance.taken_back' });
}
