import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';

export type CalendarFeedTable = {
  id: Id<'calendar_feed'>;
  person_id: Id<'person'>;
  /** Null: one's own. */
  department_id: Id<'department'> | null;
  hash: string;
  made_at: Instant;
  last_used_at: Instant | null;
};

export type CalendarRuleTable = {
  one: boolean;
  /** Names of customers may stand in calendars. */
  names: boolean;
  changed_by_id: Id<'person'> | null;
  changed_at: Instant | null;
};
