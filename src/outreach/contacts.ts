import { sql } from 'kysely';
import type { z } from 'zod';
import { thingsOfCustomers } from '../customer/facts.ts';
import { shownPhones } from '../customer/phone.ts';
import type { Id } from '../kernel/id.ts';
import type { Language, Words } from '../kernel/words.ts';
import type { Instant } from '../kernel/time.ts';
import { can } from '../organisation/can.ts';
import { named, personNames } from '../organisation/house.ts';
import { inPlace } from '../pack/places.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import { momentInJson } from '../platform/json-moment.ts';
import type { ContactsOfQuery } from './inputs.ts';
import { knownOf } from './known.ts';
import { outreachScope } from './list.ts';
import type { ContactState } from './outreach.ts';
import { whyNotCalled } from './outreach.ts';
import type { OutreachContact, outreachContactsOut } from './view.ts';

type Row = {
  id: Id<'outreach_contact'>;
  outreach: OutreachContact['outreach'];
  centre_id: Id<'centre'>;
  caller_id: Id<'person'>;
  started_by: Id<'person'>;
  text: Words;
  customer_id: Id<'customer'>;
  customer_name: string;
  language: Language;
  digits: string | null;
  state: ContactState;
  channel: string | null;
  message: OutreachContact['message'];
  contact_id: Id<'contact'> | null;
  outcome: string | null;
  at: Instant | null;
  sort_at: Instant;
  by_id: Id<'person'> | null;
  due_at: Instant | null;
};

/** Each customer of an outreach with what became of it, or the calls that are somebody's to make; the latest first. */
export async function listOutreachContacts(
  context: Context,
  query: ContactsOfQuery,
): Promise<z.input<typeof outreachContactsOut>> {
  const wanted = [outreachScope(context)];
  if (query.outreach) wanted.push(sql`x.outreach_id = ${query.outreach}`);
  if (query.state) wanted.push(sql`x.state = ${query.state}`);
  if (query.customer) wanted.push(sql`x.customer_id = ${query.customer}`);
  if (query.mine) wanted.push(sql`o.caller_id = ${context.actor.personId} and x.state = 'to_call'`);
  if (query.from) wanted.push(sql`x.at >= ${query.from}::timestamptz`);
  if (query.until) wanted.push(sql`x.at < ${query.until}::timestamptz`);
  const after = readMomentAndId(query.after);
  if (after) wanted.push(sql`(coalesce(x.at, o.at), x.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  const { rows } = await sql<Row>`
    select x.id, json_build_object('id', o.id, 'name', o.name) as outreach, o.centre_id, o.caller_id, o.by_id as started_by, o.text,
      x.customer_id, u.name as customer_name, u.language, x.state, x.at, coalesce(x.at, o.at) as sort_at, x.by_id,
      (select f.digits from customer_phone f where f.customer_id = u.id order by f.first desc, f.digits limit 1) as digits,
      coalesce(k.channel, ch.kind) as channel, k.id as contact_id, nullif(k.outcome, '') as outcome,
      case when m.id is not null then json_build_object('conversationId', m.conversation_id, 'state', m.state,
        'deliveredAt', ${momentInJson('m.delivered_at')}, 'answeredAt', (select ${momentInJson('min_in')} from
          (select min(i.at) as min_in from message i where i.conversation_id = m.conversation_id and i.direction = 'in' and i.at > m.at) answers))
      end as message,
      (select c.due_at from commitment c where c.subject_id = x.id and c.settled_at is null limit 1) as due_at
    from outreach_contact x join outreach o on o.id = x.outreach_id join customer u on u.id = x.customer_id
    left join message m on m.id = x.message_id left join conversation v on v.id = m.conversation_id left join channel ch on ch.id = v.channel_id
    left join contact k on k.id = coalesce(x.contact_id, m.contact_id)
    where ${sql.join(wanted, sql` and `)} order by coalesce(x.at, o.at) desc, x.id desc limit ${query.limit + 1}`.execute(
    context.tx,
  );
  const found = page(
    rows,
    query.limit,
    (row) => row,
    (row) => cursorOf(row.sort_at, row.id),
  );
  return { items: await linesOf(context, found.items), next: found.next };
}

async function linesOf(context: Context, rows: Row[]): Promise<OutreachContact[]> {
  const names = await personNames(context);
  const things = await thingsOfCustomers(
    context,
    rows.map((row) => row.customer_id),
  );
  const known = await knownOfEach(context, rows);
  const lines: OutreachContact[] = [];
  for (const row of rows) {
    const thing = things.get(row.customer_id) ?? {};
    const mine = row.caller_id === context.actor.personId;
    lines.push({
      id: row.id,
      outreach: row.outreach,
      customer: { id: row.customer_id, name: row.customer_name },
      phone: row.digits === null ? null : shownPhones(context, thing, [row.digits])[0]!,
      state: row.state,
      channel: row.channel,
      message: row.message,
      contactId: row.contact_id,
      outcome: row.outcome,
      text: inPlace(row.text[row.language], known.get(row.outreach.id)!(row.customer_name)),
      at: row.at,
      by: named(names, row.by_id),
      dueAt: row.due_at,
      can: {
        call: (mine ? null : can(context.actor, 'outreach.send', { centreId: row.centre_id })) ?? whyNotCalled(row),
      },
    });
  }
  return lines;
}

/** What stands in the places of each outreach's text. */
async function knownOfEach(context: Context, rows: readonly Row[]) {
  const known = new Map<string, Awaited<ReturnType<typeof knownOf>>>();
  for (const { outreach, centre_id, started_by } of rows)
    if (!known.has(outreach.id)) known.set(outreach.id, await knownOf(context, centre_id, started_by));
  return known;
}
