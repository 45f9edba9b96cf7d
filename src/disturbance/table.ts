import type { Id } from '../kernel/id.ts';
import type { Json } from '../kernel/json.ts';
import type { Instant } from '../kernel/time.ts';
import type { DisturbanceSort, Former } from './disturbance.ts';

export type DisturbanceTable = {
  id: Id<'disturbance'>;
  centre_id: Id<'centre'>;
  happened_at: Instant;
  place_id: Id<'place'> | null;
  /** Where, in words, beside or instead of the place. */
  spot: string;
  sort: DisturbanceSort;
  people_involved: string;
  happened: string;
  measures: string;
  told_ids: Id<'person'>[];
  /** Who was told besides our own: police, the developer. */
  told_others: string;
  by_id: Id<'person'>;
  recorded_at: Instant;
  restored_at: Instant | null;
  restored_by_id: Id<'person'> | null;
};

export type DisturbanceChangeTable = {
  disturbance_id: Id<'disturbance'>;
  no: number;
  before: Json<Former>;
  by_id: Id<'person'>;
  at: Instant;
};
