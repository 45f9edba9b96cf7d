import type { Generated, GeneratedAlways, JSONColumnType } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';

export type WebhookTable = {
  id: Id<'webhook'>;
  name: string;
  url: string;
  types: string[];
  secret: string;
  /** Valid beside the new one until `former_until`. */
  former_secret: string | null;
  former_until: Instant | null;
  made_by_id: Id<'person'>;
  made_at: Instant;
  off_at: Instant | null;
  off_because: 'by_hand' | 'gone' | 'failing' | null;
  ended_at: Instant | null;
};

export type WebhookStateTable = {
  webhook_id: Id<'webhook'>;
  failing_since: Instant | null;
  last_success_at: Instant | null;
};

export type WebhookDeliveryTable = {
  /** Also the webhook-id, the same however often it is sent. */
  id: Id<'webhook_delivery'>;
  webhook_id: Id<'webhook'>;
  sequence: GeneratedAlways<number>;
  type: string;
  body: JSONColumnType<Record<string, unknown>>;
  at: Instant;
  state: Generated<'waiting' | 'delivered' | 'given_up'>;
  tries: Generated<number>;
  next_at: Instant | null;
};

export type WebhookTryTable = {
  delivery_id: Id<'webhook_delivery'>;
  no: number;
  at: Instant;
  milliseconds: number;
  status: number | null;
  answer: string;
  error: string | null;
};
