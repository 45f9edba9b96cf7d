import type { Id } from '../kernel/id.ts';
import type { Json } from '../kernel/json.ts';
import type { Instant } from '../kernel/time.ts';

/** The archive of a customer, one at most. */
export type CustomerArchiveTable = {
  id: Id<'customer_archive'>;
  customer_id: Id<'customer'>;
  centre_id: Id<'centre'>;
  department_id: Id<'department'>;
  /** Who looks after it. */
  keeper_id: Id<'person'>;
  opened_at: Instant;
  opened_by_id: Id<'person'>;
  /** When something was last filed, taken out, or put in order. */
  touched_at: Instant;
};

export type CustomerArchiveEntryTable = {
  id: Id<'customer_archive_entry'>;
  archive_id: Id<'customer_archive'>;
  /** Key of a part of the house's archives. */
  part: string;
  title: string;
  /** Which day stands on it, YYYY-MM-DD; null: none. */
  dated: string | null;
  lies_at: string;
  by_id: Id<'person'>;
  at: Instant;
  withdrawn_at: Instant | null;
  withdrawn_by_id: Id<'person'> | null;
  withdrawn_because: string | null;
};

export type CustomerArchiveLookTable = {
  id: Id<'customer_archive_look'>;
  archive_id: Id<'customer_archive'>;
  remark: string;
  by_id: Id<'person'>;
  at: Instant;
};

export type CustomerArchiveChangeTable = {
  archive_id: Id<'customer_archive'>;
  no: number;
  before: Json<Record<string, unknown>>;
  by_id: Id<'person'>;
  at: Instant;
};
