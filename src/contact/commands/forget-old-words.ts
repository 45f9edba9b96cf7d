import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import { removeFiles } from '../../platform/files/remove-file.ts';
import type { Gone, Old } from '../../platform/held.ts';
import { goneOf, notHeld } from '../../platform/held.ts';

/** Touches that still say something, oldest first; by `contact_newest`, from where the last run ended. */
export function oldContacts(
  { before, after, most }: Old,
  now: Instant,
): RawBuilder<{ id: Id<'contact'>; at: Instant }> {
  return sql`select c.id, c.at from contact c
    where c.at < ${before} ${after ? sql`and c.at >= ${after}` : sql``}
      and (c.need <> '' or c.outcome <> '' or c.caller_name is not null or c.caller_phone is not null
        or exists (select from file f where f.subject_id = c.id))
      and ${notHeld(['c.id', 'c.customer_id'], now)}
      and not exists (select from contact_ticket ct join ticket t on t.id = ct.ticket_id
        where ct.contact_id = c.id and (t.closed_at is null or not (${notHeld(['t.id', 't.customer_id'], now)})))
    order by c.at limit ${most}`;
}

/** Takes out what was said in a call or a visit, and who called; that there was one, when, with whom and about which matter stays. */
export async function forgetOldWords(context: Context, old: Old): Promise<Gone> {
  const { tx, now } = context;
  const { rows } = await oldContacts(old, now).execute(tx);
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return goneOf([]);
  await sql`update contact set need = '', outcome = '', caller_name = null, caller_phone = null
    where id = any(${ids}::uuid[])`.execute(tx);
  await tx.deleteFrom('former_outcome').where('contact_id', 'in', ids).execute();
  const pages = await tx.selectFrom('file').select('id').where('subject_id', 'in', ids).execute();
  await removeFiles(
    context,
    pages.map(({ id }) => id),
  );
  return goneOf(rows.map(({ at }) => at));
}
