import { orUnseen } from '../../customer/list.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { Invalid } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import { centreOf } from '../../organisation/queries.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { orNoSpecialist } from '../facts.ts';
import type { Distribute } from '../inputs.ts';
import { hand, lockAsSeen } from './hand.ts';

type Lines = Distribute['lines'];

/**
 * Gives customers to specialists in one act, as it was proposed or as the supervisor would rather have it (ASGN-01). Refuses the whole
 * where one of them is somebody else’s by now. The same id again gives nothing twice.
 */
export async function distribute(context: Context, input: Distribute): Promise<Id<'custodian_distribution'>> {
  const { tx, now } = context;
  const id = input.id ?? newId<'custodian_distribution'>(now);
  if (await tx.selectFrom('custodian_distribution').select('id').where('id', '=', id).executeTakeFirst()) return id;
  const centreId = await centreOf(context);
  orForbid(can(context.actor, 'customer.assign', { centreId }));
  await orNoSpecialist(
    context,
    input.lines.map(({ personId }, at) => ({ id: personId, path: `lines.${at}.personId` })),
  );
  await orNotOnce(context, input.lines);
  await lockAsSeen(context, input.lines);
  await tx
    .insertInto('custodian_distribution')
    .values({
      id,
      centre_id: centreId,
      whom: input.whom,
      why: input.why,
      by_id: actingPerson(context),
      at: now,
      undone_at: null,
      undone_by_id: null,
      undone_why: null,
    })
    .execute();
  const moved = input.lines.filter(({ personId, seen }) => personId !== seen);
  for (const line of moved) await hand(context, line, { why: input.why, distributionId: id });
  await record(context, {
    subject: { type: 'custodian_distribution', id },
    type: 'custodian_distribution.made',
    data: { customers: moved.length },
  });
  return id;
}

/** Every customer is one the actor sees, and stands there once. */
async function orNotOnce(context: Context, lines: Lines): Promise<void> {
  const ids = lines.map(({ customerId }) => customerId);
  const twice = ids.findIndex((id, at) => ids.indexOf(id) !== at);
  if (twice >= 0) throw new Invalid('custodian.twice', { path: `lines.${twice}.customerId` });
  await orUnseen(context, ids, (at) => `lines.${at}.customerId`);
}
