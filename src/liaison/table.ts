import type { Id } from '../kernel/id.ts';
import type { Json } from '../kernel/json.ts';
import type { Instant } from '../kernel/time.ts';
import type { ContactInterval, DealingWay } from './liaison.ts';

export type LiaisonBodyTable = {
  id: Id<'liaison_body'>;
  centre_id: Id<'centre'>;
  kind: string;
  name: string;
  phone: string;
  address: string;
  about: string;
  /** Who of ours keeps up with it. */
  person_id: Id<'person'>;
  /** How often somebody is to be in touch; null: as matters come. */
  every: ContactInterval | null;
  by_id: Id<'person'>;
  at: Instant;
  ended_at: Instant | null;
};

export type LiaisonContactTable = {
  id: Id<'liaison_contact'>;
  body_id: Id<'liaison_body'>;
  name: string;
  position: string;
  phone: string;
  ended_at: Instant | null;
};

export type LiaisonMatterTable = {
  id: Id<'liaison_matter'>;
  body_id: Id<'liaison_body'>;
  subject: string;
  /** Who of ours is in charge. */
  person_id: Id<'person'>;
  ticket_id: Id<'ticket'> | null;
  opened_at: Instant;
  by_id: Id<'person'>;
  /** Of an open one: what comes next, and by when. */
  next_step: string | null;
  next_by: Instant | null;
  closed_at: Instant | null;
  closed_by_id: Id<'person'> | null;
  outcome: string | null;
  lesson: string | null;
};

/** One touch with a body about a matter. */
export type LiaisonDealingTable = {
  id: Id<'liaison_dealing'>;
  matter_id: Id<'liaison_matter'>;
  happened_at: Instant;
  way: DealingWay;
  contact_id: Id<'liaison_contact'> | null;
  said: string;
  by_id: Id<'person'>;
  recorded_at: Instant;
};

/** As a body, somebody there, or a matter stood before. */
export type LiaisonChangeTable = {
  subject_id: string;
  no: number;
  before: Json<Record<string, unknown>>;
  by_id: Id<'person'>;
  at: Instant;
};
