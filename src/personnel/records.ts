import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Instant } from '../kernel/time.ts';
import { anywhere } from '../kernel/text/like.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import type { RecordsQuery } from './inputs.ts';
import { inReach, reachOfFiles } from './reach.ts';
import type { RECORDS } from './record.ts';
import { recordsByIds } from './record-lines.ts';
import type { recordsOut } from './view-records.ts';

type Sort = (typeof RECORDS)[number];
type Found = { sort: Sort; id: string; at: Instant };

type Book = {
  table: string;
  at: RawBuilder<unknown>;
  day: RawBuilder<unknown>;
  texts: string[];
  shown: RawBuilder<unknown>;
};

/** What stands in a file, by sort. What is only proposed about somebody is not shown to him. */
function booksFor({ actor }: Context): Record<Sort, Book> {
  return {
    assessment: {
      table: 'staff_assessment',
      at: sql`r.submitted_at`,
      day: sql`r.begins`,
      texts: ['remark', 'comment'],
      shown: sql`r.submitted_at is not null`,
    },
    finding: { table: 'staff_finding', at: sql`r.at`, day: sql`r.day::text`, texts: ['text'], shown: sql`true` },
    breach: {
      table: 'staff_breach',
      at: sql`r.at`,
      day: sql`r.day::text`,
      texts: ['rule', 'facts', 'statement', 'remark'],
      shown: sql`true`,
    },
    move: {
      table: 'staff_move',
      at: sql`r.proposed_at`,
      day: sql`r.day::text`,
      texts: ['reason', 'remark'],
      shown: sql`(r.person_id <> ${actor.personId} or r.decided_at is not null)`,
    },
  };
}

/** The timeline of one file, or of all in reach: what was submitted, found, recorded and decided, the newest first. */
export async function listRecords(context: Context, query: RecordsQuery): Promise<z.input<typeof recordsOut>> {
  const files = inReach(context, await reachOfFiles(context), sql`r.person_id`, sql`r.centre_id`);
  const after = readMomentAndId(query.after);
  const parts = Object.entries(booksFor(context))
    .filter(([sort]) => query.sort === undefined || query.sort === sort)
    .map(([sort, book]) => {
      const wanted = [files, book.shown];
      if (query.person) wanted.push(sql`r.person_id = ${query.person}`);
      if (query.from) wanted.push(sql`${book.day} >= ${query.from}`);
      if (query.until) wanted.push(sql`${book.day} < ${query.until}`);
      if (query.q) {
        const texts = sql.join(
          book.texts.map((one) => sql`coalesce(${sql.ref(`r.${one}`)}, '')`),
          sql` || ' ' || `,
        );
        wanted.push(sql`(${texts}) ilike ${anywhere(query.q)}`);
      }
      if (after) wanted.push(sql`(${book.at}, r.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
      return sql`(select ${sort}::text as sort, r.id, ${book.at} as at from ${sql.table(book.table)} r
        where ${sql.join(wanted, sql` and `)} order by 3 desc, 2 desc limit ${query.limit + 1})`;
    });
  const { rows } = await sql<Found>`
    select * from (${sql.join(parts, sql` union all `)}) found order by at desc, id desc limit ${query.limit + 1}`.execute(
    context.tx,
  );
  const found = page(
    rows,
    query.limit,
    (row) => row,
    (row) => cursorOf(row.at, row.id),
  );
  const lines = await recordsByIds(
    context,
    found.items.map(({ id }) => id),
  );
  return { items: found.items.flatMap(({ id }) => lines.get(id) ?? []), next: found.next };
}
