import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import { ERASED } from '../../platform/erase-words.ts';
import type { Gone, Old } from '../../platform/held.ts';
import { goneOf } from '../../platform/held.ts';

type Row = { id: Id<'person'>; at: Instant };

/** Whoever left so long ago and of whom a file is still kept. */
export function oldStaffFiles({ before, most }: Old): RawBuilder<Row> {
  const kept = (table: string, where: RawBuilder<unknown>) =>
    sql`exists (select from ${sql.table(table)} r where r.person_id = p.id and ${where})`;
  return sql`select p.id, p.left_at as at from person p
    where p.left_at < ${before} and (${kept('staff_assessment', sql`true`)} or ${kept('staff_finding', sql`true`)}
      or ${kept('staff_breach', sql`true`)} or ${kept('staff_move', sql`r.reason <> ${ERASED}`)})
    order by p.left_at limit ${most}`;
}

/** What was assessed, found and recorded goes; that he was appointed and removed, when and by whom, stays in the register. */
export async function forgetOldStaffFiles({ tx }: Context, old: Old): Promise<Gone> {
  const { rows } = await oldStaffFiles(old).execute(tx);
  const people = rows.map(({ id }) => id);
  if (people.length === 0) return goneOf([]);
  await sql`delete from staff_move_ground g using staff_move m where m.id = g.move_id and m.person_id = any(${people}::uuid[])`.execute(
    tx,
  );
  await tx.deleteFrom('staff_assessment').where('person_id', 'in', people).execute();
  await tx.deleteFrom('staff_finding').where('person_id', 'in', people).execute();
  await tx.deleteFrom('staff_breach').where('person_id', 'in', people).execute();
  await tx.updateTable('staff_move').set({ reason: ERASED, remark: '' }).where('person_id', 'in', people).execute();
  return goneOf(rows.map(({ at }) => at));
}
