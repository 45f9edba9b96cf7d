import type { Id } from '../kernel/id.ts';
import type { Json } from '../kernel/json.ts';
import type { Instant } from '../kernel/time.ts';

/** Something begun and not sent. It belongs to its subject: whoever takes the subject over finds it. */
export type DraftTable = {
  /** `ticket:<id>:answer`, `intake:1`, ... */
  subject: string;
  person_id: Id<'person'>;
  content: Json<unknown>;
  at: Instant;
  /** What another device of the same person had written, which this device did not know of. */
  former: Json<unknown> | null;
  former_at: Instant | null;
};

/** What a person has open, on whichever device. */
export type OpenTabsTable = {
  person_id: Id<'person'>;
  tabs: Json<unknown>;
  at: Instant;
};
