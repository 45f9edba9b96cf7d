import type { Generated } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Json } from '../kernel/json.ts';
import type { Instant } from '../kernel/time.ts';
import type { DiaryLine } from './diary.ts';

export type DiaryDayTable = {
  id: Id<'diary_day'>;
  centre_id: Id<'centre'>;
  department_id: Id<'department'> | null;
  person_id: Id<'person'>;
  /** YYYY-MM-DD where the centre stands. */
  day: string;
  from_at: Instant;
  until_at: Instant;
  /** By his post; else he writes it because he wants to. */
  owed: boolean;
  /** What he did besides what stands in the house. */
  done: Generated<string>;
  /** What is left for the next day. */
  next: Generated<string>;
  /** As it stood when it was closed; null: drawn up anew each time. */
  lines: Json<DiaryLine[]> | null;
  closed_at: Instant | null;
};
