import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import { QUIET } from './ticket.ts';

/**
 * Whether something happened on the ticket (`t`) by somebody else since this person last looked; no where he never did. A phone
 * brings what happened days ago, so the facts of a week before count too: by `event_of_ticket`, some dozens of rows.
 */
export const NEWS_FOR = (personId: string | null): RawBuilder<unknown> => sql`exists (
    select from ticket_seen k where k.person_id = ${personId}::uuid and k.ticket_id = t.id and exists (
      select from event e where e.ticket_id = t.id and e.happened_at > k.until_at - interval '7 days'
        and e.recorded_at > k.until_at and e.actor_id is distinct from k.person_id and e.type <> all(${QUIET}::text[])))`;
