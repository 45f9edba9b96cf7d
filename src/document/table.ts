import type { Id } from '../kernel/id.ts';
import type { Json } from '../kernel/json.ts';
import type { Instant } from '../kernel/time.ts';
import type { DocumentState } from './document.ts';
import type { DocumentWay } from './document.ts';

export type DocumentTable = {
  id: Id<'document'>;
  centre_id: Id<'centre'>;
  department_id: Id<'department'> | null;
  way: DocumentWay;
  kind: string;
  class: string;
  /** As its class has it now: key of the post that alone files and lends it. */
  keeper: string;
  /** As its class has it now: once it is final it is read by its keeper only. */
  restricted: boolean;
  subject: string;
  text: string;
  person_id: Id<'person'>;
  /** The day on it, YYYY-MM-DD; of what is drafted here: of its approval. */
  dated: string | null;
  /** Of a letter: which department or body it came from or went to. */
  counterpart: string;
  body_id: Id<'liaison_body'> | null;
  state: DocumentState;
  number: string | null;
  lies_at: string;
  /** Of what was approved. */
  sha256: string | null;
  supersedes_id: Id<'document'> | null;
  needs_answer: boolean;
  answer_by: Instant | null;
  /** The letter that this one answers. */
  answers_id: Id<'document'> | null;
  /** Until when it is kept, YYYY-MM-DD; null: for good, or not filed yet. */
  keep_until: string | null;
  by_id: Id<'person'>;
  at: Instant;
  filed_by_id: Id<'person'> | null;
  filed_at: Instant | null;
  destroyed_by_id: Id<'person'> | null;
  destroyed_at: Instant | null;
  destroyed_because: string | null;
};

export type DocumentReviewTable = {
  document_id: Id<'document'>;
  no: number;
  post_id: Id<'post'>;
  sent_by_id: Id<'person'>;
  sent_at: Instant;
  decision: 'approved' | 'sent_back' | null;
  remark: string;
  decided_by_id: Id<'person'> | null;
  decided_at: Instant | null;
};

export type DocumentLoanTable = {
  document_id: Id<'document'>;
  no: number;
  to_id: Id<'person'>;
  why: string;
  by_id: Id<'person'>;
  lent_at: Instant;
  due_at: Instant;
  returned_at: Instant | null;
  returned_to_id: Id<'person'> | null;
};

export type DocumentChangeTable = {
  document_id: Id<'document'>;
  no: number;
  before: Json<Record<string, unknown>>;
  by_id: Id<'person'>;
  at: Instant;
};

/** The last number given of a kind and a way in a year. */
export type DocumentSeriesTable = { series: string; year: number; last: number };
