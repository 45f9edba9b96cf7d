import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { can, orForbid } from '../organisation/can.ts';
import { named, personNames } from '../organisation/house.ts';
import { personOut } from '../organisation/shapes.ts';
import { reachesPerson } from '../organisation/reaches-person.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readCursor } from '../platform/http/cursor.ts';
import { id, idOut, moment, momentOut, pageOf, pageQuery } from '../platform/http/shapes.ts';

const way = z
  .enum(['customer', 'ticket', 'desk', 'found', 'recording'])
  .describe(
    'customer: his page; ticket: a matter of his; desk: who is calling; found: a search; recording: a call of his was listened to',
  );

export const looksQuery = z.strictObject({
  customer: id('customer').optional().describe('Whose data'),
  person: id('person').optional().describe('Who looked'),
  way: way.optional(),
  from: moment.optional().describe('From this moment on'),
  until: moment.optional().describe('Before this moment'),
  ...pageQuery,
});
export type LooksQuery = z.output<typeof looksQuery>;

export const looksOut = pageOf(
  z.object({
    person: personOut.nullable().describe('Who looked'),
    customer: z
      .object({ id: idOut('customer'), name: z.string().describe('What he is called now') })
      .describe('Whose data'),
    hour: momentOut.describe('The hour in which it was, however often'),
    way,
    whole: z.boolean().describe('true: his numbers were shown whole'),
  }),
);

type Row = {
  person_id: Id<'person'>;
  customer_id: Id<'customer'>;
  name: string;
  hour: Instant;
  way: z.infer<typeof way>;
  whole: boolean;
};

function conditions({ customer, person, way: by, from, until, after }: LooksQuery): RawBuilder<unknown>[] {
  const last = readCursor(after, 4);
  return [
    ...(customer ? [sql`l.customer_id = ${customer}`] : []),
    ...(person ? [sql`l.person_id = ${person}`] : []),
    ...(by ? [sql`l.way = ${by}`] : []),
    ...(from ? [sql`l.hour >= ${from}::timestamptz`] : []),
    ...(until ? [sql`l.hour < ${until}::timestamptz`] : []),
    ...(last
      ? [
          sql`(l.hour, l.customer_id, l.person_id, l.way) < (${last[0]}::timestamptz, ${last[1]}::uuid, ${last[2]}::uuid, ${last[3]})`,
        ]
      : []),
  ];
}

/**
 * Who looked at whose data, the latest hour first: of one customer by the primary key, of one person by its index, of all by hour.
 * For whoever may see it; a right that reaches a centre shows the looks of whoever works there.
 */
export async function listLooks(context: Context, query: LooksQuery): Promise<z.input<typeof looksOut>> {
  orForbid(can(context.actor, 'audit.see', {}));
  const wanted = [...conditions(query), reachesPerson(context.actor, 'audit.see', sql`l.person_id`)];
  const { rows } = await sql<Row>`
    select l.person_id, l.customer_id, c.name, l.hour, l.way, l.whole
    from look l join customer c on c.id = l.customer_id
    where ${sql.join(wanted, sql` and `)}
    order by l.hour desc, l.customer_id desc, l.person_id desc, l.way desc limit ${query.limit + 1}`.execute(
    context.tx,
  );
  const names = await personNames(context);
  return page(
    rows,
    query.limit,
    (row) => ({
      person: named(names, row.person_id),
      customer: { id: row.customer_id, name: row.name },
      hour: row.hour,
      way: row.way,
      whole: row.whole,
    }),
    (row) => cursorOf(row.hour, row.customer_id, row.person_id, row.way),
  );
}
