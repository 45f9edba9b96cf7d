import { sql } from 'kysely';
import { stateOf } from '../improvement/improvement.ts';
import { improvementRows } from '../improvement/list.ts';
import type { Id } from '../kernel/id.ts';
import type { Context } from '../platform/context.ts';
import { listProposals } from '../proposal/list.ts';
import { ofDepartment } from './service.ts';
import type { Span } from './statistics.ts';
import type { Upward } from './summary.ts';

/** More than anybody reads in a report; the register has them all. */
const MOST = 500;

/** Actions that were opened in the period, or stood open in it, and how far they are. */
export async function improvementsOf(context: Context, span: Span): Promise<Upward['improvements']> {
  const ended = sql`least(i.closed_at, i.withdrawn_at)`;
  const wanted = sql`i.centre_id = ${span.centre_id} and ${ofDepartment(span, 'i.department_id')}
    and i.opened_at < ${span.until_at}::timestamptz and (${ended} is null or ${ended} >= ${span.from_at}::timestamptz)`;
  const rows = await improvementRows(context, wanted, MOST);
  return rows.map((row) => ({
    id: row.id,
    state: stateOf(row),
    measures: row.measures,
    done: row.done,
    recurred: row.recurred,
  }));
}

/** Proposals made in the period, and what became of them. */
export async function proposalsOf(context: Context, span: Span): Promise<Upward['proposals']> {
  const { items } = await listProposals(context, {
    centre: span.centre_id,
    department: span.department ?? undefined,
    from: span.from_at,
    until: span.until_at,
    limit: MOST,
  });
  return items.map(({ id, state, became }) => ({ id: id as Id<'ticket'>, state, became }));
}
