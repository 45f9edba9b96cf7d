import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Tx } from '../platform/tx.ts';
import type { Used } from './budget.ts';
import { NOTHING, sumOf } from './budget.ts';

export type UsedLine = Used & { budget_id: Id<'budget'>; line: string };

/**
 * Each line of the budgets meant (`b`): what the version in force gives it, what was spent, and what waits for approval. Costs what these
 * months hold, by their keys.
 */
export function usedLines(wanted: RawBuilder<unknown>): RawBuilder<UsedLine> {
  return sql<UsedLine>`
    select one.budget_id, one.line, sum(planned)::float8 as planned, sum(spent)::float8 as spent, sum(committed)::float8 as committed
    from (
      select b.id as budget_id, x.key as line, x.amount as planned, 0 as spent, 0 as committed
      from budget b
      join lateral (select v.lines from budget_version v where v.budget_id = b.id and v.decision = 'approved'
        order by v.version desc limit 1) v on true
      cross join lateral jsonb_to_recordset(v.lines) as x(key text, amount bigint)
      where ${wanted} and x.amount > 0
      union all
      select b.id, e.line, 0, case when not e.beyond or d.decision = 'approved' then e.amount else 0 end,
        case when e.beyond and d.decision is null then e.amount else 0 end
      from budget b join expense e on e.budget_id = b.id left join expense_decision d on d.expense_id = e.id
      where ${wanted} and (d.decision is null or d.decision = 'approved')) one
    group by one.budget_id, one.line`;
}

/** Where one line stands now; ask it under the lock of its budget. */
export async function usedOf(tx: Tx, budgetId: Id<'budget'>, line: string): Promise<Used> {
  const { rows } = await usedLines(sql`b.id = ${budgetId}`).execute(tx);
  return rows.find((row) => row.line === line) ?? NOTHING;
}

export async function usedBy(tx: Tx, wanted: RawBuilder<unknown>): Promise<ReadonlyMap<string, UsedLine[]>> {
  return Map.groupBy((await usedLines(wanted).execute(tx)).rows, (row) => row.budget_id);
}

export function totalOf(lines: readonly Used[] | undefined): Used {
  return sumOf(lines ?? []);
}
