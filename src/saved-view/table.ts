import type { Generated } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Json } from '../kernel/json.ts';
import type { Instant } from '../kernel/time.ts';

/** A list somebody looks at often: his own, or shared with a post, a department or the centre. */
export type SavedViewTable = {
  id: Id<'saved_view'>;
  name: string;
  list: Generated<'tickets'>;
  /** As they stand in the address of the list. */
  filters: Json<Record<string, string>>;
  /** Keys of the columns shown, in their order; null: those of whoever looks. */
  columns: Json<string[] | null>;
  owner_id: Id<'person'>;
  post_id: Id<'post'> | null;
  department_id: Id<'department'> | null;
  centre_id: Id<'centre'> | null;
  at: Instant;
};
