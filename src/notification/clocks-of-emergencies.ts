import { sql } from 'kysely';
import type { Context } from '../platform/context.ts';
import type { Param } from './vocabulary.ts';

type Note = { ticketId: string | null; params: Readonly<Record<string, Param>> };

/**
 * Promises that hang on no ticket's course and yet cannot wait for the morning: orders given in an emergency (SAFE-06), and receipts of a
 * notice as urgent as the settings except from the quiet hours (SAFE-07).
 */
export async function clocksOfEmergencies(
  { tx }: Context,
  notes: readonly Note[],
  except: readonly string[],
): Promise<ReadonlySet<Param>> {
  const ids = notes.flatMap(({ ticketId, params }) => (ticketId === null ? (params['commitment'] ?? []) : []));
  if (ids.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    select c.id from commitment c left join notice_receipt r on r.id = c.subject_id left join ticket t on t.id = r.ticket_id
    where c.id = any(${ids}::uuid[]) and (c.subject_type = 'dispatch_order' or t.urgency = any(${[...except]}::text[]))`.execute(
    tx,
  );
  return new Set(rows.map(({ id }) => id));
}
