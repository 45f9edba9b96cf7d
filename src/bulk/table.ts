import type { Id } from '../kernel/id.ts';
import type { Json } from '../kernel/json.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { Undo } from './bulk.ts';

export type BulkActTable = {
  bulk_id: Id<'bulk'>;
  ticket_id: Id<'ticket'>;
  act: string;
  by_id: Id<'person'>;
  at: Instant;
  /** Why it was not done here; null: it was. */
  refused: Json<Refusal | null>;
  /** What taking it back needs; null: it cannot be taken back, or was not done. */
  undo: Json<Undo | null>;
  undone_at: Instant | null;
};
