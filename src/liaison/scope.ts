import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import { reachOf } from '../organisation/reach.ts';
import type { Context } from '../platform/context.ts';

/** Bodies `b` of the centres for which one logs dealings or sees figures, and those one keeps up with. */
export function bodyScope({ actor }: Context): RawBuilder<unknown> {
  const reaches = [reachOf(actor, 'liaison.log'), reachOf(actor, 'report.see')].filter((one) => one !== null);
  if (reaches.some((one) => one.all)) return sql`true`;
  return sql`(b.centre_id = any(${reaches.flatMap((one) => one.centres)}::uuid[])
    or b.person_id = ${actor.personId}::uuid)`;
}

/** The same of a matter `m` with the body `b`: besides, those one is in charge of. */
export function matterScope(context: Context): RawBuilder<unknown> {
  return sql`(${bodyScope(context)} or m.person_id = ${context.actor.personId}::uuid)`;
}
