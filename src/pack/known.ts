import { sql } from 'kysely';
import type { Known } from './check-names.ts';
import type { ReportPost } from '../summary/plan.ts';
import type { Reading } from './kinds.ts';
import { settingsOf } from './settings.ts';

/** What a kind of this organisation may name: its open departments, the posts that may look at tickets, and the pauses its settings declare. */
export async function knownTo(reading: Reading): Promise<Known> {
  const departments = await reading.tx.selectFrom('department').select('key').where('closed_at', 'is', null).execute();
  const approvers = await reading.tx
    .selectFrom('post')
    .select('key')
    .where('closed_at', 'is', null)
    .where(sql<boolean>`rights ? 'ticket.see'`)
    .execute();
  const { pauses } = await settingsOf(reading);
  return {
    departments: new Set(departments.map((department) => department.key)),
    pauses: new Set(pauses.map((pause) => pause.key)),
    approvers: new Set(approvers.map((post) => post.key)),
  };
}

/** The open posts, as far as reports upward and budgets ask about them. */
export async function reportPosts({ tx }: Pick<Reading, 'tx'>): Promise<Map<string, ReportPost>> {
  const rows = await tx
    .selectFrom('post')
    .select(['key', 'department_id'])
    .select(sql<boolean>`rights ? 'report.see'`.as('sees'))
    .select(sql<boolean>`rights ? 'budget.approve'`.as('approves'))
    .select(sql<boolean>`rights ? 'finance.supply'`.as('supplies'))
    .where('closed_at', 'is', null)
    .execute();
  return new Map(rows.map(({ key, department_id, ...may }) => [key, { inDepartment: department_id !== null, ...may }]));
}
