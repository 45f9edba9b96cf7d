import type { RawBuilder, SqlBool } from 'kysely';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import { NotFound } from '../kernel/refusal.ts';
import { can } from '../organisation/can.ts';
import { named, personNames } from '../organisation/house.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import { id, pageQuery } from '../platform/http/shapes.ts';
import { contactsQuery } from './inputs.ts';
import { contactLine, contactRows } from './line.ts';
import { contactsInScope } from './scope.ts';
import type { contactPageOut, contactsOut } from './view.ts';

export const contactsAsk = z.strictObject({
  ...pageQuery,
  ...contactsQuery,
  place: id('place').optional().describe('Only about this place'),
  book: z
    .enum(['visits', 'complaints'])
    .optional()
    .describe(
      'visits: everybody who came to the counter; complaints: the complaint book, what was complained of there',
    ),
});
export type ContactsAsk = z.output<typeof contactsAsk>;

const AT_THE_COUNTER = sql<boolean>`c.channel in ('visit', 'counter')`;

function conditions(context: Context, ask: ContactsAsk): RawBuilder<SqlBool> {
  const wanted = [contactsInScope(context)];
  if (ask.book) wanted.push(AT_THE_COUNTER);
  if (ask.book === 'complaints') wanted.push(sql<boolean>`c.purpose = 'complaint'`);
  if (ask.channel) wanted.push(sql<boolean>`c.channel = ${ask.channel}`);
  if (ask.purpose) wanted.push(sql<boolean>`c.purpose = ${ask.purpose}`);
  if (ask.written !== undefined) wanted.push(sql<boolean>`c.written = ${ask.written}`);
  if (ask.customerId) wanted.push(sql<boolean>`c.customer_id = ${ask.customerId}`);
  if (ask.place) wanted.push(sql<boolean>`c.place_id = ${ask.place}`);
  if (ask.by) wanted.push(sql<boolean>`c.by_id = ${ask.by}`);
  if (ask.left)
    wanted.push(sql<boolean>`exists (select from arrival a where a.contact_id = c.id and a.outcome = ${ask.left})`);
  if (ask.from) wanted.push(sql<boolean>`c.at >= ${ask.from}::timestamptz`);
  if (ask.until) wanted.push(sql<boolean>`c.at < ${ask.until}::timestamptz`);
  const after = readMomentAndId(ask.after);
  if (after) wanted.push(sql<boolean>`(c.at, c.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  return sql<boolean>`${sql.join(wanted, sql` and `)}`;
}

/** Calls, visits and letters, the newest first: the visit record (RECP-03) and the complaint book (RECP-04) among them. */
export async function listContacts(context: Context, ask: ContactsAsk): Promise<z.input<typeof contactsOut>> {
  const rows = await contactRows(
    sql`select c.* from contact c where ${conditions(context, ask)} order by c.at desc, c.id desc limit ${ask.limit + 1}`,
  ).execute(context.tx);
  return page(
    rows.rows,
    ask.limit,
    (row) => contactLine(context, row),
    (row) => cursorOf(row.at, row.id),
  );
}

/** The last touches with a customer. */
export async function contactsOfCustomer(context: Context, customerId: string, most: number) {
  const rows = await contactRows(
    sql`select c.* from contact c where c.customer_id = ${customerId} and ${contactsInScope(context)} order by c.at desc, c.id desc limit ${most}`,
  ).execute(context.tx);
  return rows.rows.map((row) => contactLine(context, row));
}

export async function contactPage(context: Context, contactId: string): Promise<z.input<typeof contactPageOut>> {
  const rows = await contactRows(
    sql`select c.* from contact c where c.id = ${contactId} and ${contactsInScope(context)}`,
  ).execute(context.tx);
  const row = rows.rows[0];
  if (!row) throw new NotFound('contact.unknown');
  const thing = { people: [row.by_id], departments: [], centreId: row.centre_id };
  return {
    ...contactLine(context, row),
    former: await formerOutcomes(context, contactId),
    pages: await pagesOf(context, contactId),
    can: { set_outcome: can(context.actor, 'contact.record', thing) },
  };
}

/** What was brought in writing and opened nothing, page by page. */
function pagesOf({ tx }: Context, contactId: string) {
  return tx
    .selectFrom('file')
    .select(['id', 'name', 'type'])
    .where('subject_id', '=', contactId)
    .orderBy('no', (order) => order.asc().nullsFirst())
    .orderBy('id')
    .execute();
}

async function formerOutcomes(context: Context, contactId: string) {
  const rows = await context.tx
    .selectFrom('former_outcome')
    .select(['words', 'changed_at as changedAt', 'changed_by_id'])
    .where('contact_id', '=', contactId as Id<'contact'>)
    .orderBy('id', 'desc')
    .execute();
  const names = await personNames(context);
  return rows.map(({ words, changedAt, changed_by_id }) => ({
    words,
    changedAt,
    changedBy: named(names, changed_by_id),
  }));
}
