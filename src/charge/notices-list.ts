import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Language } from '../kernel/words.ts';
import type { Instant } from '../kernel/time.ts';
import { named, personNames } from '../organisation/house.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readCursor } from '../platform/http/cursor.ts';
import { chargeScope } from './facts.ts';
import type { NoticesQuery } from './inputs.ts';
import { billLetter } from './letters.ts';
import { lettersOf } from './notice-letters.ts';
import type { NoticeLine, noticesOut } from './view-runs.ts';

type Row = Omit<NoticeLine, 'id' | 'text' | 'by' | 'at' | 'deliveredAt'> & {
  id: Id<'charge_notice'>;
  language: Language;
  delivered_at: Instant | null;
  at: Instant | null;
  by_id: Id<'person'> | null;
};

/** Who was told of a bill, how and when; what is to be printed stands here as it is printed (FEE-01). */
export async function listNotices(context: Context, query: NoticesQuery): Promise<z.input<typeof noticesOut>> {
  const wanted = [chargeScope(context, 'b.centre_id')];
  if (query.run) wanted.push(sql`n.run_id = ${query.run}`);
  if (query.customer) wanted.push(sql`n.customer_id = ${query.customer}`);
  if (query.state) wanted.push(sql`n.state = ${query.state}`);
  const after = readCursor(query.after, 1);
  if (after) wanted.push(sql`n.id::text < ${String(after[0])}`);
  const { rows } = await sql<Row>`
    select n.id, json_build_object('id', u.id, 'name', u.name) as customer, u.language, n.state, n.at, n.by_id, h.kind as channel,
      m.conversation_id as "conversationId", m.delivered_at
    from charge_notice n cross join lateral (select coalesce((select centre_id from charge_run where id = n.run_id),
      (select centre_id from charge where id = n.charge_id)) as centre_id) b
    join customer u on u.id = n.customer_id left join message m on m.id = n.message_id
    left join conversation v on v.id = m.conversation_id left join channel h on h.id = v.channel_id
    where ${sql.join(wanted, sql` and `)} order by n.id desc limit ${query.limit + 1}`.execute(context.tx);
  const shown = page(
    rows,
    query.limit,
    (row) => row,
    (row) => cursorOf(row.id),
  );
  const letters = await lettersOf(
    context,
    shown.items.map((row) => row.id),
  );
  const names = await personNames(context);
  return {
    items: shown.items.map(({ language, by_id, delivered_at, ...row }) => {
      const letter = letters.get(row.id);
      return {
        ...row,
        deliveredAt: delivered_at,
        text: letter ? billLetter(letter, language) : '',
        by: named(names, by_id),
      };
    }),
    next: shown.next,
  };
}
