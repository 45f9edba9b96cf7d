import { sql } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import type { Period } from '../kernel/working-time/period.ts';
import type { Tx } from '../platform/tx.ts';
import type { SessionState } from '../training/training.ts';
import type { CostSubject } from './department-plan.ts';

export type Cost = { line: string; amount: number; spent: number; waiting: number };
export type CostChange = { line: string; amount: number; why: string; by_id: Id<'person'>; at: Instant };
type Costed = { cost: Cost | null; changes: CostChange[] };

export type WorkRow = Costed & {
  id: Id<'work_item'>;
  plan_id: Id<'work_plan'>;
  title: string;
  person_id: Id<'person'>;
  due_at: Instant;
  read_at: Instant | null;
  begun_at: Instant | null;
  done_at: Instant | null;
  passed: boolean | null;
  quantity: number | null;
  unit: string;
  done_quantity: number | null;
};

export type TrainingRow = Costed & {
  id: Id<'training_session'>;
  subject: string;
  trainer_id: Id<'person'> | null;
  outside_trainer: string | null;
  from_at: Instant;
  until_at: Instant;
  state: SessionState;
};

type Of = { departmentId: Id<'department'>; span: Pick<Period, 'from' | 'until'> };

/** What the newest planned cost of `x` says, and what was spent on it: counted, or waiting for an approval; what was taken back is neither. */
const costed = (type: CostSubject) => sql`
  left join lateral (select c.line, c.amount::float8 as amount,
      (select coalesce(sum(e.amount) filter (where not e.beyond or d.decision = 'approved'), 0)::float8 ${spentOn}) as spent,
      (select coalesce(sum(e.amount) filter (where e.beyond and d.decision is null), 0)::float8 ${spentOn}) as waiting
    from planned_cost c where c.subject_type = ${type} and c.subject_id = x.id order by c.no desc limit 1) cost on true
  left join lateral (select coalesce(jsonb_agg(jsonb_build_object('line', c.line, 'amount', c.amount, 'why', c.why, 'by_id', c.by_id,
      'at', to_char(c.at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by c.no desc), '[]') as changes
    from planned_cost c where c.subject_type = ${type} and c.subject_id = x.id) changes on true`;
const spentOn = sql`from planned_expense l join expense e on e.id = l.expense_id left join expense_decision d on d.expense_id = e.id
  where l.subject_id = x.id and not exists (select from expense k where k.corrects_id = e.id)`;

/** Items of the department's own work plans that are due in the month, the first first (REPT-02). */
export async function workRows(tx: Tx, { departmentId, span }: Of): Promise<WorkRow[]> {
  const { rows } = await sql<WorkRow>`
    select x.*, case when cost.line is null then null else to_jsonb(cost) end as cost, changes.changes from work_item x
    ${costed('work_item')} where x.department_id = ${departmentId} and x.due_at >= ${span.from}::timestamptz
      and x.due_at < ${span.until}::timestamptz order by x.due_at, x.id`.execute(tx);
  return rows;
}

/** Training of the department's plan in the month, but what was cancelled (TRNG-02). */
export async function trainingRows(tx: Tx, { departmentId, span }: Of): Promise<TrainingRow[]> {
  const { rows } = await sql<TrainingRow>`
    select x.*, case when cost.line is null then null else to_jsonb(cost) end as cost, changes.changes from training_session x
    ${costed('training_session')} where x.department_id = ${departmentId} and x.state <> 'cancelled'
      and x.from_at >= ${span.from}::timestamptz and x.from_at < ${span.until}::timestamptz order by x.from_at, x.id`.execute(
    tx,
  );
  return rows;
}
