import type { Generated } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Json } from '../kernel/json.ts';
import type { Instant } from '../kernel/time.ts';
import type { Hours, RotaChannel } from './rota.ts';

export type RotaHoursTable = {
  id: Id<'rota_hours'>;
  centre_id: Id<'centre'>;
  person_id: Id<'person'>;
  channel: Hours['channel'];
  /** 1 is Monday; null: on one date. */
  days: number[] | null;
  /** YYYY-MM-DD; null: every week. */
  day: string | null;
  from_time: string;
  /** Not after `from_time`: on the next day. */
  to_time: string;
  made_by_id: Id<'person'>;
  made_at: Instant;
  ended_at: Instant | null;
  ended_by_id: Id<'person'> | null;
};

export type RotaGapTable = {
  id: Id<'rota_gap'>;
  centre_id: Id<'centre'>;
  channel: RotaChannel;
  /** YYYY-MM-DD, where the centre stands. */
  day: string;
  spans: Json<{ from: Instant; until: Instant }[]>;
  seen_at: Instant;
  closed_at: Instant | null;
  /** It came, and nobody was there. */
  passed: Generated<boolean>;
};
