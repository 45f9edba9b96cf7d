import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import { CONFIDENTIAL } from '../platform/context.ts';

/**
 * Whether a commitment (its column `subject_type`, with its table) may be counted and listed by whoever sees what others owe: what is
 * owed about one of ours is for whoever owes it.
 */
export function owedOpenly(subjectType: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`${subjectType} <> all(${[...CONFIDENTIAL]}::text[])`;
}
