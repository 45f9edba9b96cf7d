import { cancelCommitments } from '../../commitment/commands/cancel-commitments.ts';
import { effectOfChange } from '../../pack/effect-of-change.ts';
import { settingsOf } from '../../pack/settings.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { owedAs } from '../summary.ts';
import { beginCurrentReports } from './begin-summaries.ts';

/**
 * The settings may declare other reports now: a period that is over is still reported as its plan stood; one that runs is dropped where its
 * plan is another or is gone, and begins anew by what holds.
 */
export async function followReportPlans(context: Context): Promise<void> {
  const { tx, now } = context;
  const { reports = [] } = await settingsOf(context);
  const running = await tx
    .selectFrom('summary')
    .select(['id', 'about', 'period', 'plan_key', 'plan'])
    .where('about', '=', 'upward')
    .where('until_at', '>', now)
    .where('dropped_at', 'is', null)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
  for (const row of running) {
    const declared = reports.find(({ key }) => key === row.plan_key);
    if (effectOfChange(row.plan, declared).length === 0) continue;
    await tx.updateTable('summary').set({ dropped_at: now }).where('id', '=', row.id).execute();
    await cancelCommitments(context, { subjectId: row.id, kinds: [owedAs(row)], reason: 'plan_changed' });
    const data = { plan: row.plan_key };
    await record(context, { subject: { type: 'summary', id: row.id }, type: 'summary.dropped', data });
  }
  await beginCurrentReports(context);
}
