import type { Generated } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';

export type CustomerTable = {
  id: Id<'customer'>;
  kind: 'person' | 'household' | 'company';
  name: string;
  language: Generated<string>;
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
