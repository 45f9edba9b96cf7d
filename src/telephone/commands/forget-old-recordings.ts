import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import { removeFiles } from '../../platform/files/remove-file.ts';
import type { Gone, Old } from '../../platform/held.ts';
import { goneOf, notHeld } from '../../platform/held.ts';
import { removeSoon } from './bring-recording.ts';

type Row = {
  id: Id<'phone_call'>;
  system_id: Id<'telephone_system'> | null;
  recording: string | null;
  recording_id: Id<'file'> | null;
  at: Instant;
};

/** Recordings of calls that are over, unless their matter is open or held back; those that never came here, too. */
export function oldRecordings({ before, most }: Old, now: Instant): RawBuilder<Row> {
  return sql`select c.id, c.system_id, c.recording, c.recording_id, c.began_at as at from phone_call c
    where c.began_at < ${before} and c.recording is not null and c.ended_at is not null and ${notHeld(['c.contact_id', 'c.customer_id'], now)}
      and not exists (select from contact_ticket ct join ticket t on t.id = ct.ticket_id
        where ct.contact_id = c.contact_id and (t.closed_at is null or not (${notHeld(['t.id', 't.customer_id'], now)})))
    order by c.began_at limit ${most}`;
}

/** Nobody hears them any more; that there was a call, when and with whom stays. */
export async function forgetOldRecordings(context: Context, old: Old): Promise<Gone> {
  const { rows } = await oldRecordings(old, context.now).execute(context.tx);
  await dropRecordings(context, rows);
  return goneOf(rows.map(({ at }) => at));
}

export async function dropRecordings(context: Context, rows: readonly Omit<Row, 'at'>[]): Promise<void> {
  if (rows.length === 0) return;
  const ids = rows.map(({ id }) => id);
  await context.tx
    .updateTable('phone_call')
    .set({ recording: null, recording_id: null, recording_fault: null })
    .where('id', 'in', ids)
    .execute();
  await removeFiles(
    context,
    rows.flatMap(({ recording_id }) => recording_id ?? []),
  );
  // one that came here has left the exchange; the others are removed there
  for (const row of rows) if (row.recording_id === null) await removeSoon(context, row);
}
