import type { Generated } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Json } from '../kernel/json.ts';
import type { Instant } from '../kernel/time.ts';
import type { PlanContent, Way } from './plan.ts';

export type RoundPlanTable = {
  id: Id<'round_plan'>;
  /** Its stable name: the pack's, or one made of its id. */
  key: string;
  centre_id: Id<'centre'>;
  /** The one that holds for what begins from now on. */
  version: number;
  closed_at: Instant | null;
};

export type RoundPlanVersionTable = {
  plan_id: Id<'round_plan'>;
  version: number;
  content: Json<PlanContent>;
  post_id: Id<'post'>;
  /** Whom a failed line is offered; null: whoever found it keeps it. */
  follow_up_post_id: Id<'post'> | null;
  /** Given up with this version. */
  closed: Generated<boolean>;
  by_id: Id<'person'> | null;
  why: string | null;
  at: Instant;
};

export type RoundTable = {
  id: Id<'round'>;
  plan_id: Id<'round_plan'>;
  version: number;
  centre_id: Id<'centre'>;
  post_id: Id<'post'>;
  department_id: Id<'department'> | null;
  /** Who by name answers for it; null: whoever is at its post. */
  keeper_id: Generated<Id<'person'> | null>;
  /** First day of its day, week or month, YYYY-MM-DD where the centre stands. */
  begins: string;
  from_at: Instant;
  due_at: Instant;
  /** Lines that are not in order, as they stand. */
  faults: Generated<number>;
  /** When it was done on the spot, and when that was heard of: a phone may have had no connection. */
  done_at: Instant | null;
  recorded_at: Instant | null;
  done_by_id: Id<'person'> | null;
  dropped_at: Instant | null;
  /** Who began it, where it was not planned. */
  begun_by_id: Generated<Id<'person'> | null>;
  /** The unit it is of: vacant, or a tenant's. */
  place_id: Generated<Id<'place'> | null>;
  customer_id: Generated<Id<'customer'> | null>;
};

export type RoundKeeperTable = {
  plan_id: Id<'round_plan'>;
  /** 1, 2, ...: the highest counts. */
  no: number;
  /** Null: nobody by name any more. */
  person_id: Id<'person'> | null;
  by_id: Id<'person'>;
  at: Instant;
};

export type RoundResultTable = {
  round_id: Id<'round'>;
  line: string;
  /** 1, 2, ...: the highest counts, the others are what was written down before. */
  no: number;
  plan_id: Id<'round_plan'>;
  result: 'ok' | 'fault';
  count: number | null;
  note: Generated<string>;
  photo_ids: Generated<Id<'file'>[]>;
  by_id: Id<'person'>;
  at: Instant;
  recorded_at: Instant;
  ticket_id: Id<'ticket'> | null;
  /** The follow-up was open already from an earlier round. */
  known: Generated<boolean>;
  /** What was done about a fault, where the line asks. */
  way: Way | null;
  /** What was done on the spot, or is suggested. */
  measures: Generated<string>;
  reported_to_id: Id<'person'> | null;
  /** In the order in which results were written down. */
  seq: Generated<number>;
};

export type RoundLetterTable = {
  id: Id<'round_letter'>;
  round_id: Id<'round'>;
  line: string;
  ticket_id: Id<'ticket'> | null;
  contact_id: Id<'contact'> | null;
  /** Why it needs no case. */
  reason: string | null;
  by_id: Id<'person'>;
  at: Instant;
};
