import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { orRefuse } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { countsOf } from '../counts.ts';
import { lockSpotCheck, checkOwedBy, thingOfCheck } from '../facts.ts';
import type { CompleteSpotCheck } from '../inputs.ts';
import { OWED_AS, whyNotComplete } from '../spot-check.ts';

/** Every record drawn has its results: the check is completed, in the words of whoever owes it, and never changed. */
export async function completeSpotCheck(
  context: Context,
  id: Id<'spot_check'>,
  input: CompleteSpotCheck,
): Promise<void> {
  const { tx, now, actor } = context;
  const check = await lockSpotCheck(context, id);
  const owed = await checkOwedBy(tx, id);
  orForbid(can(actor, 'report.see', thingOfCheck(check, owed)));
  const counts = (await countsOf(tx, [id])).get(id)!;
  orRefuse(whyNotComplete(check, owed, actor, counts.drawn - counts.looked));
  await tx
    .updateTable('spot_check')
    .set({ completed_at: now, completed_by_id: actingPerson(context), conclusion: input.conclusion })
    .where('id', '=', id)
    .execute();
  await keepCommitments(context, { subjectId: id, kinds: [OWED_AS] });
  await record(context, {
    subject: { type: 'spot_check', id },
    type: 'spot_check.completed',
    data: { failed: counts.failed, drawn: counts.drawn },
  });
}
