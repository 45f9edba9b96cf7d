import type { CustodyAct, CustodySort, CustodyState } from './sorts.ts';
import type { Generated } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Json } from '../kernel/json.ts';
import type { Instant } from '../kernel/time.ts';
import type { Found, SettledAs } from './count.ts';
import type { Condition, Holder } from './custody.ts';

export type CustodyItemTable = {
  id: Id<'custody_item'>;
  centre_id: Id<'centre'>;
  /** Key of a kind of the settings, and what that was as it was registered. */
  kind: string;
  sort: CustodySort;
  number: string;
  label: string;
  place_id: Id<'place'> | null;
  /** Whose it is, or who applied for it. */
  customer_id: Id<'customer'> | null;
  /** What it is worth, in the smallest unit of its currency. */
  worth: number | null;
  currency: string | null;
  registered_at: Instant;
  by_id: Id<'person'>;
  /** Number of its last entry; the database counts it on as one is added. */
  seq: Generated<number>;
};

/** Added, never changed: the database refuses it. */
export type CustodyEntryTable = {
  id: Id<'custody_entry'>;
  item_id: Id<'custody_item'>;
  seq: number;
  act: CustodyAct;
  /** How it stands from this entry on, and in what condition. */
  state: CustodyState;
  condition: Condition;
  from_kind: Holder['kind'];
  from_person_id: Id<'person'> | null;
  from_customer_id: Id<'customer'> | null;
  from_name: string;
  to_kind: Holder['kind'];
  to_person_id: Id<'person'> | null;
  to_customer_id: Id<'customer'> | null;
  to_name: string;
  purpose: string;
  due_back: Instant | null;
  /** YYYY-MM-DD, its last day. */
  valid_until: string | null;
  what_happened: string;
  cause: string;
  measures: string;
  remark: string;
  /** Of a correction: the number of the entry it takes back. */
  corrects: number | null;
  ticket_id: Id<'ticket'> | null;
  count_id: Id<'custody_count'> | null;
  happened_at: Instant;
  recorded_at: Instant;
  by_id: Id<'person'>;
};

/** What of a thing was corrected, as it stood before. */
export type CustodyChangeTable = {
  item_id: Id<'custody_item'>;
  no: number;
  before: Json<Former>;
  by_id: Id<'person'>;
  at: Instant;
};
export type Former = Partial<
  Pick<CustodyItemTable, 'number' | 'label' | 'place_id' | 'customer_id' | 'worth' | 'currency'>
>;

export type CustodyCountTable = {
  id: Id<'custody_count'>;
  centre_id: Id<'centre'>;
  sort: CustodySort;
  /** Key of the one kind that is counted; null: all of that sort. */
  kind: string | null;
  /** Of a plan of the house; null: begun besides. */
  plan_key: string | null;
  begins: string | null;
  from_at: Instant;
  until_at: Instant | null;
  begun_at: Instant | null;
  begun_by_id: Id<'person'> | null;
  done_at: Instant | null;
  done_by_id: Id<'person'> | null;
  /** Every difference is settled, or there was none. */
  settled_at: Instant | null;
};

export type CustodyCountLineTable = {
  id: Id<'custody_count_line'>;
  count_id: Id<'custody_count'>;
  /** Null: found, and in no book; `label` says what. */
  item_id: Id<'custody_item'> | null;
  label: string;
  expected_seq: number | null;
  found: Found | null;
  remark: string;
  found_at: Instant | null;
  found_by_id: Id<'person'> | null;
  settled_as: SettledAs | null;
  reason: string;
  settled_at: Instant | null;
  settled_by_id: Id<'person'> | null;
};

/** The last number given of a kind that the house numbers itself, in a year. */
export type CustodySeriesTable = { centre_id: Id<'centre'>; kind: string; year: number; last: number };
