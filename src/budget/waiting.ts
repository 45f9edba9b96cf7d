import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { can } from '../organisation/can.ts';
import { departmentNamed, departments, named, personNames } from '../organisation/house.ts';
import { rowsInReach } from '../organisation/scope.ts';
import { settingsOf } from '../pack/settings.ts';
import type { Context } from '../platform/context.ts';
import { whyNotInPost } from './budget.ts';
import { currencyOf } from './facts.ts';
import type { waitingOut } from './view.ts';

type Row = {
  id: Id<'budget'>;
  department_id: Id<'department'>;
  centre_id: Id<'centre'>;
  month: string;
  version: number;
  total: number;
  before: number | null;
  drawn_by_id: Id<'person'>;
  drawn_at: Instant;
  due_at: Instant | null;
};

const totalIn = (lines: string) =>
  sql`(select sum(x.amount)::float8 from jsonb_to_recordset(${sql.ref(lines)}) as x(amount bigint))`;

/** Budgets that wait for their approval, what is due first before the others: never more than departments have months. */
export async function budgetsWaiting(context: Context): Promise<z.input<typeof waitingOut>> {
  const reach = rowsInReach(context, 'budget.see', { rows: 'b', own: sql`v.drawn_by_id = ${context.actor.personId}` });
  const { rows } = await sql<Row>`
    select b.id, b.department_id, b.centre_id, b.month, v.version, v.drawn_by_id, v.drawn_at, c.due_at,
      ${totalIn('v.lines')} as total, ${totalIn('f.lines')} as before
    from budget_version v join budget b on b.id = v.budget_id
    left join lateral (select lines from budget_version where budget_id = b.id and decision = 'approved' order by version desc limit 1) f on true
    left join lateral (select due_at from commitment where subject_id = b.id and settled_at is null order by due_at limit 1) c on true
    where v.decision is null and ${reach} order by c.due_at nulls last, b.id`.execute(context.tx);
  const [people, known, currency] = [await personNames(context), await departments(context), await currencyOf(context)];
  const approves = (await settingsOf(context)).budget?.approves ?? '';
  const items = rows.map((row) => ({
    budgetId: row.id,
    department: departmentNamed(known, row.department_id)!,
    month: row.month.slice(0, 7),
    version: row.version,
    total: row.total,
    before: row.before,
    currency,
    drawnBy: named(people, row.drawn_by_id),
    drawnAt: row.drawn_at,
    dueAt: row.due_at,
    can: {
      decide:
        can(context.actor, 'budget.approve', { departments: [row.department_id], centreId: row.centre_id }) ??
        whyNotInPost(context.actor, approves),
    },
  }));
  return { items };
}
