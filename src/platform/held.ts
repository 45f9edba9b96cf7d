import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Instant } from '../kernel/time.ts';

/** What is asked to go: older than a moment, no older than what went already, at most so many at once. */
export type Old = { before: Instant; after: Instant | null; most: number };

/** What went, or would go: how many, and of which time. */
export type Gone = { n: number; oldest: Instant | null; newest: Instant | null };

/** Whether none of these (columns that hold ids) is held back by a dispute or a court. */
export function notHeld(columns: readonly string[], now: Instant): RawBuilder<boolean> {
  const subjects = sql.join(columns.map((column) => sql.ref(column)));
  return sql<boolean>`not exists (select from legal_hold h where h.subject_id in (${subjects})
    and h.lifted_at is null and (h.until is null or h.until > ${now}))`;
}

export function goneOf(moments: readonly Instant[]): Gone {
  const sorted = [...moments].sort();
  return { n: sorted.length, oldest: sorted[0] ?? null, newest: sorted.at(-1) ?? null };
}
