import type { RawBuilder, Selectable } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import { owedOn } from '../commitment/queries.ts';
import { NotFound, refusal } from '../kernel/refusal.ts';
import { readStaff } from '../organisation/staff.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import type { Named } from './assessment-rows.ts';
import { namesOf } from './assessment-rows.ts';
import type { MovesQuery } from './inputs.ts';
import { whyNotAppoint, whyNotDecideProposal } from './may.ts';
import { DECIDE_MOVE, stateOf, whyNotOpen } from './move.ts';
import { inReach, reachOfFiles } from './reach.ts';
import { recordsByIds } from './record-lines.ts';
import type { StaffMoveTable } from './table.ts';
import type { moveLineOut, moveOut, movesOut } from './view-records.ts';

type Row = Selectable<StaffMoveTable>;

/** In reach, or proposed or decided by oneself; and of what is about oneself what was decided. */
async function inSight(context: Context): Promise<RawBuilder<unknown>> {
  const files = inReach(context, await reachOfFiles(context), sql`m.person_id`, sql`m.centre_id`);
  const me = context.actor.personId;
  return sql`(${files} or ${me} in (m.proposed_by_id, m.decided_by_id)) and (m.person_id <> ${me} or m.decided_at is not null)`;
}

function rowsWhere(wanted: readonly RawBuilder<unknown>[], most: number): RawBuilder<Row> {
  return sql<Row>`select m.*, m.day::text as day from staff_move m
    where ${sql.join(wanted, sql` and `)} order by m.proposed_at desc, m.id desc limit ${most}`;
}

/** Proposals, and the register of appointments and removals (PERF-07), the newest first; by the day each holds from. */
export async function listMoves(context: Context, query: MovesQuery): Promise<z.input<typeof movesOut>> {
  const wanted = [await inSight(context)];
  if (query.person) wanted.push(sql`m.person_id = ${query.person}`);
  if (query.post) wanted.push(sql`${query.post} in (m.from_post_id, m.to_post_id)`);
  if (query.department)
    wanted.push(sql`exists (select from post p where p.department_id = ${query.department}
      and p.id in (m.from_post_id, m.to_post_id))`);
  if (query.from) wanted.push(sql`m.day >= ${query.from}::date`);
  if (query.until) wanted.push(sql`m.day < ${query.until}::date`);
  if (query.state === 'open') wanted.push(sql`m.decided_at is null and m.withdrawn_at is null`);
  if (query.state === 'approved') wanted.push(sql`m.verdict = 'approved'`);
  const after = readMomentAndId(query.after);
  if (after) wanted.push(sql`(m.proposed_at, m.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  const { rows } = await rowsWhere(wanted, query.limit + 1).execute(context.tx);
  const names = await namesOf(context);
  return page(
    rows,
    query.limit,
    (row) => lineOf(context, row, names),
    (row) => cursorOf(row.proposed_at, row.id),
  );
}

/** One proposal or appointment, the records it rests on, and what who asks may do with it. */
export async function readMove(context: Context, id: string): Promise<z.input<typeof moveOut>> {
  const { rows } = await rowsWhere([await inSight(context), sql`m.id = ${id}`], 1).execute(context.tx);
  const [row] = rows;
  if (!row) throw new NotFound('staff_move.unknown');
  const grounds = await context.tx
    .selectFrom('staff_move_ground')
    .select('subject_id')
    .where('move_id', '=', row.id)
    .execute();
  const records = await recordsByIds(
    context,
    grounds.map((one) => one.subject_id),
  );
  const { dueAt } = await owedOn(context.tx, row.id, DECIDE_MOVE);
  return {
    ...lineOf(context, row, await namesOf(context)),
    dueAt: whyNotOpen(row) === null ? dueAt : null,
    grounds: [...records.values()].toSorted((one, other) => (one.at < other.at ? 1 : -1)),
    can: await mayDo(context, row),
  };
}

function lineOf({ now }: Context, row: Row, names: Named): z.input<typeof moveLineOut> {
  return {
    id: row.id,
    person: names.person(row.person_id),
    sort: row.sort,
    from: row.from_post_id && names.post(row.from_post_id),
    to: row.to_post_id && names.post(row.to_post_id),
    day: row.day,
    reason: row.reason,
    state: stateOf(row, now),
    proposedBy: names.person(row.proposed_by_id),
    proposedAt: row.proposed_at,
    decidedBy: row.decided_by_id && names.person(row.decided_by_id),
    decidedAt: row.decided_at,
    verdict: row.verdict,
    remark: row.remark,
    doneAt: row.done_at,
    stuckBecause: row.stuck_because,
  };
}

async function mayDo(context: Context, row: Row) {
  const { actor, now } = context;
  const staff = await readStaff(context);
  const decides = whyNotDecideProposal(staff, actor, row.person_id);
  const appoints = whyNotAppoint(staff, actor, row.person_id, row);
  const own = row.proposed_by_id === actor.personId;
  return {
    decide: decides ?? (own ? refusal('staff_move.own_proposal') : whyNotOpen(row)),
    withdraw: own ? whyNotOpen(row) : refusal('staff_move.not_your_proposal'),
    retry: appoints ?? (stateOf(row, now) === 'stuck' ? null : refusal('staff_move.not_stuck')),
  };
}
