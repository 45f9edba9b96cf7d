import type { Id } from '../kernel/id.ts';
import type { Json } from '../kernel/json.ts';
import type { Instant } from '../kernel/time.ts';
import type { Language, Words } from '../kernel/words.ts';
import type { ArticleSort, Audience } from './article.ts';
import type { Decision } from './amendment.ts';
import type { Question } from './knowledge-test.ts';

export type ArticleTable = {
  id: Id<'article'>;
  /** Its stable name, where a pack brought it. */
  key: string | null;
  centre_id: Id<'centre'>;
  sort: ArticleSort;
  audience: Audience;
  department_id: Id<'department'> | null;
  /** A person owns it, or whoever holds a post. */
  owner_id: Id<'person'> | null;
  owner_post_id: Id<'post'> | null;
  version: number;
  must_read: boolean;
  from_ticket_id: Id<'ticket'> | null;
  /** When it was last confirmed right, by writing it or by looking at it anew. */
  confirmed_at: Instant;
  confirmed_by_id: Id<'person'> | null;
  retired_at: Instant | null;
  retired_by_id: Id<'person'> | null;
};

export type ArticleVersionTable = {
  article_id: Id<'article'>;
  version: number;
  language: Language;
  title: Json<Words>;
  body: Json<Words>;
  source: string;
  in_force_on: string | null;
  customer_sort: string;
  situation: string;
  was_said: string;
  worked: string;
  by_id: Id<'person'> | null;
  why: string | null;
  at: Instant;
};

export type ArticleUseTable = {
  id: Id<'article_use'>;
  article_id: Id<'article'>;
  version: number;
  ticket_id: Id<'ticket'> | null;
  way: 'used' | 'cited';
  by_id: Id<'person'>;
  at: Instant;
};

export type ArticleFeedbackTable = {
  id: Id<'article_feedback'>;
  article_id: Id<'article'>;
  version: number;
  helpful: boolean;
  words: string;
  by_id: Id<'person'>;
  at: Instant;
};

export type ArticleAmendmentTable = {
  id: Id<'article_amendment'>;
  article_id: Id<'article'>;
  /** The version he had before him. */
  version: number;
  proposed: string;
  why: string;
  by_id: Id<'person'>;
  at: Instant;
  decision: Decision | null;
  answer: string | null;
  decided_by_id: Id<'person'> | null;
  decided_at: Instant | null;
  /** The version that says it; null: none yet. */
  carried_in: number | null;
};

export type ArticleReadingTable = {
  id: Id<'article_reading'>;
  article_id: Id<'article'>;
  version: number;
  person_id: Id<'person'>;
  asked_at: Instant;
  /** null: asked, and not confirmed yet. */
  confirmed_at: Instant | null;
};

export type ArticleTestTable = {
  article_id: Id<'article'>;
  version: number;
  questions: Json<Question[]>;
  by_id: Id<'person'> | null;
  at: Instant;
};

export type ArticleTestResultTable = {
  id: Id<'article_test_result'>;
  article_id: Id<'article'>;
  version: number;
  person_id: Id<'person'>;
  answers: Json<number[]>;
  correct: number;
  passed: boolean;
  at: Instant;
};

/** A standard process binds whoever holds a post. */
export type ArticlePostTable = {
  article_id: Id<'article'>;
  post_id: Id<'post'>;
};

/** An article that belongs to the training of a process. */
export type ArticleTrainingTable = {
  process_id: Id<'article'>;
  article_id: Id<'article'>;
};

/** A rule of the house that binds a department. */
export type ArticleBindingTable = {
  article_id: Id<'article'>;
  department_id: Id<'department'>;
};

/** A department's word on a version of it. */
export type ArticleAcceptanceTable = {
  id: Id<'article_acceptance'>;
  article_id: Id<'article'>;
  version: number;
  department_id: Id<'department'>;
  asked_at: Instant;
  /** null: asked, and not confirmed yet. */
  confirmed_at: Instant | null;
  confirmed_by_id: Id<'person'> | null;
};
