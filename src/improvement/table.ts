import type { Generated } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import type { CauseSort, ImprovementSort, RuleType, SourceType } from './improvement.ts';

export type ImprovementTable = {
  id: Id<'improvement'>;
  number: Generated<number>;
  sort: ImprovementSort;
  centre_id: Id<'centre'>;
  department_id: Id<'department'>;
  /** The head it was addressed to, who answers for it. */
  addressee_id: Id<'person'> | null;
  title: string;
  cause_sort: CauseSort;
  cause: string;
  /** What it is to keep from happening again, by the key of a repetition (src/improvement/patterns.ts). */
  watch: string | null;
  opened_by_id: Id<'person'>;
  opened_at: Instant;
  acknowledged_by_id: Id<'person'> | null;
  acknowledged_at: Instant | null;
  check_by_id: Id<'person'>;
  /** Counts the rounds of measures; the times below are of this one. */
  round: Generated<number>;
  planned_at: Instant | null;
  check_at: Instant | null;
  carried_out_at: Instant | null;
  recurred: Generated<number>;
  closed_at: Instant | null;
  withdrawn_at: Instant | null;
  withdrawn_by_id: Id<'person'> | null;
  withdrawn_reason: string | null;
};

export type ImprovementMeasureTable = {
  id: Id<'improvement_measure'>;
  improvement_id: Id<'improvement'>;
  round: number;
  no: number;
  text: string;
  person_id: Id<'person'>;
  due_at: Instant;
  commitment_id: Id<'commitment'>;
  /** The rule that is to be changed, and its version when the measure was set (PRIN-14). */
  rule_type: RuleType | null;
  rule_key: string | null;
  rule_before: number | null;
  rule_after: number | null;
  done_at: Instant | null;
  done_by_id: Id<'person'> | null;
  done_text: string | null;
};

export type ImprovementVerdictTable = {
  improvement_id: Id<'improvement'>;
  round: number;
  verdict: 'worked' | 'did_not' | 'recurred';
  text: string;
  /** Null: the product found it to have happened again. */
  by_id: Id<'person'> | null;
  at: Instant;
};

export type ImprovementSourceTable = {
  improvement_id: Id<'improvement'>;
  subject_type: SourceType;
  subject_id: string;
  /** It happened after the measures were done. */
  again: Generated<boolean>;
  at: Instant;
};

export type RepetitionDecisionTable = {
  id: Id<'repetition_decision'>;
  pattern: string;
  improvement_id: Id<'improvement'> | null;
  reason: string;
  counted: number;
  by_id: Id<'person'>;
  at: Instant;
};
