import type { Selectable } from 'kysely';
import type { PhoneCallTable } from './table.ts';

/** What follows from a call is worked out from this. */
export type Row = Omit<Selectable<PhoneCallTable>, 'notes'>;
