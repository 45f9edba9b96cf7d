import type { Generated } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Json } from '../kernel/json.ts';
import type { Instant } from '../kernel/time.ts';

/** A new version of a kind being taken over by what is already open. */
export type KindMoveTable = {
  id: Id<'kind_move'>;
  kind: string;
  version: number;
  /** Former stage to stage of the new version, for those that are not there any more. */
  stages: Json<Record<string, string>>;
  /** Open tickets on former versions as it began. */
  total: number;
  moved: Generated<number>;
  /** The last one looked at; batches go by id. */
  after_id: Id<'ticket'> | null;
  by_id: Id<'person'>;
  begun_at: Instant;
  ended_at: Instant | null;
  /** Stopped by hand, or by another that began; null where it came to its end. */
  stopped_by_id: Id<'person'> | null;
};

/** An administrator's own words for those of the screens; never edited, each change a new version. */
export type WordsVersionTable = {
  version: number;
  content: Json<Record<string, Record<string, string>>>;
  by_id: Id<'person'> | null;
  why: string | null;
  at: Instant;
};

/** That somebody saw a customer's data: once a person, customer, way and hour. */
export type LookTable = {
  customer_id: Id<'customer'>;
  person_id: Id<'person'>;
  /** The full hour. */
  hour: Instant;
  /** Customer: his page; ticket: a matter of his with his data; desk: who is calling; found: a search. */
  way: 'customer' | 'ticket' | 'desk' | 'found' | 'recording';
  /** His numbers were shown whole. */
  whole: boolean;
};

/** That somebody looked into the file of one of ours: once a person, member and hour. */
export type MemberLookTable = Pick<LookTable, 'person_id' | 'hour'> & { member_id: Id<'person'> };
