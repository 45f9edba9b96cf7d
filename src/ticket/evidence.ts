import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Refusal } from '../kernel/refusal.ts';
import { kindOf } from '../pack/kinds.ts';
import type { Context } from '../platform/context.ts';
import { isEstablished, whyNotWeigh } from './established.ts';
import type { Ticket } from './ticket.ts';

/** Photos and papers of a ticket and of the work under it: by the index of files on their subject. */
export function evidenceFiles(id: Ticket['id']): RawBuilder<number> {
  return sql`(select count(*)::int from file f where f.subject_id = ${id}
    or f.subject_id in (select w.id from work_order w where w.ticket_id = ${id}))`;
}

export async function areEstablished({ tx }: Context, { id, fields }: Ticket): Promise<boolean> {
  const { rows } = await sql<{ files: number }>`select ${evidenceFiles(id)} as files`.execute(tx);
  return isEstablished(fields, rows[0]!.files);
}

/** Why nothing may be said on liability yet (PRIN-06); asks for files only where the kind wants facts established. */
export async function whyNotLiability(
  context: Context,
  { id, kind, kind_version: version }: Ticket,
  fields: Record<string, unknown>,
): Promise<Refusal | null> {
  const found = await kindOf(context, kind, version);
  if (whyNotWeigh(found, fields, 0) === null) return null;
  const { rows } = await sql<{ files: number }>`select ${evidenceFiles(id)} as files`.execute(context.tx);
  return whyNotWeigh(found, fields, rows[0]!.files);
}
