import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import type { Old } from '../platform/held.ts';
import { notHeld } from '../platform/held.ts';

/**
 * Customers who left every place they had, the last one long ago, with nothing open and no touch since. Somebody who never had a
 * place is no former resident.
 */
export function formerResidents({ before, most }: Old, now: Instant): RawBuilder<{ id: Id<'customer'>; at: Instant }> {
  const day = before.slice(0, 10);
  return sql`select c.id, max(cp.until)::timestamptz as at from customer c join customer_place cp on cp.customer_id = c.id
    where c.erased_at is null and ${notHeld(['c.id'], now)}
      and not exists (select from ticket t where t.customer_id = c.id and (t.closed_at is null or t.closed_at >= ${before}
        or not (${notHeld(['t.id'], now)})))
      and not exists (select from contact k where k.customer_id = c.id and k.at >= ${before})
    group by c.id having bool_and(cp.until is not null) and max(cp.until) < ${day}::date
    order by 2 limit ${most}`;
}
