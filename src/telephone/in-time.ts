import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { TelephoneRules } from './rules.ts';

/** Since when whoever calls (`c`) waits. */
export const JOINED = sql`coalesce(c.joined_at, c.began_at)`;

/** Whether he was answered within so many seconds. */
export function answeredWithin(seconds: number | null): RawBuilder<unknown> {
  return sql`c.answered_at - ${JOINED} <= ${seconds} * interval '1 second'`;
}

/** By the ring that is the limit of each call, and within its seconds, where either is set (CHAN-15, CHAN-16). */
export function answeredInLimit({ answerRings, answerSeconds }: TelephoneRules): RawBuilder<unknown> {
  return sql`(${answerRings}::int is null or c.rings <= ${answerRings})
    and (${answerSeconds}::int is null or ${answeredWithin(answerSeconds)})`;
}
