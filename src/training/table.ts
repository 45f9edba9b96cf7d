import type { Id } from '../kernel/id.ts';
import type { Json } from '../kernel/json.ts';
import type { Instant } from '../kernel/time.ts';
import type { PathRule } from './rules.ts';
import type { Attendance, ChangeSort, Former, SessionState } from './training.ts';

export type TrainingSessionTable = {
  id: Id<'training_session'>;
  centre_id: Id<'centre'>;
  /** In whose plan it stands. */
  department_id: Id<'department'>;
  subject: string;
  /** Keys of the rules. */
  form: string;
  course: string | null;
  /** The standard process it trains; null: none. */
  article_id: Id<'article'> | null;
  /** One of ours who trains, by name the coach of a coached form; or somebody from outside, as he is called. */
  trainer_id: Id<'person'> | null;
  outside_trainer: string | null;
  place: string;
  from_at: Instant;
  until_at: Instant;
  /** When it was to be as it was first planned. */
  first_from_at: Instant;
  planned_by_id: Id<'person'>;
  planned_at: Instant;
  state: SessionState;
  /** From when to when it was held. */
  held_from_at: Instant | null;
  held_until_at: Instant | null;
  recorded_by_id: Id<'person'> | null;
  recorded_at: Instant | null;
  /** What came of it: 1 the worst, 5 the best. */
  grade: number | null;
  evaluation: string | null;
  evaluated_by_id: Id<'person'> | null;
  evaluated_at: Instant | null;
};

export type TrainingAttendanceTable = {
  session_id: Id<'training_session'>;
  person_id: Id<'person'>;
  /** null: invited, and not recorded yet. */
  attendance: Attendance | null;
  minutes: number | null;
  score: number | null;
  passed: boolean | null;
  remark: string;
};

/** A session moved, cancelled or corrected, with the reason and what stood before. */
export type TrainingChangeTable = {
  session_id: Id<'training_session'>;
  no: number;
  sort: ChangeSort;
  why: string;
  former: Json<Former>;
  by_id: Id<'person'>;
  at: Instant;
};

export type TrainingPathTable = {
  id: Id<'training_path'>;
  centre_id: Id<'centre'>;
  department_id: Id<'department'> | null;
  person_id: Id<'person'>;
  post_id: Id<'post'>;
  path: string;
  /** The path as it was when he began. */
  definition: Json<PathRule>;
  /** null: nobody is named yet. */
  coach_id: Id<'person'> | null;
  begun_at: Instant;
  begun_by_id: Id<'person'>;
  completed_at: Instant | null;
  /** Ended before it was complete, with the reason. */
  ended_at: Instant | null;
  ended_by_id: Id<'person'> | null;
  ended_because: string | null;
};

export type TrainingSignatureTable = {
  path_id: Id<'training_path'>;
  step: string;
  side: 'coach' | 'member';
  by_id: Id<'person'>;
  at: Instant;
};

/** What somebody masters of a skill, as it was seen on a day; the newest holds. */
export type SkillMasteryTable = {
  id: Id<'skill_mastery'>;
  centre_id: Id<'centre'>;
  department_id: Id<'department'> | null;
  person_id: Id<'person'>;
  skill: string;
  level: number;
  day: string;
  remark: string;
  by_id: Id<'person'>;
  at: Instant;
};
