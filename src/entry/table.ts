import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';

export type CustomerAccessTable = {
  id: Id<'access'>;
  /** link: of one matter; code: given by the desk, used once; sent: a code sent to himself, used once; session: what any of them opens. */
  kind: 'link' | 'code' | 'sent' | 'session';
  /** sha-256 of the secret; the secret itself stands nowhere. */
  hash: string;
  ticket_id: Id<'ticket'> | null;
  customer_id: Id<'customer'> | null;
  made_by_id: Id<'person'> | null;
  made_at: Instant;
  expires_at: Instant;
  used_at: Instant | null;
  revoked_at: Instant | null;
};
