import type { Id } from '../kernel/id.ts';
import type { Json } from '../kernel/json.ts';
import type { Instant } from '../kernel/time.ts';
import type { Words } from '../kernel/words.ts';
import type { CheckInterval, FollowUpVerdict, PointVerdict } from './contractor.ts';

export type ContractorTable = {
  id: Id<'contractor'>;
  centre_id: Id<'centre'>;
  name: string;
  /** Keys of the services of the house that it does here. */
  services: string[];
  /** Whom one speaks with there. */
  contact: string;
  phone: string;
  /** Number of the agreement. */
  agreement: string;
  /** Its last day, YYYY-MM-DD; null: none was agreed. */
  agreed_until: string | null;
  about: string;
  /** Who of ours looks after it. */
  person_id: Id<'person'>;
  /** How often it is checked; null: as each service says. */
  every: CheckInterval | null;
  by_id: Id<'person'>;
  at: Instant;
  ended_at: Instant | null;
};

/** One check of one service; never changed. */
export type ContractorCheckTable = {
  id: Id<'contractor_check'>;
  contractor_id: Id<'contractor'>;
  service: string;
  /** As the service was called then. */
  service_name: Json<Words>;
  checked_at: Instant;
  verdict: PointVerdict;
  remark: string;
  by_id: Id<'person'>;
  recorded_at: Instant;
};

export type ContractorCheckPointTable = {
  check_id: Id<'contractor_check'>;
  no: number;
  point: string;
  /** As the point was called then. */
  name: Json<Words>;
  verdict: PointVerdict;
};

/** A period in which a service is to be checked. */
export type ContractorDueTable = {
  id: Id<'contractor_due'>;
  contractor_id: Id<'contractor'>;
  service: string;
  every: CheckInterval;
  /** First day of the period, YYYY-MM-DD where the centre stands. */
  begins: string;
  from_at: Instant;
  until_at: Instant;
  /** The first check after it began; null: not checked yet. */
  check_id: Id<'contractor_check'> | null;
  dropped_at: Instant | null;
};

/** What was not conform, and the improvement asked. */
export type ContractorFaultTable = {
  id: Id<'contractor_fault'>;
  check_id: Id<'contractor_check'>;
  contractor_id: Id<'contractor'>;
  service: string;
  point_name: Json<Words>;
  not_conform: string;
  improvement: string;
  asked_at: Instant;
  /** By when it was to be mended, as it was asked first. */
  first_due_at: Instant;
  /** As it stands: another day where it was not. */
  due_at: Instant;
  mended_at: Instant | null;
};

/** Somebody looked again; never changed. */
export type ContractorFollowUpTable = {
  fault_id: Id<'contractor_fault'>;
  no: number;
  verdict: FollowUpVerdict;
  result: string;
  /** By when it was to be mended. */
  due_at: Instant;
  next_due_at: Instant | null;
  seen_at: Instant;
  by_id: Id<'person'>;
  recorded_at: Instant;
};

/** As the register said before. */
export type ContractorChangeTable = {
  contractor_id: Id<'contractor'>;
  no: number;
  before: Json<Record<string, unknown>>;
  by_id: Id<'person'>;
  at: Instant;
};
