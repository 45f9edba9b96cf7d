import type { Generated } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Json } from '../kernel/json.ts';
import type { Instant } from '../kernel/time.ts';

export type CustomerTable = {
  id: Id<'customer'>;
  kind: 'person' | 'household' | 'company';
  name: string;
  language: Generated<string>;
  /** By which sort of channel he wants to hear by itself how his matters stand: any, one, or none. */
  updates: Generated<string>;
  vip: Generated<boolean>;
  note: string | null;
  created_at: Instant;
  /** Erased rows keep their id so that history still hangs together. */
  erased_at: Instant | null;
};

export type CustomerPhoneTable = {
  customer_id: Id<'customer'>;
  digits: string;
  label: Generated<string>;
  first: Generated<boolean>;
};

export type CustomerEmailTable = {
  customer_id: Id<'customer'>;
  address: string;
  label: Generated<string>;
};

export type CustomerMemberTable = {
  group_id: Id<'customer'>;
  member_id: Id<'customer'>;
  relation: Generated<string>;
};

export type CustomerPlaceTable = {
  customer_id: Id<'customer'>;
  place_id: Id<'place'>;
  relation: 'owner' | 'resident' | 'tenant' | 'user';
  since: string | null;
  until: string | null;
};

/** What went when somebody was erased, and what stayed: numbers by what they count. */
export type CustomerErasureTable = {
  customer_id: Id<'customer'>;
  at: Instant;
  /** Null: by age, at night. */
  by_id: Id<'person'> | null;
  reason: string;
  gone: Json<Record<string, number>>;
  stays: Json<Record<string, number>>;
};

/** Where somebody who was erased is still named in another's matter, until a person has decided about it. */
export type StillNamedTable = {
  id: Id<'still_named'>;
  customer_id: Id<'customer'>;
  ticket_id: Id<'ticket'> | null;
  centre_id: Id<'centre'> | null;
  /** Which text, out of `ELSEWHERE`, and its row there. */
  place: string;
  row_id: string;
  /** What to look for; gone once it is decided. */
  words: string[] | null;
  found_at: Instant;
  decided_at: Instant | null;
  decided_by_id: Id<'person'> | null;
  decision: 'blackened' | 'left' | null;
  why: string | null;
};

export type PhoneUnmaskedTable = {
  id: Id<'phone_unmasked'>;
  customer_id: Id<'customer'>;
  by_id: Id<'person'>;
  at: Instant;
  reason: string;
};
