import type { Generated } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import type { EndedAs, Reason } from './vacancy.ts';

export type VacancyTable = {
  id: Id<'vacancy'>;
  place_id: Id<'place'>;
  centre_id: Id<'centre'>;
  /** Since which day it stands empty, YYYY-MM-DD where the centre stands. */
  since: string;
  reason: Reason;
  note: Generated<string>;
  listed_by_id: Id<'person'> | null;
  listed_at: Instant;
  ended_as: EndedAs | null;
  ended_note: Generated<string>;
  /** Null with an end: by itself, as somebody came onto file there or the unit was given up. */
  ended_by_id: Id<'person'> | null;
  ended_at: Instant | null;
};
