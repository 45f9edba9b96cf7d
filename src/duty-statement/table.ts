import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';

export type DutyStatementTable = {
  post_id: Id<'post'>;
  version: number;
  text: string;
  by_id: Id<'person'> | null;
  why: string | null;
  at: Instant;
};

export type DutyConfirmationTable = {
  id: Id<'duty_confirmation'>;
  post_id: Id<'post'>;
  version: number;
  person_id: Id<'person'>;
  asked_at: Instant;
  /** null: asked, and not confirmed yet. */
  confirmed_at: Instant | null;
};
