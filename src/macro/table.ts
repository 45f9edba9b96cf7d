import type { Id } from '../kernel/id.ts';
import type { Json } from '../kernel/json.ts';
import type { Instant } from '../kernel/time.ts';
import type { Step } from './macro.ts';

export type MacroTable = {
  id: Id<'macro'>;
  /** Whose own it is; null: shared by the centre. */
  owner_id: Id<'person'> | null;
  centre_id: Id<'centre'>;
  version: number;
  retired_at: Instant | null;
};

export type MacroVersionTable = {
  macro_id: Id<'macro'>;
  version: number;
  name: string;
  steps: Json<Step[]>;
  by_id: Id<'person'>;
  at: Instant;
};
