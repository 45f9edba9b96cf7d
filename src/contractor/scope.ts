import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import { reachOf } from '../organisation/reach.ts';
import type { Context } from '../platform/context.ts';

/** Contractors `k` of the centres whose rectifications one sees, and those one looks after. */
export function contractorScope({ actor }: Context): RawBuilder<unknown> {
  const reaches = [reachOf(actor, 'contractor.judge'), reachOf(actor, 'rectification.see')].filter(
    (one) => one !== null,
  );
  if (reaches.some((one) => one.all)) return sql`true`;
  return sql`(k.centre_id = any(${reaches.flatMap((one) => one.centres)}::uuid[])
    or k.person_id = ${actor.personId}::uuid)`;
}
