import type { Generated } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';

export type WorkOrderTable = {
  id: Id<'work_order'>;
  ticket_id: Id<'ticket'>;
  /** 1, 2, ... under its ticket: 10427-2. */
  no: number;
  department_id: Id<'department'>;
  person_id: Id<'person'> | null;
  task: string;
  stage: 'issued' | 'accepted' | 'refused' | 'on_the_way' | 'arrived' | 'no_access' | 'done' | 'cancelled';
  issued_by_id: Id<'person'>;
  issued_at: Instant;
  accepted_at: Instant | null;
  /** Of the last way there: where nobody opened and somebody goes again, the times of the way before stand in its events. */
  set_out_at: Instant | null;
  arrived_at: Instant | null;
  done_at: Instant | null;
  ended_reason: string | null;
  findings: string | null;
  measures: string | null;
  minutes: number | null;
  /** The head or manager told of what was found (WORK-11). */
  informed_id: Id<'person'> | null;
  signed_by: string | null;
  signature_id: Id<'file'> | null;
  attended_on_time: boolean | null;
};

export type AppointmentTable = {
  id: Id<'appointment'>;
  work_order_id: Id<'work_order'>;
  person_id: Id<'person'> | null;
  from_at: Instant;
  until_at: Instant;
  state: 'set' | 'kept' | 'no_access' | 'moved' | 'cancelled';
  set_by_id: Id<'person'>;
  note: Generated<string>;
};
