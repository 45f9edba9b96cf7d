import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import { removeFiles } from '../../platform/files/remove-file.ts';
import type { Gone, Old } from '../../platform/held.ts';
import { goneOf, notHeld } from '../../platform/held.ts';

/** Photos and signatures of closed tickets and their orders, those of the tickets closed first before the others. */
export function oldFiles({ before, most }: Old, now: Instant): RawBuilder<{ id: Id<'file'>; at: Instant }> {
  return sql`select f.id, t.closed_at as at from ticket t
    join lateral (select t.id union all select id from work_order where ticket_id = t.id) w on true
    join file f on f.subject_id = w.id
    where t.closed_at < ${before} and ${notHeld(['t.id', 't.customer_id'], now)}
    order by t.closed_at limit ${most}`;
}

/** Removes them with all their bytes; that somebody signed, and when, stays. */
export async function forgetOldFiles(context: Context, old: Old): Promise<Gone> {
  const { rows } = await oldFiles(old, context.now).execute(context.tx);
  await dropFiles(
    context,
    rows.map(({ id }) => id),
  );
  return goneOf(rows.map(({ at }) => at));
}

/** Every photo and signature of these tickets; says how many. */
export async function forgetFilesOf(context: Context, tickets: readonly Id<'ticket'>[]): Promise<number> {
  if (tickets.length === 0) return 0;
  const { rows } = await sql<{ id: Id<'file'> }>`
    select f.id from file f where f.subject_id = any(${tickets}::uuid[])
      or f.subject_id in (select id from work_order where ticket_id = any(${tickets}::uuid[]))`.execute(context.tx);
  await dropFiles(
    context,
    rows.map(({ id }) => id),
  );
  return rows.length;
}

async function dropFiles(context: Context, ids: readonly Id<'file'>[]): Promise<void> {
  if (ids.length === 0) return;
  await context.tx.updateTable('work_order').set({ signature_id: null }).where('signature_id', 'in', ids).execute();
  await removeFiles(context, ids);
}
