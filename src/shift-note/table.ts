import type { Id } from '../kernel/id.ts';
import type { Json } from '../kernel/json.ts';
import type { Instant } from '../kernel/time.ts';
import type { Figures, NoteLine } from './shift-note.ts';

/** A day of which a post owes a note; `note_id` is what kept it. */
export type HandoverDayTable = {
  id: Id<'handover_day'>;
  centre_id: Id<'centre'>;
  post_id: Id<'post'>;
  /** YYYY-MM-DD where the centre stands. */
  day: string;
  from_at: Instant;
  note_id: Id<'shift_note'> | null;
};

export type ShiftNoteTable = {
  id: Id<'shift_note'>;
  centre_id: Id<'centre'>;
  post_id: Id<'post'>;
  department_id: Id<'department'> | null;
  from_at: Instant;
  /** As it stood when it was written, with the remark on each. */
  lines: Json<NoteLine[]>;
  figures: Json<Figures>;
  text: string;
  by_id: Id<'person'>;
  handed_at: Instant;
  /** null: whoever takes the post next. */
  to_id: Id<'person'> | null;
  accepted_by_id: Id<'person'> | null;
  accepted_at: Instant | null;
  /** What the one who accepted asks or remarks. */
  remark: string | null;
};
