import type { Updateable } from 'kysely';
import type { Id } from '../kernel/id.ts';
import { json } from '../kernel/json.ts';
import type { Instant } from '../kernel/time.ts';
import { MINUTE, plus } from '../kernel/time.ts';
import type { Tx } from '../platform/tx.ts';
import type { ChannelStateTable } from './table.ts';

/** What was last looked at in a mailbox. */
export type Place = {
  uidValidity: number;
  /** All up to this number are taken in, save those in `left`. */
  uid: number;
  /** Could not be taken in, lie on the server, and are tried again. */
  left: readonly number[];
};

export async function placeOf(tx: Tx, id: Id<'channel'>): Promise<Place | null> {
  const row = await tx.selectFrom('channel_state').select('place').where('channel_id', '=', id).executeTakeFirst();
  const place = row?.place as Partial<Place> | undefined;
  return place?.uidValidity === undefined || place.uid === undefined
    ? null
    : { uidValidity: place.uidValidity, uid: place.uid, left: place.left ?? [] };
}

const nothing = { checked_at: null, failing_since: null, fault: null, send_failing_since: null, send_fault: null };

async function keep(tx: Tx, id: Id<'channel'>, change: Updateable<ChannelStateTable>): Promise<void> {
  await tx
    .insertInto('channel_state')
    .values({ ...nothing, place: json({}), ...change, channel_id: id })
    .onConflict((conflict) => conflict.column('channel_id').doUpdateSet(change))
    .execute();
}

export async function keepPlace(tx: Tx, id: Id<'channel'>, place: Place): Promise<void> {
  await keep(tx, id, { place: json(place) });
}

/** It was looked at, in vain where there is a fault; answers whether that is news. */
export async function noteChecked(tx: Tx, id: Id<'channel'>, now: Instant, fault: string | null): Promise<boolean> {
  const former = await tx
    .selectFrom('channel_state')
    .select(['failing_since', 'fault'])
    .where('channel_id', '=', id)
    .executeTakeFirst();
  const looked =
    fault === null
      ? { checked_at: now, failing_since: null, fault }
      : { failing_since: former?.failing_since ?? now, fault };
  await keep(tx, id, looked);
  return (former?.fault ?? null) !== fault;
}

/** The same of what goes out. */
export async function noteSending(tx: Tx, id: Id<'channel'>, now: Instant, fault: string | null): Promise<void> {
  const former = await tx
    .selectFrom('channel_state')
    .select(['send_failing_since', 'send_fault'])
    .where('channel_id', '=', id)
    .executeTakeFirst();
  if ((former?.send_fault ?? null) === fault) return;
  const went = { send_failing_since: fault === null ? null : (former?.send_failing_since ?? now), send_fault: fault };
  await keep(tx, id, went);
}

/** Whether the mailbox takes mail for addresses with a mark; known once one has come back. */
export async function takesMarks(tx: Tx, id: Id<'channel'>): Promise<boolean> {
  const row = await tx
    .selectFrom('channel_state')
    .select('takes_marks')
    .where('channel_id', '=', id)
    .executeTakeFirst();
  return row?.takes_marks ?? false;
}

export async function noteMarksTaken(tx: Tx, id: Id<'channel'>): Promise<void> {
  await keep(tx, id, { takes_marks: true });
}

/** Something came in by it; noted once a minute, for all that comes meets here. Answers whether it was. */
export async function noteHeard(tx: Tx, id: Id<'channel'>, now: Instant): Promise<boolean> {
  const row = await tx.selectFrom('channel_state').select('checked_at').where('channel_id', '=', id).executeTakeFirst();
  if (row?.checked_at && row.checked_at >= plus(now, -MINUTE)) return false;
  await keep(tx, id, { checked_at: now });
  return true;
}
