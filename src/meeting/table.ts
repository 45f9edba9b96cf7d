import type { Id } from '../kernel/id.ts';
import type { Json } from '../kernel/json.ts';
import type { Instant } from '../kernel/time.ts';
import type { Words } from '../kernel/words.ts';
import type { MeetingItemSort, MeetingState } from './meeting.ts';
import type { MeetingInterval } from './sort.ts';

export type MeetingTable = {
  id: Id<'meeting'>;
  centre_id: Id<'centre'>;
  /** Whose meeting; null: the whole centre's. */
  department_id: Id<'department'> | null;
  sort: string;
  /** As it was called then. */
  sort_name: Json<Words>;
  /** It keeps what is owed for its period; false: called for an occasion. */
  regular: boolean;
  title: string;
  starts_at: Instant;
  room: string;
  called_by_id: Id<'person'>;
  called_at: Instant;
  chair_id: Id<'person'>;
  recorder_id: Id<'person'>;
  state: MeetingState;
  held_at: Instant | null;
  closed_at: Instant | null;
  cancelled_because: string | null;
};

export type MeetingMemberTable = {
  meeting_id: Id<'meeting'>;
  no: number;
  /** One of ours; null: somebody of an outside firm, by name. */
  person_id: Id<'person'> | null;
  firm: string;
  name: string;
  answer: 'comes' | 'declined' | null;
  answer_words: string;
  answered_at: Instant | null;
  came: boolean | null;
};

export type MeetingPointTable = {
  meeting_id: Id<'meeting'>;
  no: number;
  title: string;
  minutes: string;
  decision: string;
  /** What an earlier meeting left open. */
  item_id: Id<'work_item'> | null;
};

export type MeetingItemTable = {
  meeting_id: Id<'meeting'>;
  no: number;
  sort: MeetingItemSort;
  item_id: Id<'work_item'>;
};

export type MeetingChangeTable = {
  meeting_id: Id<'meeting'>;
  no: number;
  before: Json<Record<string, unknown>>;
  by_id: Id<'person'>;
  at: Instant;
};

/** A regular meeting owed for a period, and the one held for it. */
export type MeetingDueTable = {
  id: Id<'meeting_due'>;
  sort: string;
  sort_name: Json<Words>;
  centre_id: Id<'centre'>;
  department_id: Id<'department'> | null;
  post_id: Id<'post'>;
  every: MeetingInterval;
  begins: string;
  from_at: Instant;
  until_at: Instant;
  meeting_id: Id<'meeting'> | null;
  dropped_at: Instant | null;
};
