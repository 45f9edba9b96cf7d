import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { between, earlier, later, MINUTE } from '../kernel/time.ts';
import type { Context } from '../platform/context.ts';
import type { Reckoned } from './attendance.ts';
import { reckon } from './attendance.ts';
import type { Shift } from './facts.ts';

export type ReckonedShift = {
  shift: Shift;
  reckoned: Reckoned;
  /** Of a shift online: since when he was really on duty in it, and for how long he was not, after that. */
  online: Online | null;
};
type Online = { since: Instant | null; offMinutes: number };

type Turn = { personId: Id<'person'>; at: Instant; on: boolean };

/** Shifts with what came of them; of those online the duty switch says when he was there (WFRC-04). */
export async function reckonedRows(
  context: Context,
  where: RawBuilder<unknown>,
  { order, most }: { order: RawBuilder<unknown>; most: number | null },
): Promise<ReckonedShift[]> {
  const limit = most === null ? sql`` : sql`limit ${most}`;
  const { rows } = await sql<Shift>`select s.* from shift s where ${where} order by ${order} ${limit}`.execute(
    context.tx,
  );
  const turns = await turnsOf(
    context,
    rows.filter((row) => row.presence === 'online' && row.in_at !== null),
  );
  return rows.map((shift) => {
    const online = shift.presence === 'online' ? onlineIn(shift, turns.get(shift.person_id) ?? [], context.now) : null;
    // whoever never went on duty is late for as long as it lasts
    const arrived = online ? (online.since ?? earlier(context.now, shift.until_at)) : shift.in_at;
    return { shift, reckoned: reckon(shift, context.now, arrived), online };
  });
}

/** When each went on and off duty, back to the last switch before the first shift. */
async function turnsOf({ tx }: Context, shifts: readonly Shift[]): Promise<Map<Id<'person'>, Turn[]>> {
  if (shifts.length === 0) return new Map();
  const people = [...new Set(shifts.map(({ person_id }) => person_id))];
  const until = shifts.map(({ until_at }) => until_at).reduce(later);
  const { rows } = await sql<Turn>`
    select subject_id as "personId", happened_at as at, type = 'person.on_duty' as on from event
    where subject_id = any(${people}::uuid[]) and type in ('person.on_duty', 'person.off_duty')
      and happened_at < ${until}::timestamptz order by subject_id, seq`.execute(tx);
  return Map.groupBy(rows, ({ personId }) => personId);
}

/** Present online is who has said that he has come and is on duty; a switch that was never touched stands on. */
export function onlineIn(shift: Shift, turns: readonly Omit<Turn, 'personId'>[], now: Instant): Online {
  if (shift.in_at === null) return { since: null, offMinutes: 0 };
  const end = earlier(shift.out_at ?? now, shift.until_at);
  let on = turns.findLast(({ at }) => at <= shift.in_at!)?.on ?? true;
  let since = on ? shift.in_at : null;
  let from = shift.in_at;
  let off = 0;
  for (const turn of [...turns.filter(({ at }) => at > shift.in_at! && at < end), { at: end, on }]) {
    if (!on && since !== null) off += Math.max(0, between(from, turn.at));
    if (turn.on && turn.at < end) since ??= turn.at;
    [on, from] = [turn.on, turn.at];
  }
  return { since, offMinutes: Math.round(off / MINUTE) };
}
