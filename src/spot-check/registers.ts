import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { complaintKeys } from '../pack/kinds.ts';
import type { Register, SpotCheckPlan } from './plan.ts';
import type { Context, SubjectType } from '../platform/context.ts';

export type Span = { centreId: Id<'centre'>; from: Instant; until: Instant };

/** A record drawn, as the sheet shows it. */
export type Drawn = {
  id: string;
  number: number;
  title: string;
  department_id: Id<'department'> | null;
  person_id: Id<'person'> | null;
  ticket_id: Id<'ticket'>;
  at: Instant | null;
  words: string | null;
  satisfaction: number | null;
};

type Reads = {
  /** What the record is, for links and notices. */
  subject: SubjectType;
  /** Which of them fell into a span, as ids; each by the index on the moment in which it ended. */
  population(span: Span, kinds: readonly string[] | null): RawBuilder<{ id: string }>;
  lines(ids: readonly string[]): RawBuilder<Drawn>;
};

const within = (column: string, { centreId, from, until }: Span): RawBuilder<unknown> =>
  sql`t.centre_id = ${centreId} and ${sql.ref(column)} >= ${from}::timestamptz and ${sql.ref(column)} < ${until}::timestamptz`;

const closedTickets: Reads = {
  subject: 'ticket',
  population: (span, kinds) => sql`
    select t.id from ticket t where ${within('t.closed_at', span)} and t.stage_class = 'closed'
      and t.closed_as is distinct from 'duplicate' ${kinds === null ? sql`` : sql`and t.kind = any(${kinds}::text[])`}`,
  lines: (ids) => sql`
    select t.id, t.number, t.title, t.department_id, t.owner_id as person_id, t.id as ticket_id, t.closed_at as at,
      t.outcome as words, t.satisfaction
    from ticket t where t.id = any(${ids}::uuid[])`,
};

const madeVisits: Reads = {
  subject: 'return_visit',
  population: (span) => sql`
    select v.id from return_visit v join ticket t on t.id = v.ticket_id where ${within('v.ended_at', span)} and v.state = 'made'`,
  lines: (ids) => sql`
    select v.id, t.number, t.title, v.department_id, v.by_id as person_id, t.id as ticket_id, v.ended_at as at,
      concat_ws(E'\\n', v.opinion, v.criticism, v.fault) as words, v.satisfaction
    from return_visit v join ticket t on t.id = v.ticket_id where v.id = any(${ids}::uuid[])`,
};

const doneOrders: Reads = {
  subject: 'work_order',
  population: (span) => sql`
    select w.id from work_order w join ticket t on t.id = w.ticket_id where ${within('w.done_at', span)} and w.stage = 'done'`,
  lines: (ids) => sql`
    select w.id, t.number, t.title, w.department_id, w.person_id, t.id as ticket_id, w.done_at as at,
      concat_ws(E'\\n', w.findings, w.measures) as words, null::int as satisfaction
    from work_order w join ticket t on t.id = w.ticket_id where w.id = any(${ids}::uuid[])`,
};

/** Each register of the pack format, and how it is read. */
export const READS: Record<Register, Reads> = {
  return_visits: madeVisits,
  tickets: closedTickets,
  complaints: closedTickets,
  work_orders: doneOrders,
};

/** Everything that fell into the span and may be drawn, sorted, so that the same records stand in the same order. */
export async function populationOf(
  context: Context,
  plan: Pick<SpotCheckPlan, 'draws' | 'kinds'>,
  span: Span,
): Promise<string[]> {
  const kinds = plan.draws === 'complaints' ? await complaintKeys(context) : (plan.kinds ?? null);
  const { rows } = await READS[plan.draws].population(span, kinds).execute(context.tx);
  return rows.map(({ id }) => id).sort();
}
