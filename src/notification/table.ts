import type { Generated } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import type { JsonOrDefault } from '../kernel/json.ts';

export type NotificationTable = {
  id: Id<'notification'>;
  person_id: Id<'person'>;
  type: string;
  ticket_id: Id<'ticket'> | null;
  subject_type: string;
  subject_id: string;
  params: JsonOrDefault<Record<string, unknown>>;
  made_at: Instant;
  /** Later than made_at by the undo delay, or by quiet hours, which hold messages but never the clock. */
  deliver_at: Instant;
  needs_acknowledgement: Generated<boolean>;
  read_at: Instant | null;
  acknowledged_at: Instant | null;
};
