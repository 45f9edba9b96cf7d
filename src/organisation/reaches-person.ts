import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from './can.ts';
import { reachOf } from './reach.ts';
import type { Right } from './rights.ts';

/** Whether a right reaches what this person (a column with its table) did: one that reaches a centre tells of whoever works there. */
export function reachesPerson(actor: Actor, right: Right, personId: RawBuilder<unknown>): RawBuilder<boolean> {
  const reach = reachOf(actor, right);
  if (reach === null) return sql<boolean>`false`;
  return reach.all
    ? sql<boolean>`true`
    : sql<boolean>`exists (select from person_post pp join post po on po.id = pp.post_id
        where pp.person_id = ${personId} and po.centre_id = any(${reach.centres}::uuid[]))`;
}
