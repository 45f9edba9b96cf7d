import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { orRefuse } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { lockWorkPlan } from '../facts.ts';
import { OWED_AS, whyNotReport } from '../work-plan.ts';

/** Completion is reported back to whoever gave it, with what came of it; of a reception, its result (ASGN-06, RECP-14). */
export async function reportPlan(context: Context, id: Id<'work_plan'>, { report }: { report: string }): Promise<void> {
  const plan = await lockWorkPlan(context.tx, id);
  const { open } = await context.tx
    .selectFrom('work_item')
    .select((e) => e.fn.countAll<string>().as('open'))
    .where('plan_id', '=', id)
    .where('done_at', 'is', null)
    .executeTakeFirstOrThrow();
  orRefuse(whyNotReport(plan, Number(open), context.actor));
  const by = actingPerson(context);
  await context.tx
    .updateTable('work_plan')
    .set({ report, reported_at: context.now, reported_by_id: by })
    .where('id', '=', id)
    .execute();
  await keepCommitments(context, { subjectId: id, kinds: [OWED_AS.plan] });
  await record(context, {
    subject: { type: 'work_plan', id },
    type: 'work_plan.reported',
    data: { by, to: plan.giver_id },
  });
}
