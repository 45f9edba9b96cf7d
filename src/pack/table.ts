import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import type { Json } from '../kernel/json.ts';

export type KindVersionTable = {
  key: string;
  version: number;
  definition: Json<unknown>;
  by_id: Id<'person'> | null;
  why: string | null;
  at: Instant;
};

export type SettingsVersionTable = {
  version: number;
  content: Json<unknown>;
  by_id: Id<'person'> | null;
  why: string | null;
  at: Instant;
};
