import type { Id } from '../kernel/id.ts';
import type { Json } from '../kernel/json.ts';
import type { Instant } from '../kernel/time.ts';
import type { Words } from '../kernel/words.ts';

export type OfferingTable = {
  id: Id<'offering'>;
  centre_id: Id<'centre'>;
  /** Its stable name: the pack's, or one made of its id. */
  key: string;
  /** The kind of matter a service is opened as; null: information only. */
  kind: string | null;
  /** Who does it. */
  department_id: Id<'department'> | null;
  version: number;
  closed_at: Instant | null;
};

export type OfferingVersionTable = {
  offering_id: Id<'offering'>;
  version: number;
  name: Json<Words>;
  features: Json<Words>;
  price: Json<Words>;
  discount: Json<Words>;
  steps: Json<Words>;
  method: Json<Words>;
  usual_time: Json<Words>;
  /** For what its price is: a unit, an hour. */
  unit: Json<Words>;
  /** When it is done. */
  hours: Json<Words>;
  /** Its price in the smallest unit of money; 0: free; null: told by the price alone. */
  amount: number | null;
  /** Shown on the customer's page. */
  published: boolean;
  by_id: Id<'person'> | null;
  why: string | null;
  at: Instant;
};

export type ServiceTicketTable = { ticket_id: Id<'ticket'>; offering_id: Id<'offering'>; version: number };
