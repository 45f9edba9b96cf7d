import type { Generated } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';

export type PlaceTable = {
  id: Id<'place'>;
  parent_id: Id<'place'> | null;
  kind: 'estate' | 'building' | 'unit' | 'public_area' | 'facility';
  /** How people say it: 3-1202. */
  code: string;
  name: string;
  centre_id: Id<'centre'>;
  /** A facility people's safety hangs on (lift, fire, gas, electricity): its repairs are visited sooner. */
  safety: Generated<boolean>;
  floor: number | null;
  closed_at: Instant | null;
};
