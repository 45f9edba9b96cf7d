import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import { NotFound } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { orForbid } from '../organisation/can.ts';
import { named, personNames } from '../organisation/house.ts';
import { readStaff } from '../organisation/staff.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import type { LooksQuery } from './inputs.ts';
import { whyNotReach } from './reach.ts';
import type { memberLooksOut } from './view.ts';

/** Who looked into somebody's file, the latest hour first: for himself, and for whoever keeps the files. */
export async function listMemberLooks(
  context: Context,
  id: Id<'person'>,
  query: LooksQuery,
): Promise<z.input<typeof memberLooksOut>> {
  const names = await personNames(context);
  if (!names.has(id)) throw new NotFound('person.unknown');
  if (id !== context.actor.personId) orForbid(whyNotReach(await readStaff(context), context.actor, ['staff.see'], id));
  const after = readMomentAndId(query.after);
  const wanted = [
    sql`l.member_id = ${id}`,
    ...(query.from ? [sql`l.hour >= ${query.from}::timestamptz`] : []),
    ...(after ? [sql`(l.hour, l.person_id) < (${after.at}::timestamptz, ${after.id}::uuid)`] : []),
  ];
  const { rows } = await sql<{ person_id: Id<'person'>; hour: Instant }>`
    select l.person_id, l.hour from member_look l where ${sql.join(wanted, sql` and `)}
    order by l.hour desc, l.person_id desc limit ${query.limit + 1}`.execute(context.tx);
  return page(
    rows,
    query.limit,
    (row) => ({ person: named(names, row.person_id), hour: row.hour }),
    (row) => cursorOf(row.hour, row.person_id),
  );
}
