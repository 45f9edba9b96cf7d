import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { can } from '../organisation/can.ts';
import { rowsInReach } from '../organisation/scope.ts';
import { settingsOf } from '../pack/settings.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import type { MaterialRequest } from './facts.ts';
import type { RequestsQuery } from './inputs.ts';
import type { Beyond, RequestFacts, RequestState } from './material.ts';
import { beyondOf, requestStateOf, whyNotApprove, whyNotDecide } from './material.ts';
import { materialIn, namesFor } from './named.ts';
import { roomFor } from './room.ts';
import type { requestsOut, RequestView } from './view.ts';

type Row = MaterialRequest &
  RequestFacts & {
    name: string;
    unit: string;
    received: number;
    beyond_plan: number | null;
    beyond_budget: number | null;
    decided_by_id: Id<'person'> | null;
    decided_at: Instant | null;
    because: string | null;
    due_at: Instant | null;
  };

const issued = sql`coalesce(n.issued, 0)`;
const IN_STATE: Record<RequestState, RawBuilder<unknown>> = {
  waiting: sql`d.decision is null`,
  approved: sql`d.decision = 'approved' and ${issued} <= 0`,
  partly_issued: sql`d.decision = 'approved' and ${issued} > 0 and ${issued} < d.quantity`,
  issued: sql`d.decision = 'approved' and ${issued} > 0 and ${issued} >= d.quantity`,
  refused: sql`d.decision = 'refused'`,
  withdrawn: sql`d.decision = 'withdrawn'`,
};

/** What was asked for, the newest first: of the departments whose material one sees, and one's own (ASST-06). */
export async function listRequests(context: Context, query: RequestsQuery): Promise<z.input<typeof requestsOut>> {
  const own = sql`r.by_id = ${context.actor.personId}`;
  const wanted = [rowsInReach(context, 'material.see', { rows: 'r', own }), ...narrowed(query)];
  const after = readMomentAndId(query.after);
  if (after) wanted.push(sql`(r.at, r.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  const { rows } = await sql<Row>`
    select r.*, m.name, m.unit, d.decision, coalesce(d.quantity, 0) as approved, ${issued}::int as issued,
      coalesce(n.received, 0)::int as received, d.beyond_plan, d.beyond_budget::float8 as beyond_budget, d.by_id as decided_by_id,
      d.at as decided_at, d.because, k.due_at
    from material_request r join material m on m.id = r.material_id
    left join material_decision d on d.request_id = r.id
    left join lateral (select -sum(quantity) filter (where sort = 'issued') as issued,
      sum(quantity) filter (where sort = 'received') as received from material_entry where request_id = r.id) n on true
    left join lateral (select due_at from commitment where subject_id = r.id and settled_at is null limit 1) k on true
    where ${sql.join(wanted, sql` and `)} order by r.at desc, r.id desc limit ${query.limit + 1}`.execute(context.tx);
  const found = page(
    rows,
    query.limit,
    (row) => row,
    (row) => cursorOf(row.at, row.id),
  );
  return { items: await viewed(context, found.items), next: found.next };
}

function narrowed(query: RequestsQuery): RawBuilder<unknown>[] {
  const wanted: RawBuilder<unknown>[] = [];
  if (query.department) wanted.push(sql`r.department_id = ${query.department}`);
  if (query.material) wanted.push(sql`r.material_id = ${query.material}`);
  if (query.state) wanted.push(IN_STATE[query.state]);
  if (query.by) wanted.push(sql`r.by_id = ${query.by}`);
  if (query.q) wanted.push(sql`strpos(lower(m.name || ' ' || r.what_for), lower(${query.q})) > 0`);
  if (query.from) wanted.push(sql`r.needed_by >= ${query.from}`);
  if (query.until) wanted.push(sql`r.needed_by < ${query.until}`);
  return wanted;
}

async function viewed(context: Context, rows: readonly Row[]): Promise<RequestView[]> {
  const names = await namesFor(context);
  const post = (await settingsOf(context)).materials?.approvesBeyond ?? '';
  const items: RequestView[] = [];
  for (const row of rows) {
    const now = row.decision === null ? await beyondNow(context, row) : DECIDED;
    items.push({
      id: row.id,
      department: names.department(row.department_id),
      material: materialIn(row),
      quantity: row.quantity,
      neededBy: row.needed_by,
      whatFor: row.what_for,
      by: names.person(row.by_id),
      at: row.at,
      state: requestStateOf(row),
      approved: row.approved,
      received: row.received,
      issued: row.issued,
      beyondPlan: row.beyond_plan ?? now.beyondPlan,
      toBuy: now.toBuy,
      cost: now.cost,
      beyondBudget: row.beyond_budget ?? now.beyondBudget,
      currency: names.currency,
      dueAt: row.due_at,
      decidedBy: names.person(row.decided_by_id),
      decidedAt: row.decided_at,
      because: row.because ?? '',
      can: abilities(context, row, now, post),
    });
  }
  return items;
}

const DECIDED: Beyond = { toBuy: 0, cost: 0, beyondPlan: 0, beyondBudget: 0 };

/** Only of what waits, which is never many. */
async function beyondNow({ tx }: Context, row: Row): Promise<Beyond> {
  const material = await tx
    .selectFrom('material')
    .selectAll()
    .where('id', '=', row.material_id)
    .executeTakeFirstOrThrow();
  return beyondOf(await roomFor(tx, row, material), row.quantity);
}

function abilities({ actor }: Context, row: Row, now: Beyond, post: string): Record<string, Refusal | null> {
  const thing = { departments: [row.department_id], centreId: row.centre_id };
  const keep = can(actor, 'material.keep', thing);
  const beyond = now.beyondPlan > 0 || now.beyondBudget > 0;
  const approved = row.decision === 'approved' ? null : refusal('material.not_approved');
  const all = row.decision === 'approved' && row.issued >= row.approved;
  return {
    decide:
      can(actor, 'material.approve', thing) ??
      whyNotDecide(row) ??
      whyNotApprove(actor, { askedBy: row.by_id, beyond, post }),
    withdraw: row.by_id === actor.personId ? whyNotDecide(row) : refusal('material.not_yours'),
    issue: keep ?? approved ?? (all ? refusal('material.more_than_approved', { left: 0 }) : null),
    receive: keep ?? approved,
  };
}
