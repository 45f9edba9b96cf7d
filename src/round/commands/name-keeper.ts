import { moveCommitments } from '../../commitment/commands/move-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { NotFound } from '../../kernel/refusal.ts';
import { orForbid } from '../../organisation/can.ts';
import { orNotHere } from '../../organisation/here.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { findPlan } from '../facts.ts';
import type { NameKeeper } from '../inputs.ts';
import { OWED_AS, whyNotNameKeeper } from '../round.ts';

/**
 * One person answers by name for a checklist, as for a kind of customer material that is to be brought up to date every day (CUST-03,
 * APRV-01): what is owed of it is his from now on, and nobody else at the post walks it. The same name again changes nothing.
 */
export async function nameKeeper(context: Context, id: Id<'round_plan'>, { personId }: NameKeeper): Promise<void> {
  const { tx, now } = context;
  const plan = await findPlan(tx, id);
  if (!plan) throw new NotFound('round_plan.unknown');
  const { department_id: departmentId } = await tx
    .selectFrom('post')
    .select('department_id')
    .where('id', '=', plan.post_id)
    .executeTakeFirstOrThrow();
  orForbid(whyNotNameKeeper(context.actor, { centreId: plan.centre_id, departmentId }));
  if (personId !== null) await orNotHere(tx, [personId], 'personId');
  const last = await tx
    .selectFrom('round_keeper')
    .select(['no', 'person_id'])
    .where('plan_id', '=', id)
    .orderBy('no', 'desc')
    .limit(1)
    .executeTakeFirst();
  if ((last?.person_id ?? null) === personId) return;
  await tx
    .insertInto('round_keeper')
    .values({ plan_id: id, no: (last?.no ?? 0) + 1, person_id: personId, by_id: actingPerson(context), at: now })
    .execute();
  const owed = await tx
    .updateTable('round')
    .set({ keeper_id: personId })
    .where('plan_id', '=', id)
    .where('done_at', 'is', null)
    .where('dropped_at', 'is', null)
    .returning('id')
    .execute();
  for (const { id: roundId } of owed)
    await moveCommitments(context, { subjectId: roundId, kinds: [OWED_AS], toId: personId });
  const data = { plan: plan.key, keeper: personId, former: last?.person_id ?? null };
  const subject = { type: 'organisation', id: context.organisation.id } as const;
  await record(context, { subject, type: 'round_plan.keeper_named', data });
}
