import type { Selectable } from 'kysely';
import type { Owing } from '../commitment/queries.ts';
import { owedOn } from '../commitment/queries.ts';
import type { Id } from '../kernel/id.ts';
import { NotFound } from '../kernel/refusal.ts';
import type { Thing } from '../organisation/can.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/tx.ts';
import { OWED_AS } from './spot-check.ts';
import type { SpotCheckTable } from './table.ts';

export type SpotCheck = Selectable<SpotCheckTable>;

/** Who owes a check, and by when. */
export function checkOwedBy(tx: Tx, id: Id<'spot_check'>): Promise<Owing> {
  return owedOn(tx, id, OWED_AS);
}

/** The check, locked for a change. */
export async function lockSpotCheck({ tx }: Context, id: Id<'spot_check'>): Promise<SpotCheck> {
  const check = await tx
    .selectFrom('spot_check')
    .selectAll()
    .where('id', '=', id)
    .where('dropped_at', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!check) throw new NotFound('spot_check.unknown');
  return check;
}

/** Whom a check concerns: whoever owes it, and the department of the post that does. */
export function thingOfCheck(
  check: Pick<SpotCheck, 'department_id' | 'centre_id'>,
  owed: Pick<Owing, 'ownerId'>,
): Required<Thing> {
  return { people: [owed.ownerId], departments: [check.department_id], centreId: check.centre_id };
}
