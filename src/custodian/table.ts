import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import type { ContactSort, EndedAs, Whom } from './custodian.ts';

/** One act in which customers were given to specialists, and whether it was undone. */
export type CustodianDistributionTable = {
  id: Id<'custodian_distribution'>;
  centre_id: Id<'centre'>;
  whom: Whom;
  why: string;
  by_id: Id<'person'>;
  at: Instant;
  undone_at: Instant | null;
  undone_by_id: Id<'person'> | null;
  undone_why: string | null;
};

/** Whose a customer is from when until when. */
export type CustodianTable = {
  id: Id<'custodian'>;
  customer_id: Id<'customer'>;
  person_id: Id<'person'>;
  centre_id: Id<'centre'>;
  /** null: given alone. */
  distribution_id: Id<'custodian_distribution'> | null;
  from_at: Instant;
  by_id: Id<'person'>;
  why: string;
  until_at: Instant | null;
  ended_as: EndedAs | null;
  /** null: it followed by itself. */
  ended_by_id: Id<'person'> | null;
};

/** How much somebody can take beside the others; rows are only added. */
export type SpecialistAbilityTable = {
  person_id: Id<'person'>;
  version: number;
  percent: number;
  why: string;
  by_id: Id<'person'>;
  at: Instant;
};

/** A contact that is owed with a customer, and the record of it once it was made. */
export type CustodianContactTable = {
  id: Id<'custodian_contact'>;
  custodian_id: Id<'custodian'>;
  customer_id: Id<'customer'>;
  person_id: Id<'person'>;
  sort: ContactSort;
  asked_at: Instant;
  contact_id: Id<'contact'> | null;
  done_at: Instant | null;
  dropped_at: Instant | null;
};

export type CustodianAttemptTable = {
  custodian_contact_id: Id<'custodian_contact'>;
  contact_id: Id<'contact'>;
};
