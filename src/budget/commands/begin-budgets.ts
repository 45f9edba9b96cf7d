import { cancelCommitments } from '../../commitment/commands/cancel-commitments.ts';
import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import { findOpen } from '../../commitment/rows.ts';
import { FOOT } from '../../commitment/rule.ts';
import type { Id } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/time.ts';
import { DAY, plus } from '../../kernel/time.ts';
import type { Period } from '../../kernel/working-time/period.ts';
import { periodAfter, periodOf } from '../../kernel/working-time/period.ts';
import type { Department } from '../../organisation/house.ts';
import { centres, departments } from '../../organisation/house.ts';
import { holdersOf } from '../../organisation/queries.ts';
import { readStaff } from '../../organisation/staff.ts';
import { settingsOf } from '../../pack/settings.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { OWED_AS } from '../budget.ts';
import type { BudgetRules } from '../rules.ts';
import { makeBudget } from './lock-budget.ts';

const owedFrom = ({ from }: Period, { leadDays }: BudgetRules): Instant => plus(from, -leadDays * DAY);

/** What is owed next: of each department that owes one, the first month whose time to draw it up has not come; begun already, nothing changes. */
export async function beginCurrentBudgets(context: Context): Promise<void> {
  const { budget } = await settingsOf(context);
  if (!budget) return;
  for (const department of await owing(context, budget)) {
    const { zone } = (await centres(context)).get(department.centre_id)!;
    let month = periodAfter(periodOf('month', zone, context.now), zone);
    if (owedFrom(month, budget) <= context.now) month = periodAfter(month, zone);
    await begin(context, department, month, budget);
  }
}

/** The months after these: each begun one begins the next, so that none is skipped. */
export async function beginBudgetsAfter(context: Context, ids: readonly Id<'budget'>[]): Promise<void> {
  if (ids.length === 0) return;
  const { budget } = await settingsOf(context);
  if (!budget) return;
  const rows = await context.tx.selectFrom('budget').selectAll().where('id', 'in', ids).execute();
  const owe = new Map((await owing(context, budget)).map((department) => [department.id, department]));
  for (const { department_id, centre_id, month } of rows) {
    const department = owe.get(department_id);
    const { zone } = (await centres(context)).get(centre_id)!;
    if (department) await begin(context, department, periodAfter({ period: 'month', begins: month }, zone), budget);
  }
}

/** Other departments may owe a budget now: theirs begin, and whoever owes none any more is let off what he has not drawn up. */
export async function followBudgetRules(context: Context): Promise<void> {
  const { budget } = await settingsOf(context);
  const owe = new Set(budget ? (await owing(context, budget)).map(({ id }) => id) : []);
  for (const { id: departmentId } of (await departments(context)).values()) {
    if (owe.has(departmentId)) continue;
    const open = await findOpen(context.tx, { departmentId, kinds: [OWED_AS.drawUp] });
    await cancelCommitments(context, { ids: open.map(({ id }) => id), reason: 'rules_changed' });
  }
  await beginCurrentBudgets(context);
}

async function owing(context: Context, { departments: keys }: BudgetRules): Promise<Department[]> {
  return [...(await departments(context)).values()].filter(
    ({ key, closed_at }) => closed_at === null && keys.includes(key),
  );
}

/** Owed by whoever heads the department, from some days before its month until that begins (FINC-01). */
async function begin(context: Context, department: Department, month: Period, rules: BudgetRules): Promise<void> {
  const id = await makeBudget(context, department, month);
  if (!id) return;
  const post = [...(await readStaff(context)).posts.values()].find(
    ({ role, departmentId }) => role === 'department_head' && departmentId === department.id,
  );
  const [holder] = post ? await holdersOf(context, { postId: post.id }) : [];
  await startCommitments(context, [
    {
      kind: OWED_AS.drawUp,
      subject: { type: 'budget', id },
      ticketId: null,
      ownerId: holder ?? null,
      postId: post?.id,
      departmentId: department.id,
      centreId: department.centre_id,
      calendarId: (await centres(context)).get(department.centre_id)!.reception_calendar_id,
      limit: { dueAt: month.from, ladder: [FOOT, ...rules.ladder] },
      startedAt: owedFrom(month, rules),
    },
  ]);
  await record(context, { subject: { type: 'budget', id }, type: 'budget.owed', data: { month: month.begins } });
}
