import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';

export type RetentionRuleTable = {
  /** One of `RULES`; a rule without a row is off. */
  key: string;
  days: number;
  changed_at: Instant;
  by_id: Id<'person'>;
  why: string;
  /** What is older has gone already, but for what was held. */
  done_until: Instant | null;
};

export type RetentionRunTable = {
  id: Id<'retention_run'>;
  started_at: Instant;
  ended_at: Instant | null;
  cancelled_at: Instant | null;
  cancelled_by_id: Id<'person'> | null;
};

export type RetentionReportTable = {
  run_id: Id<'retention_run'>;
  key: string;
  days: number;
  n: number;
  oldest: Instant;
  newest: Instant;
};

/** A rule that failed, and was left until the next night. */
export type RetentionFaultTable = {
  run_id: Id<'retention_run'>;
  key: string;
  at: Instant;
  /** The fault's code or name; never its words. */
  fault: string;
};

export type LegalHoldTable = {
  id: Id<'legal_hold'>;
  subject_type: 'customer' | 'ticket';
  subject_id: string;
  why: string;
  by_id: Id<'person'>;
  at: Instant;
  until: Instant | null;
  lifted_at: Instant | null;
  lifted_by_id: Id<'person'> | null;
};
